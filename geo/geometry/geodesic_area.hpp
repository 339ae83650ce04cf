// SPDX-License-Identifier: MIT
// Area and distance on the GRS80 ellipsoid.
//
// Source: C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013), as implemented in
// PROJ's geodesic.h (edges are geodesics, as in PROJ's geod_polygon).
#pragma once

#include "geo/geometry/polygon.hpp"

namespace miraimap {

/// Signed area of one ring in km²: positive if it runs counter-clockwise.
double geodesic_area_km2(const Ring& ring);

/// Area in km², holes subtracted; independent of ring direction.
double geodesic_area_km2(const MultiPolygon& shape);

/// Length of the geodesic between two positions in km.
double geodesic_distance_km(LonLat a, LonLat b);

}  // namespace miraimap
