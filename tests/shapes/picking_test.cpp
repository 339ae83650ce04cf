// SPDX-License-Identifier: MIT
#include "shapes/picking.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "sample_maps.hpp"

namespace miraimap {
namespace {

bool odd_crossings(const MapRing& ring, MapPoint p) {
    bool odd = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const MapPoint a = ring[i];
        const MapPoint b = ring[j];
        if ((a.y_m > p.y_m) != (b.y_m > p.y_m) &&
            p.x_m < (b.x_m - a.x_m) * (p.y_m - a.y_m) / (b.y_m - a.y_m) + a.x_m) {
            odd = !odd;
        }
    }
    return odd;
}

std::optional<int> brute_force(const MapShapes& shapes, MapPoint p) {
    for (std::size_t i = 0; i < shapes.municipalities.size(); ++i) {
        for (const MapPolygon& polygon : shapes.municipalities[i]) {
            bool inside = odd_crossings(polygon.shell, p);
            for (const MapRing& hole : polygon.holes) {
                inside = inside && !odd_crossings(hole, p);
            }
            if (inside) {
                return static_cast<int>(i);
            }
        }
    }
    return std::nullopt;
}

TEST(Picking, AgreesWithBruteForceOnThousandsOfPoints) {
    const auto shapes = testing::japan_shapes();
    const Picker picker(*shapes);
    std::mt19937 random(3);
    int land = 0;
    for (int i = 0; i < 4000; ++i) {
        // Half around places, half anywhere.
        MapPoint p;
        if (i % 2 == 0) {
            const auto m =
                std::uniform_int_distribution<std::size_t>(0, shapes->boxes.size() - 1)(random);
            const MapBox& box = shapes->boxes[m];
            p = {std::uniform_real_distribution(box.min_x_m, box.max_x_m)(random),
                 std::uniform_real_distribution(box.min_y_m, box.max_y_m)(random)};
        } else {
            p = {std::uniform_real_distribution(shapes->extent.min_x_m,
                                                shapes->extent.max_x_m)(random),
                 std::uniform_real_distribution(shapes->extent.min_y_m,
                                                shapes->extent.max_y_m)(random)};
        }
        const auto found = picker.at(p);
        EXPECT_EQ(found, brute_force(*shapes, p)) << p.x_m << " " << p.y_m;
        land += found ? 1 : 0;
    }
    EXPECT_GT(land, 800);
}

TEST(Picking, ASharedBorderBelongsToTheLowerIndex) {
    const testing::SampleMap map = testing::grid_map();
    const auto shapes = std::make_shared<const MapShapes>(
        make_map_shapes(map.catalogue, map.mosaic, Projection::equal_area_japan()));
    const Picker picker(*shapes);
    for (const BorderLine& border : shapes->borders) {
        if (border.coast()) {
            continue;
        }
        // Inner vertices of the line: there only these two meet.
        for (std::size_t i = 1; i + 1 < border.points.size(); ++i) {
            EXPECT_EQ(picker.at(border.points[i]), std::min(border.left, border.right));
        }
    }
}

TEST(Picking, EveryLabelPointLiesInItsOwnMunicipality) {
    const auto shapes = testing::japan_shapes();
    const Picker picker(*shapes);
    for (std::size_t i = 0; i < shapes->label_points.size(); ++i) {
        EXPECT_EQ(picker.at(shapes->label_points[i]), static_cast<int>(i))
            << testing::japan().catalogue.municipalities[i].name_ja;
        EXPECT_GT(shapes->label_radii_m[i], 0);
    }
}

TEST(Picking, NothingIsFoundOutsideOrAtNoPlace) {
    const Picker picker(*testing::japan_shapes());
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(picker.at({1e9, 1e9}));
    EXPECT_FALSE(picker.at({nan, nan}));
    EXPECT_FALSE(Picker(MapShapes()).at({0, 0}));
}

TEST(Picking, AnEnclaveIsItsOwnPlace) {
    const testing::SampleMap map = testing::grid_map();
    const Projection projection = Projection::equal_area_japan();
    const auto shapes =
        std::make_shared<const MapShapes>(make_map_shapes(map.catalogue, map.mosaic, projection));
    const auto found = Picker(*shapes).at(projection.forward({136.6, 35.45}));
    ASSERT_TRUE(found);
    EXPECT_EQ(map.mosaic.shapes[static_cast<std::size_t>(*found)][0].shell.size(), 4U);
}

}  // namespace
}  // namespace miraimap
