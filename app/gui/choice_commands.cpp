// SPDX-License-Identifier: MIT
// Commands that change the set of chosen places.
#include <GLFW/glfw3.h>

#include "app/gui/commands.hpp"
#include "app/gui/map_choice.hpp"
#include "app/gui/view_moves.hpp"

namespace miraimap::gui {
namespace {

void take_up(AppState& state, ChoiceTool tool) {
    MapChoice& choice = state.map_choice;
    state.zoom_box.armed = false;
    choice = {};  // a brush ends with its tool
    choice.tool = tool;
}

void turn_over(AppState& state, ChoiceTool tool) {
    take_up(state, state.map_choice.tool == tool ? ChoiceTool::none : tool);
}

bool any_chosen(const AppState& state) { return state.loaded && !state.chosen.empty(); }

}  // namespace

void add_choice_commands(std::vector<Command>& commands) {
    const auto add = [&](Command command) {
        command.group = CommandGroup::choice;
        commands.push_back(std::move(command));
    };
    add({.id = "choice.toggle-centre",
         .name = T::do_toggle_centre,
         .reading = "ちずのちゅうおうのしちょうそんをついかかいじょ",
         .keys = {{.code = GLFW_KEY_ENTER, .modifiers = ctrl}},
         .run = [](AppState& state, Wishes&) {
             if (const int place = municipality_at_centre(state); place >= 0) {
                 choose(state, SetChange::toggle, {place});
             }
             state.zoom_box.cross = true;
         }});
    add({.id = "choice.add-view",
         .name = T::do_add_view,
         .reading = "ひょうじはんいのしちょうそんをせんたくについか",
         .keys = {{.code = GLFW_KEY_ENTER, .modifiers = shift}},
         .run = [](AppState& state, Wishes&) {
             choose(state, SetChange::add, places_in_view(state));
         }});
    add({.id = "choice.remove-view",
         .name = T::do_remove_view,
         .reading = "ひょうじはんいのしちょうそんをせんたくからのぞく",
         .keys = {{.code = GLFW_KEY_ENTER, .modifiers = alt}},
         .run = [](AppState& state,
                   Wishes&) { choose(state, SetChange::remove, places_in_view(state)); },
         .enabled = any_chosen});
    add({.id = "choice.prefecture",
         .name = T::do_choose_prefecture,
         .reading = "えらんだところのとどうふけんぜんたいをえらぶ",
         .keys = {{.code = GLFW_KEY_P}},
         .run = [](AppState& state,
                   Wishes&) { choose(state, SetChange::add, prefectures_of_chosen(state)); },
         .enabled = any_chosen});
    add({.id = "choice.invert",
         .name = T::do_invert,
         .reading = "せんたくをはんてん",
         .keys = {{.code = GLFW_KEY_I, .modifiers = ctrl}},
         .run = [](AppState& state, Wishes&) {
             const auto& places = state.loaded->world->catalogue.municipalities;
             state.chosen = inverse(state.chosen, static_cast<int>(places.size()));
         }});
    add({.id = "choice.lasso",
         .name = T::do_lasso,
         .reading = "なげなわでえらぶ",
         .keys = {{.code = GLFW_KEY_L}},
         .run = [](AppState& state, Wishes&) { turn_over(state, ChoiceTool::lasso); }});
    add({.id = "choice.brush",
         .name = T::do_brush,
         .reading = "しかくでなぞってえらぶぶらし",
         .keys = {{.code = GLFW_KEY_B}},
         .run = [](AppState& state, Wishes&) { turn_over(state, ChoiceTool::brush); }});
    add({.id = "choice.brush-view",
         .name = T::do_brush_view,
         .reading = "ひょうじはんいだけをすべてのひょうじにのこすぶらし",
         .keys = {{.code = GLFW_KEY_B, .modifiers = shift}},
         .run = [](AppState& state, Wishes&) {
             state.zoom_box.armed = false;
             set_brush(state, places_in_view(state), state.view.box());
         }});
    add({.id = "choice.end-brush",
         .name = T::do_end_brush,
         .reading = "なぞったはんいをとくぶらしをおわる",
         .keys = {},
         .run = [](AppState& state, Wishes&) { end_brush(state); },
         .enabled = [](const AppState& state) { return state.map_choice.brush.has_value(); }});
}

}  // namespace miraimap::gui
