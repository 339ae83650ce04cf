// SPDX-License-Identifier: MIT
// Commands of the table that is shown: the one that has the keyboard, else the first.
#include <GLFW/glfw3.h>

#include "app/gui/commands.hpp"

namespace miraimap::gui {

void add_table_commands(std::vector<Command>& commands) {
    const auto add = [&](Command command) {
        command.group = CommandGroup::table;
        commands.push_back(std::move(command));
    };
    add({.id = "table.focus",
         .name = T::do_table_focus,
         .reading = "ひょうにうつる",
         .keys = {{.code = GLFW_KEY_F2}},
         .run = [](AppState& state, Wishes&) { state.table_keys.focus_wanted = true; }});
    add({.id = "table.copy",
         .name = T::do_table_copy,
         .reading = "ひょうのぎょうをこぴー",
         .keys = {{.code = GLFW_KEY_C, .modifiers = ctrl}},
         .run = [](AppState& state, Wishes&) { state.table_keys.copy_wanted = true; }});
    add({.id = "table.choose-all",
         .name = T::do_table_choose_all,
         .reading = "ひょうのすべてのぎょうをえらぶ",
         .keys = {{.code = GLFW_KEY_A, .modifiers = ctrl}},
         .run = [](AppState& state, Wishes&) { state.table_keys.choose_all_wanted = true; }});
}

}  // namespace miraimap::gui
