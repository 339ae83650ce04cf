// SPDX-License-Identifier: MIT
// Kinds of border lines that a map draws differently.
#pragma once

#include <array>
#include <cstdint>

#include "shapes/map_shapes.hpp"

namespace miraimap {

/// In drawing order.
enum class LineKind : std::uint8_t { municipality, prefecture, coast };
inline constexpr int line_kind_count = 3;

inline LineKind kind_of(const BorderLine& line) {
    if (line.coast()) {
        return LineKind::coast;
    }
    return line.between_prefectures ? LineKind::prefecture : LineKind::municipality;
}

/// Widths of the borders in device pixels, by LineKind.
using BorderWidths = std::array<double, line_kind_count>;

}  // namespace miraimap
