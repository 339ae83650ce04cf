// SPDX-License-Identifier: MIT
// The map's geometry by scanlines over border lines: against a plain scan of each polygon, on clean
// and on dirty shapes, in parts and whole.
#include "shapes/ground_raster.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>

#include "feature_raster.hpp"
#include "odd_polygons.hpp"
#include "sample_maps.hpp"

namespace miraimap {
namespace {

using namespace testing;

constexpr int width_px = 400;
constexpr int height_px = 300;

DeviceView view_of(MapPoint centre, double metres_per_px) {
    return {centre, metres_per_px, width_px, height_px};
}

std::vector<std::uint32_t> empty_picture() {
    return std::vector<std::uint32_t>(std::size_t{width_px} * height_px, 0xABCDABCDU);
}

std::vector<std::uint32_t> filled(const Ground& ground, const DeviceView& view) {
    std::vector<std::uint32_t> places = empty_picture();
    fill_places(ground, view, {0, 0, width_px, height_px}, places);
    return places;
}

/// As filled, from the plain scan.
std::vector<std::uint32_t> scanned(const std::vector<std::vector<MapPolygon>>& polygons,
                                   const DeviceView& view) {
    const FeatureRaster raster = rasterize(
        polygons, View{view.centre, view.metres_per_px, static_cast<double>(view.width_px),
                       static_cast<double>(view.height_px)});
    std::vector<std::uint32_t> places;
    for (int row = height_px - 1; row >= 0; --row) {
        for (int column = 0; column < width_px; ++column) {
            places.push_back(
                static_cast<std::uint32_t>(raster.ids[static_cast<std::size_t>(row) * width_px +
                                                      static_cast<std::size_t>(column)] +
                                           1));
        }
    }
    return places;
}

long long different(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    long long count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        count += a[i] == b[i] ? 0 : 1;
    }
    return count;
}

Catalogue catalogue_of(std::size_t count) {
    Catalogue catalogue;
    for (std::size_t i = 0; i < count; ++i) {
        Municipality m;
        m.code = std::to_string(10000 + i);
        m.name_ja = "町" + std::to_string(i);
        m.name_en = "Town " + std::to_string(i);
        m.prefecture = 1;
        catalogue.municipalities.push_back(m);
    }
    return catalogue;
}

Ground ground_of(const std::vector<std::vector<MapPolygon>>& polygons) {
    return make_ground(make_plane_shapes(catalogue_of(polygons.size()), polygons));
}

MapPolygon box(double left, double bottom, double right, double top) {
    return {{{left, bottom}, {right, bottom}, {right, top}, {left, top}}, {}};
}

std::uint32_t at(const std::vector<std::uint32_t>& picture, int column, int row) {
    return picture[static_cast<std::size_t>(row) * width_px + static_cast<std::size_t>(column)];
}

TEST(GroundRaster, FillsJapanAsAScanOfEachPolygonDoes) {
    const auto shapes = japan_shapes();
    const Ground ground = make_ground(*shapes, 1);
    const MapPoint middle = shapes->label_points[500];
    for (const double metres_per_px : {4000.0, 700.0, 120.0, 20.0}) {
        const DeviceView view = view_of(middle, metres_per_px);
        const std::vector<std::uint32_t> truth = scanned(shapes->municipalities, view);
        std::vector<std::uint32_t> places = empty_picture();
        const RasterWork work = fill_places(ground, view, {0, 0, width_px, height_px}, places);
        const auto land = std::count_if(truth.begin(), truth.end(), [](auto v) { return v != 0; });
        ASSERT_GT(land, 5000);
        // Positions in floats and the pixels of tiny places are all that may differ.
        EXPECT_LE(different(places, truth), land / 2000 + work.markers) << metres_per_px;
    }
}

TEST(GroundRaster, ALevelOfDetailWalksLessAndHasNoHoles) {
    // Two places with a border that winds by some metres, far below a pixel.
    MapPolygon left = box(-2e5, -2e5, 0, 2e5);
    MapPolygon right = box(0, -2e5, 2e5, 2e5);
    std::mt19937 random(3);
    std::uniform_real_distribution<double> wind(-30, 30);
    MapRing border;
    for (int i = 1; i < 20000; ++i) {
        border.push_back({wind(random), -2e5 + 20.0 * i});
    }
    left.shell.insert(left.shell.begin() + 2, border.begin(), border.end());
    right.shell.insert(right.shell.end(), border.rbegin(), border.rend());
    const MapShapes shapes = make_plane_shapes(catalogue_of(2), {{left}, {right}});
    const Ground ground = make_ground(shapes);
    const Ground full = make_ground(shapes, 1);
    ASSERT_GT(ground.levels.size(), 2U);
    const DeviceView view = view_of({0, 0}, 1500);
    ASSERT_GT(ground.level_for(view.metres_per_px).side_m, 0);
    std::vector<std::uint32_t> coarse = empty_picture();
    std::vector<std::uint32_t> fine = empty_picture();
    const PixelRect all{0, 0, width_px, height_px};
    const RasterWork less = fill_places(ground, view, all, coarse);
    const RasterWork more = fill_places(full, view, all, fine);
    EXPECT_LT(less.segments, more.segments / 10);
    EXPECT_EQ(different(coarse, fine), 0);
    int land = 0;
    int holes = 0;
    for (int row = 3; row < height_px - 3; ++row) {
        for (int column = 3; column < width_px - 3; ++column) {
            bool inside = true;
            for (int k = 0; k < 49 && inside; ++k) {
                inside = at(fine, column + k % 7 - 3, row + k / 7 - 3) != 0;
            }
            land += inside ? 1 : 0;
            holes += inside && at(coarse, column, row) == 0 ? 1 : 0;
        }
    }
    EXPECT_GT(land, 50000);
    EXPECT_EQ(holes, 0);
}

TEST(GroundRaster, PartsTogetherAreTheWhole) {
    const auto shapes = japan_shapes();
    const Ground ground = make_ground(*shapes);
    const BorderWidths widths{0.6, 1.4, 0.9};
    for (const double metres_per_px : {3000.0, 200.0}) {
        const DeviceView view = view_of(shapes->label_points[700], metres_per_px);
        const std::vector<std::uint32_t> whole = filled(ground, view);
        std::vector<std::uint32_t> whole_cover = empty_picture();
        ink_borders(ground, view, {0, 0, width_px, height_px}, widths, whole_cover);
        std::vector<std::uint32_t> places = empty_picture();
        std::vector<std::uint32_t> cover = empty_picture();
        for (int left = 0; left < width_px; left += 57) {
            for (int bottom = 0; bottom < height_px; bottom += 41) {
                const PixelRect part{left, bottom, std::min(57, width_px - left),
                                     std::min(41, height_px - bottom)};
                fill_places(ground, view, part, places);
                ink_borders(ground, view, part, widths, cover);
            }
        }
        EXPECT_EQ(different(places, whole), 0);
        EXPECT_EQ(different(cover, whole_cover), 0);
        EXPECT_GT(std::count_if(cover.begin(), cover.end(), [](auto c) { return c != 0; }), 1000);
    }
}

TEST(GroundRaster, APlaceThatFillsTheViewIsSeenWithoutItsBorders) {
    const Ground ground = ground_of({{box(-1e5, -1e5, 1e5, 1e5)}, {box(1e5, -1e5, 2e5, 1e5)}});
    const std::vector<std::uint32_t> inside = filled(ground, view_of({30, 40}, 1));
    EXPECT_EQ(std::count(inside.begin(), inside.end(), 1U), width_px * height_px);
    // To the right of everything, and above it.
    for (const MapPoint away : {MapPoint{3e5, 0}, {0, 2e5}, {-2e5, 0}}) {
        const std::vector<std::uint32_t> sea = filled(ground, view_of(away, 1));
        EXPECT_EQ(std::count(sea.begin(), sea.end(), 0U), width_px * height_px);
    }
}

TEST(GroundRaster, OfOverlappingPlacesTheLastOneIsSeen) {
    const std::vector<std::vector<MapPolygon>> polygons{
        {box(-100, -100, 20, 100)}, {box(-20, -80, 100, 80)}, {box(-100, -100, 20, 100)}};
    const DeviceView view = view_of({0, 0}, 1);
    const std::vector<std::uint32_t> places = filled(ground_of(polygons), view);
    EXPECT_EQ(different(places, scanned(polygons, view)), 0);
    EXPECT_EQ(std::count(places.begin(), places.end(), 1U), 0) << "the same outline, covered whole";
}

TEST(GroundRaster, RingsThatCrossThemselvesAreFilledOnBothSides) {
    const MapPolygon bow{{{-100, -100}, {100, 100}, {100, -100}, {-100, 100}}, {}};
    const std::vector<std::uint32_t> places = filled(ground_of({{bow}}), view_of({0, 0}, 1));
    EXPECT_EQ(at(places, width_px / 2 - 60, height_px / 2), 1U);
    EXPECT_EQ(at(places, width_px / 2 + 60, height_px / 2), 1U);
    EXPECT_EQ(at(places, width_px / 2, height_px / 2 + 60), 0U);
}

TEST(GroundRaster, HolesAreEmptyAndTheirIslandsAreNot) {
    MapPolygon ring = box(-100, -100, 100, 100);
    ring.holes.push_back({{-50, -50}, {-50, 50}, {50, 50}, {50, -50}});
    const std::vector<std::vector<MapPolygon>> polygons{{ring}, {box(-20, -20, 20, 20)}};
    const DeviceView view = view_of({0, 0}, 1);
    EXPECT_EQ(different(filled(ground_of(polygons), view), scanned(polygons, view)), 0);
}

TEST(GroundRaster, FillsRandomCellsAsThePlainScanDoes) {
    std::mt19937 random(7);
    for (int round = 0; round < 60; ++round) {
        const CellPolygon cells = random_cells(random, 9, 0.6, round % 2 == 0);
        const std::vector<std::vector<MapPolygon>> polygons{
            {moved(cells.polygon, 0.1 * round, 20, {-80, -60})}};
        MapBox around;
        for (const MapPoint& p : polygons[0][0].shell) {
            around.add(p);
        }
        const DeviceView view = view_of(
            {around.min_x_m + around.width_m() / 2, around.min_y_m + around.height_m() / 2}, 1);
        const std::vector<std::uint32_t> truth = scanned(polygons, view);
        EXPECT_LE(different(filled(ground_of(polygons), view), truth), 3) << round;
        EXPECT_GT(std::count(truth.begin(), truth.end(), 1U), 100) << round;
    }
}

TEST(GroundRaster, APlaceBetweenAllMiddlesGetsOnePixel) {
    const Ground ground = ground_of(
        {{box(-50, -50, 0, 50)}, {box(10.55, 10.55, 10.9, 10.9)}, {box(0, -50, 0.2, 50)}});
    std::vector<std::uint32_t> places = empty_picture();
    const RasterWork work =
        fill_places(ground, view_of({0, 0}, 1), {0, 0, width_px, height_px}, places);
    EXPECT_EQ(work.markers, 2);
    EXPECT_EQ(std::count(places.begin(), places.end(), 2U), 1);
    EXPECT_EQ(at(places, width_px / 2 + 10, height_px / 2 + 10), 2U);
    EXPECT_EQ(std::count(places.begin(), places.end(), 3U), 1);
}

TEST(GroundRaster, LinesCoverWhatTheirWidthDoes) {
    // The left edge stands on the middles of a column.
    const Ground ground = ground_of({{box(0.5, -500, 60.5, 500)}});
    std::vector<std::uint32_t> cover = empty_picture();
    ink_borders(ground, view_of({0, 0}, 1), {0, 0, width_px, height_px}, {0, 0, 2}, cover);
    const auto coast = [&](int column) { return at(cover, width_px / 2 + column, 100) >> 16U; };
    EXPECT_EQ(coast(0), 255U);
    EXPECT_NEAR(coast(-1), 127, 2) << "half of the soft edge";
    EXPECT_NEAR(coast(1), 127, 2);
    EXPECT_EQ(coast(2), 0U);
    EXPECT_EQ(coast(60), 255U);
    EXPECT_EQ(at(cover, width_px / 2, 100) & 0xFFFFU, 0U) << "a coast and nothing else";
}

TEST(GroundRaster, AMapWithoutLandIsSea) {
    const std::vector<std::uint32_t> places = filled(ground_of({{}}), view_of({0, 0}, 1));
    EXPECT_EQ(std::count(places.begin(), places.end(), 0U), width_px * height_px);
}

}  // namespace
}  // namespace miraimap
