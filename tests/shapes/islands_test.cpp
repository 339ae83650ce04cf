// SPDX-License-Identifier: MIT
// What a map shows whole when it opens.
#include "shapes/islands.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/shapes/sample_maps.hpp"

namespace miraimap {
namespace {

using testing::grid_map;
using testing::SampleMap;

TEST(MainIslands, AWrongVertexFarAwayDoesNotShrinkTheOpeningView) {
    const SampleMap good = grid_map();
    SampleMap bad = good;
    Ring& island = bad.mosaic.shapes.back().front().shell;
    const Projection projection = Projection::equal_area_japan();
    const MapBox expected =
        main_islands(good.catalogue, make_map_shapes(good.catalogue, good.mosaic, projection));
    island.push_back({125.5, 24.5});
    const MapBox box =
        main_islands(bad.catalogue, make_map_shapes(bad.catalogue, bad.mosaic, projection));
    EXPECT_LT(box.width_m(), expected.width_m() + 1);
    EXPECT_GE(box.max_x_m, expected.max_x_m - 1);
    EXPECT_LE(box.min_x_m, expected.min_x_m + 1);
}

}  // namespace
}  // namespace miraimap
