// SPDX-License-Identifier: MIT
#include "shapes/tessellate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include "odd_polygons.hpp"
#include "sample_maps.hpp"
#include "shapes/label_point.hpp"

namespace miraimap {
namespace {

using testing::area_of;
using testing::expect_exact;
using testing::promised_triangles;

MapRing star(double x, double y, double radius, int n, std::mt19937& random, bool clockwise) {
    std::uniform_real_distribution<double> share(0.45, 1.0);
    MapRing ring;
    for (int i = 0; i < n; ++i) {
        const double angle = (clockwise ? -1 : 1) * 2 * 3.14159265358979 * i / n;
        const double r = radius * share(random);
        ring.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
    }
    return ring;
}

MapRing square(double x, double y, double side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

TEST(Tessellate, SimpleShapesGiveNMinusTwoTriangles) {
    expect_exact({square(0, 0, 10), {}});
    expect_exact({{{0, 0}, {10, 0}, {10, 10}}, {}});
    expect_exact({{{0, 0}, {10, 0}, {10, 10}, {5, 1}, {0, 10}}, {}});
    // Corners that lie straight on an edge count too.
    expect_exact({{{0, 0}, {5, 0}, {10, 0}, {10, 5}, {10, 10}, {5, 10}, {0, 10}, {0, 5}}, {}});
}

TEST(Tessellate, RingsMayRunEitherWay) {
    MapPolygon p{square(0, 0, 10), {square(2, 2, 3)}};
    expect_exact(p);
    std::reverse(p.shell.begin(), p.shell.end());
    expect_exact(p);
    std::reverse(p.holes[0].begin(), p.holes[0].end());
    expect_exact(p);
}

TEST(Tessellate, RandomStarsWithHolesAreExact) {
    std::mt19937 random(11);
    for (int round = 0; round < 60; ++round) {
        MapPolygon p;
        p.shell = star(3e5, -4e5, 1e5, 20 + 37 * round, random, false);
        const int side = round % 4;
        for (int i = 0; i < side; ++i) {
            for (int j = 0; j < side; ++j) {
                p.holes.push_back(star(3e5 + (i - (side - 1) / 2.0) * 1.8e4,
                                       -4e5 + (j - (side - 1) / 2.0) * 1.8e4, 8e3,
                                       3 + (7 * i + j) % 40, random, true));
            }
        }
        SCOPED_TRACE(round);
        expect_exact(p);
    }
}

TEST(Tessellate, ManyHolesInRowsAreExact) {
    MapPolygon p{square(0, 0, 1000), {}};
    for (int i = 0; i < 20; ++i) {
        for (int j = 0; j < 20; ++j) {
            p.holes.push_back(square(10 + 48 * i, 10 + 48 * j, 20));
        }
    }
    expect_exact(p);
}

TEST(Tessellate, HolesThatTouchTheShellOrEachOtherKeepTheArea) {
    MapPolygon p{square(0, 0, 100), {square(0, 0, 100)}};
    p.holes[0] = {{0, 50}, {20, 40}, {20, 60}};         // touches the left edge in a point
    p.holes.push_back({{20, 60}, {40, 50}, {40, 70}});  // touches the first hole
    EXPECT_NEAR(area_of(tessellate(p)), planar_area_m2(p), 1e-6);
}

TEST(Tessellate, DuplicatePointsAreIgnored) {
    const MapPolygon p{{{0, 0}, {0, 0}, {10, 0}, {10, 10}, {10, 10}, {0, 10}, {0, 0}}, {}};
    const Triangles t = tessellate(p);
    EXPECT_FALSE(t.fallback);
    EXPECT_EQ(t.corners.size(), 6U);
    EXPECT_NEAR(area_of(t), 100, 1e-9);
}

TEST(Tessellate, SpikesKeepTheArea) {
    EXPECT_NEAR(area_of(tessellate({{{0, 0}, {10, 0}, {20, 0}, {10, 0}, {10, 10}, {0, 10}}, {}})),
                100, 1e-9);
    EXPECT_NEAR(
        area_of(tessellate({{{0, 0}, {10, 0}, {10, 10}, {5, 10}, {5, 30}, {5, 10}, {0, 10}}, {}})),
        100, 1e-9);
}

TEST(Tessellate, BowTiesFallBackAndKeepBothLobes) {
    const Triangles t = tessellate({{{0, 0}, {10, 10}, {10, 0}, {0, 10}}, {}});
    EXPECT_TRUE(t.fallback);
    EXPECT_NEAR(area_of(t), 50, 1e-9);
}

TEST(Tessellate, AHoleOutsideItsShellTakesNothingAndAddsNothing) {
    EXPECT_NEAR(area_of(tessellate({square(0, 0, 10), {square(20, 20, 5)}})), 100, 1e-9);
}

TEST(Tessellate, AHoleAcrossTheShellTakesOnlyWhatIsInside) {
    const Triangles t = tessellate({square(0, 0, 10), {square(8, 4, 6)}});
    EXPECT_TRUE(t.fallback);
    EXPECT_NEAR(area_of(t), 100 - 12, 1e-9);
}

TEST(Tessellate, RandomTanglesMatchTheEvenOddArea) {
    std::mt19937 random(5);
    std::uniform_real_distribution<double> where(0, 100);
    for (int round = 0; round < 40; ++round) {
        MapPolygon p;
        for (int i = 0; i < 12; ++i) {
            p.shell.push_back({where(random), where(random)});
        }
        // Oracle: even-odd samples on a fine raster.
        int inside = 0;
        const int raster = 250;
        for (int i = 0; i < raster; ++i) {
            for (int j = 0; j < raster; ++j) {
                const double x = (i + 0.5) * 100 / raster;
                const double y = (j + 0.5) * 100 / raster;
                bool odd = false;
                for (std::size_t k = 0; k < p.shell.size(); ++k) {
                    const MapPoint a = p.shell[k];
                    const MapPoint b = p.shell[(k + 1) % p.shell.size()];
                    if ((a.y_m > y) != (b.y_m > y) &&
                        x < a.x_m + (y - a.y_m) / (b.y_m - a.y_m) * (b.x_m - a.x_m)) {
                        odd = !odd;
                    }
                }
                inside += odd ? 1 : 0;
            }
        }
        EXPECT_NEAR(area_of(tessellate(p)), inside * 1e4 / (raster * raster), 60) << round;
    }
}

TEST(Tessellate, NothingComesOfNothing) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_TRUE(tessellate({}).corners.empty());
    EXPECT_TRUE(tessellate({{{0, 0}, {1, 1}}, {}}).corners.empty());
    EXPECT_TRUE(tessellate({{{nan, nan}, {nan, 0}, {0, nan}}, {}}).corners.empty());
    EXPECT_NEAR(area_of(tessellate({{{0, 0}, {nan, 3}, {4, 0}, {4, 4}, {0, 4}}, {}})), 16, 1e-9);
}

TEST(Tessellate, TinyShapesFarFromTheOriginAreExact) {
    expect_exact(
        {{{2e6, 1e6}, {2e6 + 0.25, 1e6}, {2e6 + 0.25, 1e6 + 0.25}, {2e6, 1e6 + 0.25}}, {}});
}

TEST(Tessellate, EveryPolygonOfTheEmbeddedMapIsExact) {
    std::size_t polygons = 0;
    for (const auto& parts : testing::japan_shapes()->municipalities) {
        for (const MapPolygon& p : parts) {
            const Triangles t = tessellate(p);
            ASSERT_FALSE(t.fallback);
            ASSERT_EQ(t.corners.size() / 3, promised_triangles(p));
            const double area = planar_area_m2(p);
            ASSERT_NEAR(area_of(t), area, 1e-9 * area);
            ++polygons;
        }
    }
    EXPECT_GT(polygons, 2000U);
}

}  // namespace
}  // namespace miraimap
