// SPDX-License-Identifier: MIT
// What is chosen, over the map, where the details beside it are hidden or have no room.
#include <algorithm>
#include <iterator>

#include "app/gui/panel_actions.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/texts.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr float height_px = 30;
constexpr float below_chooser_px = 42;  ///< from the chooser's top
constexpr float pad_px = 12;
constexpr float most_px = 280;

std::string chosen_name(const Ui& ui) {
    const PlaceSet& chosen = ui.state.chosen;
    return chosen.places.size() == 1
               ? short_name(
                     ui.world()
                         .catalogue.municipalities[static_cast<std::size_t>(chosen.places.front())],
                     ui.lang())
               : fill(T::choice_places, ui.lang(), with_commas(std::ssize(chosen.places)));
}

}  // namespace

void chosen_chip(const Ui& ui, ImVec2 low, float room_px) {
    AppState& state = ui.state;
    if (state.chosen.empty() || panel_shown(state, Panel::right)) {
        return;
    }
    const float icon = ui.px(22);
    const float most = std::min(ui.px(most_px), room_px);
    const std::string count = selections_in_words(selections_of_chosen(state), ui.lang());
    const std::string name =
        shorten(ui, FontUse::small_bold, chosen_name(ui), most - ui.px(2 * pad_px) - icon);
    const float name_width = text_size(ui, FontUse::small_bold, name).x;
    const float with_count =
        name_width + ui.px(2 * pad_px + 8) + icon + text_size(ui, FontUse::small, count).x;
    const bool counted = with_count <= most;
    const float width = counted ? with_count : name_width + ui.px(2 * pad_px) + icon;
    float top = ui.px(below_chooser_px);
    if (!state.snapshot.what_if.empty()) {
        const ScreenRect banner = supposed_banner(ui).place;
        const float margin = ui.px(map_margin_px(state));
        if (banner.y > margin) {  // in the line below the chooser
            top = banner.y - margin + banner.height + ui.px(6);
        }
    }
    const ImVec2 at(low.x, low.y + top);
    const ImVec2 end(at.x + width, at.y + ui.px(height_px));
    ImGui::SetCursorScreenPos(at);
    const bool clicked =
        key_pressed(ui, ImGui::InvisibleButton("##chosen-chip", {width, ui.px(height_px)}));
    ui.probe("button:chosen-chip");
    tooltip_for_item(ui, ui.tr(T::chip_hint));
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, end,
                        ImGui::IsItemHovered() ? ui.colours.field_hover : ui.colours.accent_soft,
                        ui.px(size::rounding_px));
    list->AddRect(at, end, ui.colours.accent, ui.px(size::rounding_px));
    const float middle = (at.y + end.y) / 2;
    const auto put = [&](FontUse use, ImU32 colour, const std::string& text, float x) {
        const ImFont* font = ui.font(use);
        list->AddText(font, font->FontSize, {x, middle - font->FontSize / 2}, colour, text.c_str());
    };
    put(FontUse::small_bold, ui.colours.accent_text, name, at.x + ui.px(pad_px));
    if (counted) {
        put(FontUse::small, ui.colours.text_muted, count, at.x + ui.px(pad_px + 8) + name_width);
    }
    draw_icon(*list, Icon::chevron_right, {end.x - ui.px(14), middle}, ui.px(10),
              ui.colours.accent_text);
    if (clicked) {
        show_panel(state, Panel::right);
    }
}

}  // namespace miraimap::gui
