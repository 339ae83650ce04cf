// SPDX-License-Identifier: MIT
// Rings of chosen places too small to be seen, and what a click on or near a ring means.
#include "shapes/choice_rings.hpp"

#include <gtest/gtest.h>

namespace miraimap {
namespace {

/// Places as label points with inscribed radii, at one metre a pixel: 0 is large, 1 sub-pixel
/// inside it, 2 small (but not below a pixel) inside it, 3 sub-pixel in the sea.
Scene scene_of_four() {
    auto shapes = std::make_shared<MapShapes>();
    shapes->label_points = {{100, 100}, {60, 100}, {140, 100}, {60, 190}};
    shapes->label_radii_m = {40, 0.2, 1.2, 0.2};
    Scene scene;
    scene.shapes = shapes;
    scene.class_of = {0, 0, 0, 0};
    scene.view = {{100, 100}, 1, 200, 200};
    return scene;
}

MapMarker marker_of(const Scene& scene, int place) {
    const MapPoint p = scene.shapes->label_points[static_cast<std::size_t>(place)];
    return {place, scene.view.x_px(p), scene.view.y_px(p), marker_radius_px, -1};
}

TEST(ChoiceRings, StandOnTinyChosenAndHoveredPlacesOnly) {
    Scene scene = scene_of_four();
    EXPECT_TRUE(choice_rings(scene).empty());
    scene.chosen = {0, 1};
    scene.hovered = 2;
    const std::vector<ChoiceRing> rings = choice_rings(scene);
    ASSERT_EQ(rings.size(), 2U) << "the large one is seen by its outline";
    EXPECT_EQ(rings[0].municipality, 1);
    EXPECT_TRUE(rings[0].chosen);
    EXPECT_EQ(rings[0].x_px, 60);
    EXPECT_EQ(rings[0].y_px, 100);
    EXPECT_EQ(rings[1].municipality, 2);
    EXPECT_FALSE(rings[1].chosen);
}

TEST(ChoiceRings, AreGoneOnceThePlaceIsLargeEnough) {
    Scene scene = scene_of_four();
    scene.chosen = {1, 2};
    scene.view.metres_per_px = 0.1;
    scene.view.centre = {140, 100};
    EXPECT_TRUE(choice_rings(scene).empty());
}

TEST(ChoiceRings, StandInInsetsAtTheirScale) {
    Scene scene = scene_of_four();
    scene.chosen = {3};
    scene.view.centre = {500, 500};
    Inset inset;
    inset.view = {{60, 190}, 2, 80, 80};
    inset.land = inset.view.box();
    inset.left_px = 100;
    inset.top_px = 20;
    scene.insets.push_back(inset);
    const std::vector<ChoiceRing> rings = choice_rings(scene);
    ASSERT_EQ(rings.size(), 1U);
    EXPECT_EQ(rings[0].inset, 0);
    EXPECT_EQ(rings[0].x_px, 140);
    EXPECT_EQ(rings[0].y_px, 60);
    EXPECT_EQ(place_meant(scene, 143, 60, 0, std::nullopt), 3);
    EXPECT_EQ(place_meant(scene, 143, 60, -1, std::nullopt), std::nullopt);
}

TEST(ChoiceRings, ACrowdIsOutlinedWithoutRings) {
    Scene scene = scene_of_four();
    auto shapes = std::make_shared<MapShapes>(*scene.shapes);
    for (std::size_t i = 0; i <= most_outlined_singly; ++i) {
        shapes->label_points.push_back({static_cast<double>(3 * i) + 10, 20});
        shapes->label_radii_m.push_back(0.1);
        scene.chosen.push_back(static_cast<int>(i) + 4);
    }
    scene.shapes = shapes;
    EXPECT_TRUE(choice_rings(scene).empty());
    scene.chosen.pop_back();
    EXPECT_EQ(choice_rings(scene).size(), most_outlined_singly);
}

TEST(RingPicking, ARingInTheSeaMeansItsPlace) {
    Scene scene = scene_of_four();
    const double y = scene.view.y_px({60, 190});
    EXPECT_EQ(place_meant(scene, 63, y, -1, std::nullopt), std::nullopt) << "without a ring";
    scene.markers = {marker_of(scene, 3)};
    EXPECT_EQ(place_meant(scene, 63, y, -1, std::nullopt), 3);
    EXPECT_EQ(place_meant(scene, 65, y, -1, std::nullopt), std::nullopt) << "outside the ring";
    scene.chosen = {3};
    EXPECT_EQ(place_meant(scene, 66, y, -1, std::nullopt), 3) << "the ring of a choice is wider";
}

TEST(RingPicking, ALargePlaceLosesItsOwnGroundOnlyToASubPixelPlaceAndOnlyWithinTheMarker) {
    Scene scene = scene_of_four();
    scene.markers = {marker_of(scene, 1), marker_of(scene, 2)};
    scene.chosen = {1, 2};
    EXPECT_EQ(place_meant(scene, 63, 100, -1, 0), 1);
    EXPECT_EQ(place_meant(scene, 65, 100, -1, 0), 0) << "inside the wide ring, outside the marker";
    EXPECT_EQ(place_meant(scene, 137, 100, -1, 0), 0) << "a place with pixels is hit by itself";
    EXPECT_EQ(place_meant(scene, 140, 100, -1, 2), 2);
    EXPECT_EQ(place_meant(scene, 100, 100, -1, 0), 0);
}

TEST(RingPicking, TheNearestOfSeveralRingsWins) {
    Scene scene = scene_of_four();
    auto shapes = std::make_shared<MapShapes>(*scene.shapes);
    shapes->label_points.push_back({64, 190});
    shapes->label_radii_m.push_back(0.1);
    scene.shapes = shapes;
    scene.markers = {marker_of(scene, 3), marker_of(scene, 4)};
    const double y = scene.view.y_px({60, 190});
    EXPECT_EQ(place_meant(scene, 61.5, y, -1, std::nullopt), 3);
    EXPECT_EQ(place_meant(scene, 62.5, y, -1, std::nullopt), 4);
}

TEST(RingPicking, AHoveredRingDoesNotHoldThePointer) {
    Scene scene = scene_of_four();
    scene.hovered = 3;
    EXPECT_EQ(place_meant(scene, 63, scene.view.y_px({60, 190}), -1, std::nullopt), std::nullopt);
}

}  // namespace
}  // namespace miraimap
