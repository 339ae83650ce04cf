// SPDX-License-Identifier: MIT
#include "geo/geometry/geodesic_area.hpp"

#include <geodesic.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace miraimap {
namespace {

constexpr double radius_m = 6378137.0;
constexpr double flattening = 1 / 298.257222101;

/// q of J. P. Snyder, "Map Projections: A Working Manual" (1987), eq. 3-12: the ellipsoid's zone
/// from the equator to a latitude has the area pi a² q.
double authalic_q(double lat_deg) {
    const double e = std::sqrt(flattening * (2 - flattening));
    const double s = std::sin(lat_deg * std::numbers::pi / 180);
    return (1 - e * e) * (s / (1 - e * e * s * s) - std::log((1 - e * s) / (1 + e * s)) / (2 * e));
}

TEST(GeodesicArea, ACellBetweenParallelsHasTheAreaOfTheClosedFormula) {
    Ring ring;  // finely cut, so that the geodesics follow the parallels
    for (int i = 0; i <= 1000; ++i) {
        ring.push_back({139 + i / 1000.0, 35});
    }
    for (int i = 0; i <= 1000; ++i) {
        ring.push_back({140 - i / 1000.0, 36});
    }
    const double expected_km2 = radius_m * radius_m / 2 * (std::numbers::pi / 180) *
                                (authalic_q(36) - authalic_q(35)) / 1e6;
    EXPECT_NEAR(geodesic_area_km2(MultiPolygon{{ring, {}}}), expected_km2, expected_km2 * 1e-7);
}

TEST(GeodesicArea, AnOctantIsAnEighthOfTheEllipsoid) {
    const double surface_km2 = 2 * std::numbers::pi * radius_m * radius_m * authalic_q(90) / 1e6;
    const Ring octant{{0, 0}, {90, 0}, {0, 90}};
    EXPECT_NEAR(geodesic_area_km2(octant), surface_km2 / 8, 1e-3);
}

TEST(GeodesicArea, HolesAreSubtractedWhateverTheirDirection) {
    const Ring shell{{139, 35}, {140, 35}, {140, 36}, {139, 36}};
    Ring hole{{139.2, 35.2}, {139.4, 35.2}, {139.4, 35.4}, {139.2, 35.4}};
    const double rest_km2 = geodesic_area_km2(shell) - geodesic_area_km2(hole);
    EXPECT_NEAR(geodesic_area_km2(MultiPolygon{{shell, {hole}}}), rest_km2, 1e-9);
    std::reverse(hole.begin(), hole.end());
    EXPECT_NEAR(geodesic_area_km2(MultiPolygon{{shell, {hole}}}), rest_km2, 1e-9);
    EXPECT_LT(geodesic_area_km2(hole), 0);
}

TEST(GeodesicArea, ShortEdgesGiveWhatProjGives) {
    geod_geodesic ellipsoid;
    geod_init(&ellipsoid, radius_m, flattening);
    for (const double lat : {-45.0, 0.0, 20.0, 36.0, 45.5, 80.0}) {
        for (const double step : {0.099, 0.01, 0.001}) {
            // A lopsided star, so that edges run in all directions.
            Ring ring;
            geod_polygon polygon;
            geod_polygon_init(&polygon, 0);
            for (int i = 0; i < 24; ++i) {
                const double angle = i * std::numbers::pi / 12;
                const double r = step * (i % 2 == 0 ? 1.0 : 0.4 + 0.02 * i);
                ring.push_back({139 + r * std::cos(angle), lat + r * std::sin(angle)});
                geod_polygon_addpoint(&ellipsoid, &polygon, ring.back().lat, ring.back().lon);
            }
            double area_m2 = 0;
            geod_polygon_compute(&ellipsoid, &polygon, 0, 1, &area_m2, nullptr);
            EXPECT_NEAR(geodesic_area_km2(ring) * 1e6, area_m2, 1e-3 + 1e-10 * area_m2)
                << lat << " " << step;
        }
    }
}

TEST(GeodesicDistance, QuarterMeridianAndEquatorAreThoseOfGrs80) {
    // H. Moritz, "Geodetic Reference System 1980": meridian quadrant 10 001 965.7293 m.
    EXPECT_NEAR(geodesic_distance_km({139, 0}, {139, 90}), 10001.9657293, 1e-7);
    EXPECT_NEAR(geodesic_distance_km({139, 0}, {140, 0}), radius_m * std::numbers::pi / 180 / 1000,
                1e-9);
}

TEST(GeodesicArea, AHoleAsLargeAsItsShellLeavesExactlyNothing) {
    const Ring shell{{135.70930, 34.59070}, {135.75690, 34.59110}, {135.75310, 34.64670}};
    for (std::size_t start = 0; start < shell.size(); ++start) {
        Ring hole(shell.rbegin(), shell.rend());
        std::rotate(hole.begin(), hole.begin() + static_cast<std::ptrdiff_t>(start), hole.end());
        EXPECT_EQ(geodesic_area_km2(MultiPolygon{{shell, {hole}}}), 0);
        EXPECT_EQ(geodesic_area_km2(MultiPolygon{{shell, {}}, {shell, {hole}}}),
                  geodesic_area_km2(MultiPolygon{{shell, {}}}));
    }
}

}  // namespace
}  // namespace miraimap
