// SPDX-License-Identifier: MIT
// The polygons of a file as they stand in it, feature by feature: for benches that must not profit
// from what the product's reader leaves out or unites.
#pragma once

#include <string>
#include <vector>

#include "geo/geometry/polygon.hpp"

namespace miraimap::bench {

/// One shape a feature, rings open, closing points left out; lines and points are ignored.
/// @throws Error{input} if the file cannot be opened
std::vector<MultiPolygon> plain_features(const std::string& file);

}  // namespace miraimap::bench
