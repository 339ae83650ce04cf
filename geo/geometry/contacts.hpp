// SPDX-License-Identifier: MIT
// Where the shapes of a mosaic meet: along an edge, in a point only, or not at all.
//
// Promises: exact. Two shapes have a border if they share an edge (both end vertices, in either
// direction); they meet in a point if they share a vertex but no edge. No tolerance is used, so
// borders that match only nearly are none. Linear in the number of vertices.
// Does not: see a vertex that lies inside another shape's edge (an edge-matched mosaic has none),
// or measure distances (boundary_distance.hpp).
#pragma once

#include <vector>

#include "geo/geometry/polygon.hpp"

namespace miraimap {

/// A pair of shapes that share at least one vertex.
struct Contact {
    int a = 0;       ///< index of the lower shape
    int b = 0;       ///< index of the higher shape
    int edges = 0;   ///< shared edges; 0: they meet in points only
    int points = 0;  ///< shared vertices at which no edge is shared
    [[nodiscard]] bool is_border() const { return edges > 0; }
};

/// What lies outside of a shape's own boundary.
enum class Setting : unsigned char {
    inland,  ///< other shapes only
    lake,    ///< also water (or a gap) that the mosaic encloses
    coast,   ///< the open outside (the sea) along at least one edge
};

struct Contacts {
    std::vector<Contact> pairs;     ///< ascending by (a, b)
    std::vector<Setting> settings;  ///< per shape
};

/// All contacts of a mosaic, and which shapes lie at its outer edge.
///
/// The edges of one shape only are its free edges; chained with the interior on the left they close
/// to rings, which run counter-clockwise around land (the sea is outside) and clockwise around
/// enclosed water. Where free rings touch in a vertex they are followed as one walk; a lake that
/// touches the sea in a single vertex counts as sea.
Contacts find_contacts(const std::vector<MultiPolygon>& shapes);

/// Geodesic length of the edges that two shapes of a mosaic share; 0 if none. Linear in their
/// vertices.
double shared_border_km(const MultiPolygon& a, const MultiPolygon& b);

}  // namespace miraimap
