// SPDX-License-Identifier: MIT
// The border lines of a map at levels of detail, ready to be filled row by row
// (shapes/ground_raster.hpp).
//
// A line knows the municipality on each of its sides, so the lines alone say what lies where:
// crossing one from left to right leaves the left one and enters the right one. No polygon has to
// be cut or put together. Promises: at each level neighbours share the line between them, so no gap
// opens; positions are metres relative to `origin`, which floats keep to a few decimetres. Does
// not: know classes, colours or pixels.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "shapes/line_kind.hpp"
#include "shapes/map_shapes.hpp"
#include "shapes/marker_pixels.hpp"

namespace miraimap {

struct GroundPoint {
    float x_m = 0;
    float y_m = 0;
};

/// A part of one line that is walked or passed over as a whole.
struct GroundChain {
    std::uint32_t first = 0;  ///< into GroundLevel::points
    std::uint32_t count = 0;  ///< points; two at least
    int left = -1;            ///< municipality, -1: none
    int right = -1;
    LineKind kind = LineKind::municipality;
    GroundPoint low;  ///< of the box around it, relative to the origin
    GroundPoint high;
};

struct GroundLevel {
    double side_m = 0;  ///< see DetailLevel
    std::vector<GroundPoint> points;
    std::vector<GroundChain> chains;
    std::vector<std::uint32_t> chains_of_place;  ///< place after place
    std::vector<std::uint32_t> place_chains;     ///< where each place's begin; one more at the end

    [[nodiscard]] std::span<const std::uint32_t> around(int place) const {
        const auto i = static_cast<std::size_t>(place);
        return {chains_of_place.data() + place_chains[i], place_chains[i + 1] - place_chains[i]};
    }
};

struct Ground {
    MapPoint origin;
    std::vector<GroundLevel> levels;  ///< full detail first, then coarser and coarser
    std::vector<SizedPlace> by_size;

    /// The coarsest level that is as fine as DetailLevel::for_scale asks for.
    /// @param metres_per_px  of the pixels that are drawn
    [[nodiscard]] const GroundLevel& level_for(double metres_per_px) const;
};

/// Sides of the levels that are worth their memory; see DetailLevel.
std::span<const double> worthwhile_sides_m();
/// A level with more than this share of the points of the one before is left out.
inline constexpr double worthwhile_share = 0.8;

/// @param most_levels  1: full detail only
Ground make_ground(const MapShapes& shapes, std::size_t most_levels = SIZE_MAX);

}  // namespace miraimap
