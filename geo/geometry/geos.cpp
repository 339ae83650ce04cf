// SPDX-License-Identifier: MIT
#include "geo/geometry/geos.hpp"

#include <algorithm>
#include <cassert>

#include "geo/error.hpp"
#include "geo/geometry/rings.hpp"

namespace miraimap {

GeosContext::GeosContext() : handle_(GEOS_init_r()) {
    GEOSContext_setErrorMessageHandler_r(
        handle_,
        [](const char* message, void* kept) { *static_cast<std::string*>(kept) = message; },
        &message_);
}

GeosContext::Geometry GeosContext::own(GEOSGeometry* geometry) const {
    if (geometry == nullptr) {
        const std::string why = message_.empty() ? "?" : message_;
        throw Error(ErrorKind::data, "GEOS",
                    {"図形の計算に失敗した: " + why, "a geometry operation failed: " + why});
    }
    return Geometry(geometry, Deleter{handle_});
}

GEOSGeometry* GeosContext::ring(const Ring& ring, double scale) const {
    const auto n = static_cast<unsigned>(ring.size());
    GEOSCoordSequence* sequence = GEOSCoordSeq_create_r(handle_, n + 1, 2);
    for (unsigned i = 0; i <= n; ++i) {
        const LonLat p = ring[i % n];
        GEOSCoordSeq_setXY_r(handle_, sequence, i, p.lon * scale, p.lat * scale);
    }
    return GEOSGeom_createLinearRing_r(handle_, sequence);
}

GeosContext::Geometry GeosContext::polygon(const Polygon& polygon, double scale) const {
    std::vector<Geometry> owned;
    std::vector<GEOSGeometry*> holes;
    Geometry shell = own(ring(polygon.shell, scale));
    for (const Ring& hole : polygon.holes) {
        owned.push_back(own(ring(hole, scale)));
    }
    for (Geometry& hole : owned) {
        holes.push_back(hole.release());
    }
    return own(GEOSGeom_createPolygon_r(handle_, shell.release(), holes.data(),
                                        static_cast<unsigned>(holes.size())));
}

GeosContext::Geometry GeosContext::multi_polygon(const MultiPolygon& shape, double scale) const {
    std::vector<Geometry> owned;
    for (const Polygon& part : shape) {
        owned.push_back(polygon(part, scale));
    }
    std::vector<GEOSGeometry*> parts;
    for (Geometry& part : owned) {
        parts.push_back(part.release());
    }
    return own(GEOSGeom_createCollection_r(handle_, GEOS_MULTIPOLYGON, parts.data(),
                                           static_cast<unsigned>(parts.size())));
}

Ring GeosContext::ring(const GEOSGeometry* ring, double scale, bool counter_clockwise) const {
    const GEOSCoordSequence* sequence = GEOSGeom_getCoordSeq_r(handle_, ring);
    unsigned n = 0;
    GEOSCoordSeq_getSize_r(handle_, sequence, &n);
    Ring points(n > 0 ? n - 1 : 0);
    for (unsigned i = 0; i < points.size(); ++i) {
        GEOSCoordSeq_getXY_r(handle_, sequence, i, &points[i].lon, &points[i].lat);
        points[i].lon /= scale;
        points[i].lat /= scale;
    }
    if ((signed_area_deg2(points) > 0) != counter_clockwise) {
        std::reverse(points.begin(), points.end());
    }
    return points;
}

MultiPolygon GeosContext::shape(const GEOSGeometry* geometry, double scale) const {
    MultiPolygon all;
    const int type = GEOSGeomTypeId_r(handle_, geometry);
    if (type == GEOS_POLYGON) {
        Polygon polygon;
        polygon.shell = ring(GEOSGetExteriorRing_r(handle_, geometry), scale, true);
        for (int i = 0; i < GEOSGetNumInteriorRings_r(handle_, geometry); ++i) {
            polygon.holes.push_back(
                ring(GEOSGetInteriorRingN_r(handle_, geometry, i), scale, false));
        }
        all.push_back(std::move(polygon));
    } else if (type >= GEOS_MULTIPOINT) {
        for (int i = 0; i < GEOSGetNumGeometries_r(handle_, geometry); ++i) {
            for (Polygon& part : shape(GEOSGetGeometryN_r(handle_, geometry, i), scale)) {
                all.push_back(std::move(part));
            }
        }
    }
    return all;
}

std::string GeosContext::why_invalid(const MultiPolygon& shape) const {
    const Geometry geometry = multi_polygon(shape);
    if (GEOSisValid_r(handle_, geometry.get()) == 1) {
        return {};
    }
    char* reason = GEOSisValidReason_r(handle_, geometry.get());
    std::string text = reason != nullptr ? reason : message_;
    GEOSFree_r(handle_, reason);
    return text.empty() ? "invalid" : text;
}

}  // namespace miraimap
