// SPDX-License-Identifier: MIT
// What the map of the window shows by its colours and circles, and how it looks to other eyes.
//
// Promises: the classes are those of `render --colour`; a click on a class of the legend is a step
// of the filter's history like any other. Does not: measure distances; the analysis does, beside
// the window (analysis_runner.hpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/core/snapshot.hpp"
#include "shapes/colour_vision.hpp"
#include "shapes/legend.hpp"

namespace miraimap::gui {

struct AppState;

struct MapModes {
    Vision vision = Vision::usual;  ///< preview; nothing that is written passes through it
};

/// False for a mode that lacks its data: a figure without a user's table.
bool can_show(const AppState& state, MapColour colour);
/// Sets the mode. One that cannot be shown: nothing happens.
void set_map_colour(AppState& state, MapColour colour);
/// The next or (-1) the last mode that can be shown.
void step_map_colour(AppState& state, int step);
/// The next kind of colour vision, back to the usual one after the last.
void step_vision(AppState& state);
/// True for a mode that shows the way to the nearest selected place.
bool needs_nearness(MapColour colour);
/// The classes of the map now. A mode that cannot be shown: the grades, also while the first
/// distances are being measured; later ones replace those of the filter before.
Classification map_classes(AppState& state);

/// The filter after a click on a class: the class alone or, if it was the only one of its kind,
/// without it. Empty for classes that no selection is in ("not selected", distances …).
std::optional<Filter> filter_by_class(const Filter& filter, MapColour colour,
                                      const std::string& class_key);
/// True if the filter asks for this class now.
bool is_filtered_by(const Filter& filter, MapColour colour, const std::string& class_key);

/// Municipalities that hold a class, alone or among several; ascending.
std::vector<int> places_of_class(const Scene& scene, int class_index);
/// All words that a legend of the window may show, for its fonts.
std::vector<Text> legend_texts();

}  // namespace miraimap::gui
