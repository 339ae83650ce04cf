// SPDX-License-Identifier: MIT
// The analysis panels (tabs of the bottom panel) and what they draw on the map.
//
// Promises: as in panels.hpp; results come from AnalysisState, changes go through
// analysis_actions.hpp; hovered rows are shown on the map and the map's place in the rows.
#pragma once

#include "app/gui/ui.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

/// Gap regions, their ways in and deepest members.
void gaps_panel(const Ui& ui);
/// Whose project the chosen place could copy.
void peers_panel(const Ui& ui);
/// Who could copy a project next.
void adopters_panel(const Ui& ui);
/// From every place to the nearest selected one.
void distances_panel(const Ui& ui);
/// Whom the chosen places border, meet in a point or reach across water.
void neighbours_panel(const Ui& ui);
/// Suggestions, suppositions and their effect on every figure.
void plan_panel(const Ui& ui);
/// Coverage added up year by year.
void years_panel(const Ui& ui);
/// The reader's own table and how its rows joined.
void table_panel(const Ui& ui);

/// Numbers of the scene's regions (the painter draws their outlines), and the banner of what is
/// supposed.
/// @param low  the map's corner on the screen
void analysis_overlay(const Ui& ui, const Scene& scene, ImVec2 low);

}  // namespace miraimap::gui
