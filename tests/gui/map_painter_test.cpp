// SPDX-License-Identifier: MIT
// The painter of the window: what it draws and how much work it takes.
#include "app/gui/map_painter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <utility>

#include "shapes/level_of_detail.hpp"
#include "tests/gui/window_painter.hpp"

namespace miraimap::gui {
namespace {

using namespace test;

INSTANTIATE_TEST_SUITE_P(, WindowPainter, ::testing::Values(DrawnBy::card, DrawnBy::processors),
                         [](const auto& each) {
                             return each.param == DrawnBy::card ? "Card" : "Processors";
                         });

TEST_P(WindowPainter, ShowsTheSameFeaturesAsGdalAtFullDetail) {
    painter_->set_shapes(full_detail(whole_map()));
    const RasterOracle gdal(*whole_map());
    for (const View& view : {national(), kinki(), setouchi()}) {
        const FeatureGrid shown = paint(grade_scene(view)).features;
        const std::vector<int> oracle = gdal.features(shown);
        const auto land = std::count_if(oracle.begin(), oracle.end(), [](int f) { return f >= 0; });
        ASSERT_GT(land, 50000);
        const double share =
            static_cast<double>(different(shown.place, oracle)) / static_cast<double>(land);
        RecordProperty("share", std::to_string(share));
        // Places that are too small for any pixel's centre are shown all the same.
        EXPECT_LE(share,
                  0.0005 + static_cast<double>(counters().markers) / static_cast<double>(land))
            << view.metres_per_px << " m a pixel";
        EXPECT_LE(share, 0.001);
    }
}

TEST_P(WindowPainter, EveryPlaceInSightHasAPixel) {
    int expected = 0;
    for (const View& view : {national(), kinki(), setouchi()}) {
        const FeatureGrid shown = paint(grade_scene(view)).features;
        const std::set<int> seen(shown.place.begin(), shown.place.end());
        const MapBox box = view.box();
        for (std::size_t i = 0; i < whole_map()->label_points.size(); ++i) {
            const MapPoint p = whole_map()->label_points[i];
            if (std::isfinite(p.x_m) && box.contains(p)) {
                ++expected;
                EXPECT_TRUE(seen.contains(static_cast<int>(i)))
                    << i << " at " << view.metres_per_px << " m a pixel";
            }
        }
    }
    EXPECT_GT(expected, 1700);
}

TEST_P(WindowPainter, LevelsOfDetailLookLikeTheFullMap) {
    const PaintedShapes in_full = full_detail(whole_map());
    for (const auto& [view, most] :
         {std::pair{national(), 0.01}, {kinki(), 0.005}, {setouchi(), 0.005}}) {
        const Scene scene = grade_scene(view);
        painter_->set_shapes(whole_painted());
        const std::vector<int> level = paint(scene).features.place;
        const long long submitted = counters().triangles + counters().segments;
        painter_->set_shapes(in_full);
        const std::vector<int> full = paint(scene).features.place;
        EXPECT_LE(submitted, counters().triangles + counters().segments);
        const auto land = std::count_if(full.begin(), full.end(), [](int f) { return f >= 0; });
        EXPECT_LE(static_cast<double>(different(full, level)), most * static_cast<double>(land))
            << view.metres_per_px << " m a pixel";
    }
}

TEST_P(WindowPainter, LevelsOfDetailLeaveNoHoleInsideLand) {
    const PaintedShapes in_full = full_detail(whole_map());
    const Scene scene = grade_scene(national());
    const FeatureGrid level = paint(scene).features;
    painter_->set_shapes(in_full);
    const FeatureGrid full = paint(scene).features;
    const auto columns = static_cast<std::ptrdiff_t>(full.columns);
    long long inside = 0;
    long long holes = 0;
    for (std::ptrdiff_t y = 2; y + 2 < full.rows; ++y) {
        for (std::ptrdiff_t x = 2; x + 2 < columns; ++x) {
            bool land = true;
            for (std::ptrdiff_t k = 0; k < 25 && land; ++k) {
                const std::ptrdiff_t at = (y + k / 5 - 2) * columns + x + k % 5 - 2;
                land = full.place[static_cast<std::size_t>(at)] >= 0;
            }
            if (land) {
                ++inside;
                holes += level.place[static_cast<std::size_t>(y * columns + x)] < 0 ? 1 : 0;
            }
        }
    }
    EXPECT_GT(inside, 20000);
    EXPECT_EQ(holes, 0);
}

TEST_P(WindowPainter, AFilterChangeUploadsFourBytesAFeatureAndDrawsNoGeometry) {
    Scene scene = grade_scene(national());
    paint(scene);
    const PaintCounters before = counters();
    EXPECT_EQ(before.geometry_uploads, 1);
    EXPECT_GT(before.all_segments, 0);
    std::fill(scene.class_of.begin(), scene.class_of.end(), 0);
    const Painted after = paint(scene);
    EXPECT_EQ(counters().class_uploads, before.class_uploads + 1);
    EXPECT_EQ(counters().class_bytes, 4 * static_cast<long long>(scene.class_of.size()));
    EXPECT_EQ(counters().shadings, before.shadings + 1);
    EXPECT_EQ(counters().geometry_uploads, before.geometry_uploads);
    EXPECT_EQ(counters().style_uploads, before.style_uploads);
    EXPECT_EQ(counters().all_triangles, before.all_triangles);
    EXPECT_EQ(counters().all_segments, before.all_segments);
    EXPECT_EQ(counters().redraws, before.redraws);
    EXPECT_EQ(different(after.pixels, paint_anew(scene).pixels), 0) << "as if painted anew";
}

TEST_P(WindowPainter, AnotherThemeDrawsNoGeometry) {
    paint(grade_scene(kinki()));
    const PaintCounters before = counters();
    const Scene dark = grade_scene(kinki(), Theme::dark);
    const Painted after = paint(dark);
    EXPECT_EQ(counters().all_triangles, before.all_triangles);
    EXPECT_EQ(counters().class_uploads, before.class_uploads);
    EXPECT_EQ(counters().style_uploads, before.style_uploads + 1);
    EXPECT_EQ(different(after.pixels, paint_anew(dark).pixels), 0);
}

TEST_P(WindowPainter, AStillViewPaintsNothing) {
    Scene scene = grade_scene(kinki());
    paint(scene);
    const PaintCounters before = counters();
    for (int i = 0; i < 5; ++i) {
        scene.hovered = i;
        scene.chosen = {i, i + 1};
        paint(scene);
    }
    EXPECT_EQ(counters().shadings, before.shadings);
    EXPECT_EQ(counters().all_triangles, before.all_triangles);
}

TEST_P(WindowPainter, PanningDrawsOnlyWhatComesIntoSight) {
    Scene scene = grade_scene(kinki());
    paint(scene);
    const PaintCounters before = counters();
    for (const auto& [dx, dy] : {std::pair{17, 0}, {-5, 9}, {0, -31}, {40, 40}, {-60, -3}}) {
        scene.view.centre.x_m += dx * scene.view.metres_per_px;
        scene.view.centre.y_m += dy * scene.view.metres_per_px;
        const Painted moved = paint(scene);
        // A card draws runs of many pieces whole, but nobody else's triangles.
        EXPECT_LT(GetParam() == DrawnBy::card ? counters().triangles : counters().segments,
                  (GetParam() == DrawnBy::card ? before.triangles : before.segments) / 2);
        const Painted anew = paint_anew(scene);
        EXPECT_LE(different(moved.features.place, anew.features.place), 2) << dx << " " << dy;
        // The place of a pixel in its strip moves soft edges by a trifle.
        EXPECT_LE(share_apart(moved.pixels, anew.pixels, 3) * width_px * height_px, 12)
            << dx << " " << dy;
    }
    EXPECT_EQ(counters().redraws, before.redraws) << "never the whole map";
    EXPECT_GT(counters().strips, before.strips);
    scene.view.centre.x_m += 0.5 * scene.view.metres_per_px;
    paint(scene);
    EXPECT_EQ(counters().redraws, before.redraws + 1) << "half a pixel is another picture";
}

TEST_P(WindowPainter, CullingChangesNoPixel) {
    for (const View& view : {national(), kinki(), setouchi(), setouchi(8)}) {
        const Scene scene = grade_scene(view);
        const Painted culled = paint_anew(scene, true);
        const Painted whole = paint_anew(scene, false);
        EXPECT_EQ(different(culled.features.place, whole.features.place), 0) << view.metres_per_px;
        EXPECT_EQ(different(culled.pixels, whole.pixels), 0) << view.metres_per_px;
    }
}

TEST_P(WindowPainter, MoreThanSixteenClassesKeepTheirColours) {
    Scene scene = grade_scene(kinki());
    scene.legend.clear();
    constexpr int classes = 200;
    for (int i = 0; i < classes; ++i) {
        const Colour fill{static_cast<std::uint8_t>(i), 90, static_cast<std::uint8_t>(255 - i),
                          255};
        scene.legend.push_back({{"class", {"組", "class"}, fill, Hatch::none, fill}, 0, true});
    }
    for (std::size_t i = 0; i < scene.class_of.size(); ++i) {
        scene.class_of[i] = static_cast<int>(i % classes);
    }
    const Painted picture = paint(scene);
    const std::set<std::uint32_t> colours(picture.pixels.begin(), picture.pixels.end());
    const std::set<int> places(picture.features.place.begin(), picture.features.place.end());
    int wrong = 0;
    int known = 0;
    for (const int place : places) {
        if (place < 0 || whole_map()->label_radii_m[static_cast<std::size_t>(place)] <
                             4 * scene.view.metres_per_px) {
            continue;
        }
        const Colour fill = scene.legend[static_cast<std::size_t>(place % classes)].style.fill;
        const std::uint32_t wanted =
            fill.r | 90U << 8U | static_cast<std::uint32_t>(fill.b) << 16U | 255U << 24U;
        ++known;
        wrong += colours.contains(wanted) ? 0 : 1;
    }
    EXPECT_GT(known, 100);
    EXPECT_EQ(wrong, 0);
}

TEST_P(WindowPainter, SeveralClassesOfAPlaceShareItsArea) {
    Scene scene = grade_scene(kinki());
    scene.legend.clear();
    for (const Colour fill : {Colour{250, 0, 0, 255}, {0, 250, 0, 255}, {0, 0, 250, 255}}) {
        scene.legend.push_back({{"class", {"組", "class"}, fill, Hatch::none, fill}, 0, true});
    }
    std::fill(scene.class_of.begin(), scene.class_of.end(), 0);
    scene.further_classes.assign(scene.class_of.size(), FurtherClasses{1, 2});
    const Painted picture = paint(scene);
    const auto share = [&](std::uint32_t colour) {
        const auto land = std::count_if(picture.features.place.begin(),
                                        picture.features.place.end(), [](int f) { return f >= 0; });
        return static_cast<double>(
                   std::count(picture.pixels.begin(), picture.pixels.end(), colour)) /
               static_cast<double>(land);
    };
    EXPECT_GT(share(0xFF0000FA), 0.2);
    EXPECT_GT(share(0xFF00FA00), 0.2);
    EXPECT_GT(share(0xFFFA0000), 0.2);
}

}  // namespace
}  // namespace miraimap::gui
