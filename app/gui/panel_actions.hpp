// SPDX-License-Identifier: MIT
// Showing and hiding the panels of the window as it is now.
//
// Promises: the same as frame_layout.hpp; no Dear ImGui in here.
#pragma once

#include <optional>

#include "app/gui/app_state.hpp"

namespace miraimap::gui {

bool panel_shown(const AppState& state, Panel panel);
void show_panel(AppState& state, Panel panel);
void hide_panel(AppState& state, Panel panel);
void toggle_panel(AppState& state, Panel panel);
void resize_panel(AppState& state, Panel panel, float step_px);
void toggle_tall_bottom(AppState& state);
/// The panel that stands in the map's place, because there is no room beside it.
std::optional<Panel> shown_page(const AppState& state);
/// Shows the map again where a page stands. True if there was one.
bool leave_page(AppState& state);

}  // namespace miraimap::gui
