// SPDX-License-Identifier: MIT
#include "tests/gui/gl_maps.hpp"

#include <gdal.h>
#include <gdal_alg.h>
#include <ogr_api.h>

#include <array>
#include <stdexcept>
#include <utility>

#include "app/core/map_picture.hpp"
#include "app/core/snapshot.hpp"
#include "app/gui/gl_offscreen.hpp"
#include "geo/error.hpp"
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

OGRGeometryH ring_of(const MapRing& points) {
    OGRGeometryH ring = OGR_G_CreateGeometry(wkbLinearRing);
    for (const MapPoint p : points) {
        OGR_G_AddPoint_2D(ring, p.x_m, p.y_m);
    }
    OGR_G_CloseRings(ring);
    return ring;
}

OGRGeometryH shape_of(const std::vector<MapPolygon>& polygons) {
    OGRGeometryH shape = OGR_G_CreateGeometry(wkbMultiPolygon);
    for (const MapPolygon& polygon : polygons) {
        OGRGeometryH part = OGR_G_CreateGeometry(wkbPolygon);
        OGR_G_AddGeometryDirectly(part, ring_of(polygon.shell));
        for (const MapRing& hole : polygon.holes) {
            OGR_G_AddGeometryDirectly(part, ring_of(hole));
        }
        OGR_G_AddGeometryDirectly(shape, part);
    }
    return shape;
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

std::shared_ptr<const gui::MapMesh> full_detail_mesh(const MapShapes& shapes) {
    auto mesh = std::make_shared<gui::MapMesh>(gui::make_map_mesh(shapes));
    mesh->sides_m.resize(1);
    mesh->fills.resize(1);
    for (auto& levels : mesh->lines) {
        levels.resize(1);
    }
    return mesh;
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

std::vector<int> oracle_features(const MapShapes& shapes, const gui::FeatureGrid& grid) {
    GDALAllRegister();
    GDALDatasetH raster =
        GDALCreate(GDALGetDriverByName("MEM"), "", grid.columns, grid.rows, 1, GDT_Int32, nullptr);
    // A cell's middle is where the grid has its value.
    const double half_m = grid.step_m / 2;
    std::array<double, 6> place{grid.first.x_m - half_m, grid.step_m, 0,
                                grid.first.y_m + half_m, 0,           -grid.step_m};
    GDALSetGeoTransform(raster, place.data());
    GDALFillRaster(GDALGetRasterBand(raster, 1), -1, 0);
    std::vector<OGRGeometryH> geometries;
    std::vector<double> burn;
    for (std::size_t i = 0; i < shapes.municipalities.size(); ++i) {
        geometries.push_back(shape_of(shapes.municipalities[i]));
        burn.push_back(static_cast<double>(i));
    }
    int band = 1;
    const CPLErr failed = GDALRasterizeGeometries(
        raster, 1, &band, static_cast<int>(geometries.size()), geometries.data(), nullptr, nullptr,
        burn.data(), nullptr, nullptr, nullptr);
    for (OGRGeometryH geometry : geometries) {
        OGR_G_DestroyGeometry(geometry);
    }
    std::vector<int> features(static_cast<std::size_t>(grid.columns) *
                              static_cast<std::size_t>(grid.rows));
    const CPLErr unread =
        GDALRasterIO(GDALGetRasterBand(raster, 1), GF_Read, 0, 0, grid.columns, grid.rows,
                     features.data(), grid.columns, grid.rows, GDT_Int32, 0, 0);
    GDALClose(raster);
    if (failed != CE_None || unread != CE_None) {
        throw std::runtime_error("GDALRasterizeGeometries");
    }
    return features;
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
