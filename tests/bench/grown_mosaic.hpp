// SPDX-License-Identifier: MIT
// Makes a mosaic larger, to see how cost grows.
#pragma once

#include "geo/place/catalogue.hpp"

namespace miraimap::bench {

/// Each edge cut into `pieces` equal ones (more vertices, the same shapes), both sides of a border
/// alike; the whole set laid `copies` times side by side, 30 degrees apart to the west (more
/// municipalities).
Mosaic grown(const Mosaic& mosaic, int pieces, int copies);

std::size_t vertices_of(const Mosaic& mosaic);

}  // namespace miraimap::bench
