// SPDX-License-Identifier: MIT
// How the parts of a bar share its width.
#include "app/gui/bar_fit.hpp"

#include <gtest/gtest.h>

#include <random>

namespace miraimap::gui {
namespace {

using Forms = std::vector<std::size_t>;

float total(const std::vector<BarPart>& parts, const Forms& forms, float gap) {
    float sum = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const float width = parts[i][forms[i]].width;
        sum += width > 0 ? width + (sum > 0 ? gap : 0) : 0;
    }
    return sum;
}

TEST(BarFit, EverythingIsWholeWhereThereIsRoom) {
    const std::vector<BarPart> parts{{{100, 1}, {50, 0}}, {{80, 2}, {0, 0}}};
    const BarFit fit = fit_bar(parts, 200, 10);
    EXPECT_EQ(fit.forms, (Forms{0, 0}));
    EXPECT_FLOAT_EQ(fit.spare, 10);
    EXPECT_FALSE(fit.hides);
}

TEST(BarFit, WhatIsWorthLeastGoesFirst) {
    const std::vector<BarPart> parts{{{100, 30}, {50, 0}}, {{80, 10}, {0, 0}}, {{40, 20}, {0, 0}}};
    EXPECT_EQ(fit_bar(parts, 160, 10).forms, (Forms{0, 1, 0}));
    EXPECT_EQ(fit_bar(parts, 140, 10).forms, (Forms{0, 1, 1}));
    EXPECT_EQ(fit_bar(parts, 60, 10).forms, (Forms{1, 1, 1}));
    EXPECT_LT(fit_bar(parts, 40, 10).spare, 0) << "nothing more can be given up";
}

TEST(BarFit, WhatFitsAllTheSameIsGivenBack) {
    // The wide part has to go; the small one, worth less, has room again then.
    const std::vector<BarPart> parts{{{50, 0}}, {{20, 10}, {0, 0}}, {{200, 20}, {0, 0}}};
    EXPECT_EQ(fit_bar(parts, 100, 10).forms, (Forms{0, 0, 1}));
}

TEST(BarFit, TheButtonForTheRestTakesItsRoomOnlyIfSomethingIsHidden) {
    const std::vector<BarPart> parts{{{100, 20}, {60, 0}}, {{80, 10}, {0, 0}}};
    EXPECT_FALSE(fit_bar_with_rest(parts, 190, 10, 30).hides);
    EXPECT_EQ(fit_bar_with_rest(parts, 160, 10, 30).forms, (Forms{0, 1}));
    EXPECT_EQ(fit_bar_with_rest(parts, 120, 10, 30).forms, (Forms{1, 1}));
}

TEST(BarFit, APartThatIsNotThereIsNotHidden) {
    EXPECT_FALSE(fit_bar({{{0, 0}}, {{40, 0}}}, 40, 10).hides);
}

TEST(BarFit, FitsWheneverTheLeastFormsFit) {
    std::mt19937 random(11);
    const auto any = [&](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most));
    };
    for (int round = 0; round < 20000; ++round) {
        std::vector<BarPart> parts(static_cast<std::size_t>(1 + any(7)));
        for (BarPart& part : parts) {
            float width = static_cast<float>(any(300));
            for (int form = 1 + any(3); form > 0; --form) {
                part.push_back({width, any(20)});
                width = static_cast<float>(any(static_cast<int>(width) + 1));
            }
        }
        const auto gap = static_cast<float>(any(20));
        const auto room = static_cast<float>(any(1200));
        const BarFit fit = fit_bar(parts, room, gap);
        ASSERT_EQ(fit.forms.size(), parts.size());
        Forms least;
        for (const BarPart& part : parts) {
            least.push_back(part.size() - 1);
        }
        if (total(parts, least, gap) <= room) {
            EXPECT_LE(total(parts, fit.forms, gap), room);
            EXPECT_GE(fit.spare, 0);
        } else {
            EXPECT_EQ(fit.forms, least);
        }
        // Nothing that was given up would have room.
        for (std::size_t i = 0; i < parts.size(); ++i) {
            Forms more = fit.forms;
            if (more[i] > 0 && total(parts, fit.forms, gap) <= room) {
                --more[i];
                EXPECT_GT(total(parts, more, gap), room);
            }
        }
    }
}

}  // namespace
}  // namespace miraimap::gui
