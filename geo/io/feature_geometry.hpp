// SPDX-License-Identifier: MIT
// Polygons out of OGR geometries, with what is odd about them.
//
// Promises: vertices exactly as read; only repetitions of the vertex before and the closing vertex
// are left out. Shells come counter-clockwise, holes clockwise. What cannot be a ring is left out
// and named in `problems`.
#pragma once

#include <ogr_api.h>

#include <string>
#include <vector>

#include "geo/geometry/polygon.hpp"
#include "geo/text.hpp"

namespace miraimap {

/// Longitudes and latitudes that a ring may have: Japan with a wide margin. Metres, or latitude
/// before longitude, lie outside.
inline constexpr LonLatBox sensible_box{100, 0, 180, 60};

struct GeometryProblem {
    std::string code;  ///< `geometry-missing`, `geometry-not-polygon`, `ring-too-short`,
                       ///< `coordinate-not-finite`, `coordinate-out-of-range`
    Text text;
};

/// @param geometry  Polygon, MultiPolygon, CurvePolygon, MultiSurface or a collection of these; may
///                  be null
/// @param problems  added to
MultiPolygon to_shape(OGRGeometryH geometry, std::vector<GeometryProblem>& problems);

}  // namespace miraimap
