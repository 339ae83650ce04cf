// SPDX-License-Identifier: MIT
// The keyboard's way to the commands.
#pragma once

#include "app/gui/ui.hpp"

namespace miraimap::gui {

/// Runs the commands whose keys were pressed since the last frame. While a text field or a dialog
/// has the keyboard, only those that say so.
void press_keys(const Ui& ui);

/// Draws the list of commands if it is open; Enter or a click runs one.
/// @returns true until its field has the keyboard: another frame is needed
bool command_palette(const Ui& ui);

}  // namespace miraimap::gui
