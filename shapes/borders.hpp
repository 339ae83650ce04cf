// SPDX-License-Identifier: MIT
// Border lines of a mosaic: each edge that two municipalities share becomes part of one line.
//
// Promises: every edge of every ring is in exactly one line, or cancelled inside one municipality.
// No tolerance is used: vertices match by number, edges by their two vertices.
#pragma once

#include <cstdint>
#include <vector>

#include "shapes/map_shapes.hpp"

namespace miraimap {

/// One ring of the mosaic as vertex numbers, open (the last is not the first again). Land lies to
/// its left: shells run counter-clockwise, holes clockwise.
struct NumberedRing {
    int municipality = 0;
    std::vector<std::uint32_t> vertices;
};

/// Lines along the rings, broken where the neighbour changes. `left` is the municipality whose ring
/// was followed (the lower index), `right` its neighbour or -1 for a coast.
/// @param points  position of each vertex number
/// @param prefecture_of  prefecture number of each municipality
std::vector<BorderLine> find_border_lines(const std::vector<NumberedRing>& rings,
                                          const std::vector<MapPoint>& points,
                                          const std::vector<int>& prefecture_of);

}  // namespace miraimap
