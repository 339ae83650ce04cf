// SPDX-License-Identifier: MIT
#include "geo/geometry/geodesic_area.hpp"

#include <geodesic.h>

#include <cmath>
#include <numbers>

namespace miraimap {
namespace {

constexpr double a_m = 6378137.0;
constexpr double flattening = 1 / 298.257222101;
constexpr double e2 = flattening * (2 - flattening);
constexpr double radians = std::numbers::pi / 180;

const geod_geodesic& grs80() {
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic g;
        geod_init(&g, a_m, flattening);
        return g;
    }();
    return ellipsoid;
}

/// Area in m² per radian of longitude between the equator and a latitude of sine `s`: the closed
/// form (a²/2)(1 - e²)(s / (1 - e²s²) + atanh(es) / e) as a series in e²s² < 0.007.
double zone_m2(double s) {
    const double x = e2 * s * s;
    double sum = 0;
    for (int k = 8; k >= 0; --k) {
        sum = sum * x + static_cast<double>(k + 1) / (2 * k + 1);
    }
    return a_m * a_m * (1 - e2) * s * sum;
}

double by_proj_km2(const Ring& ring) {
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const LonLat p : ring) {
        geod_polygon_addpoint(&grs80(), &polygon, p.lat, p.lon);
    }
    double area_m2 = 0;
    geod_polygon_compute(&grs80(), &polygon, 0, 1, &area_m2, nullptr);
    return area_m2 / 1e6;
}

/// Edges up to this are summed by the short formula; rings with a longer one go to PROJ.
constexpr double short_edge_deg = 0.1;
/// Share of a ring's area that rounding may make of nothing.
constexpr double rounding = 1e-12;

}  // namespace

double geodesic_area_km2(const Ring& ring) {
    if (ring.empty()) {
        return 0;
    }
    LonLat before = ring.back();
    double sine_before = std::sin(before.lat * radians);
    const double base_m2 = zone_m2(sine_before);
    double zone_before_m2 = 0;
    double sum_m2 = 0;
    for (const LonLat p : ring) {
        if (!(std::fabs(p.lon - before.lon) <= short_edge_deg &&
              std::fabs(p.lat - before.lat) <= short_edge_deg)) {
            return by_proj_km2(ring);
        }
        const double sine = std::sin(p.lat * radians);
        const double zone = zone_m2(sine) - base_m2;
        const double dlon = (p.lon - before.lon) * radians;
        const double dlat = (p.lat - before.lat) * radians;
        const double s = (sine + sine_before) / 2;
        const double w = 1 / (1 - e2 * s * s);
        const double meridian2 = a_m * a_m * (1 - e2) * (1 - e2) * w * w * w;
        const double parallel2 = a_m * a_m * (1 - s * s) * w;
        sum_m2 += dlon * ((zone + zone_before_m2) / 2 +
                          s * (3 * meridian2 * dlat * dlat + parallel2 * dlon * dlon) / 12);
        before = p;
        sine_before = sine;
        zone_before_m2 = zone;
    }
    return -sum_m2 / 1e6;
}

double geodesic_area_km2(const MultiPolygon& shape) {
    double area_km2 = 0;
    for (const Polygon& polygon : shape) {
        const double before_km2 = area_km2;
        const double shell_km2 = std::fabs(geodesic_area_km2(polygon.shell));
        double rest_km2 = shell_km2;
        area_km2 += shell_km2;
        for (const Ring& hole : polygon.holes) {
            const double hole_km2 = std::fabs(geodesic_area_km2(hole));
            area_km2 -= hole_km2;
            rest_km2 -= hole_km2;
        }
        // What the holes leave of the sums' rounding is nothing.
        if (!polygon.holes.empty() && rest_km2 <= rounding * shell_km2) {
            area_km2 = before_km2;
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
