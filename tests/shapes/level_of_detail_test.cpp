// SPDX-License-Identifier: MIT
#include "shapes/level_of_detail.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <set>

#include "feature_raster.hpp"
#include "sample_maps.hpp"
#include "shapes/insets.hpp"
#include "shapes/label_point.hpp"
#include "shapes/outline.hpp"

namespace miraimap {
namespace {

constexpr float stays = std::numeric_limits<float>::infinity();

TEST(EffectiveAreas, AreTheTrianglesLostInTheOrderOfLoss) {
    // The bump at x=1 (area 0.5) goes first; then the point at x=2 lies on the line 0..4 but for
    // the tip at x=3, whose triangle with its new neighbours has area 2 * 3 / 2.
    const std::vector<MapPoint> line{{0, 0}, {1, 0.5}, {2, 0}, {3, 3}, {4, 0}};
    const std::vector<float> weights = effective_areas_m2(line, false, 0);
    ASSERT_EQ(weights.size(), line.size());
    EXPECT_EQ(weights.front(), stays);
    EXPECT_EQ(weights.back(), stays);
    EXPECT_FLOAT_EQ(weights[1], 0.5F);
    EXPECT_FLOAT_EQ(weights[2], 3.0F);  // triangle (0,0) (2,0) (3,3)
    EXPECT_FLOAT_EQ(weights[3], 6.0F);  // triangle (0,0) (3,3) (4,0)
}

TEST(EffectiveAreas, NeverFallBelowWhatWasLostBefore) {
    // After the spike is gone its neighbours form smaller triangles than the spike did.
    const std::vector<MapPoint> line{{0, 0}, {10, 0.1}, {10.1, 3}, {10.2, 0.1}, {20, 0}};
    const std::vector<float> weights = effective_areas_m2(line, false, 0);
    EXPECT_GE(weights[1], weights[2]);
    EXPECT_GE(weights[3], weights[2]);
}

TEST(EffectiveAreas, ARingKeepsItsLastThreePointsWhereverItStarts) {
    std::vector<MapPoint> ring{{0, 0}, {5, -0.1}, {10, 0}, {10, 10}, {5, 10.2}, {0, 10}, {0, 0}};
    for (std::size_t turn = 0; turn < 6; ++turn) {
        const std::vector<float> weights = effective_areas_m2(ring, true, 3);
        EXPECT_EQ(weights.front(), weights.back());
        EXPECT_EQ(std::count(weights.begin(), weights.end() - 1, stays), 3);
        ring.pop_back();
        std::rotate(ring.begin(), ring.begin() + 1, ring.end());
        ring.push_back(ring.front());
    }
}

TEST(EffectiveAreas, ShortLinesStayAsTheyAre) {
    EXPECT_EQ(effective_areas_m2({}, false, 0).size(), 0U);
    EXPECT_EQ(effective_areas_m2({{0, 0}, {1, 1}}, false, 0), (std::vector<float>{stays, stays}));
}

TEST(LevelOfDetail, CoarserLevelsKeepAPartOfFinerOnes) {
    const auto shapes = testing::japan_shapes();
    for (const BorderLine& border : shapes->borders) {
        std::vector<MapPoint> finer = border.points;
        for (const double side_m : {0.0, 100.0, 1000.0, 10000.0, 1e9}) {
            const std::vector<MapPoint> coarser = line_at(border, {side_m});
            ASSERT_LE(coarser.size(), finer.size());
            if (border.closed_alone()) {
                ASSERT_TRUE(coarser.empty() || coarser.size() >= 4);
                ASSERT_TRUE(coarser.empty() || coarser.front() == coarser.back());
            } else {
                ASSERT_EQ(coarser.front(), border.points.front());
                ASSERT_EQ(coarser.back(), border.points.back());
            }
            for (const MapPoint p : coarser) {
                ASSERT_NE(std::find(finer.begin(), finer.end(), p), finer.end());
            }
            finer = coarser;
        }
    }
}

TEST(LevelOfDetail, LinesBetweenTheSameJunctionsDoNotFallOntoEachOther) {
    const auto shapes = testing::japan_shapes();
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<std::vector<MapPoint>>> between;
    for (const BorderLine& border : shapes->borders) {
        if (!border.closed_alone()) {
            std::vector<MapPoint> line = line_at(border, {1e6});
            if (border.from > border.to) {
                std::reverse(line.begin(), line.end());
            }
            between[std::minmax(border.from, border.to)].push_back(std::move(line));
        }
    }
    std::size_t several = 0;
    for (const auto& [ends, lines] : between) {
        several += lines.size() > 1 ? 1 : 0;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            EXPECT_TRUE(ends.first != ends.second || lines[i].size() >= 4);
            for (std::size_t k = i + 1; k < lines.size(); ++k) {
                EXPECT_NE(lines[i], lines[k]);
            }
        }
    }
    EXPECT_GT(several, 0U);
}

TEST(LevelOfDetail, FullDetailGivesTheVeryPolygons) {
    const auto shapes = testing::japan_shapes();
    const LevelLines lines(*shapes, {0});
    for (std::size_t i = 0; i < shapes->municipalities.size(); ++i) {
        const std::vector<MapPolygon> built = lines.polygons(static_cast<int>(i));
        ASSERT_EQ(built.size(), shapes->municipalities[i].size());
        for (std::size_t k = 0; k < built.size(); ++k) {
            const MapPolygon& whole = shapes->municipalities[i][k];
            ASSERT_EQ(built[k].shell.size(), whole.shell.size());
            ASSERT_EQ(built[k].holes.size(), whole.holes.size());
            ASSERT_NEAR(planar_area_m2(built[k]), planar_area_m2(whole),
                        1e-9 * planar_area_m2(whole));
        }
    }
}

TEST(LevelOfDetail, NeighboursKeepTheSameLineAtEveryLevel) {
    const auto shapes = testing::japan_shapes();
    for (const double side_m : {100.0, 1000.0, 5000.0}) {
        const LevelLines lines(*shapes, {side_m});
        double parts = 0;
        for (std::size_t i = 0; i < shapes->municipalities.size(); ++i) {
            for (const MapPolygon& polygon : lines.polygons(static_cast<int>(i))) {
                parts += signed_area_m2(polygon.shell);
                for (const MapRing& hole : polygon.holes) {
                    parts += signed_area_m2(hole);
                }
            }
        }
        double outline = 0;
        const LineDetail detail = simplify_borders(*shapes, shapes->extent, side_m);
        const std::vector<int> all(shapes->municipalities.size(), 0);
        for (const MapRing& ring : trace_outlines(*shapes, detail, all, 0)) {
            outline += signed_area_m2(ring);
        }
        EXPECT_NEAR(parts / outline, 1.0, 1e-9) << side_m;
    }
}

struct Sight {
    const char* name;
    View view;
    double most;  ///< share of land pixels that may differ
};

std::vector<Sight> sights(const MapShapes& shapes) {
    MapBox main_islands;
    for (std::size_t i = 0; i < shapes.boxes.size(); ++i) {
        if (far_islands_of(testing::japan().catalogue.municipalities[i]) == FarIslands::none) {
            main_islands.add(shapes.boxes[i]);
        }
    }
    std::vector<Sight> all{{"national", View::fit(main_islands, 1600, 1000), 0.01}};
    View close = all.front().view;
    close.centre = shapes.label_points[shapes.label_points.size() / 2];
    for (const double metres_per_px : {700.0, 300.0, 100.0, 30.0}) {
        close.metres_per_px = metres_per_px;
        all.push_back({"closer", close, 0.005});
    }
    return all;
}

TEST(LevelOfDetail, FewPixelsDifferFromFullResolutionAndNoneInsideLandIsEmpty) {
    const auto shapes = testing::japan_shapes();
    for (const Sight& sight : sights(*shapes)) {
        const LevelLines lines(*shapes, DetailLevel::for_scale(sight.view.metres_per_px));
        std::vector<std::vector<MapPolygon>> polygons;
        for (std::size_t i = 0; i < shapes->municipalities.size(); ++i) {
            polygons.push_back(lines.polygons(static_cast<int>(i)));
        }
        const testing::RasterDifference difference =
            testing::compare(testing::rasterize(shapes->municipalities, sight.view),
                             testing::rasterize(polygons, sight.view));
        const double share =
            static_cast<double>(difference.differ) / static_cast<double>(difference.land);
        EXPECT_GT(difference.land, 1000);
        EXPECT_LE(share, sight.most) << sight.name << " " << sight.view.metres_per_px;
        EXPECT_EQ(difference.holes, 0) << sight.name << " " << sight.view.metres_per_px;
    }
}

TEST(LevelOfDetail, EveryPlaceHasAPixelOrIsNamedAsSmall) {
    const auto shapes = testing::japan_shapes();
    for (const double metres_per_px : {1000.0, 2000.0, 5000.0}) {
        const View view = View::fit(shapes->extent, shapes->extent.width_m() / metres_per_px,
                                    shapes->extent.height_m() / metres_per_px, 0);
        const LevelLines lines(*shapes, DetailLevel::for_scale(view.metres_per_px));
        std::vector<std::vector<MapPolygon>> polygons;
        for (std::size_t i = 0; i < shapes->municipalities.size(); ++i) {
            polygons.push_back(lines.polygons(static_cast<int>(i)));
        }
        const testing::FeatureRaster raster = testing::rasterize(polygons, view);
        std::set<int> seen(raster.ids.begin(), raster.ids.end());
        for (const SmallPlace& place : small_places(*shapes, view.metres_per_px)) {
            EXPECT_TRUE(
                shapes->boxes[static_cast<std::size_t>(place.municipality)].contains(place.at));
            seen.insert(place.municipality);
        }
        for (std::size_t i = 0; i < shapes->municipalities.size(); ++i) {
            EXPECT_TRUE(shapes->municipalities[i].empty() || seen.contains(static_cast<int>(i)))
                << i << " at " << view.metres_per_px;
        }
    }
}

}  // namespace
}  // namespace miraimap
