// SPDX-License-Identifier: MIT
// What the keyboard does with the heading of a column, as the mouse does.
#pragma once

#include "app/gui/ui.hpp"

namespace miraimap::gui {

/// Makes the heading that was drawn last a stop of the walk through the controls: Enter sorts by
/// it, Ctrl+Enter after the other columns; Left and Right make the column narrower and wider, with
/// Shift they move it. Inside the row of headings only.
void heading_keys(const Ui& ui, int column);

}  // namespace miraimap::gui
