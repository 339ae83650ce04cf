// SPDX-License-Identifier: MIT
// On which side of a line a point lies: exact for doubles, whatever was rounded on the way.
//
// Method: the sign of a determinant is taken from plain doubles where an error bound allows, else
// from sums that keep what rounding loses. Source: J. R. Shewchuk, "Adaptive Precision
// Floating-Point Arithmetic and Fast Robust Geometric Predicates", Discrete & Computational
// Geometry 18 (1997).
#pragma once

#include <cmath>

#include "shapes/map_shapes.hpp"

namespace miraimap {

/// The order in which a line sweeps the plane: from south to north, on one height from west to
/// east.
inline bool below(MapPoint a, MapPoint b) {
    return a.y_m < b.y_m || (a.y_m == b.y_m && a.x_m < b.x_m);
}

/// As `orientation`, without the quick answer first.
double exact_orientation(MapPoint a, MapPoint b, MapPoint c);

/// Positive if a, b, c turn left, negative if they turn right, zero only if they lie on one line.
/// The sign is exact for coordinates that are zero or between 1e-70 and 1e70; the size means
/// nothing.
inline double orientation(MapPoint a, MapPoint b, MapPoint c) {
    const double left = (a.x_m - c.x_m) * (b.y_m - c.y_m);
    const double right = (a.y_m - c.y_m) * (b.x_m - c.x_m);
    const double turn = left - right;
    constexpr double bound = 3.3306690738754716e-16;  // (3 + 16 e) e, e = 2^-53
    if (std::fabs(turn) > bound * (std::fabs(left) + std::fabs(right))) {
        return turn;
    }
    return exact_orientation(a, b, c);
}

}  // namespace miraimap
