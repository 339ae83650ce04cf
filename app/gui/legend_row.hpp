// SPDX-License-Identifier: MIT
// One class in the legend of the map: swatch, name, count, and what the pointer does with it.
//
// Promises: a click chooses exactly the places that the row counts ("+n" included), Ctrl+click adds
// or drops them; Alt+click and the small button filter by the class, and are there only where a
// filter shows exactly these places.
#pragma once

#include <string>

#include "app/gui/ui.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

/// The fill and the hatch of a class, as on the map; 26 wide at scale 1.
/// @param low  its top left on the screen
void legend_swatch(const Ui& ui, const ClassStyle& style, ImVec2 low, float height_px);
/// Draws the row of a class.
/// @param index  into the legend of the scene, which is that of MapModes::shown
/// @param words  its name; empty: swatch and number alone
void legend_row(const Ui& ui, const Scene& scene, std::size_t index, const std::string& words,
                ImVec2 at, ImVec2 whole);
/// Draws the heading of the classes that begin with `first`; a click chooses the places of all.
void legend_group_row(const Ui& ui, const Scene& scene, std::size_t first, const std::string& words,
                      ImVec2 at, ImVec2 whole);

}  // namespace miraimap::gui
