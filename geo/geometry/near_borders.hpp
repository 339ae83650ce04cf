// SPDX-License-Identifier: MIT
// Borders that match only nearly: where the outer edges of two shapes run along each other without
// being the same, so that neither neighbours nor outlines see the border (an input to be snapped).
//
// Definition. An edge is free if no other ring follows it. A free edge of A runs along B if its
// ends, its middle and its quarter points all lie within `near_border_m` of free edges of B.
// A stretch is a run of such edges of one line, `least_stretch_m` long or longer. What is reported
// of a pair is the side with the longer stretches, since either may have the finer vertices.
// Why these numbers: coordinates with five decimals are off by up to 0.6 m, so 1 m finds sets that
// were rounded, cut or digitised apart; the narrowest waters on maps of 1:25,000, from which such
// sets are made, are wider (1.5 m). Coasts that meet in a point are that close for a few metres
// only. Promises: exactly matching borders are never in the answer; a sort over the free edges,
// linear otherwise. Does not: repair, or look for gaps wider than the tolerance (those may be
// water).
#pragma once

#include <vector>

#include "geo/geometry/polygon.hpp"

namespace miraimap {

inline constexpr double near_border_m = 1.0;
inline constexpr double least_stretch_m = 10.0;

/// How two shapes match nearly.
struct NearBorder {
    int a = 0;  ///< index of the lower shape
    int b = 0;  ///< index of the higher shape
    int stretches = 0;
    double length_m = 0;
    double largest_m = 0;  ///< the largest distance found along them
};

/// All pairs, the longest first. Lengths on the ellipsoid, to a hundredth.
std::vector<NearBorder> find_near_borders(const std::vector<MultiPolygon>& shapes);

}  // namespace miraimap
