// SPDX-License-Identifier: MIT
// Choosing several places: shapes, prefecture, inversion, without a window.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "app/gui/commands.hpp"
#include "app/gui/map_choice.hpp"
#include "app/gui/map_moves.hpp"
#include "tests/gui/loaded_state.hpp"

namespace miraimap::gui {
namespace {

AppState national_state() {
    AppState state = ready_state(600, 600);
    resize_view(state, 600, 600);
    go_home(state);
    return state;
}

TEST(Choice, ARingHoldsWhatBruteForceFindsInTheSameBox) {
    const AppState state = national_state();
    const MapShapes& shapes = *state.loaded->shapes;
    const MapBox& box = shapes.prefecture_boxes[3];
    const std::vector<int> found = places_in(shapes, {{box.min_x_m, box.min_y_m},
                                                      {box.max_x_m, box.min_y_m},
                                                      {box.max_x_m, box.max_y_m},
                                                      {box.min_x_m, box.max_y_m}});
    std::vector<int> expected;
    for (std::size_t i = 0; i < shapes.label_points.size(); ++i) {
        const MapPoint p = shapes.label_points[i];
        if (p.x_m > box.min_x_m && p.x_m < box.max_x_m && p.y_m > box.min_y_m &&
            p.y_m < box.max_y_m) {
            expected.push_back(static_cast<int>(i));
        }
    }
    EXPECT_GT(expected.size(), 30U);
    EXPECT_EQ(found, expected);
    EXPECT_TRUE(places_in(shapes, {}).empty());
    EXPECT_TRUE(
        places_in(shapes, {{box.min_x_m, box.min_y_m}, {box.max_x_m, box.max_y_m}}).empty());
}

TEST(Choice, AHollowLassoLeavesOutWhatLiesInItsNotch) {
    MapShapes shapes;
    shapes.label_points = {{1, 1}, {5, 8}, {9, 1}, {5, 1}, {std::nan(""), std::nan("")}};
    // A "V" from above: the notch at (5, 8) stays out.
    const std::vector<MapPoint> ring{{0, 10}, {0, 0}, {10, 0}, {10, 10}, {5, 2}};
    EXPECT_EQ(places_in(shapes, ring), (std::vector<int>{0, 2, 3}));
}

TEST(Choice, APrefectureIsChosenWholeAndTheChoiceInverted) {
    AppState state = national_state();
    Wishes wishes;
    const auto& all = state.loaded->world->catalogue.municipalities;
    EXPECT_FALSE(run_command("choice.prefecture", state, wishes)) << "there is nothing to widen";
    choose(state, state.loaded->world->catalogue.find("04100").value());
    ASSERT_TRUE(run_command("choice.prefecture", state, wishes));
    EXPECT_EQ(std::ssize(state.chosen.places),
              std::count_if(all.begin(), all.end(),
                            [](const Municipality& m) { return m.prefecture == 4; }));
    const std::size_t miyagi = state.chosen.places.size();
    ASSERT_TRUE(run_command("choice.invert", state, wishes));
    EXPECT_EQ(state.chosen.places.size(), all.size() - miyagi);
    for (const int place : state.chosen.places) {
        EXPECT_NE(all[static_cast<std::size_t>(place)].prefecture, 4);
    }
    ASSERT_TRUE(run_command("choice.clear", state, wishes));
    EXPECT_TRUE(state.chosen.empty());
}

TEST(Choice, EscapeLaysTheToolDownBeforeItClearsTheChoice) {
    AppState state = national_state();
    Wishes wishes;
    choose(state, 7);
    run_command("choice.brush", state, wishes);
    EXPECT_EQ(state.map_choice.tool, ChoiceTool::brush);
    run_command("choice.clear", state, wishes);
    EXPECT_EQ(state.map_choice.tool, ChoiceTool::none);
    EXPECT_EQ(state.chosen.primary, 7);
    run_command("choice.clear", state, wishes);
    EXPECT_TRUE(state.chosen.empty());
}

TEST(Choice, WhatTheMapShowsIsAddedAndTakenOutByKey) {
    AppState state = national_state();
    Wishes wishes;
    zoom_to_prefecture(state, 4);
    ASSERT_TRUE(run_command("choice.add-view", state, wishes));
    const std::size_t in_view = state.chosen.places.size();
    EXPECT_GT(in_view, 35U);
    EXPECT_LT(in_view, 300U);
    zoom_to_municipality(state, state.loaded->world->catalogue.find("04100").value());
    ASSERT_TRUE(run_command("choice.remove-view", state, wishes));
    EXPECT_LT(state.chosen.places.size(), in_view);
    EXPECT_FALSE(state.chosen.contains(state.loaded->world->catalogue.find("04100").value()));
}

}  // namespace
}  // namespace miraimap::gui
