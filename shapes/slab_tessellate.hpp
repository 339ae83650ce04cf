// SPDX-License-Identifier: MIT
// Cuts any set of rings, however dirty, into triangles: slower than the sweep for clean
// polygons, but never stuck.
#pragma once

#include "shapes/tessellate.hpp"

namespace miraimap {

/// Cuts the plane into horizontal slabs at every vertex and every crossing; inside a slab the edges
/// do not cross, so each filled stretch is a trapezoid. Filled is what lies inside the shell
/// (even-odd) and inside no hole (even-odd).
Triangles tessellate_by_slabs(const MapPolygon& polygon);

}  // namespace miraimap
