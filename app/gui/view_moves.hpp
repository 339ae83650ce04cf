// SPDX-License-Identifier: MIT
// What keys do to view and choice beyond app_state.hpp.
#pragma once

#include "app/gui/app_state.hpp"

namespace miraimap::gui {

/// What the map shows now.
ViewPlace shown_place(const AppState& state);
/// Steps through the places shown; nothing happens at the end of the history.
void view_back(AppState& state);
void view_forward(AppState& state);

/// The municipality in the middle of the map, or -1.
int municipality_at_centre(const AppState& state);

/// What Esc does: closes what lies on top, puts a tool away, or clears the choice; one of them.
void step_out(AppState& state);

}  // namespace miraimap::gui
