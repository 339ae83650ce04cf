// SPDX-License-Identifier: MIT
// What the map of the window shows by its colours and circles, and how it looks to other eyes.
//
// A class of the legend chooses the places it counts: as many as the legend prints, those it shares
// with others ("+n") included. Where a filter shows exactly these places, it can be asked for too.
// Promises: the classes are those of `render --colour`; filtering by a class is a step of the
// filter's history like any other. Does not: measure distances; the analysis does, beside the
// window (analysis_runner.hpp).
#pragma once

#include <memory>
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
    std::shared_ptr<const Classification> shown;  ///< the classes of the map in the last frame
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

/// The classes that each mode that can be shown would have now, for the size of their legends:
/// distances that are not measured yet are taken to be of every kind.
std::vector<Classification> classes_of_all_modes(const AppState& state);

/// Municipalities that hold a class, alone or among several; of "several": all that hold more than
/// one. As many as LegendEntry::count and ::among say; ascending.
std::vector<int> places_of_class(const Classification& classes, int class_index);
/// Municipalities that are counted in any of these classes; ascending.
std::vector<int> places_of_classes(const Classification& classes, const std::vector<int>& among);

/// The filter that asks for a class in place of others of its kind or, if the filter does so
/// already, the one without it. Empty for classes that no selection is in ("not selected",
/// distances …).
std::optional<Filter> filter_by_class(const Filter& filter, MapColour colour,
                                      const std::string& class_key);
/// True if the filter asks for this class now.
bool is_filtered_by(const Filter& filter, MapColour colour, const std::string& class_key);
/// filter_by_class where it takes the class back, or where it shows exactly the places of the class
/// and in the same grade; else empty.
std::optional<Filter> exact_filter(const AppState& state, const Classification& classes,
                                   int class_index);

/// All words that a legend of the window may show, for its fonts.
std::vector<Text> legend_texts();

}  // namespace miraimap::gui
