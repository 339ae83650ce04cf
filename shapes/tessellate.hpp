// SPDX-License-Identifier: MIT
// Polygons with holes to triangles, for graphics cards.
#pragma once

#include <cstdint>
#include <vector>

#include "shapes/map_shapes.hpp"

namespace miraimap {

struct Triangles {
    std::vector<MapPoint> points;
    std::vector<std::uint32_t> corners;  ///< three per triangle, indices into points
    bool fallback = false;  ///< the polygon was not clean and was cut by the robust method
};

/// n + 2 * holes - 2 triangles on clean polygons; areas add up to the polygon's area.
Triangles tessellate(const MapPolygon& polygon);

}  // namespace miraimap
