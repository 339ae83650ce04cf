// SPDX-License-Identifier: MIT
// Commands for sessions and for the command line of what is shown.
#include <GLFW/glfw3.h>

#include "app/gui/commands.hpp"

namespace miraimap::gui {

void add_session_commands(std::vector<Command>& commands) {
    const auto add = [&](Command command) {
        command.group = CommandGroup::file;
        commands.push_back(std::move(command));
    };
    add({.id = "file.open",
         .name = T::do_open_session,
         .reading = "せっしょんをひらく",
         .keys = {{.code = GLFW_KEY_O, .modifiers = ctrl}},
         .run = [](AppState& state, Wishes&) {
             state.session.dialog_wanted = SessionDialog::open;
         }});
    add({.id = "file.save",
         .name = T::do_save_session,
         .reading = "せっしょんをほぞん",
         .keys = {{.code = GLFW_KEY_S, .modifiers = ctrl}},
         .run = [](AppState& state, Wishes&) {
             if (state.session.file.empty()) {
                 state.session.dialog_wanted = SessionDialog::save;
             } else {
                 state.session.save_wanted = state.session.file;
             }
         }});
    add({.id = "file.save-as",
         .name = T::do_save_session_as,
         .reading = "せっしょんをべつのなまえでほぞん",
         .keys = {{.code = GLFW_KEY_S, .modifiers = ctrl | shift}},
         .run = [](AppState& state, Wishes&) {
             state.session.dialog_wanted = SessionDialog::save;
         }});
    add({.id = "file.copy-command",
         .name = T::do_copy_command,
         .reading = "こまんどらいんとしてこぴー",
         .keys = {{.code = GLFW_KEY_C, .modifiers = ctrl | shift}},
         .run = [](AppState& state, Wishes&) { state.session.copy_wanted = true; }});
}

}  // namespace miraimap::gui
