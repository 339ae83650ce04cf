// SPDX-License-Identifier: MIT
#include "app/gui/legend_row.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "app/gui/key_ring.hpp"
#include "app/gui/legend_card.hpp"
#include "app/gui/widgets.hpp"
#include "shapes/legend.hpp"
#include "shapes/style_modes.hpp"

namespace miraimap::gui {
namespace {

/// Stripes of the first classes, as places of several classes have them.
void draw_stripes(const Ui& ui, const Scene& scene, ImVec2 low, float height) {
    constexpr int stripes = 3;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 high(low.x + ui.px(26), low.y + height);
    const float step = ui.px(static_cast<float>(stripe_px));
    const float slope = high.y - low.y;
    list->PushClipRect(low, high, true);
    int stripe = 0;
    for (float x = low.x - slope; x < high.x; x += step) {
        const auto of = static_cast<std::size_t>(stripe++ % stripes);
        list->AddQuadFilled({x, high.y}, {x + step, high.y}, {x + step + slope, low.y},
                            {x + slope, low.y}, to_u32(scene.legend[of].style.fill));
    }
    list->PopClipRect();
    list->AddRect(low, high, ui.colours.hairline, ui.px(3));
}

/// What the pointer can do with a class.
std::string class_hint(const Ui& ui, const LegendEntry& entry, bool filters, bool on) {
    const int places = entry.count + entry.among;
    std::string hint;
    if (entry.among > 0) {
        hint = fill(T::legend_among_hint, ui.lang(), with_commas(places), with_commas(entry.count),
                    entry.among_in.in(ui.lang()), with_commas(entry.among));
    } else if (places > 0) {
        hint = fill(T::legend_choose_hint, ui.lang(), with_commas(places));
    }
    if (entry.style.key == unresolved_class(ui.state.theme).key) {
        hint = ui.tr(T::legend_unresolved_hint) + ("\n" + hint);
    }
    if (on || filters) {
        hint += (hint.empty() ? "" : "\n") +
                std::string(ui.tr(on ? T::legend_unfilter_hint : T::legend_filter_hint));
    }
    return hint;
}

/// The button that filters by a class, in the gap before its count.
bool filter_button(const Ui& ui, const std::string& key, ImVec2 centre, bool on) {
    const float edge = ui.px(18);
    ImGui::SetCursorScreenPos({centre.x - edge / 2, centre.y - edge / 2});
    const bool clicked = ImGui::InvisibleButton(("##filter-" + key).c_str(), {edge, edge});
    ui.probe("legend-filter:" + key);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) {
        list->AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                            ui.colours.field_hover, ui.px(4));
    }
    draw_icon(*list, Icon::filter, centre, ui.px(12),
              on || hovered ? ui.colours.accent_text : ui.colours.text_muted);
    return clicked;
}

}  // namespace

void legend_swatch(const Ui& ui, const ClassStyle& style, ImVec2 low, float height_px) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 high(low.x + ui.px(26), low.y + height_px);
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

void legend_group_row(const Ui& ui, const Scene& scene, std::size_t first, const std::string& words,
                      ImVec2 at, ImVec2 whole) {
    const std::vector<std::size_t> members = group_from(scene.legend, first);
    const std::string count = with_commas(count_of(scene.legend, members));
    const ImVec2 low(at.x + ui.px(5), at.y);
    const ImVec2 high(at.x + whole.x - ui.px(5), at.y + whole.y);
    ImGui::SetCursorScreenPos(low);
    const bool clicked =
        key_pressed(ui, ImGui::InvisibleButton("##class-group", {high.x - low.x, high.y - low.y}));
    ImGui::SetItemAllowOverlap();
    ui.probe("legend-group");
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list->AddRectFilled(low, high, ui.colours.field, ui.px(5));
    }
    tooltip_for_item(
        ui, words + ui.tr(T::colon) + count + "\n" + fill(T::legend_choose_hint, ui.lang(), count));
    const ImFont* font = ui.font(FontUse::small_bold);
    const float y = at.y + (whole.y - text_size(ui, FontUse::small_bold, words).y) / 2;
    const float right = at.x + whole.x - ui.px(legend_pad_px);
    list->AddText(font, font->FontSize, {at.x + ui.px(legend_pad_px), y}, ui.colours.text,
                  words.c_str());
    list->AddText(font, font->FontSize, {right - text_size(ui, FontUse::small_bold, count).x, y},
                  ui.colours.text, count.c_str());
    if (clicked) {
        std::vector<int> classes(members.begin(), members.end());
        choose_group(ui.state, places_of_classes(*ui.state.modes.shown, classes),
                     ImGui::GetIO().KeyCtrl);
    }
}

void legend_row(const Ui& ui, const Scene& scene, std::size_t index, const std::string& name,
                ImVec2 at, ImVec2 whole) {
    AppState& state = ui.state;
    const LegendEntry& entry = scene.legend[index];
    const float row = whole.y;
    const float width = whole.x;
    const float pad = ui.px(legend_pad_px);
    const std::string& key = entry.style.key;
    const Classification& classes = *state.modes.shown;
    const bool on = is_filtered_by(state.request.filter, classes.colour, key);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 low(at.x + ui.px(5), at.y);
    const ImVec2 high(at.x + width - ui.px(5), at.y + row);
    ImGui::SetCursorScreenPos(low);
    const bool clicked = key_pressed(
        ui, ImGui::InvisibleButton(("##class-" + key).c_str(), {high.x - low.x, high.y - low.y}));
    ImGui::SetItemAllowOverlap();
    ui.probe("legend:" + key);
    // Also while its funnel is held down, which would be gone before it is let go otherwise.
    const bool pointed = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    const bool hovered = pointed || has_keyboard(ui);
    // Only of the class under the pointer or the keyboard: it takes counting all places.
    const std::optional<Filter> filter =
        hovered || on ? exact_filter(state, classes, static_cast<int>(index)) : std::nullopt;
    const std::string words = legend_words(entry, ui.lang());
    if (on || hovered) {
        list->AddRectFilled(low, high, on ? ui.colours.accent_soft : ui.colours.field, ui.px(5));
    }
    if (on) {
        list->AddRect(low, high, ui.colours.accent, ui.px(5));
    }
    const float tall = std::min(ui.px(16), row - ui.px(4));  // rows stay apart
    const float inside = entry.group.ja.empty() || name.empty() ? 0 : ui.px(legend_indent_px);
    const ImVec2 swatch(at.x + pad + inside, at.y + std::floor((row - tall) / 2));
    if (key == several_class(state.theme).key) {
        draw_stripes(ui, scene, swatch, tall);
    } else {
        legend_swatch(ui, entry.style, swatch, tall);
    }
    const auto put = [&](FontUse use, const std::string& text, float x, bool right) {
        const ImVec2 extent = text_size(ui, use, text);
        list->AddText(ui.font(use), ui.font(use)->FontSize,
                      {right ? x - extent.x : x, at.y + (row - extent.y) / 2}, ui.colours.text,
                      text.c_str());
    };
    if (!name.empty()) {
        put(FontUse::small, name, swatch.x + ui.px(36), false);
    }
    put(FontUse::small_bold, with_commas(entry.count), at.x + width - pad, true);
    if (pointed) {
        // Beside the card: the rows below it are what the reader compares with.
        const bool right = at.x > ImGui::GetIO().DisplaySize.x / 2;
        ImGui::SetNextWindowPos({right ? at.x - ui.px(8) : at.x + width + ui.px(8), at.y},
                                ImGuiCond_Always, {right ? 1.0F : 0.0F, 0});
    }
    const std::string hint = class_hint(ui, entry, filter.has_value(), on);
    tooltip_for_item(
        ui, words + ui.tr(T::colon) + with_commas(entry.count) + (hint.empty() ? "" : "\n" + hint));
    const float counts = text_size(ui, FontUse::small_bold, with_commas(entry.count)).x;
    const bool button =
        filter && !name.empty() &&
        filter_button(ui, key, {at.x + width - pad - counts - ui.px(12), at.y + row / 2}, on);
    if (filter && (button || (clicked && ImGui::GetIO().KeyAlt))) {
        set_filter(state, *filter);
    } else if (clicked && !ImGui::GetIO().KeyAlt) {
        choose_group(state, places_of_class(classes, static_cast<int>(index)),
                     ImGui::GetIO().KeyCtrl);
    }
}

}  // namespace miraimap::gui
