// SPDX-License-Identifier: MIT
// Numbers of regions on the map: where they may stand, and which borders outline a region.
#include "shapes/regions.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "shapes/map_scene.hpp"
#include "tests/shapes/sample_maps.hpp"

namespace miraimap {
namespace {

/// A region a prefecture: 47 numbers that want room in one picture.
std::vector<MapRegion> prefecture_regions(const Catalogue& catalogue) {
    std::vector<MapRegion> regions(47);
    for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
        const int number = catalogue.municipalities[i].prefecture;
        MapRegion& region = regions[static_cast<std::size_t>(number) - 1];
        region.number = number;
        region.members.push_back(static_cast<int>(i));
        region.heart = region.members.front();
    }
    return regions;
}

Scene scene_with(std::vector<MapRegion> regions, std::vector<PixelBox> reserved = {}) {
    const auto& map = testing::japan();
    SceneOptions options;
    options.labels = false;
    options.regions = std::move(regions);
    options.reserved = std::move(reserved);
    const std::vector<MunicipalityCoverage> coverage(map.catalogue.municipalities.size());
    return make_coverage_scene(map.catalogue, testing::japan_shapes(), coverage, options);
}

PixelBox box_of(const RegionNumber& number) {
    return PixelBox::around(number.x_px, number.y_px, 2 * number.radius_px, 2 * number.radius_px);
}

TEST(Regions, NumbersStandOnTheirRegionAndClearOfEachOther) {
    const auto& map = testing::japan();
    const PixelBox legend{0, 0, 420, 300};
    const Scene scene = scene_with(prefecture_regions(map.catalogue), {legend});
    std::set<int> numbered;
    for (std::size_t i = 0; i < scene.region_numbers.size(); ++i) {
        const RegionNumber& number = scene.region_numbers[i];
        numbered.insert(number.region);
        EXPECT_FALSE(box_of(number).overlaps(legend));
        for (std::size_t j = 0; j < i; ++j) {
            EXPECT_FALSE(box_of(number).overlaps(box_of(scene.region_numbers[j])));
        }
        const auto& members = scene.regions[static_cast<std::size_t>(number.region)].members;
        const bool on_member = std::any_of(members.begin(), members.end(), [&](int member) {
            const View& view = number.inset < 0
                                   ? scene.view
                                   : scene.insets[static_cast<std::size_t>(number.inset)].view;
            const PixelBox frame =
                number.inset < 0 ? PixelBox{}
                                 : scene.insets[static_cast<std::size_t>(number.inset)].frame_px();
            const MapPoint p = scene.shapes->label_points[static_cast<std::size_t>(member)];
            return std::abs(frame.left + view.x_px(p) - number.x_px) < 1e-6 &&
                   std::abs(frame.top + view.y_px(p) - number.y_px) < 1e-6;
        });
        EXPECT_TRUE(on_member) << number.region;
    }
    EXPECT_GT(numbered.size(), 40U);  // also Okinawa, in its inset
    EXPECT_EQ(numbered.count(46), 1U);
}

TEST(Regions, AFirstRegionKeepsItsPlaceWhateverFollows) {
    const auto& map = testing::japan();
    std::vector<MapRegion> all = prefecture_regions(map.catalogue);
    const Scene many = scene_with(all);
    all.resize(1);
    const Scene one = scene_with(all);
    ASSERT_FALSE(one.region_numbers.empty());
    EXPECT_EQ(one.region_numbers[0].x_px, many.region_numbers[0].x_px);
    EXPECT_EQ(one.region_numbers[0].y_px, many.region_numbers[0].y_px);
}

TEST(Regions, EachPlaceKnowsItsRegion) {
    const auto& map = testing::japan();
    std::vector<MapRegion> regions = prefecture_regions(map.catalogue);
    regions.erase(regions.begin());
    const Scene scene = scene_with(regions);
    const std::vector<int> region = region_of_places(scene);
    for (std::size_t i = 0; i < region.size(); ++i) {
        EXPECT_EQ(region[i], map.catalogue.municipalities[i].prefecture - 2);
    }
}

}  // namespace
}  // namespace miraimap
