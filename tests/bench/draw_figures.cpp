// SPDX-License-Identifier: MIT
// Measures drawing against its baselines, in the same run, without a display.
//
//   draw_figures N03 DENSE   one line a figure: what, measured, baseline, ratio, target, met
//
// The map is drawn as the window would draw it here; MIRAIMAP_DRAW=card asks for the other way.
//
// Views go from the whole country in steps of two to streets, over a dense coast and a plain.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/core/map_picture.hpp"
#include "app/core/snapshot.hpp"
#include "app/gui/gl_offscreen.hpp"
#include "app/gui/map_painter.hpp"
#include "shapes/islands.hpp"
#include "shapes/map_scene.hpp"
#include "tests/bench/figure_row.hpp"
#include "tests/gui/raster_oracle.hpp"

namespace miraimap::bench {
namespace {

constexpr int width_px = 1600;
constexpr int height_px = 1000;

/// One boundary set, ready to draw.
struct Drawn {
    std::shared_ptr<const World> world;
    std::shared_ptr<const MapShapes> shapes;
    gui::PaintedShapes painted;
    Snapshot snapshot;
    View country;
};

Drawn prepare(const std::string& file, gui::DrawnBy drawn_by) {
    Request request;
    request.data = find_data_folder();
    request.boundaries = file;
    Drawn out;
    out.world = load_world(request);
    out.shapes = picture_shapes(*out.world);
    out.painted = {out.shapes, nullptr, nullptr};
    if (drawn_by == gui::DrawnBy::card) {
        out.painted.mesh = std::make_shared<const gui::MapMesh>(gui::make_map_mesh(*out.shapes));
    } else {
        out.painted.ground = std::make_shared<const Ground>(make_ground(*out.shapes));
    }
    out.snapshot = make_snapshot(request, out.world);
    out.country =
        View::fit(main_islands(out.world->catalogue, *out.shapes), width_px, height_px, 0.015);
    return out;
}

Scene scene_of(const Drawn& drawn, const View& view) {
    SceneOptions options;
    options.insets = false;
    options.labels = false;
    options.view = view;
    return make_coverage_scene(drawn.world->catalogue, drawn.shapes, drawn.snapshot.coverage,
                               options);
}

/// The country, then closer and closer to places of many and of few vertices.
std::vector<View> zooms(const View& country) {
    std::vector<View> views{country};
    const Projection projection = Projection::equal_area_japan();
    for (const LonLat place : {LonLat{133.2, 34.3}, {129.0, 32.9}, {135.5, 34.7}, {143.2, 42.9}}) {
        for (double metres = country.metres_per_px / 2; metres > 1; metres /= 2) {
            views.push_back({projection.forward(place), metres, width_px, height_px});
        }
    }
    return views;
}

struct Redraw {
    double ms = 1e300;
    long long triangles = 0;
};

/// Least time of some full redraws: each is half a pixel from the one before, so nothing is kept.
Redraw redraw(gui::MapPainter& painter, const gui::OffscreenGl& gl, const Drawn& drawn, View view,
              int rounds) {
    Redraw out;
    for (int i = 0; i < rounds; ++i) {
        view.centre.x_m += (i % 2 == 0 ? 0.5 : -0.5) * view.metres_per_px;
        const Scene scene = scene_of(drawn, view);
        const long long before = painter.counters().redraws;
        gl.finish();
        const double ms = elapsed_ms([&] {
            painter.paint(scene, gl.frame());
            gl.finish();
        });
        if (painter.counters().redraws == before) {
            std::cerr << "a view was not drawn anew\n";
        }
        out.ms = std::min(out.ms, ms);
        out.triangles = painter.counters().triangles;
    }
    return out;
}

struct Worst {
    double ms = 0;
    long long triangles = 0;
};

Worst most_expensive(gui::MapPainter& painter, const gui::OffscreenGl& gl, const Drawn& drawn) {
    Worst worst;
    for (const View& view : zooms(drawn.country)) {
        const Redraw one = redraw(painter, gl, drawn, view, 5);
        worst.ms = std::max(worst.ms, one.ms);
        worst.triangles = std::max(worst.triangles, one.triangles);
    }
    return worst;
}

void measure_redraw(const std::string& name, gui::MapPainter& painter, const gui::OffscreenGl& gl,
                    const Drawn& drawn) {
    const test::RasterOracle gdal(*drawn.shapes);
    const Scene scene = scene_of(drawn, drawn.country);
    painter.paint(scene, gl.frame());
    double burning = 1e300;
    double drawing = 1e300;
    for (int turn = 0; turn < 7; ++turn) {
        double ms = 0;
        (void)gdal.features(painter.features(), &ms);
        burning = std::min(burning, ms);
        drawing = std::min(drawing, redraw(painter, gl, drawn, drawn.country, 2).ms);
    }
    row(name + ": full redraw, whole country / GDALRasterizeGeometries", in_ms(drawing),
        in_ms(burning), drawing / burning, 1);
}

void measure_filter_change(gui::MapPainter& painter, const gui::OffscreenGl& gl, const Drawn& n03) {
    Scene scene = scene_of(n03, n03.country);
    painter.paint(scene, gl.frame());
    const gui::PaintCounters before = painter.counters();
    std::fill(scene.class_of.begin(), scene.class_of.end(), 0);
    const double ms = elapsed_ms([&] {
        painter.paint(scene, gl.frame());
        gl.finish();
    });
    const auto features = static_cast<double>(scene.class_of.size());
    row("N03: bytes a feature after a filter change", in_ms(ms), "-",
        static_cast<double>(painter.counters().class_bytes) / features, 4, "");
    row("N03: triangles drawn after a filter change", "-", "-",
        static_cast<double>(painter.counters().all_triangles - before.all_triangles), 0, "");
}

double land_of(const std::vector<int>& places) {
    return static_cast<double>(
        std::count_if(places.begin(), places.end(), [](int place) { return place >= 0; }));
}

double apart(const std::vector<int>& a, const std::vector<int>& b) {
    double count = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        count += a[i] == b[i] ? 0 : 1;
    }
    return count;
}

/// The set without its coarser levels of detail.
gui::PaintedShapes in_full_detail(const gui::PaintedShapes& painted) {
    gui::PaintedShapes full = painted;
    if (painted.mesh) {
        auto mesh = std::make_shared<gui::MapMesh>(*painted.mesh);
        mesh->sides_m.resize(1);
        mesh->fills.resize(1);
        for (auto& levels : mesh->lines) {
            levels.resize(1);
        }
        full.mesh = mesh;
    } else {
        full.ground = std::make_shared<const Ground>(make_ground(*painted.shapes, 1));
    }
    return full;
}

/// Shares of land pixels: the painter in full detail against GDAL, and its levels against that.
void measure_pixels(const std::string& name, gui::MapPainter& painter, const gui::OffscreenGl& gl,
                    const Drawn& drawn) {
    const test::RasterOracle gdal(*drawn.shapes);
    const gui::PaintedShapes full_shapes = in_full_detail(drawn.painted);
    const View& country = drawn.country;
    double oracle = 0;
    double national = 0;
    double closer = 0;
    for (const View& view : zooms(country)) {
        const Scene scene = scene_of(drawn, view);
        painter.set_shapes(full_shapes);
        painter.paint(scene, gl.frame());
        const gui::FeatureGrid full = painter.features();
        const auto markers = static_cast<double>(painter.counters().markers);
        painter.set_shapes(drawn.painted);
        painter.paint(scene, gl.frame());
        const std::vector<int> level = painter.features().place;
        const std::vector<int> truth = gdal.features(full);
        constexpr double enough = 20000;  // pixels: a share of fewer says little
        const double land = land_of(truth);
        if (land < enough) {
            continue;
        }
        oracle = std::max(oracle, std::max(0.0, apart(full.place, truth) - markers) / land);
        double& most = view.metres_per_px == country.metres_per_px ? national : closer;
        most = std::max(most, apart(full.place, level) / land);
    }
    row(name + ": places that differ from GDAL's, full detail, any zoom (% of land pixels)", "-",
        "-", 100 * oracle, 0.05, "%");
    row(name + ": level of detail against full detail, whole country (% of land pixels)", "-", "-",
        100 * national, 1, "%");
    row(name + ": the same, closer", "-", "-", 100 * closer, 0.5, "%");
}

int rows(const std::string& n03_file, const std::string& dense_file) {
    const gui::OffscreenGl gl(width_px, height_px);
    const gui::DrawnBy drawn_by = gui::best_drawn_by();
    const auto painter = gui::make_map_painter(drawn_by);
    Worst own;
    {
        const Drawn n03 = prepare(n03_file, drawn_by);
        painter->set_shapes(n03.painted);
        measure_redraw("N03", *painter, gl, n03);
        measure_filter_change(*painter, gl, n03);
        own = most_expensive(*painter, gl, n03);
        measure_pixels("N03", *painter, gl, n03);
    }
    const Drawn dense = prepare(dense_file, drawn_by);
    painter->set_shapes(dense.painted);
    measure_redraw("dense", *painter, gl, dense);
    const Worst worst = most_expensive(*painter, gl, dense);
    row("dense: dearest redraw of any zoom / N03's dearest", in_ms(worst.ms), in_ms(own.ms),
        worst.ms / own.ms, 1.5);
    row("dense: most triangles submitted at any zoom", std::to_string(worst.triangles),
        std::to_string(own.triangles), static_cast<double>(worst.triangles), 700000, "");
    return 0;
}

}  // namespace
}  // namespace miraimap::bench

int main(int count, char** words) {
    if (count == 3) {
        return miraimap::bench::rows(words[1], words[2]);
    }
    std::cerr << "draw_figures N03 DENSE\n";
    return 2;
}
