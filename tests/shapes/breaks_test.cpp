// SPDX-License-Identifier: MIT
#include "shapes/breaks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>

namespace miraimap {
namespace {

using Numbers = std::vector<double>;

double spread_of(const Numbers& numbers, const Numbers& breaks) {
    std::vector<Numbers> classes(breaks.size());
    for (const double n : numbers) {
        classes[static_cast<std::size_t>(class_of_number(n, breaks))].push_back(n);
    }
    double all = 0;
    for (const Numbers& one : classes) {
        double mean = 0;
        for (const double n : one) {
            mean += n / static_cast<double>(one.size());
        }
        for (const double n : one) {
            all += (n - mean) * (n - mean);
        }
    }
    return all;
}

/// Every way to cut the different numbers into k classes.
double least_spread(const Numbers& numbers, std::size_t k) {
    Numbers different = numbers;
    std::sort(different.begin(), different.end());
    different.erase(std::unique(different.begin(), different.end()), different.end());
    double best = std::numeric_limits<double>::infinity();
    const std::size_t inner = different.size() - 1;
    for (unsigned cuts = 0; cuts < (1U << inner); ++cuts) {
        Numbers breaks;
        for (std::size_t i = 0; i < inner; ++i) {
            if ((cuts >> i & 1U) != 0) {
                breaks.push_back(different[i]);
            }
        }
        breaks.push_back(different.back());
        if (breaks.size() == k) {
            best = std::min(best, spread_of(numbers, breaks));
        }
    }
    return best;
}

TEST(Breaks, QuantilesHoldAboutAsManyEach) {
    Numbers numbers;
    for (int i = 0; i < 1000; ++i) {
        numbers.push_back((i * 7919 % 1000) * 1.5);
    }
    const Numbers breaks = class_breaks(numbers, 5, BreakRule::quantile);
    ASSERT_EQ(breaks.size(), 5U);
    std::vector<int> counts(5, 0);
    for (const double n : numbers) {
        ++counts[static_cast<std::size_t>(class_of_number(n, breaks))];
    }
    EXPECT_EQ(counts, std::vector<int>(5, 200));
}

TEST(Breaks, EqualNumbersAreNeverSplit) {
    const Numbers numbers{1, 1, 1, 1, 1, 1, 1, 2, 3};
    for (int rule = 0; rule < break_rule_count; ++rule) {
        const Numbers breaks = class_breaks(numbers, 5, static_cast<BreakRule>(rule));
        EXPECT_LE(breaks.size(), 3U);
        EXPECT_TRUE(std::is_sorted(breaks.begin(), breaks.end()));
        EXPECT_EQ(breaks.back(), 3);
    }
    EXPECT_EQ(class_breaks({4, 4}, 3, BreakRule::equal), Numbers{4});
    EXPECT_TRUE(class_breaks({}, 3, BreakRule::natural).empty());
}

TEST(Breaks, EqualIntervalsHaveEqualWidths) {
    EXPECT_EQ(class_breaks({0, 3, 10, 7}, 4, BreakRule::equal), (Numbers{2.5, 5, 7.5, 10}));
    EXPECT_EQ(class_of_number(2.5, {2.5, 5}), 0) << "an upper end belongs to its class";
    EXPECT_EQ(class_of_number(2.6, {2.5, 5}), 1);
    EXPECT_EQ(class_of_number(99, {2.5, 5}), 1);
}

TEST(Breaks, NaturalBreaksHaveTheLeastSpreadOfAll) {
    std::mt19937 random(5);
    for (int round = 0; round < 60; ++round) {
        Numbers numbers;
        const unsigned n = 4 + random() % 8;
        for (unsigned i = 0; i < n; ++i) {
            const double far = round % 2 == 0 ? 0 : 1e7;
            numbers.push_back(far + static_cast<double>(random() % 40));
        }
        for (int k = 1; k <= 4; ++k) {
            const Numbers breaks = class_breaks(numbers, k, BreakRule::natural);
            EXPECT_NEAR(spread_of(numbers, breaks), least_spread(numbers, breaks.size()), 1e-5);
        }
    }
    EXPECT_EQ(class_breaks({1, 2, 3, 50, 51, 52, 900}, 3, BreakRule::natural),
              (Numbers{3, 52, 900}));
}

}  // namespace
}  // namespace miraimap
