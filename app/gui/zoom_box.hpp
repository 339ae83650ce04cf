// SPDX-License-Identifier: MIT
// Zooming to a rectangle drawn with the mouse, and the cross that marks the map's centre while it
// is moved by keyboard.
#pragma once

#include <imgui.h>

#include "app/gui/ui.hpp"

namespace miraimap::gui {

/// Zooms to the chosen place; with nothing chosen the next drag draws the rectangle to zoom to.
void zoom_to_choice_or_box(AppState& state);

/// Takes the mouse while the tool is armed and draws its rectangle and the cross. Call it after the
/// map's own button item.
/// @param low  top left of the map on the screen
/// @returns true if the mouse is the tool's in this frame
bool zoom_box(const Ui& ui, ImVec2 low, ImVec2 extent);

}  // namespace miraimap::gui
