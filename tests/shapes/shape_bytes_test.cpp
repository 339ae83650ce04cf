// SPDX-License-Identifier: MIT
// Shapes that were kept are those that were made.
#include "shapes/shape_bytes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "sample_maps.hpp"
#include "shapes/level_of_detail.hpp"

namespace miraimap {
namespace {

bool same(const std::vector<MapPoint>& a, const std::vector<MapPoint>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](MapPoint p, MapPoint q) {
        return p == q || (std::isnan(p.x_m) && std::isnan(q.x_m));
    });
}

void expect_same(const MapShapes& a, const MapShapes& b) {
    ASSERT_EQ(a.line_count(), b.line_count());
    ASSERT_EQ(a.borders.size(), b.borders.size());
    for (std::uint32_t i = 0; i < a.line_count(); ++i) {
        const BorderLine& x = a.line(i);
        const BorderLine& y = b.line(i);
        ASSERT_TRUE(same(x.points, y.points));
        ASSERT_EQ(x.weights_m2, y.weights_m2);
        ASSERT_EQ(x.from, y.from);
        ASSERT_EQ(x.to, y.to);
        ASSERT_EQ(x.left, y.left);
        ASSERT_EQ(x.right, y.right);
        ASSERT_EQ(x.between_prefectures, y.between_prefectures);
        ASSERT_EQ(x.at_junction, y.at_junction);
        ASSERT_EQ(x.box.max_x_m, y.box.max_x_m);
    }
    ASSERT_EQ(a.municipalities.size(), b.municipalities.size());
    for (std::size_t i = 0; i < a.municipalities.size(); ++i) {
        ASSERT_EQ(a.municipalities[i].size(), b.municipalities[i].size());
        for (std::size_t k = 0; k < a.municipalities[i].size(); ++k) {
            const MapPolygon& x = a.municipalities[i][k];
            const MapPolygon& y = b.municipalities[i][k];
            ASSERT_TRUE(same(x.shell, y.shell)) << i;
            ASSERT_EQ(x.holes, y.holes) << i;
            ASSERT_EQ(a.outlines[i][k].shell.size(), b.outlines[i][k].shell.size());
        }
    }
    EXPECT_TRUE(same(a.label_points, b.label_points));
    EXPECT_EQ(a.label_radii_m, b.label_radii_m);
    EXPECT_EQ(a.unclean, b.unclean);
    EXPECT_TRUE(same(a.prefecture_label_points, b.prefecture_label_points));
    EXPECT_EQ(shapes_to_bytes(a), shapes_to_bytes(b));
}

TEST(ShapeBytes, OfJapanComeBackEqual) {
    const MapShapes& made = *testing::japan_shapes();
    const auto kept = shapes_from_bytes(shapes_to_bytes(made), made.municipalities.size());
    ASSERT_TRUE(kept);
    expect_same(made, *kept);
}

TEST(ShapeBytes, OfDirtyDataComeBackEqual) {
    testing::SampleMap map = testing::grid_map({});
    // The same cell twice, a spike, a place without land, points that do not project.
    map.mosaic.shapes[3] = map.mosaic.shapes[2];
    auto& ring = map.mosaic.shapes[5][0].shell;
    ring.insert(ring.begin() + 1, {ring[0].lon + 0.5, ring[0].lat + 0.5});
    ring.insert(ring.begin() + 2, ring[0]);
    map.mosaic.shapes[6].clear();
    map.mosaic.shapes[7][0].shell[2].lat = std::numeric_limits<double>::quiet_NaN();
    const MapShapes made =
        make_map_shapes(map.catalogue, map.mosaic, Projection::equal_area_japan());
    const auto kept = shapes_from_bytes(shapes_to_bytes(made), made.municipalities.size());
    ASSERT_TRUE(kept);
    expect_same(made, *kept);
}

TEST(ShapeBytes, OfAnotherNumberOfPlacesAreRefused) {
    const testing::SampleMap map = testing::grid_map({});
    const MapShapes made =
        make_map_shapes(map.catalogue, map.mosaic, Projection::equal_area_japan());
    EXPECT_FALSE(shapes_from_bytes(shapes_to_bytes(made), made.municipalities.size() + 1));
    EXPECT_FALSE(shapes_from_bytes("", made.municipalities.size()));
}

/// Bytes whose sums somebody made fit: whatever is taken can be simplified and traced.
TEST(ShapeBytes, ForgedOnesGiveNothingOrSoundShapes) {
    const testing::SampleMap map = testing::grid_map({3, 3, 3});
    const MapShapes made =
        make_map_shapes(map.catalogue, map.mosaic, Projection::equal_area_japan());
    const std::string whole = shapes_to_bytes(made);
    std::mt19937 random(5);
    int taken = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::string forged = whole;
        for (int k = 0; k <= round % 3; ++k) {
            forged[random() % forged.size()] = static_cast<char>(random());
        }
        if (round % 5 == 0) {
            forged.resize(random() % forged.size());
        }
        const auto shapes = shapes_from_bytes(forged, made.municipalities.size());
        if (!shapes) {
            continue;
        }
        ++taken;
        const LevelLines lines(*shapes, {100});
        for (std::size_t i = 0; i < shapes->municipalities.size(); ++i) {
            ASSERT_LE(lines.polygons(static_cast<int>(i)).size(), shapes->municipalities[i].size());
        }
        small_places(*shapes, 1000);
    }
    EXPECT_GT(taken, 100);  // a changed coordinate is no reason to refuse
}

}  // namespace
}  // namespace miraimap
