// SPDX-License-Identifier: MIT
// Parts a polygon with holes into pieces that a rising sweep line meets in one stretch each.
//
// Method: a line sweeps upwards over the corners at which rings turn; where a stretch of it parts
// or two join, a diagonal is drawn (after M. R. Garey et al., "Triangulating a Simple Polygon",
// Information Processing Letters 7, 1978). Corners between turns are passed when they are needed
// (after B. Chazelle and J. Incerpi, "Triangulation and Shape-Complexity", ACM Transactions on
// Graphics 3, 1984): the time is linear in the corners, and only the turns are sorted.
//
// Promises: all decisions are exact. Rings may touch at points. What is not clean is found here
// (rings that cross or lie outside of their shell) or by the triangles of the pieces (which then
// turn over).
#pragma once

#include <cstdint>
#include <vector>

#include "shapes/corner_rings.hpp"
#include "shapes/interval_row.hpp"

namespace miraimap {

class MonotonePieces {
public:
    /// Corners are those of the rings, then copies of some: a diagonal doubles both its ends.
    std::vector<MapPoint> corners;
    std::vector<std::uint32_t> original;  ///< of each copy: the ring's corner that it is a copy of
    /// The pieces as cyclic lists: the corner after each corner, the piece on the left.
    std::vector<std::uint32_t> next;

    /// Takes over the corners of `laid`, which must hold a shell, and leaves its old memory there.
    /// @returns false if the polygon is not clean
    bool part(CornerRings& laid);

private:
    /// A run of a ring between two of its turns, followed upwards.
    struct Chain {
        std::uint32_t low = 0;  ///< the edge that the sweep line meets, as far as was needed
        std::uint32_t high = 0;
        std::uint32_t end = 0;           ///< its highest corner
        std::uint32_t checked_low = 0;   ///< edge up to which it was compared with the chain
        std::uint32_t checked_high = 0;  ///< beside it, outside of the polygon
        std::uint32_t interval = Interval::none;
        std::int32_t step = 1;  ///< 1: eastern side of its interval, along the ring; -1: western
    };
    /// A corner at which a ring turns from up to down or from down to up.
    struct Turn {
        MapPoint at;
        std::uint32_t corner = 0;
        std::uint32_t into = 0;  ///< chain before it in its ring
        std::uint32_t out = 0;   ///< chain after it
        bool top = false;
    };

    void find_turns(const CornerRings& laid);
    void add_turns(const CornerRings::Ring& ring, std::uint32_t count);
    bool begin(const Turn& turn);
    bool finish(const Turn& turn);
    void part_interval(std::uint32_t west, const Turn& turn);
    void join_intervals(std::uint32_t west, std::uint32_t east, const Turn& turn);

    [[nodiscard]] double side(std::uint32_t chain, const Turn& turn);
    void advance(Chain& chain, MapPoint to) const;
    bool check_gap(std::uint32_t west, std::uint32_t east, MapPoint to);
    void pass_gap(Chain& chain, MapPoint to) const;
    std::uint32_t settle(std::uint32_t interval, MapPoint at, std::uint32_t corner);
    std::uint32_t last_corner(std::uint32_t interval, MapPoint at);
    struct Copies {
        std::uint32_t a, b;
    };
    Copies link(std::uint32_t a, std::uint32_t b);
    std::uint32_t copy(std::uint32_t corner);

    std::uint32_t ring_corners_ = 0;
    std::vector<Chain> chains_;
    std::vector<Turn> turns_;
    std::vector<std::uint32_t> turn_corners_;
    IntervalRow row_;
    bool clear_ = true;  ///< no side was ambiguous
};

}  // namespace miraimap
