// SPDX-License-Identifier: MIT
#include "tests/gui/gl_maps.hpp"

#include <utility>

#include "app/core/map_picture.hpp"
#include "app/core/snapshot.hpp"
#include "app/gui/gl_offscreen.hpp"
#include "geo/error.hpp"
#include "shapes/islands.hpp"
#include "shapes/map_scene.hpp"
#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

Request embedded_request() {
    Request request;
    request.data = root() / "data";
    return request;
}

const std::shared_ptr<const World>& world() {
    static const std::shared_ptr<const World> loaded = load_world(embedded_request());
    return loaded;
}

}  // namespace

std::shared_ptr<const MapShapes> whole_map() {
    static const std::shared_ptr<const MapShapes> shapes = picture_shapes(*world());
    return shapes;
}

std::shared_ptr<const gui::MapMesh> whole_mesh() {
    static const auto mesh = std::make_shared<const gui::MapMesh>(gui::make_map_mesh(*whole_map()));
    return mesh;
}

gui::PaintedShapes whole_painted() {
    static const auto ground = std::make_shared<const Ground>(make_ground(*whole_map()));
    return {whole_map(), whole_mesh(), ground};
}

gui::PaintedShapes all_levels(const std::shared_ptr<const MapShapes>& shapes) {
    return {shapes, std::make_shared<const gui::MapMesh>(gui::make_map_mesh(*shapes)),
            std::make_shared<const Ground>(make_ground(*shapes))};
}

gui::PaintedShapes full_detail(const std::shared_ptr<const MapShapes>& shapes) {
    auto mesh = std::make_shared<gui::MapMesh>(gui::make_map_mesh(*shapes));
    mesh->sides_m.resize(1);
    mesh->fills.resize(1);
    for (auto& levels : mesh->lines) {
        levels.resize(1);
    }
    return {shapes, mesh, std::make_shared<const Ground>(make_ground(*shapes, 1))};
}

Scene grade_scene(const View& view, Theme theme) {
    static const Snapshot snapshot = make_snapshot(embedded_request(), world());
    SceneOptions options;
    options.theme = theme;
    options.insets = false;
    options.labels = false;
    options.view = view;
    return make_coverage_scene(world()->catalogue, whole_map(), snapshot.coverage, options);
}

View national_view(double width_px, double height_px) {
    return View::fit(main_islands(world()->catalogue, *whole_map()), width_px, height_px, 0.015);
}

View view_at(double lon, double lat, double metres_per_px, double width_px, double height_px) {
    return {Projection::equal_area_japan().forward({lon, lat}), metres_per_px, width_px, height_px};
}

std::string why_no_offscreen_gl() {
    try {
        const gui::OffscreenGl gl(8, 8);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

}  // namespace miraimap::test
