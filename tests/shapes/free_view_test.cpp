// SPDX-License-Identifier: MIT
#include "shapes/free_view.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace miraimap {
namespace {

bool hides(const FreeViewQuestion& question, const View& view) {
    return std::any_of(question.parts.begin(), question.parts.end(), [&](const MapBox& part) {
        const PixelBox land = view.box_px(part);
        return !part.empty() &&
               std::any_of(question.covered.begin(), question.covered.end(),
                           [&](const PixelBox& box) { return box.overlaps(land); });
    });
}

/// Land from the south-west to the north-east, as Japan lies, in a wide picture.
FreeViewQuestion slope() {
    FreeViewQuestion question;
    for (int i = 0; i < 10; ++i) {
        question.parts.push_back({i * 100e3, i * 100e3, (i + 1) * 100e3, (i + 1) * 100e3});
    }
    question.width_px = 800;
    question.height_px = 500;
    return question;
}

TEST(FreeView, IsTheUsualViewWhereNothingLiesOverThePicture) {
    const FreeViewQuestion question = slope();
    const View usual = View::fit({0, 0, 1e6, 1e6}, 800, 500, question.margin);
    const FreeView found = free_view(question);
    EXPECT_EQ(found.view.metres_per_px, usual.metres_per_px);
    EXPECT_EQ(found.view.centre.x_m, usual.centre.x_m);
    EXPECT_EQ(found.view.centre.y_m, usual.centre.y_m);
    EXPECT_EQ(found.share, 1);
    EXPECT_TRUE(found.all_seen);
}

TEST(FreeView, StaysInTheMiddleIfThatHidesNothing) {
    FreeViewQuestion question = slope();
    question.covered = {{700, 0, 800, 100}};
    const View usual = View::fit({0, 0, 1e6, 1e6}, 800, 500, question.margin);
    const FreeView found = free_view(question);
    EXPECT_NEAR(found.view.centre.x_m, usual.centre.x_m, 1);
    EXPECT_NEAR(found.view.centre.y_m, usual.centre.y_m, 1);
}

TEST(FreeView, StepsAsideForALegendWithoutGettingSmaller) {
    FreeViewQuestion question = slope();
    question.covered = {{360, 250, 790, 490}};
    ASSERT_TRUE(hides(question, View::fit({0, 0, 1e6, 1e6}, 800, 500, question.margin)));
    const FreeView found = free_view(question);
    EXPECT_EQ(found.share, 1);
    EXPECT_TRUE(found.all_seen);
    EXPECT_FALSE(hides(question, found.view));
}

TEST(FreeView, GetsSmallerOnlyAsFarAsItMust) {
    FreeViewQuestion question = slope();
    question.covered = {{0, 0, 800, 60}};
    const FreeView found = free_view(question);
    EXPECT_TRUE(found.all_seen);
    EXPECT_FALSE(hides(question, found.view));
    EXPECT_LT(found.share, 0.95);
    EXPECT_GT(found.share, (500 - 60) / 500.0 - 0.05);
}

TEST(FreeView, SaysSoWhereSomethingMustBeHidden) {
    FreeViewQuestion question = slope();
    question.covered = {{0, 0, 800, 400}};
    const FreeView found = free_view(question);
    EXPECT_FALSE(found.all_seen);
    EXPECT_GE(found.share, question.least_share);
}

TEST(FreeView, AnythingAskedIsShownWholeAndNothingSeenLiesUnderAnything) {
    std::mt19937 random(7);
    const auto number = [&](double low, double high) {
        return std::uniform_real_distribution<double>(low, high)(random);
    };
    int seen = 0;
    for (int turn = 0; turn < 300; ++turn) {
        FreeViewQuestion question;
        question.width_px = number(120, 1200);
        question.height_px = number(120, 900);
        const int parts = 1 + turn % 12;
        for (int i = 0; i < parts; ++i) {
            const double x = number(-1e6, 1e6);
            const double y = number(-1e6, 1e6);
            question.parts.push_back({x, y, x + number(0, 4e5), y + number(0, 4e5)});
        }
        question.parts.emplace_back();  // an empty box counts nothing
        for (int i = 0; i < turn % 4; ++i) {
            const double x = number(-20, question.width_px);
            const double y = number(-20, question.height_px);
            question.covered.push_back({x, y, x + number(0, 300), y + number(0, 200)});
        }
        const FreeView found = free_view(question);
        for (const MapBox& part : question.parts) {
            const PixelBox land = found.view.box_px(part);
            const PixelBox picture{-1e-6, -1e-6, question.width_px + 1e-6,
                                   question.height_px + 1e-6};
            EXPECT_TRUE(part.empty() || picture.contains(land)) << "turn " << turn;
        }
        seen += found.all_seen ? 1 : 0;
        EXPECT_FALSE(found.all_seen && hides(question, found.view)) << "turn " << turn;
    }
    EXPECT_GT(seen, 150);
}

TEST(FreeView, NothingToShowIsNoMistake) {
    FreeViewQuestion question;
    question.covered = {{0, 0, 10, 10}};
    EXPECT_TRUE(free_view(question).all_seen);
    question.parts.emplace_back();
    question.width_px = question.height_px = 100;
    EXPECT_TRUE(free_view(question).all_seen);
}

}  // namespace
}  // namespace miraimap
