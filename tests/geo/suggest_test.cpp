// SPDX-License-Identifier: MIT
// Suggestions against the exact optimum on small cases.
#include "geo/select/suggest.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>

namespace miraimap {
namespace {

struct Case {
    Adjacency adjacency;
    GapSides sides;
    std::vector<double> weight;
};

Case random_case(std::uint32_t seed, int n) {
    std::mt19937 random(seed);
    Case made;
    made.adjacency.resize(static_cast<std::size_t>(n));
    for (int a = 0; a < n; ++a) {
        for (int b = a + 1; b < n; ++b) {
            if (random() % 5 == 0) {
                made.adjacency[static_cast<std::size_t>(a)].push_back(b);
                made.adjacency[static_cast<std::size_t>(b)].push_back(a);
            }
        }
    }
    for (int i = 0; i < n; ++i) {
        const bool covered = random() % 6 == 0;
        made.sides.gap.push_back(covered || random() % 8 == 0 ? 0 : 1);
        if (covered) {
            made.sides.covered.push_back(i);
        }
        made.weight.push_back(static_cast<double>(random() % 100));
    }
    return made;
}

/// Weight of the gap places at most `borders` from any of `starts`.
double reached(const Case& c, std::vector<int> starts, int borders) {
    std::sort(starts.begin(), starts.end());
    const Steps steps = steps_to_nearest(c.adjacency, starts);
    double sum = 0;
    for (std::size_t i = 0; i < c.weight.size(); ++i) {
        const bool near = steps.borders[i] >= 0 && steps.borders[i] <= borders;
        sum += c.sides.gap[i] != 0 && near ? c.weight[i] : 0;
    }
    return sum;
}

TEST(Suggest, ReachesAtLeast63PercentOfTheBestChoiceOfAsMany) {
    constexpr int n = 13;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const Case c = random_case(seed, n);
        const int borders = static_cast<int>(seed % 3);
        const int count = 1 + static_cast<int>(seed % 4);
        const Suggestions found = suggest(c.sides, c.adjacency, {count, borders, c.weight});
        const double before = reached(c, c.sides.covered, borders);
        EXPECT_DOUBLE_EQ(found.reached, before);
        double best = 0;
        for (unsigned chosen = 0; chosen < (1U << n); ++chosen) {
            if (std::popcount(chosen) > count) {
                continue;
            }
            std::vector<int> starts = c.sides.covered;
            bool only_gaps = true;
            for (unsigned i = 0; i < n; ++i) {
                if ((chosen >> i & 1U) != 0) {
                    only_gaps = only_gaps && c.sides.gap[i] != 0;
                    starts.push_back(static_cast<int>(i));
                }
            }
            if (only_gaps) {
                best = std::max(best, reached(c, starts, borders) - before);
            }
        }
        const double greedy = found.rows.empty() ? 0 : found.rows.back().so_far;
        EXPECT_LE(greedy, best + 1e-9) << seed;
        EXPECT_GE(greedy, (1 - std::exp(-1)) * best - 1e-9) << seed;
        if (count == 1) {
            EXPECT_DOUBLE_EQ(greedy, best) << seed;
        }
        std::vector<int> starts = c.sides.covered;
        for (const Suggestion& row : found.rows) {
            starts.push_back(row.place);
            EXPECT_DOUBLE_EQ(reached(c, starts, borders) - before, row.so_far) << seed;
        }
    }
}

TEST(Suggest, AShortListIsTheBeginningOfALongOne) {
    const Case c = random_case(99, 40);
    const Suggestions many = suggest(c.sides, c.adjacency, {8, 1, {}});
    const Suggestions few = suggest(c.sides, c.adjacency, {3, 1, {}});
    ASSERT_EQ(few.rows.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(few.rows[i].place, many.rows[i].place);
    }
}

TEST(Suggest, EndsWhenNothingIsLeftToReach) {
    GapSides sides{{1, 1, 0}, {2}};
    const Suggestions found = suggest(sides, {{1}, {0, 2}, {1}}, {10, 1, {}});
    ASSERT_EQ(found.rows.size(), 1U);
    EXPECT_EQ(found.rows[0].place, 0);  // 0 and 1 would both do: the lowest
    EXPECT_DOUBLE_EQ(found.all, 2);
    EXPECT_DOUBLE_EQ(found.reached, 1);
}

}  // namespace
}  // namespace miraimap
