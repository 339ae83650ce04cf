// SPDX-License-Identifier: MIT
// Where a name fits best inside a polygon: the centre of its largest inscribed circle, nearly.
#pragma once

#include "shapes/map_shapes.hpp"

namespace miraimap {

struct InscribedCircle {
    MapPoint centre;
    double radius_m = 0;
};

/// The largest circle inside a polygon, to within 4 % of the polygon's shorter side (a label needs
/// no more). The centre lies inside and the circle keeps clear of every edge.
/// Method: best-first subdivision of squares by the largest distance they can still reach, as
/// described by V. Agafonkin, "A new algorithm for finding a visual center of a polygon" (2016).
/// @returns NaN centre for a polygon with fewer than three points or without area
InscribedCircle largest_inscribed_circle(const MapPolygon& polygon);

/// Area in the projection's plane in m², holes subtracted.
double planar_area_m2(const MapPolygon& polygon);
/// Positive for counter-clockwise rings.
double signed_area_m2(const MapRing& ring);

}  // namespace miraimap
