// SPDX-License-Identifier: MIT
// Commands that move the map and choose on it, and what the mouse does there.
#include <GLFW/glfw3.h>

#include <array>
#include <utility>

#include "app/gui/commands.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/view_moves.hpp"
#include "app/gui/zoom_box.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap::gui {
namespace {

constexpr double zoom_step = 1.5;
/// Part of the map that an arrow key moves it by.
constexpr double pan_step = 0.12;

void zoom_in_the_middle(AppState& state, double factor) {
    zoom_at(state, factor, state.view.width_px / 2, state.view.height_px / 2);
}

void add_zoom(std::vector<Command>& commands) {
    const auto add = [&](Command command) {
        command.group = CommandGroup::map;
        commands.push_back(std::move(command));
    };
    add({.id = "map.home",
         .name = T::do_home,
         .reading = "ぜんこくひょうじ",
         .keys = {{.code = GLFW_KEY_HOME}},
         .run = [](AppState& state, Wishes&) { go_home(state); }});
    add({.id = "map.zoom-in",
         .name = T::do_zoom_in,
         .reading = "かくだい",
         .keys = {{.letter = U'+'}},
         .run = [](AppState& state, Wishes&) { zoom_in_the_middle(state, zoom_step); },
         .repeats = true});
    add({.id = "map.zoom-out",
         .name = T::do_zoom_out,
         .reading = "しゅくしょう",
         .keys = {{.letter = U'-'}},
         .run = [](AppState& state, Wishes&) { zoom_in_the_middle(state, 1 / zoom_step); },
         .repeats = true});
    add({.id = "map.zoom-choice",
         .name = T::do_zoom_choice,
         .reading = "せんたくちまたはかこったはんいにかくだい",
         .keys = {{.code = GLFW_KEY_Z}},
         .run = [](AppState& state, Wishes&) { zoom_to_choice_or_box(state); }});
    add({.id = "map.zoom-box",
         .name = T::do_zoom_box,
         .reading = "しかくでかこんでかくだい",
         .keys = {{.code = GLFW_KEY_Z, .modifiers = shift}},
         .run = [](AppState& state, Wishes&) { state.zoom_box.armed = !state.zoom_box.armed; }});
    add({.id = "map.back",
         .name = T::do_view_back,
         .reading = "まえのひょうじはんいへ",
         .keys = {{.code = GLFW_KEY_LEFT, .modifiers = alt}},
         .run = [](AppState& state, Wishes&) { view_back(state); },
         .enabled = [](const AppState& state) { return state.view_history.has_back(); }});
    add({.id = "map.forward",
         .name = T::do_view_forward,
         .reading = "つぎのひょうじはんいへ",
         .keys = {{.code = GLFW_KEY_RIGHT, .modifiers = alt}},
         .run = [](AppState& state, Wishes&) { view_forward(state); },
         .enabled = [](const AppState& state) { return state.view_history.has_forward(); }});
}

void add_regions(std::vector<Command>& commands) {
    constexpr std::array<std::pair<T, const char*>, 8> regions_named{
        {{T::do_region_hokkaido, "ほっかいどうをひょうじ"},
         {T::do_region_tohoku, "とうほくをひょうじ"},
         {T::do_region_kanto, "かんとうをひょうじ"},
         {T::do_region_chubu, "ちゅうぶをひょうじ"},
         {T::do_region_kinki, "きんきをひょうじ"},
         {T::do_region_chugoku, "ちゅうごくをひょうじ"},
         {T::do_region_shikoku, "しこくをひょうじ"},
         {T::do_region_kyushu, "きゅうしゅうおきなわをひょうじ"}}};
    for (int region = 0; region < static_cast<int>(regions_named.size()); ++region) {
        const auto& [name, reading] = regions_named[static_cast<std::size_t>(region)];
        commands.push_back(
            {.id = "map.region-" + regions()[static_cast<std::size_t>(region)].key,
             .group = CommandGroup::map,
             .name = name,
             .reading = reading,
             .keys = {{.code = GLFW_KEY_1 + region, .modifiers = ctrl}},
             .run = [region](AppState& state, Wishes&) { zoom_to_region(state, region); }});
    }
}

void add_pans(std::vector<Command>& commands) {
    struct Pan {
        const char* id;
        T name;
        const char* reading;
        int key;
        double right;
        double down;
    };
    constexpr std::array<Pan, 4> pans{
        {{"map.west", T::do_pan_west, "にしへうごかす", GLFW_KEY_LEFT, -1, 0},
         {"map.east", T::do_pan_east, "ひがしへうごかす", GLFW_KEY_RIGHT, 1, 0},
         {"map.north", T::do_pan_north, "きたへうごかす", GLFW_KEY_UP, 0, -1},
         {"map.south", T::do_pan_south, "みなみへうごかす", GLFW_KEY_DOWN, 0, 1}}};
    for (const Pan& pan : pans) {
        commands.push_back({.id = pan.id,
                            .group = CommandGroup::map,
                            .name = pan.name,
                            .reading = pan.reading,
                            .keys = {{.code = pan.key}},
                            .run =
                                [pan](AppState& state, Wishes&) {
                                    pan_by(state, -pan.right * pan_step * state.view.width_px,
                                           -pan.down * pan_step * state.view.height_px);
                                    state.zoom_box.cross = true;
                                },
                            .repeats = true});
    }
}

void add_choice(std::vector<Command>& commands) {
    commands.push_back({.id = "choice.centre",
                        .group = CommandGroup::choice,
                        .name = T::do_choose_centre,
                        .reading = "ちずのちゅうおうのしちょうそんをえらぶ",
                        .keys = {{.code = GLFW_KEY_ENTER}, {.code = GLFW_KEY_KP_ENTER}},
                        .run = [](AppState& state, Wishes&) {
                            choose(state, municipality_at_centre(state));
                            state.zoom_box.cross = true;
                        }});
    commands.push_back({.id = "choice.clear",
                        .group = CommandGroup::choice,
                        .name = T::do_clear_choice,
                        .reading = "せんたくやけんさくをやめる",
                        .keys = {{.code = GLFW_KEY_ESCAPE}},
                        .run = [](AppState& state, Wishes&) { step_out(state); },
                        .enabled = [](const AppState&) { return true; }});
}

}  // namespace

void add_map_commands(std::vector<Command>& commands) {
    add_zoom(commands);
    add_regions(commands);
    add_pans(commands);
    add_choice(commands);
}

const std::vector<MouseAction>& mouse_actions() {
    static const std::vector<MouseAction> actions{
        {T::mouse_wheel, T::mouse_wheel_does, "map.zoom-in"},
        {T::mouse_wheel_back, T::mouse_wheel_back_does, "map.zoom-out"},
        {T::mouse_drag, T::mouse_drag_does, "map.west"},
        {T::mouse_click, T::mouse_click_does, "choice.centre"},
        {T::mouse_ctrl_click, T::mouse_ctrl_click_does, "choice.toggle-centre"},
        {T::mouse_shift_drag, T::mouse_shift_drag_does, "choice.add-view"},
        {T::mouse_alt_drag, T::mouse_alt_drag_does, "choice.remove-view"},
        {T::mouse_double, T::mouse_double_does, "map.zoom-choice"},
        {T::mouse_box, T::mouse_box_does, "map.zoom-box"},
        {T::mouse_brush, T::mouse_brush_does, "choice.brush-view"},
        {T::mouse_control, T::mouse_control_does, "window.next-control", "Tab Enter"},
        {T::mouse_border_left, T::mouse_border_does, "window.filters-wider", "Ctrl+← →"},
        {T::mouse_border_right, T::mouse_border_does, "window.details-wider", "Ctrl+Shift+← →"},
        {T::mouse_border_bottom, T::mouse_border_does, "window.tables-higher", "Ctrl+↑ ↓"},
        {T::mouse_border_double, T::mouse_border_double_does, "window.usual-panels"},
        {T::mouse_row, T::mouse_row_does, "table.focus", "F2 ↑ ↓"},
        {T::mouse_row_double, T::mouse_row_double_does, "table.focus", "F2 Enter"},
        {T::mouse_row_right, T::mouse_row_right_does, "table.focus", "F2 Shift+F10"},
        {T::mouse_heading, T::mouse_heading_does, "window.next-control", "Tab Enter"},
        {T::mouse_heading_drag, T::mouse_heading_drag_does, "window.next-control", "Tab Shift+← →"},
        {T::mouse_heading_edge, T::mouse_heading_edge_does, "window.next-control", "Tab ← →"},
        {T::mouse_filter, T::mouse_filter_does, "window.next-control", "Tab"},
    };
    return actions;
}

}  // namespace miraimap::gui
