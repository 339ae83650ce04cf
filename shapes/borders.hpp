// SPDX-License-Identifier: MIT
// Border lines of a mosaic: its arcs (geo/geometry/arcs.hpp) on the map, with what lies beside
// them.
//
// Promises: every edge of every ring is in exactly one line. A line has two municipalities beside
// it, or one and the sea. Where dirty data has several on the same side, each gets a line of its
// own, so that the outlines of any group still close.
#pragma once

#include <vector>

#include "geo/geometry/arcs.hpp"
#include "shapes/map_shapes.hpp"

namespace miraimap {

struct BorderLines {
    std::vector<BorderLine> borders;
    std::vector<BorderLine> seams;  ///< one municipality on both sides
    /// Line of each arc, as MapShapes numbers them. Arcs and their lines run the same way.
    std::vector<std::uint32_t> line_of_arc;
};

/// Lines without weights. `left` is the municipality whose ring was followed (the lower index),
/// `right` its neighbour or -1 for a coast.
/// @param rings  of the mosaic, counter-clockwise around land; owners are municipalities
/// @param points  position of each vertex number
/// @param prefecture_of  prefecture number of each municipality
BorderLines make_border_lines(const RingTable& rings, const Arcs& arcs,
                              const std::vector<MapPoint>& points,
                              const std::vector<int>& prefecture_of);

}  // namespace miraimap
