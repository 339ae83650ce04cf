// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr float pad_px = 14;
constexpr float row_px = 25;

/// The fill and the hatch of a class, as on the map.
void draw_swatch(const Ui& ui, const ClassStyle& style, ImVec2 low) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 high(low.x + ui.px(26), low.y + ui.px(16));
    list->AddRectFilled(low, high, to_u32(style.fill), ui.px(3));
    const ImU32 ink = to_u32(style.hatch_colour);
    list->PushClipRect(low, high, true);
    const float step = ui.px(6);
    const float height = high.y - low.y;
    const bool falling = style.hatch == Hatch::back_diagonal || style.hatch == Hatch::cross;
    const bool rising = style.hatch == Hatch::diagonal || style.hatch == Hatch::cross;
    for (float x = low.x - height; x < high.x + height; x += step) {
        if (rising) {
            list->AddLine({x, high.y}, {x + height, low.y}, ink, ui.px(1.2F));
        }
        if (falling) {
            list->AddLine({x, low.y}, {x + height, high.y}, ink, ui.px(1.2F));
        }
    }
    for (float y = low.y + step / 2; y < high.y; y += step) {
        if (style.hatch == Hatch::horizontal) {
            list->AddLine({low.x, y}, {high.x, y}, ink, ui.px(1.2F));
        }
        for (float x = low.x + step / 2; x < high.x && style.hatch == Hatch::dots; x += step) {
            list->AddCircleFilled({x, y}, ui.px(1.3F), ink);
        }
    }
    list->PopClipRect();
    list->AddRect(low, high, ui.colours.hairline, ui.px(3));
}

}  // namespace

ImVec2 legend_size(const Ui& ui, const std::vector<LegendEntry>& legend, bool with_names) {
    const Lang lang = ui.lang();
    float names = 0;
    const float counts = text_size(ui, FontUse::small_bold, with_commas(9999)).x;
    float rows = with_names ? 1 : 0;
    for (const LegendEntry& entry : legend) {
        names = std::max(names, text_size(ui, FontUse::small, entry.style.name.in(lang)).x);
        rows += entry.listed ? 1 : 0;
    }
    const float title = text_size(ui, FontUse::small_bold, ui.tr(T::legend)).x + ui.px(44) +
                        text_size(ui, FontUse::small, ui.tr(T::legend_unit)).x;
    const float inner =
        with_names ? std::max(title, ui.px(36) + names + ui.px(20) + counts) : ui.px(38) + counts;
    return {std::ceil(inner + ui.px(2 * pad_px)), std::ceil(ui.px(row_px * rows + 18))};
}

bool legend_names(const AppState& state) {
    constexpr double least_width_px = 600;
    constexpr double least_height_px = 520;
    return state.legend_names.value_or(state.view.width_px >= least_width_px &&
                                       state.view.height_px >= least_height_px);
}

void legend_panel(const Ui& ui, const Scene& scene) {
    const Lang lang = ui.lang();
    const float pad = ui.px(pad_px);
    const float row = ui.px(row_px);
    const bool with_names = legend_names(ui.state);
    const ImVec2 extent = legend_size(ui, scene.legend, with_names);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const ImVec2 at(low.x - extent.x, low.y - extent.y);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 end(at.x + extent.x, at.y + extent.y);
    list->AddRectFilled({at.x, at.y + ui.px(2)}, {end.x, end.y + ui.px(3)}, ui.colours.shadow,
                        ui.px(size::rounding_px));
    list->AddRectFilled(at, end, with_alpha(ui.colours.card, 0.96F), ui.px(size::rounding_px));
    list->AddRect(at, end, ui.colours.hairline, ui.px(size::rounding_px));
    float y = at.y + ui.px(9);
    std::string words;
    const auto put = [&](FontUse use, ImU32 colour, const std::string& text, float x, bool right) {
        const ImVec2 size = text_size(ui, use, text);
        list->AddText(ui.font(use), ui.font(use)->FontSize,
                      {right ? x - size.x : x, y + (row - size.y) / 2}, colour, text.c_str());
    };
    if (with_names) {
        put(FontUse::small_bold, ui.colours.text, ui.tr(T::legend), at.x + pad, false);
        put(FontUse::small, ui.colours.text_muted, ui.tr(T::legend_unit), end.x - pad - ui.px(20),
            true);
        draw_icon(*list, Icon::chevron_down, {end.x - pad - ui.px(5), y + row / 2}, ui.px(11),
                  ui.colours.text_muted);
        y += row;
    }
    for (const LegendEntry& entry : scene.legend) {
        if (!entry.listed) {
            continue;
        }
        draw_swatch(ui, entry.style, {at.x + pad, y + (row - ui.px(16)) / 2});
        if (with_names) {
            put(FontUse::small, ui.colours.text, entry.style.name.in(lang), at.x + pad + ui.px(36),
                false);
        }
        put(FontUse::small_bold, ui.colours.text, with_commas(entry.count), end.x - pad, true);
        words += (words.empty() ? "" : "\n") + entry.style.name.in(lang) + "  " +
                 with_commas(entry.count);
        y += row;
    }
    ImGui::SetCursorScreenPos(at);
    if (ImGui::InvisibleButton("##legend", extent)) {
        ui.state.legend_names = !with_names;
    }
    ui.probe("legend");
    if (!with_names) {
        tooltip_for_item(ui, words);
    }
}

}  // namespace miraimap::gui
