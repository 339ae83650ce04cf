// SPDX-License-Identifier: MIT
// Regions on the map: where their numbers stand, and which border lines outline them.
//
// Promises: numbers are placed in the order of the regions and never overlap each other, a frame of
// an inset or a reserved place; a region without room has none. The same scene gives the same
// numbers. Does not: decide which municipalities belong together (geo/select/gaps.hpp).
#pragma once

#include <vector>

#include "shapes/scene.hpp"

namespace miraimap {

/// A disc for each region and pane (main map, insets) that shows any of its members with a label
/// point: on its heart, else on the roomiest other member.
/// @param reserved  places of the main picture that must stay free
std::vector<RegionNumber> place_region_numbers(const Scene& scene,
                                               const std::vector<PixelBox>& reserved,
                                               double text_scale);

/// Index of each municipality's region; -1: none. A border line whose two sides have different
/// regions is part of an outline.
std::vector<int> region_of_places(const Scene& scene);

}  // namespace miraimap
