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

/// Left and right of a row, at scale 1.
inline constexpr float legend_pad_px = 14;

/// The fill and the hatch of a class, as on the map; 26 x 16 at scale 1.
/// @param low  its top left on the screen
void legend_swatch(const Ui& ui, const ClassStyle& style, ImVec2 low);
/// The name of a class with its letters and, for a class that others hold too, how many those are.
std::string legend_row_words(const LegendEntry& entry, Lang lang);

/// Draws the row of a class.
/// @param index  into the legend of the scene, which is that of MapModes::shown
void legend_row(const Ui& ui, const Scene& scene, std::size_t index, ImVec2 at, ImVec2 whole,
                bool with_names);

}  // namespace miraimap::gui
