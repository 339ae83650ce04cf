// SPDX-License-Identifier: MIT
// Area and distance on the GRS80 ellipsoid; the edges of rings are geodesics.
//
// Source: C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87 (2013), as implemented in
// PROJ's geodesic.h, for distances and for rings with an edge over 0.1 degrees. Borders have
// thousands of short edges, for which the same area follows from a short series: the strip between
// an edge and the equator is, with zone area Z(lat) per radian, radii M (meridian) and r (parallel)
// and latitude middle m,
//     dlon (Z1 + Z2) / 2 + dlon sin(m) (3 M² dlat² + r² dlon²) / 12 + fifth order,
// the trapezium in the cylindrical equal-area projection and the bulge of the geodesic above its
// chord (from the geodesic equation of lat(lon)). At 0.1 degrees the rest is below 0.001 m² an
// edge; a test compares it with PROJ.
#pragma once

#include "geo/geometry/polygon.hpp"

namespace miraimap {

/// Signed area of one ring in km²: positive if it runs counter-clockwise.
double geodesic_area_km2(const Ring& ring);

/// Area in km², holes subtracted; independent of ring direction. A polygon whose holes are as large
/// as its shell, or larger, has none: never below zero.
double geodesic_area_km2(const MultiPolygon& shape);

/// Length of the geodesic between two positions in km.
double geodesic_distance_km(LonLat a, LonLat b);

}  // namespace miraimap
