// SPDX-License-Identifier: MIT
// What the map of the window shows by its colours and circles, and how it looks to other eyes.
//
// Promises: the classes are those of `render --colour`; a click on a class of the legend is a step
// of the filter's history like any other; the distances are searched for once a filter.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/core/analysis.hpp"
#include "app/core/snapshot.hpp"
#include "shapes/colour_vision.hpp"
#include "shapes/legend.hpp"

namespace miraimap::gui {

struct AppState;

struct MapModes {
    Vision vision = Vision::usual;  ///< preview; nothing that is written passes through it
    // Kept answers.
    std::shared_ptr<Analyst> analyst;
    std::vector<Nearness> nearness;
    long long nearness_version = -1;  ///< of the snapshot it belongs to
};

/// False for a mode that lacks its data: a figure without a user's table.
bool can_show(const AppState& state, MapColour colour);
/// Sets the mode. One that cannot be shown: nothing happens.
void set_map_colour(AppState& state, MapColour colour);
/// The next or (-1) the last mode that can be shown.
void step_map_colour(AppState& state, int step);
/// The next kind of colour vision, back to the usual one after the last.
void step_vision(AppState& state);
/// The classes of the map now. A mode that cannot be shown: the grades.
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
