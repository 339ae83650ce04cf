// SPDX-License-Identifier: MIT
// Commands that change what is asked for.
#include <GLFW/glfw3.h>

#include "app/gui/commands.hpp"

namespace miraimap::gui {

void add_filter_commands(std::vector<Command>& commands) {
    commands.push_back({.id = "filter.undo",
                        .group = CommandGroup::filter,
                        .name = T::do_undo,
                        .reading = "しぼりこみをもどす",
                        .keys = {{.code = GLFW_KEY_Z, .modifiers = ctrl}},
                        .run = [](AppState& state, Wishes&) { undo_filter(state); },
                        .enabled = [](const AppState& state) { return !state.undo.empty(); },
                        .repeats = true});
    commands.push_back({.id = "filter.redo",
                        .group = CommandGroup::filter,
                        .name = T::do_redo,
                        .reading = "しぼりこみをやりなおす",
                        .keys = {{.code = GLFW_KEY_Y, .modifiers = ctrl},
                                 {.code = GLFW_KEY_Z, .modifiers = ctrl | shift}},
                        .run = [](AppState& state, Wishes&) { redo_filter(state); },
                        .enabled = [](const AppState& state) { return !state.redo.empty(); },
                        .repeats = true});
    commands.push_back(
        {.id = "filter.clear",
         .group = CommandGroup::filter,
         .name = T::do_clear_filters,
         .reading = "しぼりこみをすべてかいじょ",
         .keys = {{.code = GLFW_KEY_BACKSPACE, .modifiers = ctrl}},
         .run = [](AppState& state, Wishes&) { set_filter(state, {}); },
         .enabled = [](const AppState& state) { return !state.request.filter.empty(); }});
}

}  // namespace miraimap::gui
