// SPDX-License-Identifier: MIT
#include "geo/geometry/geodesic_area.hpp"

#include <geodesic.h>

#include <cmath>

namespace miraimap {
namespace {

const geod_geodesic& grs80() {
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic g;
        geod_init(&g, 6378137.0, 1 / 298.257222101);
        return g;
    }();
    return ellipsoid;
}

}  // namespace

double geodesic_area_km2(const Ring& ring) {
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const LonLat p : ring) {
        geod_polygon_addpoint(&grs80(), &polygon, p.lat, p.lon);
    }
    double area_m2 = 0;
    geod_polygon_compute(&grs80(), &polygon, 0, 1, &area_m2, nullptr);
    return area_m2 / 1e6;
}

double geodesic_area_km2(const MultiPolygon& shape) {
    double area_km2 = 0;
    for (const Polygon& polygon : shape) {
        area_km2 += std::fabs(geodesic_area_km2(polygon.shell));
        for (const Ring& hole : polygon.holes) {
            area_km2 -= std::fabs(geodesic_area_km2(hole));
        }
    }
    return area_km2;
}

double geodesic_distance_km(LonLat a, LonLat b) {
    double distance_m = 0;
    geod_inverse(&grs80(), a.lat, a.lon, b.lat, b.lon, &distance_m, nullptr, nullptr);
    return distance_m / 1000;
}

}  // namespace miraimap
