// SPDX-License-Identifier: MIT
#include "app/gui/widgets.hpp"

#include <fmt/format.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/gui/key_ring.hpp"
#include "app/gui/line_breaks.hpp"
#include "app/gui/utf8.hpp"

namespace miraimap::gui {
namespace {

constexpr float card_pad_px = 14;
/// Where the open card began and how far it reaches; only one card is open at a time.
struct OpenCard {
    ImVec2 start;
    float width_px = 0;
    float pad_px = 0;
    bool open = false;
};
OpenCard card;

constexpr float chip_pad_px = 11;
constexpr float chip_gap_px = 7;

float font_height_px(const Ui& ui, FontUse use) { return ui.font(use)->FontSize; }

/// Draws text at a place without moving the cursor.
void put_text(const Ui& ui, FontUse use, ImVec2 at, ImU32 colour, const std::string& text) {
    ImGui::GetWindowDrawList()->AddText(ui.font(use), font_height_px(ui, use),
                                        {std::floor(at.x), std::floor(at.y)}, colour, text.data(),
                                        text.data() + text.size());
}

std::string wrapped(const Ui& ui, FontUse use, const std::string& text, float wrap_px) {
    if (wrap_px <= 0) {
        return text;
    }
    const ImFont* font = ui.font(use);
    return break_lines(text, wrap_px, [font](char32_t c) {
        return font->GetCharAdvance(static_cast<ImWchar>(c));
    });
}

struct ChipLook {
    ImU32 fill;
    ImU32 border;
    ImU32 text;
    ImU32 count;
};

ChipLook chip_look(const Ui& ui, bool on, bool hovered, bool empty) {
    const Palette& c = ui.colours;
    if (on) {
        return {c.accent_soft, c.accent, c.accent_text, c.accent_text};
    }
    const ImU32 text = empty ? c.text_faint : c.text;
    return {hovered ? c.field_hover : c.field, hovered ? c.text_faint : c.hairline, text,
            empty ? c.text_faint : c.text_muted};
}

}  // namespace

void text_in(const Ui& ui, FontUse use, ImU32 colour, const std::string& text, float wrap_px) {
    const std::string lines = wrapped(ui, use, text, wrap_px == 0 ? available_px() : wrap_px);
    put_text(ui, use, ImGui::GetCursorScreenPos(), colour, lines);
    ImGui::Dummy(text_size(ui, use, lines));
}

ImVec2 text_size(const Ui& ui, FontUse use, const std::string& text, float wrap_px) {
    const std::string lines = wrapped(ui, use, text, wrap_px);
    return ui.font(use)->CalcTextSizeA(font_height_px(ui, use), 1e6F, 0, lines.data(),
                                       lines.data() + lines.size());
}

std::string shorten(const Ui& ui, FontUse use, const std::string& text, float width_px) {
    if (text_size(ui, use, text).x <= width_px) {
        return text;
    }
    std::u32string letters = decode_utf8(text);
    while (!letters.empty()) {
        letters.pop_back();
        std::string out;
        for (const char32_t c : letters) {
            append_utf8(c, out);
        }
        out += "…";
        if (text_size(ui, use, out).x <= width_px) {
            return out;
        }
    }
    return "…";
}

void text_in_line(const Ui& ui, FontUse use, ImU32 colour, const std::string& text,
                  float width_px) {
    const std::string shown = shorten(ui, use, text, width_px);
    text_in(ui, use, colour, shown);
    if (shown != text) {
        tooltip_for_item(ui, text);
    }
}

float chip_width_px(const Ui& ui, const std::string& label, int count) {
    const float words = text_size(ui, FontUse::small, label).x + ui.px(2 * chip_pad_px);
    return count < 0
               ? words
               : words + ui.px(chip_gap_px) + text_size(ui, FontUse::small, with_commas(count)).x;
}

bool chip(const Ui& ui, const std::string& id, const std::string& label, int count, bool on) {
    const ImVec2 extent(chip_width_px(ui, label, count), ui.px(size::chip_height_px));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = key_pressed(ui, ImGui::InvisibleButton(id.c_str(), extent));
    ui.probe("chip:" + id);
    const ChipLook look = chip_look(ui, on, ImGui::IsItemHovered(), count == 0);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 end(at.x + extent.x, at.y + extent.y);
    list->AddRectFilled(at, end, look.fill, extent.y / 2);
    list->AddRect(at, end, look.border, extent.y / 2, 0, on ? ui.px(1.5F) : 1);
    const float y = at.y + (extent.y - font_height_px(ui, FontUse::small)) / 2;
    const float x = at.x + ui.px(chip_pad_px);
    put_text(ui, FontUse::small, {x, y}, look.text, label);
    if (count >= 0) {
        put_text(ui, FontUse::small,
                 {x + text_size(ui, FontUse::small, label).x + ui.px(chip_gap_px), y}, look.count,
                 with_commas(count));
    }
    return clicked;
}

bool plain_chip(const Ui& ui, const std::string& id, const std::string& label, bool on) {
    const ImVec2 words = text_size(ui, FontUse::small, label);
    const ImVec2 extent(words.x + ui.px(2 * chip_pad_px), ui.px(size::chip_height_px));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = key_pressed(ui, ImGui::InvisibleButton(id.c_str(), extent));
    ui.probe("chip:" + id);
    const ChipLook look = chip_look(ui, on, ImGui::IsItemHovered(), false);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 end(at.x + extent.x, at.y + extent.y);
    list->AddRectFilled(at, end, look.fill, extent.y / 2);
    list->AddRect(at, end, look.border, extent.y / 2, 0, on ? ui.px(1.5F) : 1);
    put_text(ui, FontUse::small, {at.x + ui.px(chip_pad_px), at.y + (extent.y - words.y) / 2},
             look.text, label);
    return clicked;
}

bool row_chip(const Ui& ui, const std::string& id, const std::string& label, int count, bool on,
              const ImU32* swatch) {
    const float width = available_px();
    const std::string number = with_commas(count);
    const float number_width = text_size(ui, FontUse::small, number).x;
    const float pad = ui.px(chip_pad_px);
    const float left = pad + (swatch != nullptr ? ui.px(18) : 0);
    const float wrap = width - left - pad - number_width - ui.px(10);
    const ImVec2 words = text_size(ui, FontUse::small, label, wrap);
    const ImVec2 extent(width, std::max(ui.px(32), words.y + ui.px(10)));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = key_pressed(ui, ImGui::InvisibleButton(id.c_str(), extent));
    ui.probe("chip:" + id);
    const ChipLook look = chip_look(ui, on, ImGui::IsItemHovered(), count == 0);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 end(at.x + extent.x, at.y + extent.y);
    const float rounding = std::min(ui.px(14), extent.y / 2);
    list->AddRectFilled(at, end, look.fill, rounding);
    list->AddRect(at, end, look.border, rounding, 0, on ? ui.px(1.5F) : 1);
    if (swatch != nullptr) {
        list->AddCircleFilled({at.x + pad + ui.px(5), at.y + extent.y / 2}, ui.px(4.5F), *swatch);
    }
    put_text(ui, FontUse::small, {at.x + left, at.y + (extent.y - words.y) / 2}, look.text,
             wrapped(ui, FontUse::small, label, wrap));
    put_text(
        ui, FontUse::small,
        {end.x - pad - number_width, at.y + (extent.y - font_height_px(ui, FontUse::small)) / 2},
        look.count, number);
    return clicked;
}

int segmented(const Ui& ui, const std::string& id, std::initializer_list<const char*> labels,
              int chosen, float width_px) {
    const float height = ui.px(size::chip_height_px);
    float natural = 0;
    for (const char* label : labels) {
        natural = std::max(natural, text_size(ui, FontUse::small, label).x + ui.px(22));
    }
    const auto count = static_cast<float>(labels.size());
    const float part = width_px > 0 ? width_px / count : natural;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 end(at.x + part * count, at.y + height);
    list->AddRectFilled(at, end, ui.colours.field, height / 2);
    list->AddRect(at, end, ui.colours.hairline, height / 2);
    int index = 0;
    int result = chosen;
    ImGui::PushID(id.c_str());
    for (const char* label : labels) {
        const ImVec2 low(at.x + part * static_cast<float>(index), at.y);
        const ImVec2 high(low.x + part, low.y + height);
        ImGui::SetCursorScreenPos(low);
        if (key_pressed(ui, ImGui::InvisibleButton(label, {part, height}))) {
            result = index;
        }
        ui.probe(fmt::format("switch:{}:{}", id, index));
        const bool on = index == chosen;
        if (on) {
            list->AddRectFilled(low, high, ui.colours.accent_soft, height / 2);
            list->AddRect(low, high, ui.colours.accent, height / 2, 0, ui.px(1.2F));
        }
        const ImU32 colour =
            on ? ui.colours.accent_text
               : (ImGui::IsItemHovered() ? ui.colours.text : ui.colours.text_muted);
        const ImVec2 extent = text_size(ui, FontUse::small, label);
        put_text(ui, FontUse::small,
                 {low.x + (part - extent.x) / 2, low.y + (height - extent.y) / 2}, colour, label);
        ++index;
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({end.x - at.x, height});
    return result;
}

bool icon_button(const Ui& ui, const std::string& id, Icon icon, const char* tooltip, bool enabled,
                 float size_px) {
    const float edge = ui.px(size_px);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(id.c_str(), {edge, edge});
    const bool clicked = enabled && key_pressed(ui, pressed);
    ui.probe("button:" + id);
    const bool hovered = ImGui::IsItemHovered() && enabled;
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (hovered) {
        list->AddRectFilled(at, {at.x + edge, at.y + edge}, ui.colours.field_hover, ui.px(6));
    }
    const ImU32 colour = !enabled ? with_alpha(ui.colours.text_faint, 0.55F)
                                  : (hovered ? ui.colours.text : ui.colours.text_muted);
    draw_icon(*list, icon, {at.x + edge / 2, at.y + edge / 2}, ui.px(size_px * 0.42F), colour);
    if (tooltip != nullptr) {
        tooltip_for_item(ui, tooltip);
    }
    return clicked;
}

bool primary_button(const Ui& ui, const std::string& id, const std::string& label, const Icon* icon,
                    bool enabled) {
    const float height = ui.px(34);
    const float icon_px = icon != nullptr ? ui.px(22) : 0;
    const ImVec2 words = text_size(ui, FontUse::small_bold, label);
    const ImVec2 extent(words.x + icon_px + ui.px(28), height);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(id.c_str(), extent);
    const bool clicked = enabled && key_pressed(ui, pressed);
    ui.probe("button:" + id);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImU32 fill = !enabled                 ? with_alpha(ui.colours.accent, 0.4F)
                       : ImGui::IsItemHovered() ? ui.colours.accent_hover
                                                : ui.colours.accent;
    list->AddRectFilled(at, {at.x + extent.x, at.y + height}, fill, ui.px(7));
    if (icon != nullptr) {
        draw_icon(*list, *icon, {at.x + ui.px(22), at.y + height / 2}, ui.px(13),
                  ui.colours.on_accent);
    }
    put_text(ui, FontUse::small_bold, {at.x + ui.px(14) + icon_px, at.y + (height - words.y) / 2},
             ui.colours.on_accent, label);
    return clicked;
}

bool link_button(const Ui& ui, const std::string& id, const std::string& label) {
    const ImVec2 words = text_size(ui, FontUse::small, label);
    const ImVec2 extent(words.x + ui.px(12), ui.px(28));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = key_pressed(ui, ImGui::InvisibleButton(id.c_str(), extent));
    ui.probe("button:" + id);
    if (ImGui::IsItemHovered()) {
        ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + extent.x, at.y + extent.y},
                                                  ui.colours.accent_soft, ui.px(6));
    }
    put_text(ui, FontUse::small, {at.x + ui.px(6), at.y + (extent.y - words.y) / 2},
             ui.colours.accent_text, label);
    return clicked;
}

float pill_width_px(const Ui& ui, const std::string& label) {
    return text_size(ui, FontUse::small, label).x + ui.px(18);
}

void pill(const Ui& ui, const std::string& label, ImU32 fill, ImU32 text) {
    const ImVec2 extent(pill_width_px(ui, label), ui.px(24));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + extent.x, at.y + extent.y}, fill,
                                              extent.y / 2);
    put_text(ui, FontUse::small,
             {at.x + ui.px(9), at.y + (extent.y - font_height_px(ui, FontUse::small)) / 2}, text,
             label);
    ImGui::Dummy(extent);
}

void flow(const Ui& ui, float next_width_px, bool first, float gap_px) {
    if (first) {
        return;
    }
    const float right = card.open ? card.start.x + card.width_px - card.pad_px
                                  : ImGui::GetWindowPos().x + ImGui::GetWindowContentRegionMax().x;
    if (ImGui::GetItemRectMax().x + ui.px(gap_px) + next_width_px <= right) {
        ImGui::SameLine(0, ui.px(gap_px));
    }
}

void mark_partly_chosen(const Ui& ui, Marked chosen) {
    if (chosen == Marked::none) {
        return;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ui.px(chosen == Marked::all ? 4 : 2);
    ImGui::GetWindowDrawList()->AddRectFilled(
        {at.x - ui.px(5), at.y - ui.px(1)},
        {at.x - ui.px(5) + width, at.y + ImGui::GetTextLineHeight() + ui.px(1)}, ui.colours.accent);
}

void hairline(const Ui& ui, float space_px) {
    space(ui, space_px);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(at, {at.x + available_px(), at.y}, ui.colours.hairline);
    ImGui::Dummy({1, 1});
    space(ui, space_px);
}

void space(const Ui& ui, float height_px) {
    // Without the spacing that would follow an item, so that distances are what they say.
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(height_px));
}

void tooltip_for_item(const Ui& ui, const std::string& text) {
    if (!ImGui::IsItemHovered()) {
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(10), ui.px(7)));
    ImGui::BeginTooltip();
    const float wrap = ui.px(320);
    text_in(ui, FontUse::small, ui.colours.text, text,
            text_size(ui, FontUse::small, text).x > wrap ? wrap : -1);
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

void tooltip_above_item(const Ui& ui, const std::string& text) {
    if (ImGui::IsItemHovered()) {
        const ImVec2 low = ImGui::GetItemRectMin();
        const ImVec2 high = ImGui::GetItemRectMax();
        const bool right = (low.x + high.x) / 2 > ImGui::GetIO().DisplaySize.x / 2;
        ImGui::SetNextWindowPos({right ? high.x : low.x, low.y - ui.px(4)}, ImGuiCond_Always,
                                {right ? 1.0F : 0.0F, 1});
        tooltip_for_item(ui, text);
    }
}

float available_px() {
    if (card.open) {
        return card.start.x + card.width_px - card.pad_px - ImGui::GetCursorScreenPos().x;
    }
    return ImGui::GetContentRegionAvail().x;
}

void begin_card(const Ui& ui) {
    IM_ASSERT(!card.open);
    card.start = ImGui::GetCursorScreenPos();
    card.width_px = ImGui::GetContentRegionAvail().x;
    card.pad_px = ui.px(card_pad_px);
    card.open = true;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->ChannelsSplit(2);
    list->ChannelsSetCurrent(1);
    ImGui::SetCursorScreenPos({card.start.x + card.pad_px, card.start.y + card.pad_px});
    ImGui::BeginGroup();
}

void end_card(const Ui& ui) {
    ImGui::EndGroup();
    card.open = false;
    const float bottom = ImGui::GetItemRectMax().y + card.pad_px;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->ChannelsSetCurrent(0);
    const ImVec2 end(card.start.x + card.width_px, bottom);
    list->AddRectFilled(card.start, end, ui.colours.card, ui.px(size::rounding_px));
    list->AddRect(card.start, end, ui.colours.hairline, ui.px(size::rounding_px));
    list->ChannelsMerge();
    ImGui::SetCursorScreenPos(card.start);
    ImGui::Dummy({card.width_px, bottom - card.start.y});
}

void begin_scroll(const Ui& ui, const char* id, float height_px) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(size::pad_px), ui.px(8)));
    ImGui::BeginChild(id, {0, height_px}, false, ImGuiWindowFlags_AlwaysUseWindowPadding);
    ImGui::PopStyleVar();
}

void end_scroll() { ImGui::EndChild(); }

std::string with_commas(long long value) {
    std::string digits = std::to_string(value < 0 ? -value : value);
    for (std::size_t at = digits.size(); at > 3; at -= 3) {
        digits.insert(at - 3, ",");
    }
    return value < 0 ? "-" + digits : digits;
}

std::string percent(double share) { return fmt::format("{:.1f} %", share * 100); }

}  // namespace miraimap::gui
