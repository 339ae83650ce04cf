// SPDX-License-Identifier: MIT
// The map's geometry as pixels, by processors alone: which municipality is where, and how much of
// each pixel lies under borders. For machines without a graphics card, where a software renderer
// would draw hundred thousands of triangles one by one.
//
// Method: a scanline over the border lines. Where a line crosses the middle of a row of pixels, the
// municipality on its one side is left and the one on its other side entered; each line is crossed
// once, whoever shares it. What lies to the left of the picture is passed over in whole chains.
// Promises: a pixel belongs to a municipality if its middle does (of several that overlap in dirty
// data: to the last one); a municipality that covers no middle gets one pixel; the result does not
// depend on the part that is asked for or on the number of processors. Does not: know colours.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "shapes/device_view.hpp"
#include "shapes/ground.hpp"

namespace miraimap {

/// What drawing took.
struct RasterWork {
    long long segments = 0;  ///< border pieces that were walked
    long long markers = 0;   ///< municipalities that got a pixel of their own
};

/// Writes municipality + 1, or 0 for none, into a part of `places`.
/// @param places  width * height of the view, rows upwards
RasterWork fill_places(const Ground& ground, const DeviceView& view, const PixelRect& part,
                       std::vector<std::uint32_t>& places);

/// Writes how much of each pixel borders cover, 0..255, into a part of `cover`: municipality in the
/// lowest byte, then prefecture, then coast. Of lines that cross the stronger one counts.
/// @param cover  width * height of the view, rows upwards
RasterWork ink_borders(const Ground& ground, const DeviceView& view, const PixelRect& part,
                       const BorderWidths& widths_px, std::vector<std::uint32_t>& cover);

/// A pixel of the view, or beside it, whose middle the municipality covers; empty if there is none.
std::optional<PixelCell> covered_pixel(const GroundLevel& level, MapPoint origin,
                                       const DeviceView& view, int municipality);

}  // namespace miraimap
