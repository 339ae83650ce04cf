// SPDX-License-Identifier: MIT
#include "tests/bench/plain_features.hpp"

#include <gdal.h>
#include <ogr_api.h>

#include "geo/error.hpp"

namespace miraimap::bench {
namespace {

Ring ring_of(OGRGeometryH geometry) {
    Ring ring;
    const int count = OGR_G_GetPointCount(geometry);
    for (int i = 0; i < count; ++i) {
        ring.push_back({OGR_G_GetX(geometry, i), OGR_G_GetY(geometry, i)});
    }
    if (ring.size() > 1 && ring.front() == ring.back()) {
        ring.pop_back();
    }
    return ring;
}

void add_polygons(OGRGeometryH geometry, MultiPolygon& shape) {
    if (geometry == nullptr) {
        return;
    }
    const int count = OGR_G_GetGeometryCount(geometry);
    if (wkbFlatten(OGR_G_GetGeometryType(geometry)) != wkbPolygon) {
        for (int i = 0; i < count; ++i) {
            add_polygons(OGR_G_GetGeometryRef(geometry, i), shape);
        }
        return;
    }
    Polygon polygon;
    for (int i = 0; i < count; ++i) {
        Ring ring = ring_of(OGR_G_GetGeometryRef(geometry, i));
        if (i == 0) {
            polygon.shell = std::move(ring);
        } else {
            polygon.holes.push_back(std::move(ring));
        }
    }
    shape.push_back(std::move(polygon));
}

}  // namespace

std::vector<MultiPolygon> plain_features(const std::string& file) {
    GDALAllRegister();
    GDALDatasetH dataset = GDALOpenEx(file.c_str(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
    if (dataset == nullptr) {
        throw Error(ErrorKind::input, file, {"開けない", "cannot be opened"});
    }
    std::vector<MultiPolygon> shapes;
    OGRLayerH layer = GDALDatasetGetLayer(dataset, 0);
    while (OGRFeatureH feature = OGR_L_GetNextFeature(layer)) {
        add_polygons(OGR_F_GetGeometryRef(feature), shapes.emplace_back());
        OGR_F_Destroy(feature);
    }
    GDALClose(dataset);
    return shapes;
}

}  // namespace miraimap::bench
