// SPDX-License-Identifier: MIT
// Triangles of thousands of random polygons, clean and not.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "geo/geometry/geos.hpp"
#include "odd_polygons.hpp"
#include "shapes/label_point.hpp"
#include "shapes/orientation.hpp"
#include "shapes/tessellate.hpp"

namespace miraimap {
namespace {

using testing::area_of;
using testing::expect_exact;
using testing::has_crossing;
using testing::promised_triangles;
using testing::random_cells;
using testing::random_ring;

/// How often triangles cover a point that lies on none of their edges.
int covered(const Triangles& t, MapPoint p) {
    int times = 0;
    for (std::size_t i = 0; i < t.corners.size(); i += 3) {
        const MapPoint a = t.points[t.corners[i]];
        const MapPoint b = t.points[t.corners[i + 1]];
        const MapPoint c = t.points[t.corners[i + 2]];
        times += orientation(a, b, p) > 0 && orientation(b, c, p) > 0 && orientation(c, a, p) > 0;
    }
    return times;
}

bool odd_inside(const MapPolygon& polygon, MapPoint p) {
    bool odd = false;
    const auto cross = [&](const MapRing& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const MapPoint a = ring[i];
            const MapPoint b = ring[(i + 1) % ring.size()];
            if ((a.y_m > p.y_m) != (b.y_m > p.y_m)) {
                odd = odd != ((orientation(a, b, p) > 0) == (b.y_m > a.y_m));
            }
        }
    };
    cross(polygon.shell);
    std::for_each(polygon.holes.begin(), polygon.holes.end(), cross);
    return odd;
}

TEST(TessellateRandom, CellsWithTouchingHolesAreExact) {
    std::mt19937 random(20250310);
    std::size_t holes = 0;
    for (int round = 0; round < 400; ++round) {
        SCOPED_TRACE(round);
        const double density = 0.45 + 0.005 * (round % 100);
        const auto cells = random_cells(random, 3 + round % 23, density, round % 2 == 0);
        expect_exact(cells.polygon);
        EXPECT_NEAR(area_of(tessellate(cells.polygon)), cells.area_m2, 1e-9);
        holes += cells.polygon.holes.size();
    }
    EXPECT_GT(holes, 1000U) << "the test has lost its point";
}

TEST(TessellateRandom, CellsTurnedSoThatNothingIsQuiteStraightAreExact) {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> turn(0, 6.3);
    for (int round = 0; round < 400; ++round) {
        SCOPED_TRACE(round);
        const auto cells = random_cells(random, 3 + round % 20, 0.7, true);
        const double scale = std::pow(10.0, round % 7 - 2);
        expect_exact(testing::moved(cells.polygon, turn(random), scale, {-3e5, 7e5}));
    }
}

TEST(TessellateRandom, RingsThroughRandomPointsAreExactWhereNothingCrosses) {
    std::mt19937 random(99);
    int clean = 0;
    for (int round = 0; round < 600; ++round) {
        SCOPED_TRACE(round);
        const MapPolygon polygon{random_ring(random, 4 + round % 45, 1 << 20, 100000), {}};
        if (!has_crossing(polygon)) {
            expect_exact(polygon);
            ++clean;
        }
    }
    EXPECT_GT(clean, 500);
}

TEST(TessellateRandom, EveryCrossingIsFoundAndNothingElseIsCalledOne) {
    std::mt19937 random(3);
    int dirty = 0;
    for (int round = 0; round < 3000; ++round) {
        SCOPED_TRACE(round);
        // Far more points than places on a line: no three of them are likely to share one.
        const MapPolygon polygon{random_ring(random, 5 + round % 30, 1 << 24, round % 60), {}};
        const Triangles cut = tessellate(polygon);
        const bool crossed = has_crossing(polygon);
        EXPECT_EQ(cut.fallback, crossed);
        EXPECT_NE(Tessellator().is_clean(polygon), crossed);
        area_of(cut);
        dirty += crossed ? 1 : 0;
    }
    EXPECT_GT(dirty, 500);
    EXPECT_LT(dirty, 2500);
}

TEST(TessellateRandom, OnSmallGridsEveryPointIsCoveredOnceOrNotAtAll) {
    std::mt19937 random(41);
    std::uniform_real_distribution<double> where(0, 8);
    int clean = 0;
    for (int round = 0; round < 3000; ++round) {
        SCOPED_TRACE(round);
        MapPolygon polygon{random_ring(random, 4 + round % 20, 7, 60), {}};
        for (int hole = round % 4; hole > 0; --hole) {
            polygon.holes.push_back(random_ring(random, 3 + hole, 7, 20));
        }
        const Triangles cut = tessellate(polygon);
        if (!cut.fallback) {
            ++clean;
            EXPECT_FALSE(has_crossing(polygon));
            EXPECT_EQ(cut.corners.size() / 3, promised_triangles(polygon));
            for (int probe = 0; probe < 40; ++probe) {
                const MapPoint p{where(random), where(random)};
                EXPECT_EQ(covered(cut, p), odd_inside(polygon, p) ? 1 : 0);
            }
        }
    }
    EXPECT_GT(clean, 300);
}

TEST(TessellateRandom, WhatGeosCallsValidIsCutExactly) {
    const GeosContext geos;
    std::mt19937 random(5);
    int valid = 0;
    for (int round = 0; round < 3000; ++round) {
        SCOPED_TRACE(round);
        MapPolygon polygon{random_ring(random, 4 + round % 12, 9, 60), {}};
        for (int hole = round % 3; hole > 0; --hole) {
            polygon.holes.push_back(random_ring(random, 3, 9, 20));
        }
        Polygon same;
        for (const MapPoint p : polygon.shell) {
            same.shell.push_back({p.x_m, p.y_m});
        }
        for (const MapRing& hole : polygon.holes) {
            Ring& ring = same.holes.emplace_back();
            for (const MapPoint p : hole) {
                ring.push_back({p.x_m, p.y_m});
            }
        }
        if (geos.why_invalid({same}).empty()) {
            expect_exact(polygon);
            ++valid;
        }
    }
    EXPECT_GT(valid, 300);
}

TEST(TessellateRandom, SpikesAnywhereLoseNoLand) {
    std::mt19937 random(12);
    for (int round = 0; round < 200; ++round) {
        SCOPED_TRACE(round);
        auto cells = random_cells(random, 6, 0.8, true);
        MapRing& shell = cells.polygon.shell;
        const auto at = static_cast<std::ptrdiff_t>(random() % shell.size());
        const MapPoint foot = shell[static_cast<std::size_t>(at)];
        const MapPoint tip{foot.x_m + 0.25 * static_cast<double>(random() % 9) - 1,
                           foot.y_m + 0.25 * static_cast<double>(random() % 9) - 1};
        shell.insert(shell.begin() + at + 1, {tip, foot});
        EXPECT_NEAR(area_of(tessellate(cells.polygon)), cells.area_m2, 1e-9);
    }
}

TEST(TessellateRandom, ShapesAtTheEndOfDoublePrecisionAreCutOrHandedOver) {
    std::mt19937 random(77);
    for (int round = 0; round < 500; ++round) {
        SCOPED_TRACE(round);
        const MapPolygon ring{random_ring(random, 5 + round % 20, 1000, 100000), {}};
        const MapPolygon tiny = testing::moved(ring, 0.3, 1e-11, {1234567.0, -765432.0});
        const Triangles cut = tessellate(tiny);
        for (const std::uint32_t corner : cut.corners) {
            ASSERT_LT(corner, cut.points.size());
        }
        area_of(cut);
    }
}

TEST(Orientation, KeepsItsSignWhereDoublesAloneLoseIt) {
    // Integers of 26 bits: products fit into 64 bits, so the exact answer is known.
    std::mt19937_64 random(1);
    std::uniform_int_distribution<long long> where(-(1 << 26), 1 << 26);
    std::uniform_int_distribution<long long> near(-2, 2);
    for (int round = 0; round < 20000; ++round) {
        const long long ax = where(random);
        const long long ay = where(random);
        const long long dx = where(random) / 4;
        const long long dy = where(random) / 4;
        const long long bx = ax + 2 * dx + near(random);
        const long long by = ay + 2 * dy + near(random);
        const long long cx = ax + dx;
        const long long cy = ay + dy;
        const long long exact = (ax - cx) * (by - cy) - (ay - cy) * (bx - cx);
        // Divided by a power of two, and moved by nothing: all coordinates stay exact.
        const auto point = [](long long x, long long y) {
            return MapPoint{static_cast<double>(x) * 0x1p-20, static_cast<double>(y) * 0x1p-20};
        };
        const double found = orientation(point(ax, ay), point(bx, by), point(cx, cy));
        ASSERT_EQ(found > 0, exact > 0);
        ASSERT_EQ(found < 0, exact < 0);
    }
}

TEST(Orientation, TellsPointsApartThatDifferInTheLastBit) {
    // Differences that no double holds: 0.5 + i ulp against 12 and 24 (Kettner et al., 2008).
    for (int i = 0; i < 64; ++i) {
        for (int j = 0; j < 64; ++j) {
            const MapPoint p{0.5 + i * 0x1p-53, 0.5 + j * 0x1p-53};
            const double found = orientation(p, {12, 12}, {24, 24});
            ASSERT_EQ(found > 0, j > i) << i << " " << j;
            ASSERT_EQ(found < 0, j < i) << i << " " << j;
        }
    }
}

}  // namespace
}  // namespace miraimap
