// SPDX-License-Identifier: MIT
// The rings of a polygon, laid out for cutting it into triangles.
//
// Promises: corners without repeated or infinite points, ring after ring, each ring from its lowest
// corner on (shapes/orientation.hpp: `below`) and with the polygon on its left. Rings of fewer than
// three corners are left out. Does not: repair rings that cross.
#pragma once

#include <cstdint>
#include <vector>

#include "shapes/map_shapes.hpp"

namespace miraimap {

struct CornerRings {
    struct Ring {
        std::uint32_t first = 0;  ///< its lowest corner
        std::uint32_t last = 0;
    };
    std::vector<MapPoint> corners;
    std::vector<Ring> rings;  ///< the shell first
};

/// Fills `laid`, whose memory is used again. Without a shell nothing is laid.
/// @returns false if a ring has no inside at its lowest corner, so that its direction is unknown
bool lay_rings(const MapPolygon& polygon, CornerRings& laid);

}  // namespace miraimap
