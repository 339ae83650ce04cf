// SPDX-License-Identifier: MIT
#include "tests/gui/raster_oracle.hpp"

#include <gdal.h>
#include <gdal_alg.h>
#include <ogr_api.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <stdexcept>

namespace miraimap::test {
namespace {

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

struct CloseRaster {
    void operator()(void* raster) const { GDALClose(raster); }
};

}  // namespace

struct RasterOracle::Geometries {
    std::vector<OGRGeometryH> shapes;
    std::vector<double> burn;
    Geometries() = default;
    ~Geometries() {
        for (OGRGeometryH shape : shapes) {
            OGR_G_DestroyGeometry(shape);
        }
    }
    Geometries(const Geometries&) = delete;
    Geometries& operator=(const Geometries&) = delete;
    Geometries(Geometries&&) = delete;
    Geometries& operator=(Geometries&&) = delete;
};

RasterOracle::RasterOracle(const MapShapes& shapes) : geometries_(std::make_unique<Geometries>()) {
    GDALAllRegister();
    for (std::size_t i = 0; i < shapes.municipalities.size(); ++i) {
        geometries_->shapes.push_back(shape_of(shapes.municipalities[i]));
        geometries_->burn.push_back(static_cast<double>(i));
    }
}

RasterOracle::~RasterOracle() = default;

std::vector<int> RasterOracle::features(const gui::FeatureGrid& grid, double* burning_ms) const {
    const std::unique_ptr<void, CloseRaster> raster(
        GDALCreate(GDALGetDriverByName("MEM"), "", grid.columns, grid.rows, 1, GDT_Int32, nullptr));
    if (!raster) {
        throw std::runtime_error("GDALCreate");
    }
    // A cell's middle is where the grid has its value.
    const double half_m = grid.step_m / 2;
    std::array<double, 6> place{grid.first.x_m - half_m, grid.step_m, 0,
                                grid.first.y_m + half_m, 0,           -grid.step_m};
    GDALSetGeoTransform(raster.get(), place.data());
    GDALFillRaster(GDALGetRasterBand(raster.get(), 1), -1, 0);
    int band = 1;
    const auto began = std::chrono::steady_clock::now();
    const CPLErr failed = GDALRasterizeGeometries(
        raster.get(), 1, &band, static_cast<int>(geometries_->shapes.size()),
        geometries_->shapes.data(), nullptr, nullptr, geometries_->burn.data(), nullptr, nullptr,
        nullptr);
    if (burning_ms != nullptr) {
        *burning_ms =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began)
                .count();
    }
    std::vector<int> features(static_cast<std::size_t>(grid.columns) *
                              static_cast<std::size_t>(grid.rows));
    const CPLErr unread =
        GDALRasterIO(GDALGetRasterBand(raster.get(), 1), GF_Read, 0, 0, grid.columns, grid.rows,
                     features.data(), grid.columns, grid.rows, GDT_Int32, 0, 0);
    if (failed != CE_None || unread != CE_None) {
        throw std::runtime_error("GDALRasterizeGeometries");
    }
    return features;
}

}  // namespace miraimap::test
