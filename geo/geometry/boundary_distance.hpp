// SPDX-License-Identifier: MIT
// The shortest way over the ellipsoid between the boundaries of two shapes.
//
// What is measured: edges are straight lines in longitude and latitude (as boundary files define
// them and GEOS takes them); the distance between two positions is the geodesic on GRS80.
// How: edges are cut into pieces of at most `longest_piece_m`, each stood for by its chord through
// the ellipsoid, in Earth-centred metres; boxes over runs of pieces form a tree. Two trees are
// searched together, nearest boxes first. A box is widened by how far a piece can leave its chord
// (curvature x length² / 8), and a geodesic lies between the arcs of the least and the greatest
// radius of curvature over its chord, so nothing nearer than the best pair found can be cut off.
// The answer itself is the geodesic between two positions on the edges. Promises: never less than
// the true distance, and at most 5 cm more (between latitudes 60° S and 60° N; measured:
// millimetres). Whole millimetres, so that equal means equal; shapes that share a vertex have
// distance 0. The same for (a, b) and (b, a). Does not: look at interiors; a shape inside another
// one is as far away as its boundary.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "geo/geometry/box_tree.hpp"
#include "geo/geometry/polygon.hpp"

namespace miraimap {

/// A position in metres from the Earth's centre (GRS80, height 0).
struct EarthPoint {
    double x = 0;
    double y = 0;
    double z = 0;
};
EarthPoint earth_point(LonLat position);

/// Straight distance through the Earth; never more than the geodesic.
double chord_m(const EarthPoint& a, const EarthPoint& b);

inline constexpr double longest_piece_m = 250;

/// The boundary of one shape, ready for distance searches. Linear to build, about 40 bytes a
/// vertex.
class BoundaryTree {
public:
    explicit BoundaryTree(const MultiPolygon& shape);

    /// True for a shape without rings.
    [[nodiscard]] bool empty() const { return points_.empty(); }

    /// Holds every position of the boundary; empty without rings.
    [[nodiscard]] EarthBox box() const;

private:
    friend class NearestSearch;
    struct Level {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    void add_ring(const Ring& ring);
    void add_leaf_boxes();
    void add_upper_boxes();

    std::vector<LonLat> places_;      ///< ends of pieces
    std::vector<EarthPoint> points_;  ///< the same in metres; piece i runs from i to i + 1
    std::vector<bool> ends_ring_;     ///< no piece begins here
    std::vector<EarthBox> boxes_;     ///< leaves first, then level by level, the root last
    std::vector<Level> levels_;
    double slack_m_ = 0;  ///< farthest that a piece leaves its chord
};

/// The nearest pair of positions on two boundaries.
struct NearestPositions {
    double distance_m = 0;  ///< geodesic, rounded to a millimetre
    LonLat from;            ///< on the first boundary
    LonLat to;              ///< on the second
};

/// @param limit_m  do not look farther
/// @returns nothing if a boundary is empty or the distance is more than `limit_m`
std::optional<NearestPositions> nearest_positions(
    const BoundaryTree& a, const BoundaryTree& b,
    double limit_m = std::numeric_limits<double>::infinity());

}  // namespace miraimap
