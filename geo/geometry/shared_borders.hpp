// SPDX-License-Identifier: MIT
// Outlines and neighbours of a mosaic from its shared edges, without any overlay.
//
// In an edge-matched mosaic each inner edge stands twice, once in each direction. Cancelling the
// pairs inside a group leaves the outline of the group's union, vertex for vertex: exact, and
// linear in the number of edges. Promises: no tolerance is used; borders that match only nearly do
// not match (and are counted).
#pragma once

#include <vector>

#include "geo/geometry/polygon.hpp"

namespace miraimap {

/// Outlines of groups of shapes. Of shapes that are not clean no land is lost: backward lobes of
/// rings that touch themselves in a vertex and holes outside their shell are land of their own (see
/// `assemble`). Not untangled are rings that cross themselves between vertices: where such a
/// backward lobe lies on another shape of the group, the two cancel.
/// @param shapes  the mosaic
/// @param group_of  group number of each shape, 0..groups-1; -1: the shape belongs to none
/// @param groups  number of groups
/// @returns one MultiPolygon per group (shells counter-clockwise, holes inside their shell)
std::vector<MultiPolygon> dissolve(const std::vector<MultiPolygon>& shapes,
                                   const std::vector<int>& group_of, int groups);

/// A pair of shapes that share at least one edge.
struct Border {
    int a = 0;      ///< index of the lower shape
    int b = 0;      ///< index of the higher shape
    int edges = 0;  ///< shared edges
};

/// All borders, ascending by (a, b). Contacts in single points are not borders.
std::vector<Border> find_borders(const std::vector<MultiPolygon>& shapes);

}  // namespace miraimap
