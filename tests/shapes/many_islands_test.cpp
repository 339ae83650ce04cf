// SPDX-License-Identifier: MIT
// A hundred thousand islands, or as many holes: nothing is lost, and four times as many take about
// four times the work.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <memory>

#include "odd_polygons.hpp"
#include "shapes/label_point.hpp"
#include "shapes/level_of_detail.hpp"
#include "shapes/map_scene.hpp"
#include "shapes/tessellate.hpp"

namespace miraimap {
namespace {

constexpr int all_islands = 100000;

Ring island(int number, bool clockwise) {
    const double lon = 135 + 0.01 * (number % 400);
    const double lat = 33 + 0.01 * (number / 400);
    Ring ring{{lon, lat}, {lon + 0.006, lat}, {lon + 0.007, lat + 0.004}, {lon, lat + 0.005}};
    if (clockwise) {
        std::reverse(ring.begin(), ring.end());
    }
    return ring;
}

struct Islands {
    Catalogue catalogue;
    Mosaic mosaic;
};

/// @param together  all of them are one municipality's
Islands make_islands(int count, bool together) {
    Islands made;
    for (int i = 0; i < count; ++i) {
        if (i == 0 || !together) {
            Municipality m;
            m.code = std::to_string(10000 + i);
            m.name_ja = "島" + std::to_string(i);
            m.name_en = "Island " + std::to_string(i);
            m.prefecture = 1 + i % 47;
            made.catalogue.municipalities.push_back(m);
            made.mosaic.shapes.emplace_back();
        }
        made.mosaic.shapes.back().push_back({island(i, false), {}});
    }
    return made;
}

struct Drawn {
    std::size_t polygons = 0;
    std::size_t lines = 0;
    std::size_t triangles = 0;
    std::size_t places = 0;  ///< with a label point
    std::size_t small = 0;   ///< with a dot of their own at the national scale
    std::size_t markers = 0;
};

/// All that a picture needs of them.
Drawn draw(const Islands& islands) {
    const auto shapes = std::make_shared<const MapShapes>(
        make_map_shapes(islands.catalogue, islands.mosaic, Projection::equal_area_japan()));
    Drawn drawn;
    drawn.lines = shapes->line_count();
    const LevelLines level(*shapes, DetailLevel::for_scale(100));
    Tessellator tessellator;
    for (std::size_t i = 0; i < shapes->municipalities.size(); ++i) {
        for (const MapPolygon& polygon : level.polygons(static_cast<int>(i))) {
            const Triangles& cut = tessellator.cut(polygon);
            EXPECT_FALSE(cut.fallback);
            drawn.triangles += cut.corners.size() / 3;
            ++drawn.polygons;
        }
        drawn.places += std::isfinite(shapes->label_points[i].x_m) ? 1 : 0;
    }
    drawn.small = small_places(*shapes, 2000).size();
    std::vector<MunicipalityCoverage> coverage(shapes->municipalities.size());
    for (MunicipalityCoverage& place : coverage) {
        place.grade = Grade::direct;
        place.holds = {{0, Grade::direct}};
    }
    SceneOptions options;
    options.width_px = 1600;
    options.height_px = 1000;
    options.insets = false;
    options.view = View::fit(shapes->extent, 1600, 1000, 0.02);
    options.measure_text = [](const std::string& text, double size_px) {
        return std::pair{static_cast<double>(text.size()) * size_px * 0.5, size_px};
    };
    const Scene scene = make_coverage_scene(islands.catalogue, shapes, coverage, options);
    drawn.markers = scene.markers.size();
    EXPECT_FALSE(scene.labels.empty());
    return drawn;
}

/// How many times more processor time `large` takes than `small`; the least of several tries.
template <typename Small, typename Large>
double growth(const Small& small, const Large& large) {
    const auto time = [](const auto& act) {
        const std::clock_t from = std::clock();
        act();
        return static_cast<double>(std::clock() - from) + 1;
    };
    double least = 1e300;
    for (int i = 0; i < 3; ++i) {
        const double base = time(small);
        least = std::min(least, time(large) / base);
    }
    return least;
}

/// Quadratic work would grow sixteenfold.
constexpr double about_fourfold = 9;

TEST(ManyIslands, OfOneMunicipalityAreAllDrawnInLinearWork) {
    const Islands quarter = make_islands(all_islands / 4, true);
    const Islands whole = make_islands(all_islands, true);
    const auto count = static_cast<std::size_t>(all_islands);
    Drawn drawn;
    EXPECT_LT(growth([&] { draw(quarter); }, [&] { drawn = draw(whole); }), about_fourfold);
    EXPECT_EQ(drawn.polygons, count);
    EXPECT_EQ(drawn.lines, count);
    EXPECT_EQ(drawn.triangles, 2 * count);
    EXPECT_EQ(drawn.places, 1U);
    EXPECT_EQ(drawn.markers, 1U);
}

TEST(ManyIslands, EachAMunicipalityAreAllDrawnAndMarkedInLinearWork) {
    const Islands quarter = make_islands(all_islands / 4, false);
    const Islands whole = make_islands(all_islands, false);
    const auto count = static_cast<std::size_t>(all_islands);
    Drawn drawn;
    EXPECT_LT(growth([&] { draw(quarter); }, [&] { drawn = draw(whole); }), about_fourfold);
    EXPECT_EQ(drawn.polygons, count);
    EXPECT_EQ(drawn.triangles, 2 * count);
    EXPECT_EQ(drawn.places, count);
    EXPECT_EQ(drawn.small, count) << "at 2 km a pixel, each needs a dot of its own";
    EXPECT_EQ(drawn.markers, count);
}

/// A sheet with holes in rows of a given length.
MapPolygon sieve(int holes, int row) {
    MapPolygon polygon{{{-5, -5},
                        {10.0 * row, -5},
                        {10.0 * row, 10.0 * holes / row + 5},
                        {-5, 10.0 * holes / row + 5}},
                       {}};
    for (int i = 0; i < holes; ++i) {
        const double x = 10.0 * (i % row);
        const double y = 10.0 * (i / row);
        polygon.holes.push_back({{x, y}, {x, y + 4}, {x + 4, y + 5}, {x + 4, y}});
    }
    return polygon;
}

TEST(ManyIslands, AsHolesOfOneShellAreCutExactlyInLinearWork) {
    Tessellator tessellator;
    for (const int row : {all_islands, 400, 1}) {  // side by side, in a field, above each other
        SCOPED_TRACE(row);
        const MapPolygon quarter = sieve(all_islands / 4, std::max(1, row / 4));
        const MapPolygon whole = sieve(all_islands, row);
        testing::expect_exact(whole);
        EXPECT_LT(growth([&] { tessellator.cut(quarter); }, [&] { tessellator.cut(whole); }),
                  about_fourfold);
    }
}

TEST(ManyIslands, TheCircleOfASieveKeepsClearOfItsHoles) {
    const MapPolygon polygon = sieve(all_islands, 400);
    const InscribedCircle circle = largest_inscribed_circle(polygon);
    EXPECT_GT(circle.radius_m, 0);
    EXPECT_LT(circle.radius_m, 10);
}

}  // namespace
}  // namespace miraimap
