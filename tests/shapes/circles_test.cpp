// SPDX-License-Identifier: MIT
#include "shapes/circles.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "shapes/map_scene.hpp"
#include "tests/shapes/sample_maps.hpp"

namespace miraimap {
namespace {

TEST(Circles, AreasAreInProportionToAmounts) {
    const double one = circle_radius_px(100, 1000, 1);
    EXPECT_NEAR(circle_radius_px(400, 1000, 1), 2 * one, 1e-9);
    EXPECT_NEAR(circle_radius_px(1000, 1000, 1), largest_circle_px, 1e-9);
    EXPECT_NEAR(circle_radius_px(1000, 1000, 2), 2 * largest_circle_px, 1e-9);
    EXPECT_EQ(circle_radius_px(0, 1000, 1), 0);
    EXPECT_EQ(circle_radius_px(5, 0, 1), 0);
}

TEST(Circles, StandOnTheirPlaceOrItsPrefectureAndInsideInsets) {
    const Catalogue& catalogue = testing::japan().catalogue;
    const std::vector<MunicipalityCoverage> coverage(catalogue.municipalities.size());
    Scene scene = make_coverage_scene(catalogue, testing::japan_shapes(), coverage, {});
    const int sapporo = catalogue.find("01100").value();
    const int naha = catalogue.find("47201").value();
    const std::vector<PlaceAmount> amounts{
        {-1, 9, 900, {0, 1}}, {sapporo, 1, 400, {2}}, {naha, 47, 100, {3}}, {-1, 0, 50, {4}}};
    const std::vector<MapCircle> circles = place_circles(scene, amounts, 900, 1);
    ASSERT_EQ(circles.size(), 3U) << "an amount at no place has no circle";
    EXPECT_EQ(circles[0].prefecture, 9);
    EXPECT_GE(circles[0].radius_px, circles[1].radius_px);
    const MapPoint p = scene.shapes->label_points[static_cast<std::size_t>(sapporo)];
    EXPECT_NEAR(circles[1].x_px, scene.view.x_px(p), 1e-9);
    EXPECT_NEAR(circles[1].y_px, scene.view.y_px(p), 1e-9);
    ASSERT_GE(circles[2].inset, 0);
    const PixelBox frame = scene.insets[static_cast<std::size_t>(circles[2].inset)].frame_px();
    EXPECT_GT(circles[2].x_px, frame.left);
    EXPECT_LT(circles[2].y_px, frame.bottom);
}

TEST(Circles, TheLegendHasRoundAmountsAndTheWholeSum) {
    const std::vector<PlaceAmount> amounts{{1, 1, 265181, {0}}, {2, 1, 2500, {1, 2}}};
    const CircleLegend legend = circle_legend(amounts, 265181, AmountKind::granted, 1);
    ASSERT_EQ(legend.steps.size(), 3U);
    EXPECT_EQ(legend.steps[0].thousand_yen, 200000);
    EXPECT_EQ(legend.steps[1].thousand_yen, 50000);
    EXPECT_EQ(legend.steps[2].thousand_yen, 10000);
    for (const CircleLegend::Step& step : legend.steps) {
        EXPECT_NEAR(step.radius_px, circle_radius_px(step.thousand_yen, 265181, 1), 1e-9);
    }
    EXPECT_EQ(legend.total_thousand_yen, 267681);
    EXPECT_EQ(legend.selections, 3);
    EXPECT_EQ(circle_legend({}, 3, AmountKind::requested, 1).steps.size(), 1U);
    EXPECT_TRUE(circle_legend({}, 0, AmountKind::requested, 1).steps.empty());
}

}  // namespace
}  // namespace miraimap
