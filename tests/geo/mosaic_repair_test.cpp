// SPDX-License-Identifier: MIT
#include "geo/geometry/mosaic_repair.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "geo/geometry/geos.hpp"
#include "geo/geometry/rings.hpp"
#include "geo/geometry/shared_borders.hpp"

namespace miraimap {
namespace {

/// Clockwise, as the source writes its shells.
MultiPolygon square(double x, double y, double size) {
    return {{{{x, y}, {x, y + size}, {x + size, y + size}, {x + size, y}}, {}}};
}

double area(const MultiPolygon& shape) {
    double sum = 0;
    for (const Polygon& polygon : shape) {
        sum += signed_area_deg2(polygon.shell);
        for (const Ring& hole : polygon.holes) {
            sum += signed_area_deg2(hole);
        }
    }
    return sum;
}

void expect_valid_and_disjoint(const MosaicRepair& repair) {
    const GeosContext geos;
    double sum = 0;
    for (const MultiPolygon& shape : repair.shapes) {
        EXPECT_EQ(geos.why_invalid(shape), "");
        sum += area(shape);
    }
    const auto whole = dissolve(repair.shapes, std::vector<int>(repair.shapes.size(), 0), 1).at(0);
    EXPECT_EQ(geos.why_invalid(whole), "");
    EXPECT_NEAR(area(whole), sum, 1e-12);
}

TEST(MosaicRepair, AValidMosaicKeepsItsVertices) {
    const MosaicRepair repair =
        repair_mosaic({square(139, 35, 0.1), square(139.1, 35, 0.1)}, {0, 1}, 2, 50);
    expect_valid_and_disjoint(repair);
    EXPECT_TRUE(repair.settled.empty());
    EXPECT_EQ(repair.edges_before, 7);
    EXPECT_EQ(repair.edges_after, 7);
    EXPECT_EQ(repair.shared_before, 1);
    EXPECT_EQ(repair.shapes[0][0].shell,
              (Ring{{139, 35}, {139.1, 35}, {139.1, 35.1}, {139, 35.1}}));
}

TEST(MosaicRepair, PartsOfOneBodyAreUnited) {
    const MosaicRepair repair =
        repair_mosaic({square(139, 35, 0.1), square(139.1, 35, 0.1)}, {0, 0}, 1, 50);
    ASSERT_EQ(repair.shapes[0].size(), 1U);
    EXPECT_NEAR(area(repair.shapes[0]), 0.02, 1e-12);
}

TEST(MosaicRepair, AReversedRingIsAHoleAndItsEnclaveFillsIt) {
    MultiPolygon around = square(139, 35, 0.3);
    Ring hole = square(139.1, 35.1, 0.1)[0].shell;
    std::reverse(hole.begin(), hole.end());
    around.push_back({hole, {}});  // written as a polygon of its own
    const MosaicRepair repair = repair_mosaic({around, square(139.1, 35.1, 0.1)}, {0, 1}, 2, 50);
    expect_valid_and_disjoint(repair);
    EXPECT_TRUE(repair.settled.empty());
    ASSERT_EQ(repair.shapes[0].size(), 1U);
    EXPECT_EQ(repair.shapes[0][0].holes.size(), 1U);
    EXPECT_NEAR(area(repair.shapes[1]), 0.01, 1e-12);
}

TEST(MosaicRepair, ABorderThatCrossesItselfMovesOnBothSidesAtOnce) {
    // The common border loops: what the one gains in the loop, the other has to give.
    const Ring west{{139, 35},     {139, 35.4},    {139.2, 35.4}, {139.3, 35.2},
                    {139.1, 35.2}, {139.25, 35.3}, {139.2, 35}};
    const Ring east{{139.2, 35.4},  {139.4, 35.4}, {139.4, 35},  {139.2, 35},
                    {139.25, 35.3}, {139.1, 35.2}, {139.3, 35.2}};
    const GeosContext geos;
    EXPECT_NE(geos.why_invalid({{west, {}}}), "");
    const MosaicRepair repair = repair_mosaic({{{west, {}}}, {{east, {}}}}, {0, 1}, 2, 50);
    expect_valid_and_disjoint(repair);
    EXPECT_NEAR(area(repair.shapes[0]) + area(repair.shapes[1]), 0.16, 1e-9);
    EXPECT_EQ(find_borders(repair.shapes).size(), 1U);
}

TEST(MosaicRepair, AnOverlapGoesToTheSmallerBodyAndIsReported) {
    const MosaicRepair repair =
        repair_mosaic({square(139, 35, 0.2), square(139.15, 35, 0.1)}, {0, 1}, 2, 50);
    expect_valid_and_disjoint(repair);
    ASSERT_EQ(repair.settled.size(), 1U);
    EXPECT_EQ(repair.settled[0].claims, (std::vector<int>{0, 1}));
    EXPECT_EQ(repair.settled[0].given_to, 1);
    EXPECT_NEAR(area(repair.shapes[1]), 0.01, 1e-12);
}

TEST(MosaicRepair, ANarrowGapIsClosedAndAWideOneIsWater) {
    // Four bodies around a hole; 0.0001 degrees are some ten metres.
    const auto around = [](double w) {
        const double x = 139;
        const double y = 35;
        const auto box = [](double x0, double y0, double x1, double y1) {
            return MultiPolygon{{{{x0, y0}, {x0, y1}, {x1, y1}, {x1, y0}}, {}}};
        };
        return std::vector<MultiPolygon>{{{{{x - 0.1, y - 0.1},
                                            {x - 0.1, y + 0.2},
                                            {x, y + 0.2},
                                            {x, y + 0.1},
                                            {x, y},
                                            {x, y - 0.1}},
                                           {}}},
                                         {{{{x + w, y - 0.1},
                                            {x + w, y},
                                            {x + w, y + 0.1},
                                            {x + w, y + 0.2},
                                            {x + 0.1, y + 0.2},
                                            {x + 0.1, y - 0.1}},
                                           {}}},
                                         box(x, y - 0.1, x + w, y),
                                         box(x, y + 0.1, x + w, y + 0.2)};
    };
    const MosaicRepair narrow = repair_mosaic(around(0.0001), {0, 1, 2, 3}, 4, 50);
    ASSERT_EQ(narrow.settled.size(), 1U);
    EXPECT_GE(narrow.settled[0].given_to, 0);
    EXPECT_TRUE(narrow.settled[0].claims.empty());
    const MosaicRepair wide = repair_mosaic(around(0.01), {0, 1, 2, 3}, 4, 50);
    ASSERT_EQ(wide.settled.size(), 1U);
    EXPECT_EQ(wide.settled[0].given_to, -1);
    expect_valid_and_disjoint(narrow);
    expect_valid_and_disjoint(wide);
}

}  // namespace
}  // namespace miraimap
