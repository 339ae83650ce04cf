// SPDX-License-Identifier: MIT
// Shapes that cover the same ground.
//
// How: in a mosaic every edge is a border (two rings follow it, one each way) or a coast. Only
// along a coast, or along an edge that more rings follow or two follow the same way, can a shape
// begin to lie on another one; a point two metres inside of such edges, at least one every
// `overlap_step_m` and one an arc, is looked for in all other shapes (even-odd, polygon by
// polygon). Promises: every pair in the answer truly overlaps at the place given; exactly matching
// borders are never in it, nor are overlaps up to `near_border_m` wide, which find_near_borders
// reports. Linear in the vertices but for the look-ups. Does not: find overlaps narrower than
// `overlap_step_m` that only long straight edges bound, or tell how large one is.
#pragma once

#include <vector>

#include "geo/geometry/polygon.hpp"

namespace miraimap {

inline constexpr double overlap_step_m = 100;

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
