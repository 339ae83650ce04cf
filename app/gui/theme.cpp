// SPDX-License-Identifier: MIT
#include "app/gui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace miraimap::gui {
namespace {

constexpr ImU32 rgb(unsigned value) {
    return IM_COL32((value >> 16U) & 0xFFU, (value >> 8U) & 0xFFU, value & 0xFFU, 255U);
}

const Palette& light() {
    static const Palette p{rgb(0xEDF0F1),
                           rgb(0xFFFFFF),
                           rgb(0xFFFFFF),
                           rgb(0xF3F5F6),
                           rgb(0xE8ECEE),
                           rgb(0xDCE2E5),
                           rgb(0x1B2A33),
                           rgb(0x50606A),
                           rgb(0x87949C),
                           rgb(0x0B5E85),
                           rgb(0x084B6B),
                           rgb(0xDFECF3),
                           rgb(0x0A5478),
                           rgb(0xFFFFFF),
                           rgb(0x2F7D4F),
                           rgb(0xB26A00),
                           rgb(0xB3372F),
                           IM_COL32(20, 30, 30, 28),
                           IM_COL32(16, 24, 26, 110)};
    return p;
}

const Palette& dark() {
    static const Palette p{
        rgb(0x0F1519), rgb(0x182127), rgb(0x1F2930),         rgb(0x25313A),         rgb(0x2F3D47),
        rgb(0x35434E), rgb(0xE9EEF0), rgb(0xAAB7BF),         rgb(0x748490),         rgb(0x5BB8DE),
        rgb(0x7CCBEA), rgb(0x1B3746), rgb(0x9BD8F2),         rgb(0x06202C),         rgb(0x6CC18D),
        rgb(0xE0A449), rgb(0xEE8077), IM_COL32(0, 0, 0, 90), IM_COL32(0, 0, 0, 170)};
    return p;
}

void set_colours(const Palette& p, ImVec4* c) {
    const ImVec4 none(0, 0, 0, 0);
    c[ImGuiCol_Text] = to_vec4(p.text);
    c[ImGuiCol_TextDisabled] = to_vec4(p.text_faint);
    c[ImGuiCol_WindowBg] = to_vec4(p.panel);
    c[ImGuiCol_ChildBg] = none;
    c[ImGuiCol_PopupBg] = to_vec4(p.card);
    c[ImGuiCol_Border] = to_vec4(p.hairline);
    c[ImGuiCol_BorderShadow] = none;
    c[ImGuiCol_FrameBg] = to_vec4(p.field);
    c[ImGuiCol_FrameBgHovered] = to_vec4(p.field_hover);
    c[ImGuiCol_FrameBgActive] = to_vec4(p.field_hover);
    c[ImGuiCol_ScrollbarBg] = none;
    c[ImGuiCol_ScrollbarGrab] = to_vec4(with_alpha(p.text_muted, 0.28F));
    c[ImGuiCol_ScrollbarGrabHovered] = to_vec4(with_alpha(p.text_muted, 0.45F));
    c[ImGuiCol_ScrollbarGrabActive] = to_vec4(with_alpha(p.text_muted, 0.6F));
    c[ImGuiCol_CheckMark] = to_vec4(p.accent);
    c[ImGuiCol_Button] = to_vec4(p.field);
    c[ImGuiCol_ButtonHovered] = to_vec4(p.field_hover);
    c[ImGuiCol_ButtonActive] = to_vec4(p.field_hover);
    c[ImGuiCol_Header] = to_vec4(p.accent_soft);
    c[ImGuiCol_HeaderHovered] = to_vec4(p.field_hover);
    c[ImGuiCol_HeaderActive] = to_vec4(p.accent_soft);
    c[ImGuiCol_Separator] = to_vec4(p.hairline);
    c[ImGuiCol_TableHeaderBg] = to_vec4(p.panel);
    c[ImGuiCol_TableBorderStrong] = to_vec4(p.hairline);
    c[ImGuiCol_TableBorderLight] = to_vec4(p.hairline);
    c[ImGuiCol_TableRowBg] = none;
    c[ImGuiCol_TableRowBgAlt] = none;
    c[ImGuiCol_TextSelectedBg] = to_vec4(with_alpha(p.accent, 0.3F));
    c[ImGuiCol_NavHighlight] = to_vec4(p.accent);
    c[ImGuiCol_ModalWindowDimBg] = to_vec4(p.dim);
    c[ImGuiCol_PlotHistogram] = to_vec4(p.accent);
}

}  // namespace

const Palette& palette(Theme theme) { return theme == Theme::light ? light() : dark(); }

void apply_theme(Theme theme, float scale) {
    ImGuiStyle style;
    style.WindowPadding = ImVec2(0, 0);
    style.WindowRounding = 0;
    style.WindowBorderSize = 0;
    style.WindowMinSize = ImVec2(8, 8);
    style.ChildRounding = size::rounding_px;
    style.ChildBorderSize = 0;
    style.PopupRounding = size::rounding_px;
    style.PopupBorderSize = 1;
    style.FramePadding = ImVec2(12, 6);
    style.FrameRounding = 6;
    style.FrameBorderSize = 0;
    style.ItemSpacing = ImVec2(8, 8);
    style.ItemInnerSpacing = ImVec2(6, 6);
    style.CellPadding = ImVec2(6, 5);
    style.ScrollbarSize = 10;
    style.ScrollbarRounding = 5;
    style.GrabMinSize = 24;
    style.DisabledAlpha = 0.45F;
    style.ScaleAllSizes(scale);
    set_colours(palette(theme), style.Colors);
    ImGui::GetStyle() = style;
}

ImVec4 to_vec4(ImU32 colour) { return ImGui::ColorConvertU32ToFloat4(colour); }

ImU32 to_u32(Colour colour) { return IM_COL32(colour.r, colour.g, colour.b, colour.a); }

ImU32 with_alpha(ImU32 colour, float alpha) {
    const auto a = static_cast<ImU32>(std::lround(std::clamp(alpha, 0.0F, 1.0F) * 255.0F));
    return (colour & ~IM_COL32_A_MASK) | (a << IM_COL32_A_SHIFT);
}

double contrast(ImU32 a, ImU32 b) {
    const auto luminance = [](ImU32 colour) {
        const auto channel = [colour](int shift) {
            const double v = static_cast<double>((colour >> shift) & 0xFFU) / 255.0;
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        };
        return 0.2126 * channel(IM_COL32_R_SHIFT) + 0.7152 * channel(IM_COL32_G_SHIFT) +
               0.0722 * channel(IM_COL32_B_SHIFT);
    };
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace miraimap::gui
