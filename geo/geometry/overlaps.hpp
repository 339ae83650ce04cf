// SPDX-License-Identifier: MIT
// Shapes that cover the same ground.
//
// How: points `overlap_depth_m` inside of the edges of every shape, one every `overlap_step_m`
// along its rings and at least one an edge of that length, are looked for in all other shapes
// (even-odd, polygon by polygon). Promises: every pair in the answer truly overlaps at the place
// given; exactly matching borders are never in it, nor are overlaps that are nowhere
// `overlap_depth_m` deep (find_near_borders reports the narrow ones). Sets with very long borders
// or with very many shapes on one another are looked at in fewer points, so that the time stays
// bounded: about that of sorting the points, and a fixed number of crossings a polygon. Does not:
// find overlaps that lie between two points, or tell how large one is.
#pragma once

#include <vector>

#include "geo/geometry/polygon.hpp"

namespace miraimap {

inline constexpr double overlap_step_m = 100;
inline constexpr double overlap_depth_m = 1;

/// Two shapes that overlap.
struct Overlap {
    int a = 0;     ///< index of the lower shape
    int b = 0;     ///< index of the higher shape
    LonLat where;  ///< a place that both cover
};

/// All pairs, ascending by (a, b).
/// @param shapes  shells counter-clockwise, holes clockwise
std::vector<Overlap> find_overlaps(const std::vector<MultiPolygon>& shapes);

}  // namespace miraimap
