// SPDX-License-Identifier: MIT
// Whether a part of the map holds anything to see.
#pragma once

#include "shapes/map_shapes.hpp"

namespace miraimap {

/// Whether a border or coast has a point in the box, or a municipality covers its middle or one of
/// its corners.
bool has_land(const MapShapes& shapes, const MapBox& box);

}  // namespace miraimap
