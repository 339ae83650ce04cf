// SPDX-License-Identifier: MIT
// The tessellator of the OpenGL utility library, as the measure for ours.
#pragma once

#include <cstddef>
#include <vector>

#include "shapes/map_shapes.hpp"

namespace miraimap::bench {

/// Cuts all polygons by the odd winding rule. @returns the number of triangles
std::size_t glu_triangles(const std::vector<MapPolygon>& polygons);

}  // namespace miraimap::bench
