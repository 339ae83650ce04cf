// SPDX-License-Identifier: MIT
// Places that fall between the middles of all pixels get a pixel of their own.
//
// Promises: no place in sight is without a pixel; small places side by side get different ones
// while there is room. Does not: draw.
#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "shapes/device_view.hpp"

namespace miraimap {

/// A municipality by how large it is.
struct SizedPlace {
    int municipality = 0;
    MapPoint at;          ///< inside of it
    double radius_m = 0;  ///< of a circle around `at` that lies inside
};

/// All municipalities that have land, the smallest first.
std::vector<SizedPlace> places_by_size(const MapShapes& shapes);

/// Column and row of a pixel of a view.
using PixelCell = std::pair<int, int>;

struct MarkerPixel {
    int municipality = 0;
    PixelCell cell;
};

/// @param by_size  see places_by_size
/// @param wanted  false for a municipality that is not near what is drawn
/// @param seen  a pixel whose middle the municipality surely covers; empty if there is none. Asked
///              of those only that may be too small
std::vector<MarkerPixel> marker_pixels(const std::vector<SizedPlace>& by_size,
                                       const DeviceView& view,
                                       const std::function<bool(int)>& wanted,
                                       const std::function<std::optional<PixelCell>(int)>& seen);

}  // namespace miraimap
