// SPDX-License-Identifier: MIT
// The painter of the window, without a display, by a graphics card and by the processors: what it
// draws, how much work it takes, and that both agree with others who draw the same map.
#include "app/gui/map_painter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <set>
#include <utility>

#include "app/gui/gl_offscreen.hpp"
#include "app/print/cairo_handles.hpp"
#include "app/print/map_painter.hpp"
#include "shapes/level_of_detail.hpp"
#include "tests/gui/gl_maps.hpp"
#include "tests/gui/raster_oracle.hpp"

namespace miraimap::gui {
namespace {

using namespace test;

constexpr int width_px = 900;
constexpr int height_px = 700;

struct Painted {
    FeatureGrid features;
    std::vector<std::uint32_t> pixels;
};

class WindowPainter : public ::testing::TestWithParam<DrawnBy> {
protected:
    void SetUp() override {
        if (const std::string reason = why_no_offscreen_gl(); !reason.empty()) {
            GTEST_SKIP() << reason;
        }
        gl_ = std::make_unique<OffscreenGl>(width_px, height_px);
        painter_ = make_map_painter(GetParam());
        painter_->set_shapes(whole_painted());
    }
    void TearDown() override {
        painter_.reset();
        gl_.reset();
    }
    Painted paint(const Scene& scene) {
        painter_->paint(scene, gl_->frame());
        return {painter_->features(), gl_->pixels()};
    }
    /// The same by a painter that has nothing yet.
    Painted paint_anew(const Scene& scene, bool save_work = true) {
        const auto fresh = make_map_painter(GetParam());
        fresh->set_shapes(whole_painted());
        fresh->save_work(save_work);
        fresh->paint(scene, gl_->frame());
        return {fresh->features(), gl_->pixels()};
    }
    [[nodiscard]] const PaintCounters& counters() const { return painter_->counters(); }

    std::unique_ptr<OffscreenGl> gl_;
    std::unique_ptr<MapPainter> painter_;
};

INSTANTIATE_TEST_SUITE_P(, WindowPainter, ::testing::Values(DrawnBy::card, DrawnBy::processors),
                         [](const auto& each) {
                             return each.param == DrawnBy::card ? "Card" : "Processors";
                         });

View national() { return national_view(width_px, height_px); }
View kinki(double metres_per_px = 300) {
    return view_at(135.5, 34.7, metres_per_px, width_px, height_px);
}
View setouchi(double metres_per_px = 60) {
    return view_at(133.2, 34.3, metres_per_px, width_px, height_px);
}

long long different(const std::vector<int>& a, const std::vector<int>& b) {
    long long count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        count += a[i] == b[i] ? 0 : 1;
    }
    return count;
}

long long different(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
    long long count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        count += a[i] == b[i] ? 0 : 1;
    }
    return count;
}

/// Share of pixels of which a channel differs by more than `most`.
double share_apart(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b,
                   int most) {
    long long apart = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        int worst = 0;
        for (unsigned shift = 0; shift < 24; shift += 8) {
            const int left = static_cast<int>((a[i] >> shift) & 255U);
            const int right = static_cast<int>((b[i] >> shift) & 255U);
            worst = std::max(worst, std::abs(left - right));
        }
        apart += worst > most ? 1 : 0;
    }
    return static_cast<double>(apart) / static_cast<double>(a.size());
}

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

/// The scene through Cairo, as OffscreenGl::pixels.
std::vector<std::uint32_t> cairo_pixels(const Scene& scene) {
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width_px, height_px));
    {
        const Canvas canvas(cairo_create(surface.get()));
        paint_map(canvas.get(), scene, {});
    }
    cairo_surface_flush(surface.get());
    const unsigned char* data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    std::vector<std::uint32_t> pixels;
    for (std::ptrdiff_t y = 0; y < height_px; ++y) {
        for (std::ptrdiff_t x = 0; x < width_px; ++x) {
            const unsigned char* p = data + y * stride + 4 * x;
            pixels.push_back(p[2] | static_cast<std::uint32_t>(p[1]) << 8U |
                             static_cast<std::uint32_t>(p[0]) << 16U | 255U << 24U);
        }
    }
    return pixels;
}

constexpr int numbers = 199;

/// Green of a number's colour: no mixture of two such colours is a third one.
std::uint32_t green_of(std::uint32_t number) { return (number * number * 37 + 11) % 251; }

/// A scene in which each place has the colour of its number: the picture then says who is where.
Scene numbered_scene(const View& view) {
    Scene scene = grade_scene(view);
    scene.legend.clear();
    for (std::uint32_t i = 0; i < numbers; ++i) {
        const Colour fill{static_cast<std::uint8_t>(i + 1), static_cast<std::uint8_t>(green_of(i)),
                          77, 255};
        scene.legend.push_back({{"class", {"組", "class"}, fill, Hatch::none, fill}, 0, true});
    }
    for (std::size_t i = 0; i < scene.class_of.size(); ++i) {
        scene.class_of[i] = static_cast<int>(i % numbers);
    }
    return scene;
}

/// The number whose colour a pixel has; -1 if it is sea or a mixture at a border.
int number_at(std::uint32_t pixel) {
    const std::uint32_t number = (pixel & 255U) - 1;
    const bool known =
        number < numbers && (pixel >> 8U & 255U) == green_of(number) && (pixel >> 16U & 255U) == 77;
    return known ? static_cast<int>(number) : -1;
}

/// How a picture of numbered places agrees with GDAL, pixel by pixel.
struct Agreement {
    long long inside = 0;   ///< pixels well inside one place, by GDAL
    long long missing = 0;  ///< of these, without that place's own colour
    long long known = 0;    ///< pixels in the colour of a place
    long long strange = 0;  ///< of these, where GDAL has no such place within a pixel
};

Agreement agreement(const std::vector<std::uint32_t>& pixels, const std::vector<int>& truth) {
    constexpr int reach = 2;
    Agreement out;
    for (int y = reach; y + reach < height_px; ++y) {
        for (int x = reach; x + reach < width_px; ++x) {
            const auto at = [&](int dx, int dy) {
                return static_cast<std::size_t>(y + dy) * width_px +
                       static_cast<std::size_t>(x + dx);
            };
            const int here = truth[at(0, 0)];
            const int shown = number_at(pixels[at(0, 0)]);
            bool alike = true;
            bool near = false;
            for (int dy = -reach; dy <= reach; ++dy) {
                for (int dx = -reach; dx <= reach; ++dx) {
                    alike = alike && truth[at(dx, dy)] == here;
                    near = near || (std::max(std::abs(dx), std::abs(dy)) <= 1 &&
                                    truth[at(dx, dy)] % numbers == shown);
                }
            }
            if (alike && here >= 0) {
                ++out.inside;
                out.missing += shown == here % numbers ? 0 : 1;
            }
            if (shown >= 0) {
                ++out.known;
                out.strange += near ? 0 : 1;
            }
        }
    }
    return out;
}

TEST_P(WindowPainter, BothPaintersShowEachPlaceWhereGdalDoes) {
    const RasterOracle gdal(*whole_map());
    for (const View& view : {national(), kinki(), setouchi(), setouchi(8)}) {
        const Scene scene = numbered_scene(view);
        FeatureGrid middles;
        middles.columns = width_px;
        middles.rows = height_px;
        middles.step_m = view.metres_per_px;
        const MapBox box = view.box();
        middles.first = {box.min_x_m + view.metres_per_px / 2,
                         box.max_y_m - view.metres_per_px / 2};
        const std::vector<int> truth = gdal.features(middles);
        const int markers = static_cast<int>(small_places(*whole_map(), view.metres_per_px).size());
        for (const auto& [name, pixels] :
             {std::pair{"Cairo", cairo_pixels(scene)}, {"window", paint(scene).pixels}}) {
            const Agreement found = agreement(pixels, truth);
            SCOPED_TRACE(std::string(name) + " at " + std::to_string(view.metres_per_px));
            EXPECT_GT(found.inside, 4000);
            // Inside, only borders at a coarser level and dots of tiny places may differ.
            EXPECT_LE(static_cast<double>(found.missing),
                      0.0005 * static_cast<double>(found.inside) + markers);
            EXPECT_GT(found.known, found.inside * 9 / 10);
            EXPECT_LE(static_cast<double>(found.strange),
                      0.0005 * static_cast<double>(found.known) + markers);
            RecordProperty(std::string(name) + std::to_string(std::lround(view.metres_per_px)),
                           std::to_string(found.inside) + " " + std::to_string(found.missing) +
                               " " + std::to_string(found.known) + " " +
                               std::to_string(found.strange));
        }
    }
}

TEST_P(WindowPainter, PaintsTheSamePictureAsThePainterOnPaper) {
    for (const Theme theme : {Theme::light, Theme::dark}) {
        for (const View& view : {national(), kinki(), setouchi()}) {
            const Scene scene = grade_scene(view, theme);
            const double share = share_apart(paint(scene).pixels, cairo_pixels(scene), 60);
            EXPECT_LT(share, 0.02) << view.metres_per_px << " m a pixel";
        }
    }
}

/// Share of one picture's pixels of a colour that have none of it within two pixels in the other.
double share_alone(const std::vector<std::uint32_t>& of, const std::vector<std::uint32_t>& in,
                   Colour colour) {
    const auto is = [&](std::uint32_t pixel) {
        const auto near = [](std::uint32_t channel, std::uint8_t wanted) {
            return std::abs(static_cast<int>(channel & 255U) - wanted) <= 24;
        };
        return near(pixel, colour.r) && near(pixel >> 8U, colour.g) && near(pixel >> 16U, colour.b);
    };
    long long all = 0;
    long long alone = 0;
    constexpr int reach = 2;
    for (int y = reach; y < height_px - reach; ++y) {
        for (int x = reach; x < width_px - reach; ++x) {
            if (!is(of[static_cast<std::size_t>(y * width_px + x)])) {
                continue;
            }
            ++all;
            bool found = false;
            for (int dy = -reach; dy <= reach && !found; ++dy) {
                for (int dx = -reach; dx <= reach && !found; ++dx) {
                    found = is(in[static_cast<std::size_t>((y + dy) * width_px + x + dx)]);
                }
            }
            alone += found ? 0 : 1;
        }
    }
    return all < 100 ? 1 : static_cast<double>(alone) / static_cast<double>(all);
}

TEST_P(WindowPainter, OutlinesRegionsAndMeetingsAsThePainterOnPaper) {
    for (const Theme theme : {Theme::light, Theme::dark}) {
        for (const View& view : {kinki(), setouchi()}) {
            Scene scene = grade_scene(view, theme);
            // The places in sight whose numbers are odd, and how one meets the others.
            const FeatureGrid shown = paint(scene).features;
            const std::set<int> seen(shown.place.begin(), shown.place.end());
            MapRegion odd{{}, 1, -1};
            for (const int f : seen) {
                if (f % 2 == 1) {
                    odd.members.push_back(f);
                }
            }
            auto land = shown.place.begin() + static_cast<std::ptrdiff_t>(shown.place.size() / 2);
            land = std::find_if(land, shown.place.end(), [](int f) { return f >= 0; });
            ASSERT_NE(land, shown.place.end());
            const int middle = *land;
            scene.regions = {odd};
            scene.marked_region = 1;
            const Painted outlined = paint(scene);
            const std::vector<std::uint32_t> paper = cairo_pixels(scene);
            EXPECT_LT(share_alone(outlined.pixels, paper, scene.style.region), 0.02);
            EXPECT_LT(share_alone(paper, outlined.pixels, scene.style.region), 0.02);
            scene.regions.clear();
            scene.marked_region = 0;
            const MapPoint centre = view.centre;
            const MapPoint away{centre.x_m + 200 * view.metres_per_px,
                                centre.y_m + 120 * view.metres_per_px};
            scene.meetings = {{middle, middle, MeetingKind::point, away, away},
                              {middle, middle, MeetingKind::sea, centre, away}};
            for (const BorderLine& border : whole_map()->borders) {
                if (border.left == middle && border.right >= 0) {
                    scene.meetings.push_back({middle, border.right, MeetingKind::border, {}, {}});
                } else if (border.right == middle) {
                    scene.meetings.push_back({middle, border.left, MeetingKind::border, {}, {}});
                }
            }
            const Painted met = paint(scene);
            const std::vector<std::uint32_t> met_paper = cairo_pixels(scene);
            EXPECT_LT(share_alone(met.pixels, met_paper, scene.style.meeting), 0.02);
            EXPECT_LT(share_alone(met_paper, met.pixels, scene.style.meeting), 0.02);
            scene.meetings.clear();
            EXPECT_EQ(different(paint(scene).pixels, paint_anew(scene).pixels), 0)
                << "nothing of it stays in the kept picture";
        }
    }
}

}  // namespace
}  // namespace miraimap::gui
