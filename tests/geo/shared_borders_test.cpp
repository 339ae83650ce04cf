// SPDX-License-Identifier: MIT
#include "geo/geometry/shared_borders.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>

#include "geo/geometry/geos.hpp"
#include "geo/geometry/rings.hpp"

namespace miraimap {
namespace {

MultiPolygon square(double x, double y, double size = 1) {
    return {{{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}}, {}}};
}

/// A 3x3 square with the middle cell cut out.
MultiPolygon frame() {
    MultiPolygon shape = square(0, 0, 3);
    shape[0].holes.push_back({{1, 1}, {1, 2}, {2, 2}, {2, 1}});
    return shape;
}

/// All cells of an n x n board but the given ones.
std::vector<MultiPolygon> board(int n, const std::vector<std::pair<int, int>>& without) {
    std::vector<MultiPolygon> cells;
    for (int x = 0; x < n; ++x) {
        for (int y = 0; y < n; ++y) {
            if (std::find(without.begin(), without.end(), std::pair(x, y)) == without.end()) {
                cells.push_back(square(x, y));
            }
        }
    }
    return cells;
}

MultiPolygon unite(const std::vector<MultiPolygon>& shapes) {
    return dissolve(shapes, std::vector<int>(shapes.size(), 0), 1).at(0);
}

double valid_area(const MultiPolygon& shape) {
    double sum = 0;
    for (const Polygon& polygon : shape) {
        EXPECT_GT(signed_area_deg2(polygon.shell), 0);
        sum += signed_area_deg2(polygon.shell);
        for (const Ring& hole : polygon.holes) {
            EXPECT_LT(signed_area_deg2(hole), 0);
            sum += signed_area_deg2(hole);
        }
    }
    EXPECT_EQ(GeosContext().why_invalid(shape), "");
    return sum;
}

TEST(Dissolve, NeighboursLoseTheirCommonEdgeAndKeepTheirVertices) {
    const MultiPolygon both = unite({square(0, 0), square(1, 0)});
    ASSERT_EQ(both.size(), 1U);
    EXPECT_EQ(both[0].shell, (Ring{{0, 0}, {1, 0}, {2, 0}, {2, 1}, {1, 1}, {0, 1}}));
    EXPECT_TRUE(both[0].holes.empty());
}

TEST(Dissolve, EightCellsAroundAGapLeaveAHole) {
    const MultiPolygon ring = unite(board(3, {{1, 1}}));
    ASSERT_EQ(ring.size(), 1U);
    ASSERT_EQ(ring[0].holes.size(), 1U);
    EXPECT_DOUBLE_EQ(valid_area(ring), 8);
}

TEST(Dissolve, AnEnclaveFillsTheHoleAroundIt) {
    const MultiPolygon whole = unite({frame(), square(1, 1)});
    ASSERT_EQ(whole.size(), 1U);
    EXPECT_TRUE(whole[0].holes.empty());
    EXPECT_DOUBLE_EQ(valid_area(whole), 9);
}

TEST(Dissolve, AnEnclaveOfAnotherGroupStaysAHole) {
    const auto groups = dissolve({frame(), square(1, 1)}, {0, 1}, 2);
    EXPECT_DOUBLE_EQ(valid_area(groups[0]), 8);
    EXPECT_DOUBLE_EQ(valid_area(groups[1]), 1);
}

TEST(Dissolve, IslandsStayApart) {
    EXPECT_EQ(unite({square(0, 0), square(5, 5), square(1, 0)}).size(), 2U);
}

TEST(Dissolve, OutlinesThatTouchInAPointStayTwoPolygons) {
    EXPECT_EQ(unite({square(0, 0), square(1, 1)}).size(), 2U);
    const MultiPolygon dominoes = unite({square(0, 0), square(1, 0), square(2, 1), square(3, 1)});
    EXPECT_EQ(dominoes.size(), 2U);
    EXPECT_DOUBLE_EQ(valid_area(dominoes), 4);
}

TEST(Dissolve, AHoleThatTouchesTheOutlineInAPointIsAHole) {
    const MultiPolygon shape = unite(board(3, {{0, 0}, {1, 1}}));
    ASSERT_EQ(shape.size(), 1U);
    EXPECT_EQ(shape[0].holes.size(), 1U);
    EXPECT_DOUBLE_EQ(valid_area(shape), 7);
}

TEST(Dissolve, HolesThatTouchEachOtherAreTwoHoles) {
    const MultiPolygon shape = unite(board(4, {{1, 1}, {2, 2}}));
    ASSERT_EQ(shape.size(), 1U);
    EXPECT_EQ(shape[0].holes.size(), 2U);
    EXPECT_DOUBLE_EQ(valid_area(shape), 14);
}

TEST(Dissolve, AnIslandInTheLakeOfAnIslandIsAPolygonOfItsOwn) {
    MultiPolygon lake = square(0, 0, 5);
    lake[0].holes.push_back({{1, 1}, {1, 4}, {4, 4}, {4, 1}});
    const MultiPolygon shape = unite({lake, square(2, 2)});
    ASSERT_EQ(shape.size(), 2U);
    EXPECT_DOUBLE_EQ(valid_area(shape), 25 - 9 + 1);
}

TEST(Dissolve, TheSamePolygonTwiceCountsOnce) {
    EXPECT_DOUBLE_EQ(valid_area(unite({square(0, 0), square(0, 0)})), 1);
    EXPECT_DOUBLE_EQ(valid_area(unite({square(0, 0), square(1, 0), square(0, 0), square(1, 0)})),
                     2);
}

TEST(Dissolve, ResultDoesNotDependOnOrder) {
    EXPECT_EQ(unite({square(0, 0), square(1, 0), square(3, 3)}),
              unite({square(3, 3), square(1, 0), square(0, 0)}));
}

/// Land that a shape covers, of the cells of a board: the middle of each decides.
int covered_cells(const MultiPolygon& shape, int from, int to) {
    int cells = 0;
    for (int x = from; x < to; ++x) {
        for (int y = from; y < to; ++y) {
            const LonLat middle{x + 0.47, y + 0.53};
            cells += std::any_of(shape.begin(), shape.end(),
                                 [&](const Polygon& p) { return encloses(p, middle); })
                         ? 1
                         : 0;
        }
    }
    return cells;
}

TEST(Dissolve, AHoleOutsideItsShellIsLandOfItsOwn) {
    MultiPolygon odd = square(0, 0);
    odd[0].holes.push_back({{5, 5}, {5, 6}, {6, 6}, {6, 5}});
    const MultiPolygon both = unite({odd, square(1, 0)});
    EXPECT_EQ(covered_cells(both, -1, 8), 3);
    EXPECT_DOUBLE_EQ(valid_area(both), 3);
}

TEST(Dissolve, AHoleOutsideItsShellTakesNothingFromTheNeighbourThere) {
    MultiPolygon odd = square(0, 0);
    odd[0].holes.push_back({{2, 1}, {2, 2}, {3, 2}, {3, 1}});
    EXPECT_EQ(covered_cells(unite({odd, square(1, 0, 3)}), -1, 6), 10);
}

TEST(Dissolve, TheBackwardLobeOfAFigureEightIsKept) {
    // Touches itself in (2, 2): a large lobe forward, a small one backward.
    const MultiPolygon eight{
        {{{0, 0}, {2, 0}, {2, 2}, {2, 3}, {3, 3}, {3, 2}, {2, 2}, {0, 2}}, {}}};
    const MultiPolygon both = unite({eight, square(-2, 0, 2)});
    EXPECT_EQ(covered_cells(both, -3, 5), 9);
    EXPECT_DOUBLE_EQ(valid_area(both), 9);
}

TEST(Dissolve, ABackwardLobeTakesNothingFromTheNeighbourThere) {
    const MultiPolygon eight{
        {{{0, 0}, {2, 0}, {2, 2}, {2, 3}, {3, 3}, {3, 2}, {2, 2}, {0, 2}}, {}}};
    EXPECT_EQ(covered_cells(unite({eight, square(2, 0, 4)}), -1, 8), 20);
}

TEST(Dissolve, AnInnerLoopThatTouchesTheShellStaysAHole) {
    // One ring that passes (0, 0) twice, the second time around a lake inside.
    const MultiPolygon lake{{{{0, 0}, {4, 0}, {4, 4}, {0, 4}, {0, 0}, {1, 2}, {2, 2}, {2, 1}}, {}}};
    const MultiPolygon both = unite({lake, square(4, 0, 4)});
    EXPECT_DOUBLE_EQ(valid_area(both), 30);
}

TEST(Dissolve, AHoleAsLargeAsItsShellLeavesNothing) {
    MultiPolygon nothing = square(0, 0);
    nothing[0].holes.push_back({{0, 0}, {0, 1}, {1, 1}, {1, 0}});
    EXPECT_EQ(covered_cells(unite({nothing, square(3, 3)}), -1, 6), 1);
}

TEST(Dissolve, AnyRingsAtRandomGiveOutlines) {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> where(0, 4);
    for (int round = 0; round < 3000; ++round) {
        std::vector<MultiPolygon> shapes(3);
        for (MultiPolygon& shape : shapes) {
            const auto ring = [&] {
                Ring points;
                while (points.size() < 6) {
                    const LonLat p{static_cast<double>(where(random)),
                                   static_cast<double>(where(random))};
                    if (points.empty() || points.back() != p) {
                        points.push_back(p);
                    }
                }
                return points;
            };
            shape = {{ring(), {ring(), ring()}}, {ring(), {}}};
        }
        for (const Polygon& polygon : unite(shapes)) {
            EXPECT_FALSE(on_one_line(polygon.shell));
        }
    }
}

TEST(Assemble, AClockwiseRingWithoutAShellAroundItBecomesOne) {
    EXPECT_EQ(assemble({{{0, 0}, {0, 1}, {1, 1}, {1, 0}}}), square(0, 0));
    EXPECT_TRUE(assemble({{{0, 0}, {1, 1}, {2, 2}}}).empty()) << "no land on a line";
    EXPECT_EQ(assemble({{{0, 0}, {1, 1}, {1, 0}, {0, 1}}}).size(), 1U)
        << "a bow tie whose lobes cancel";
}

TEST(Dissolve, GroupMinusOneIsLeftOut) {
    EXPECT_TRUE(dissolve({square(0, 0)}, {-1}, 1).at(0).empty());
}

TEST(Dissolve, HundredThousandCellsTakeSecondsAtMost) {
    const auto start = std::chrono::steady_clock::now();
    const MultiPolygon whole = unite(board(300, {}));
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    ASSERT_EQ(whole.size(), 1U);
    EXPECT_DOUBLE_EQ(signed_area_deg2(whole[0].shell), 90000);
    EXPECT_LT(took.count(), 10);  // some 0.1 s in a plain build; sanitizers take their time
}

TEST(Borders, CountsSharedEdgesAndIgnoresPointContacts) {
    const auto borders = find_borders({square(0, 0), square(1, 0), square(1, 1)});
    ASSERT_EQ(borders.size(), 2U);
    EXPECT_EQ(borders[0].a, 0);
    EXPECT_EQ(borders[0].b, 1);
    EXPECT_EQ(borders[0].edges, 1);
    EXPECT_EQ(borders[1].a, 1);
    EXPECT_EQ(borders[1].b, 2);
}

TEST(Borders, NearMatchesDoNotMatch) {
    EXPECT_TRUE(find_borders({square(0, 0), square(1 + 1e-9, 0)}).empty());
}

TEST(Borders, AnEnclaveBordersOnlyWhatSurroundsIt) {
    const auto borders = find_borders({frame(), square(1, 1)});
    ASSERT_EQ(borders.size(), 1U);
    EXPECT_EQ(borders[0].edges, 4);
}

}  // namespace
}  // namespace miraimap
