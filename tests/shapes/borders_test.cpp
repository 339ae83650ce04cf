// SPDX-License-Identifier: MIT
#include "shapes/borders.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "sample_maps.hpp"
#include "shapes/label_point.hpp"
#include "shapes/outline.hpp"

namespace miraimap {
namespace {

double length_of(const std::vector<MapPoint>& line) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        sum += std::hypot(line[i + 1].x_m - line[i].x_m, line[i + 1].y_m - line[i].y_m);
    }
    return sum;
}

double ring_lengths(const MapShapes& shapes) {
    double sum = 0;
    for (const auto& parts : shapes.municipalities) {
        for (const MapPolygon& p : parts) {
            auto closed = [&](MapRing ring) {
                ring.push_back(ring.front());
                sum += length_of(ring);
            };
            closed(p.shell);
            for (const MapRing& hole : p.holes) {
                closed(hole);
            }
        }
    }
    return sum;
}

MapShapes grid_shapes(const testing::GridPlan& plan = {}) {
    const testing::SampleMap map = testing::grid_map(plan);
    return make_map_shapes(map.catalogue, map.mosaic, Projection::equal_area_japan());
}

TEST(Borders, EachSharedEdgeStandsOnce) {
    const testing::GridPlan plan;
    const MapShapes shapes = grid_shapes(plan);
    std::set<std::array<double, 4>> seen;
    std::size_t inner = 0;
    std::size_t coast = 0;
    for (const BorderLine& border : shapes.borders) {
        EXPECT_NE(border.left, border.right);
        (border.coast() ? coast : inner) += border.points.size() - 1;
        for (std::size_t i = 0; i + 1 < border.points.size(); ++i) {
            MapPoint a = border.points[i];
            MapPoint b = border.points[i + 1];
            if (std::pair(b.x_m, b.y_m) < std::pair(a.x_m, a.y_m)) {
                std::swap(a, b);
            }
            EXPECT_TRUE(seen.insert({a.x_m, a.y_m, b.x_m, b.y_m}).second);
        }
    }
    const auto lines =
        static_cast<std::size_t>((plan.columns - 1) * plan.rows + plan.columns * (plan.rows - 1));
    const auto outer = static_cast<std::size_t>(2 * (plan.columns + plan.rows));
    const auto segments = static_cast<std::size_t>(plan.segments);
    EXPECT_EQ(inner, lines * segments + 4);  // and the enclave
    EXPECT_EQ(coast, outer * segments + 4);  // and the island
}

TEST(Borders, ChainsAreAsLongAsTheyCanBe) {
    const testing::GridPlan plan;
    std::map<std::pair<int, int>, int> lines;
    for (const BorderLine& border : grid_shapes(plan).borders) {
        if (!border.coast()) {
            ++lines[{border.left, border.right}];
        }
    }
    for (const auto& [pair, count] : lines) {
        EXPECT_EQ(count, 1) << pair.first << "/" << pair.second;
    }
}

TEST(Borders, CoastAndInnerLengthsAddUpToTheRings) {
    for (const bool real : {false, true}) {
        const MapShapes grid = grid_shapes();
        const MapShapes& shapes = real ? *testing::japan_shapes() : grid;
        double inner = 0;
        double coast = 0;
        for (const BorderLine& border : shapes.borders) {
            (border.coast() ? coast : inner) += length_of(border.points);
        }
        const double rings = ring_lengths(shapes);
        EXPECT_NEAR((2 * inner + coast) / rings, 1.0, 1e-9);
        EXPECT_GT(inner, 0);
        EXPECT_GT(coast, 0);
    }
}

TEST(Borders, PrefecturesMeetOnlyAtTheGridsMiddle) {
    const testing::SampleMap map = testing::grid_map();
    const testing::GridPlan plan;
    std::size_t edges = 0;
    for (const BorderLine& border : grid_shapes(plan).borders) {
        if (border.between_prefectures) {
            EXPECT_FALSE(border.coast());
            edges += border.points.size() - 1;
        }
    }
    EXPECT_EQ(edges, static_cast<std::size_t>(plan.rows * plan.segments));
}

TEST(Borders, TheOutlineOfEverythingHasNoInnerSeams) {
    const auto shapes = testing::japan_shapes();
    const std::vector<int> all(shapes->municipalities.size(), 0);
    const LineDetail full = simplify_borders(*shapes, shapes->extent, 0);
    double outline = 0;
    for (const MapRing& ring : trace_outlines(*shapes, full, all, 0)) {
        outline += signed_area_m2(ring);
    }
    double parts = 0;
    for (const auto& polygons : shapes->municipalities) {
        for (const MapPolygon& p : polygons) {
            parts += planar_area_m2(p);
        }
    }
    EXPECT_NEAR(outline / parts, 1.0, 1e-9);
}

TEST(Borders, OutlinesOfClassesAddUpAtAnyDetail) {
    const auto shapes = testing::japan_shapes();
    std::vector<int> group(shapes->municipalities.size());
    for (std::size_t i = 0; i < group.size(); ++i) {
        group[i] = static_cast<int>(i % 3);
    }
    for (const double tolerance : {0.0, 500.0, 5000.0}) {
        const LineDetail detail = simplify_borders(*shapes, shapes->extent, tolerance);
        const auto area = [&](const std::vector<int>& group_of, int g) {
            double sum = 0;
            for (const MapRing& ring : trace_outlines(*shapes, detail, group_of, g)) {
                sum += signed_area_m2(ring);
            }
            return sum;
        };
        const double whole = area(std::vector<int>(group.size(), 0), 0);
        // Shared lines are simplified once: what one class loses its neighbour wins.
        EXPECT_NEAR((area(group, 0) + area(group, 1) + area(group, 2)) / whole, 1.0, 1e-9)
            << tolerance;
    }
}

TEST(MapShapes, BrokenGeometryIsLeftOutAndTheRestStays) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    testing::SampleMap map = testing::grid_map();
    map.mosaic.shapes[0] = {};
    map.mosaic.shapes[1] = {Polygon{{{nan, nan}, {nan, 1}, {2, nan}}, {}}};
    map.mosaic.shapes[2] = {Polygon{{{136, 35}, {136, 35}, {136.1, 35}}, {}}, Polygon{}};
    map.mosaic.shapes[3][0].shell.insert(map.mosaic.shapes[3][0].shell.begin() + 2, {nan, 35});
    const MapShapes shapes =
        make_map_shapes(map.catalogue, map.mosaic, Projection::equal_area_japan());
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_TRUE(shapes.municipalities[i].empty());
        EXPECT_TRUE(shapes.boxes[i].empty());
        EXPECT_TRUE(std::isnan(shapes.label_points[i].x_m));
    }
    EXPECT_FALSE(shapes.municipalities[3].empty());
    EXPECT_TRUE(std::isfinite(shapes.extent.width_m()));
}

TEST(MapShapes, RingsComeOutCounterClockwiseWithClockwiseHoles) {
    testing::SampleMap map = testing::grid_map();
    for (MultiPolygon& shape : map.mosaic.shapes) {
        for (Polygon& p : shape) {
            std::reverse(p.shell.begin(), p.shell.end());
        }
    }
    const MapShapes turned =
        make_map_shapes(map.catalogue, map.mosaic, Projection::equal_area_japan());
    for (const auto& parts : turned.municipalities) {
        for (const MapPolygon& p : parts) {
            EXPECT_GT(signed_area_m2(p.shell), 0);
            for (const MapRing& hole : p.holes) {
                EXPECT_LT(signed_area_m2(hole), 0);
            }
        }
    }
    EXPECT_EQ(turned.borders.size(), grid_shapes().borders.size());
}

}  // namespace
}  // namespace miraimap
