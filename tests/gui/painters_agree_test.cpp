// SPDX-License-Identifier: MIT
// The window's painter and the one on paper draw the same map, and the places where GDAL does.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>

#include "app/print/cairo_handles.hpp"
#include "app/print/map_painter.hpp"
#include "shapes/level_of_detail.hpp"
#include "tests/gui/window_painter.hpp"

namespace miraimap::gui {
namespace {

using namespace test;

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
