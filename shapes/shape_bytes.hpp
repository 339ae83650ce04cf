// SPDX-License-Identifier: MIT
// Shapes of a map as bytes to keep, so that the next run need not project, weigh and place them.
//
// Lines are kept once; the rings of the municipalities follow from the lines around them, as they
// did when they were made. Promises: decoding what was encoded gives equal shapes, bit by bit; any
// other bytes give nothing or shapes whose parts fit together (indices in range, rings of three
// points and more, weights for every point), never a crash.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/bytes.hpp"
#include "shapes/map_shapes.hpp"

namespace miraimap {

template <>
inline constexpr bool is_plain<MapPoint> = sizeof(MapPoint) == 2 * sizeof(double);
template <>
inline constexpr bool is_plain<MapBox> = sizeof(MapBox) == 4 * sizeof(double);

std::string shapes_to_bytes(const MapShapes& shapes);

/// @param places  how many municipalities there must be
std::optional<MapShapes> shapes_from_bytes(std::string_view bytes, std::size_t places);

}  // namespace miraimap
