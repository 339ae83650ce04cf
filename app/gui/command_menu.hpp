// SPDX-License-Identifier: MIT
// A button that opens a menu of commands, for what a bar has no room for.
//
// Promises: the rows are commands (commands.hpp) with their names and keys. Esc or a click beside
// it closes the menu.
#pragma once

#include <string>
#include <vector>

#include "app/gui/ui.hpp"

namespace miraimap::gui {

struct MenuRow {
    std::string command;   ///< its id
    bool checked = false;  ///< shown as being on
};

/// The button at the cursor, 32 px wide at scale 1, and its menu while it is open.
void command_menu(const Ui& ui, const std::string& id, const std::vector<MenuRow>& rows);

}  // namespace miraimap::gui
