// SPDX-License-Identifier: MIT
// Names on the map: which, where, how large. No name lies on another, on a frame or half outside.
//
// Promises: the order of placement is fixed (a few chosen places, directly selected ones, partly
// selected ones, prefectures, then the others where they have room), so the same scene gives the
// same labels. A prefecture's name stands on that prefecture; a place's name stands on it or right
// beside it, and never on another selected place.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "geo/select/coverage.hpp"
#include "shapes/scene.hpp"

namespace miraimap {

/// Width and height of a label in pixels at a font size; the painter's own font measures it.
using MeasureText =
    std::function<std::pair<double, double>(const std::string& text, double size_px)>;

struct LabelOptions {
    Lang lang = Lang::ja;
    MeasureText measure_text;
    double text_scale = 1;
    std::vector<PixelBox> reserved;  ///< e.g. a legend that lies on the map
    std::vector<int> prefectures;    ///< in focus; only their places are named. Empty: all
    std::vector<int> chosen = {};    ///< named first and at any scale; see named_first()
    /// What follows the name of a municipality (index), e.g. its symbols; may be empty.
    std::function<std::string(int)> suffix_of = {};
};

/// Of chosen places those that are named first: all, or none if they are so many that their names
/// would push all others away.
std::vector<int> named_first(const std::vector<int>& chosen);

/// Discs for covered places that the scale makes too small to see, in the main map and the insets.
std::vector<MapMarker> place_markers(const Scene& scene,
                                     const std::vector<MunicipalityCoverage>& coverage);

/// Names for the scene's view and insets; keeps clear of `scene.markers` and inset frames.
std::vector<MapLabel> place_labels(const Catalogue& catalogue, const Scene& scene,
                                   const std::vector<MunicipalityCoverage>& coverage,
                                   const LabelOptions& options);

}  // namespace miraimap
