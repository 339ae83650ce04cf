// SPDX-License-Identifier: MIT
#include "geo/crs/projection.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <thread>

#include "geo/error.hpp"
#include "geo/geometry/geodesic_area.hpp"

namespace miraimap {
namespace {

std::vector<LonLat> lattice() {
    std::vector<LonLat> points;
    for (double lon = 122.5; lon < 154; lon += 0.7) {
        for (double lat = 20.5; lat < 46; lat += 0.7) {
            points.push_back({lon, lat});
        }
    }
    return points;
}

double worst_round_trip_deg(const Projection& projection) {
    double worst = 0;
    for (const LonLat p : lattice()) {
        const LonLat back = projection.inverse(projection.forward(p));
        worst = std::max({worst, std::abs(back.lon - p.lon), std::abs(back.lat - p.lat)});
    }
    return worst;
}

TEST(Projection, EqualAreaComesBackToWithinABillionthOfADegree) {
    EXPECT_LT(worst_round_trip_deg(Projection::equal_area_japan()), 1e-9);
}

TEST(Projection, PublishedSystemsComeBackToWithinABillionthOfADegree) {
    for (const int code : {3857, 3100, 6677, 6691}) {
        EXPECT_LT(worst_round_trip_deg(Projection::from_epsg(code)), 1e-9) << code;
    }
}

TEST(Projection, EqualAreaKeepsGeodesicAreas) {
    const Projection projection = Projection::equal_area_japan();
    for (double lon = 123; lon < 153; lon += 3) {
        for (double lat = 24; lat < 45; lat += 3) {
            Ring ring;
            for (int i = 0; i < 40; ++i) {
                const double t = i / 40.0 * 2 * 3.14159265358979;
                ring.push_back({lon + 0.5 * std::cos(t), lat + 0.5 * std::sin(t)});
            }
            std::vector<MapPoint> points;
            projection.forward(ring, points);
            double twice = 0;
            for (std::size_t i = 0; i < points.size(); ++i) {
                const MapPoint a = points[i];
                const MapPoint b = points[(i + 1) % points.size()];
                twice += (a.x_m - points[0].x_m) * (b.y_m - points[0].y_m) -
                         (b.x_m - points[0].x_m) * (a.y_m - points[0].y_m);
            }
            const double geodesic = geodesic_area_km2({Polygon{ring, {}}});
            EXPECT_NEAR(twice / 2 / 1e6 / geodesic, 1.0, 1e-3) << lon << " " << lat;
        }
    }
}

TEST(Projection, EastIsXAndNorthIsYWhateverTheSystemDeclares) {
    // Zone IX of the Japanese plane system (EPSG:6677) declares northing first.
    for (const bool plane : {false, true}) {
        const Projection p = plane ? Projection::from_epsg(6677) : Projection::equal_area_japan();
        const MapPoint tokyo = p.forward({139.8, 35.7});
        EXPECT_GT(p.forward({140.8, 35.7}).x_m, tokyo.x_m + 5e4);
        EXPECT_GT(p.forward({139.8, 36.7}).y_m, tokyo.y_m + 5e4);
    }
}

TEST(Projection, ManyPointsAtOnceGiveTheSameAsOneByOne) {
    const Projection projection = Projection::equal_area_japan();
    const std::vector<LonLat> in = lattice();
    std::vector<MapPoint> out;
    projection.forward(in, out);
    ASSERT_EQ(out.size(), in.size());
    for (std::size_t i = 0; i < in.size(); ++i) {
        EXPECT_EQ(out[i], projection.forward(in[i]));
    }
    projection.forward({}, out);
    EXPECT_TRUE(out.empty());
}

TEST(Projection, WhatCannotBeProjectedIsNaN) {
    const Projection projection = Projection::equal_area_japan();
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    std::vector<MapPoint> out;
    projection.forward({{nan, 35}, {139, infinity}, {139, 1e10}, {139, 35}}, out);
    EXPECT_TRUE(std::isnan(out[0].x_m));
    EXPECT_TRUE(std::isnan(out[1].x_m));
    EXPECT_TRUE(std::isnan(out[2].x_m));
    EXPECT_TRUE(std::isfinite(out[3].x_m));
    EXPECT_TRUE(std::isnan(projection.inverse({nan, 0}).lon));
}

std::string refusal_of(int code) {
    try {
        Projection::from_epsg(code);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::usage);
        EXPECT_FALSE(error.message(Lang::ja).empty());
        return error.message(Lang::en);
    }
    return "accepted";
}

TEST(Projection, SystemsThatCannotServeAreRefusedByName) {
    EXPECT_NE(refusal_of(999999).find("EPSG:999999: no CRS has this EPSG code"), std::string::npos);
    EXPECT_NE(refusal_of(-1).find("no CRS"), std::string::npos);
    EXPECT_NE(refusal_of(4326).find("WGS 84\" is not a projected CRS"), std::string::npos);
    EXPECT_NE(refusal_of(2225).find("is not in metres"), std::string::npos);     // California, feet
    EXPECT_NE(refusal_of(27700).find("not made for Japan"), std::string::npos);  // Great Britain
}

TEST(Projection, SaysHowLongAMetreOfTheMapIsOnTheGround) {
    const auto at = [](const Projection& projection, LonLat p) {
        return projection.ground_scale(projection.forward(p));
    };
    // Zone 9 has the factor 0.9999 on its meridian, and more away from it.
    const Projection zone = Projection::from_epsg(6677);
    EXPECT_NEAR(at(zone, {139.83333333, 36}), 1 / 0.9999, 1e-6);
    EXPECT_LT(at(zone, {143, 36}), 1);
    // On the ellipsoid, Mercator stretches by 1 / (cos(lat)) within half a percent.
    const Projection mercator = Projection::from_epsg(3857);
    EXPECT_NEAR(at(mercator, {139, 35}), std::cos(35 * 3.14159265358979 / 180), 0.004);
    const Projection albers = Projection::equal_area_japan();
    for (const LonLat p : {LonLat{127.7, 26.2}, {135, 35}, {141, 43}, {145, 45}}) {
        EXPECT_NEAR(at(albers, p), 1, 0.02);
    }
}

TEST(Projection, OneProjectionServesSeveralThreads) {
    const Projection projection = Projection::equal_area_japan();
    const std::vector<LonLat> in = lattice();
    std::vector<MapPoint> first;
    projection.forward(in, first);
    std::vector<std::vector<MapPoint>> others(4);
    std::vector<std::thread> threads;
    for (auto& other : others) {
        threads.emplace_back([&] { projection.forward(in, other); });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const auto& other : others) {
        EXPECT_EQ(other, first);
    }
}

}  // namespace
}  // namespace miraimap
