// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/gui/key_ring.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

void mode_list(const Ui& ui) {
    AppState& state = ui.state;
    const Lang lang = ui.lang();
    float width = ui.px(240);
    for (int i = 0; i < map_colour_count; ++i) {
        const std::string& name = name_of(static_cast<MapColour>(i)).in(lang);
        width = std::max(width, text_size(ui, FontUse::small, name).x + ui.px(48));
    }
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::mode_title));
    for (int i = 0; i < map_colour_count; ++i) {
        const auto colour = static_cast<MapColour>(i);
        if (can_show(state, colour) &&
            menu_row(ui, "mode:" + key_of(colour), name_of(colour).in(lang), width,
                     state.request.colour == colour ? MenuMark::on : MenuMark::off)) {
            set_map_colour(state, colour);
        }
    }
    space(ui, 6);
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::vision_title));
    for (int i = 0; i < vision_count; ++i) {
        const auto vision = static_cast<Vision>(i);
        if (menu_row(ui, "vision:" + key_of(vision), name_of(vision).in(lang), width,
                     state.modes.vision == vision ? MenuMark::on : MenuMark::off, true, false)) {
            state.modes.vision = vision;
        }
    }
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
    text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::vision_note),
            ImGui::GetCursorPosX() + width);
    ImGui::PopTextWrapPos();
}

/// What the chooser says in a width.
struct ChooserWords {
    std::string prefix;
    std::string name;
    float prefix_width = 0;
    float width = 0;
};

ChooserWords chooser_words(const Ui& ui, MapColour colour, float room_px) {
    const AppState& state = ui.state;
    ChooserWords words;
    words.prefix = ui.tr(T::mode_prefix);
    words.name = name_of(colour).in(ui.lang());
    if (state.modes.vision != Vision::usual) {
        words.name += " · " + name_of(state.modes.vision).in(ui.lang());
    }
    words.prefix_width = text_size(ui, FontUse::small, words.prefix).x + ui.px(8);
    words.name =
        shorten(ui, FontUse::small_bold, words.name, room_px - words.prefix_width - ui.px(46));
    words.width =
        words.prefix_width + text_size(ui, FontUse::small_bold, words.name).x + ui.px(12 + 34);
    return words;
}

}  // namespace

float mode_chooser_width(const Ui& ui, float room_px) {
    return chooser_words(ui, ui.state.request.colour, room_px).width;
}

float widest_mode_chooser(const Ui& ui, float room_px) {
    float widest = 0;
    for (int i = 0; i < map_colour_count; ++i) {
        widest = std::max(widest, chooser_words(ui, static_cast<MapColour>(i), room_px).width);
    }
    return widest;
}

void mode_chooser(const Ui& ui, float room_px) {
    const float height = ui.px(34);
    const auto [prefix, name, prefix_width, width] =
        chooser_words(ui, ui.state.request.colour, room_px);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = key_pressed(ui, ImGui::InvisibleButton("##mode", {width, height}));
    ui.probe("mode");
    const ImVec2 end(at.x + width, at.y + height);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled({at.x, at.y + ui.px(2)}, {end.x, end.y + ui.px(3)}, ui.colours.shadow,
                        ui.px(size::rounding_px));
    list->AddRectFilled(at, end, ImGui::IsItemHovered() ? ui.colours.field_hover : ui.colours.card,
                        ui.px(size::rounding_px));
    list->AddRect(at, end, ui.colours.hairline, ui.px(size::rounding_px));
    const ImFont* quiet = ui.font(FontUse::small);
    const ImFont* bold = ui.font(FontUse::small_bold);
    list->AddText(quiet, quiet->FontSize, {at.x + ui.px(12), at.y + (height - quiet->FontSize) / 2},
                  ui.colours.text_muted, prefix.c_str());
    list->AddText(bold, bold->FontSize,
                  {at.x + ui.px(12) + prefix_width, at.y + (height - bold->FontSize) / 2},
                  ui.colours.text, name.c_str());
    draw_icon(*list, Icon::chevron_down, {end.x - ui.px(16), at.y + height / 2}, ui.px(11),
              ui.colours.text_muted);
    tooltip_for_item(ui, ui.tr(T::mode_chooser_hint));
    if (clicked) {
        ImGui::OpenPopup("##modes");
    }
    ImGui::SetNextWindowPos({at.x, end.y + ui.px(6)});
    begin_menu_style(ui);
    if (ImGui::BeginPopup("##modes", ImGuiWindowFlags_NoMove)) {
        mode_list(ui);
        esc_closes_popup();
        ImGui::EndPopup();
    }
    end_menu_style();
}

}  // namespace miraimap::gui
