// SPDX-License-Identifier: MIT
// The painter of the window on official full-detail boundaries, where they lie beside the
// repository.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "app/core/map_picture.hpp"
#include "app/core/snapshot.hpp"
#include "app/gui/gl_offscreen.hpp"
#include "app/gui/map_painter.hpp"
#include "shapes/islands.hpp"
#include "shapes/map_scene.hpp"
#include "tests/gui/gl_maps.hpp"
#include "tests/gui/raster_oracle.hpp"
#include "tests/support/program.hpp"

namespace miraimap::gui {
namespace {

using namespace test;

long long different(const std::vector<int>& a, const std::vector<int>& b) {
    long long count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        count += a[i] == b[i] ? 0 : 1;
    }
    return count;
}

class WindowPainterN03 : public ::testing::TestWithParam<DrawnBy> {};
INSTANTIATE_TEST_SUITE_P(, WindowPainterN03, ::testing::Values(DrawnBy::card, DrawnBy::processors),
                         [](const auto& each) {
                             return each.param == DrawnBy::card ? "Card" : "Processors";
                         });

TEST_P(WindowPainterN03, AgreesWithGdalAtFullDetailAndWithItselfAtEveryLevel) {
    const std::filesystem::path file =
        root().parent_path() / "shared" / "n03" / "N03-21_210101.topojson.json";
    if (!std::filesystem::exists(file)) {
        GTEST_SKIP() << "the N03 samples are not beside this checkout (../shared/n03)";
    }
    if (const std::string reason = why_no_offscreen_gl(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    constexpr int width_px = 1600;
    constexpr int height_px = 1000;
    Request request;
    request.data = root() / "data";
    request.boundaries = file;
    const std::shared_ptr<const World> world = load_world(request);
    const std::shared_ptr<const MapShapes> shapes = picture_shapes(*world);
    const PaintedShapes levels = all_levels(shapes);
    const PaintedShapes in_full = full_detail(shapes);
    const Snapshot snapshot = make_snapshot(request, world);

    const RasterOracle gdal(*shapes);
    const OffscreenGl gl(width_px, height_px);
    const auto painter = make_map_painter(GetParam());
    const View country =
        View::fit(main_islands(world->catalogue, *shapes), width_px, height_px, 0.015);
    for (const View& view : {country, view_at(135.5, 34.7, 300, width_px, height_px),
                             view_at(133.2, 34.3, 60, width_px, height_px)}) {
        SceneOptions options;
        options.insets = false;
        options.labels = false;
        options.view = view;
        const Scene scene =
            make_coverage_scene(world->catalogue, shapes, snapshot.coverage, options);
        painter->set_shapes(in_full);
        painter->paint(scene, gl.frame());
        const FeatureGrid full = painter->features();
        const double markers = static_cast<double>(painter->counters().markers);
        const std::vector<int> oracle = gdal.features(full);
        const auto land = static_cast<double>(
            std::count_if(oracle.begin(), oracle.end(), [](int f) { return f >= 0; }));
        ASSERT_GT(land, 50000);
        const auto apart = static_cast<double>(different(full.place, oracle));
        RecordProperty("oracle_share", std::to_string(apart / land));
        // A marker gives its place one pixel more than the oracle does.
        EXPECT_LE(apart, 0.0005 * land + markers) << view.metres_per_px << " m a pixel";

        painter->set_shapes(levels);
        painter->paint(scene, gl.frame());
        const double most = view.metres_per_px == country.metres_per_px ? 0.01 : 0.005;
        EXPECT_LE(static_cast<double>(different(painter->features().place, full.place)),
                  most * land)
            << view.metres_per_px << " m a pixel";
        EXPECT_LE(painter->counters().triangles, 700000);
    }
}

}  // namespace
}  // namespace miraimap::gui
