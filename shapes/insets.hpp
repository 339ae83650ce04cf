// SPDX-License-Identifier: MIT
// The small frames that show far islands (islands.hpp) beside the main map.
#pragma once

#include <cstddef>
#include <vector>

#include "shapes/islands.hpp"
#include "shapes/scene.hpp"

namespace miraimap {

struct InsetQuestion {
    std::vector<int> prefectures;  ///< JIS numbers in focus; empty: the whole country
    View view;                     ///< main map
    double text_scale = 1;
    std::vector<PixelBox> reserved;  ///< places of the main picture that must stay free
    /// Inside of the main picture's frame that insets keep from its edge.
    double margin_px = 12;
};

/// Frames for the island groups that the main view leaves out, placed on open sea where there is
/// any, smaller where there is little; a group whose frame would hide land that matters has none.
/// None if the view is not a view of the whole country or of the prefectures in focus.
std::vector<Inset> place_insets(const Catalogue& catalogue, const MapShapes& shapes,
                                const InsetQuestion& question);

/// How many frames there are if all find room.
std::size_t wanted_insets(const Catalogue& catalogue, const MapShapes& shapes,
                          const InsetQuestion& question);

}  // namespace miraimap
