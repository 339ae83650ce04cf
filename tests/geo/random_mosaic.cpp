// SPDX-License-Identifier: MIT
#include "tests/geo/random_mosaic.hpp"

#include <geodesic.h>
#include <geos_c.h>

#include <cmath>
#include <numbers>
#include <random>
#include <string>

#include "geo/geometry/geodesic_area.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/geometry/shared_borders.hpp"

namespace miraimap::test {
namespace {

/// Azimuthal equidistant projection on GRS80 by the geodesic from its centre.
class Plane {
public:
    explicit Plane(LonLat centre) : centre_(centre) {
        geod_init(&ellipsoid_, 6378137.0, 1 / 298.257222101);
    }
    [[nodiscard]] LonLat to_metres(LonLat p) const {
        double distance = 0;
        double azimuth = 0;
        geod_inverse(&ellipsoid_, centre_.lat, centre_.lon, p.lat, p.lon, &distance, &azimuth,
                     nullptr);
        const double a = azimuth * std::numbers::pi / 180;
        return {distance * std::sin(a), distance * std::cos(a)};
    }
    [[nodiscard]] LonLat to_degrees(LonLat metres) const {
        LonLat p;
        geod_direct(&ellipsoid_, centre_.lat, centre_.lon,
                    std::atan2(metres.lon, metres.lat) * 180 / std::numbers::pi,
                    std::hypot(metres.lon, metres.lat), &p.lat, &p.lon, nullptr);
        return p;
    }
    /// Edges cut finely, so that they stay straight in longitude and latitude.
    [[nodiscard]] Ring project(const Ring& ring) const {
        Ring out;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const LonLat a = ring[i];
            const LonLat b = ring[(i + 1) % ring.size()];
            const double pieces = std::ceil(std::hypot(b.lon - a.lon, b.lat - a.lat) / 0.002) + 1;
            for (double k = 0; k < pieces; ++k) {
                out.push_back(to_metres(
                    {a.lon + (b.lon - a.lon) * k / pieces, a.lat + (b.lat - a.lat) * k / pieces}));
            }
        }
        return out;
    }
    [[nodiscard]] MultiPolygon project(const MultiPolygon& shape) const {
        MultiPolygon out;
        for (const Polygon& polygon : shape) {
            out.push_back({project(polygon.shell), {}});
            for (const Ring& hole : polygon.holes) {
                out.back().holes.push_back(project(hole));
            }
        }
        return out;
    }

private:
    LonLat centre_;
    geod_geodesic ellipsoid_{};
};

}  // namespace

std::vector<MultiPolygon> random_mosaic(std::uint32_t seed, int size, int places) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> jitter(-0.012, 0.012);
    const auto at = [&](int x, int y) { return static_cast<std::size_t>(y * (size + 1) + x); };
    std::vector<LonLat> corners;
    for (int y = 0; y <= size; ++y) {
        for (int x = 0; x <= size; ++x) {
            corners.push_back({139 + 0.03 * x + jitter(random), 36 + 0.03 * y + jitter(random)});
        }
    }
    std::vector<MultiPolygon> cells;
    std::vector<int> place_of;
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            cells.push_back({{{corners[at(x, y)], corners[at(x + 1, y)], corners[at(x + 1, y + 1)],
                               corners[at(x, y + 1)]},
                              {}}});
            const auto cell = static_cast<int>(cells.size()) - 1;
            const bool water = random() % 3 == 0;
            const int place = static_cast<int>(random() % static_cast<unsigned>(places));
            // Each place has at least one cell, and many cells go to their left neighbour's place.
            const bool same = x > 0 && random() % 2 == 0;
            const int chosen = same ? place_of.back() : place;
            place_of.push_back(cell < places ? cell : water ? -1 : chosen);
        }
    }
    return dissolve(cells, place_of, places);
}

std::vector<MultiPolygon> random_archipelago(std::uint32_t seed, int size, int places) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> share(0, 1);
    std::vector<MultiPolygon> shapes(static_cast<std::size_t>(places));
    for (int y = 0; y < size; ++y) {
        for (int x = 0; x < size; ++x) {
            const bool water = random() % 2 == 0;
            const auto place = random() % static_cast<unsigned>(places);
            const double west = 139 + 0.05 * x + 0.02 * share(random);
            const double south = 36 + 0.05 * y + 0.02 * share(random);
            const double wide = 0.005 + 0.02 * share(random);
            const double high = 0.005 + 0.02 * share(random);
            if (!water) {
                shapes[place].push_back({{{west, south},
                                          {west + wide, south},
                                          {west + wide, south + high},
                                          {west, south + high}},
                                         {}});
            }
        }
    }
    std::erase_if(shapes, [](const MultiPolygon& shape) { return shape.empty(); });
    return shapes;
}

Catalogue catalogue_of(const std::vector<MultiPolygon>& shapes) {
    Catalogue catalogue;
    catalogue.edition = "test";
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        Municipality m;
        m.prefecture = 1 + static_cast<int>(i) / 4;
        m.code = std::to_string(10000 + i);
        m.name_ja = "町" + std::to_string(i);
        m.kind = i % 2 == 0 ? BodyKind::town : BodyKind::city;
        m.area_km2 = geodesic_area_km2(shapes[i]);
        catalogue.municipalities.push_back(m);
    }
    return catalogue;
}

double geos_distance_m(const MultiPolygon& a, const MultiPolygon& b) {
    const GeosContext geos;
    if (GEOSIntersects_r(geos.get(), geos.multi_polygon(a).get(), geos.multi_polygon(b).get()) ==
        1) {
        return 0;
    }
    LonLat centre = a.front().shell.front();
    double metres = 0;
    for (int round = 0; round < 4; ++round) {
        const Plane plane(centre);
        const auto ga = geos.multi_polygon(plane.project(a));
        const auto gb = geos.multi_polygon(plane.project(b));
        GEOSCoordSequence* ends = GEOSNearestPoints_r(geos.get(), ga.get(), gb.get());
        LonLat from;
        LonLat to;
        GEOSCoordSeq_getXY_r(geos.get(), ends, 0, &from.lon, &from.lat);
        GEOSCoordSeq_getXY_r(geos.get(), ends, 1, &to.lon, &to.lat);
        GEOSCoordSeq_destroy_r(geos.get(), ends);
        from = plane.to_degrees(from);
        to = plane.to_degrees(to);
        metres = geodesic_distance_km(from, to) * 1000;
        centre = {(from.lon + to.lon) / 2, (from.lat + to.lat) / 2};
    }
    return metres;
}

double geos_shared_border_m(const MultiPolygon& a, const MultiPolygon& b) {
    constexpr double grid_m = 0.001;  // the two sides of a border are projected piece by piece
    const GeosContext geos;
    const Plane plane(a.front().shell.front());
    const auto line_of = [&](const MultiPolygon& shape) {
        const auto area = geos.multi_polygon(plane.project(shape));
        return geos.own(GEOSBoundary_r(geos.get(), area.get()));
    };
    const auto shared =
        geos.own(GEOSIntersectionPrec_r(geos.get(), line_of(a).get(), line_of(b).get(), grid_m));
    double metres = 0;
    GEOSLength_r(geos.get(), shared.get(), &metres);
    return metres;
}

double geos_overlap_m2(const MultiPolygon& a, const MultiPolygon& b) {
    const GeosContext geos;
    const Plane plane(a.front().shell.front());
    const auto both =
        geos.own(GEOSIntersectionPrec_r(geos.get(), geos.multi_polygon(plane.project(a)).get(),
                                        geos.multi_polygon(plane.project(b)).get(), 0.001));
    double square_metres = 0;
    GEOSArea_r(geos.get(), both.get(), &square_metres);
    return square_metres;
}

}  // namespace miraimap::test
