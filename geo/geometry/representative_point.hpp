// SPDX-License-Identifier: MIT
// A point that lies inside a shape for certain, for markers and point layers.
//
// Promises: deterministic; on the largest part, in the middle of its widest stretch along one of a
// few parallels. Does not: find the most central point (labels have their own search).
#pragma once

#include <optional>

#include "geo/geometry/polygon.hpp"

namespace miraimap {

/// Empty for a shape without a proper ring.
std::optional<LonLat> representative_point(const MultiPolygon& shape);

}  // namespace miraimap
