// SPDX-License-Identifier: MIT
// The tree over boxes against looking at every box.
#include "geo/geometry/box_tree.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace miraimap {
namespace {

std::vector<EarthBox> random_boxes(std::uint32_t seed, int count) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> metres(-1e6, 1e6);
    std::vector<EarthBox> boxes(static_cast<std::size_t>(count));
    for (EarthBox& box : boxes) {
        if (random() % 7 != 0) {  // the others stay empty
            const std::array<double, 3> corner{metres(random), metres(random), metres(random)};
            box.add({corner, corner});
            const std::array<double, 3> other{corner[0] + 1e4, corner[1] + 2e4, corner[2]};
            box.add({other, other});
        }
    }
    return boxes;
}

TEST(BoxTree, GoesThroughAllItemsThatAreNotEmptyNearestFirst) {
    for (const int count : {0, 1, 2, 8, 9, 65, 700}) {
        const std::vector<EarthBox> boxes = random_boxes(static_cast<std::uint32_t>(count), count);
        const std::vector<EarthBox> from = random_boxes(99, 3);
        const BoxTree tree(boxes);
        for (const EarthBox& here : from) {
            std::vector<double> expected;
            for (const EarthBox& box : boxes) {
                if (!box.empty()) {
                    expected.push_back(std::sqrt(apart_squared_m2(here, box)));
                }
            }
            std::sort(expected.begin(), expected.end());
            std::vector<double> found;
            std::vector<int> items;
            tree.each_from(here, [&](int item, double at_least_m) {
                EXPECT_EQ(at_least_m,
                          std::sqrt(apart_squared_m2(here, boxes[static_cast<std::size_t>(item)])));
                found.push_back(at_least_m);
                items.push_back(item);
                return true;
            });
            EXPECT_EQ(found, expected);
            std::sort(items.begin(), items.end());
            EXPECT_EQ(std::adjacent_find(items.begin(), items.end()), items.end());
        }
    }
}

TEST(BoxTree, StopsWhenTheVisitorHasEnough) {
    const BoxTree tree(random_boxes(3, 100));
    int seen = 0;
    tree.each_from(random_boxes(3, 1).front(), [&](int, double) { return ++seen < 5; });
    EXPECT_EQ(seen, 5);
}

TEST(BoxTree, AnInnerNodeHoldsTheBoxesBelowIt) {
    const BoxTree tree(random_boxes(4, 300));
    for (auto node = static_cast<int>(tree.size()) - 1; !tree.is_item(node); --node) {
        EarthBox all;
        for (const BoxTree::Node child : tree.children(node)) {
            EXPECT_LT(child, node);
            all.add(tree.box(child));
        }
        EXPECT_EQ(all.low, tree.box(node).low);
        EXPECT_EQ(all.high, tree.box(node).high);
    }
}

}  // namespace
}  // namespace miraimap
