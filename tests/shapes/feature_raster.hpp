// SPDX-License-Identifier: MIT
// Which municipality covers each pixel's centre: a plain even-odd scan, to compare levels of detail
// with full geometry. Knows nothing of the painters.
#pragma once

#include <vector>

#include "shapes/map_shapes.hpp"
#include "shapes/scene.hpp"

namespace miraimap::testing {

struct FeatureRaster {
    int width = 0;
    int height = 0;
    std::vector<int> ids;  ///< row by row from the top; -1: no land
};

/// @param polygons  of each municipality; where they overlap the later one stays
FeatureRaster rasterize(const std::vector<std::vector<MapPolygon>>& polygons, const View& view);

struct RasterDifference {
    long long land = 0;    ///< pixels with land in the first raster
    long long differ = 0;  ///< of all pixels, those with another id
    long long holes = 0;   ///< pixels without land in the second raster, though the first has land
                           ///< there and all around within `inland_px`
};
inline constexpr int inland_px = 3;
RasterDifference compare(const FeatureRaster& full, const FeatureRaster& level);

}  // namespace miraimap::testing
