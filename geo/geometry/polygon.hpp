// SPDX-License-Identifier: MIT
// Points, boxes and polygons on the ellipsoid, as plain values.
//
// Promises: longitude is always x (degrees east), latitude y (degrees north), JGD2011 unless a
// reader says otherwise. Rings are stored open: the last point is not the first again.
// Shells run counter-clockwise and holes clockwise (as in RFC 7946) when they come from our
// readers. Does not: know pixels, projections or codes.
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

namespace miraimap {

/// A position in degrees. Never mixed with projected metres or pixels (they are other types).
struct LonLat {
    double lon = 0;
    double lat = 0;
    friend bool operator==(const LonLat&, const LonLat&) = default;
    friend auto operator<=>(const LonLat&, const LonLat&) = default;
};

using Ring = std::vector<LonLat>;

struct Polygon {
    Ring shell;
    std::vector<Ring> holes;
    friend bool operator==(const Polygon&, const Polygon&) = default;
};

using MultiPolygon = std::vector<Polygon>;

/// Axis-parallel box in degrees; empty until the first `add`.
struct LonLatBox {
    double west = std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();

    [[nodiscard]] bool empty() const { return west > east; }
    void add(LonLat p) {
        west = std::min(west, p.lon);
        east = std::max(east, p.lon);
        south = std::min(south, p.lat);
        north = std::max(north, p.lat);
    }
    [[nodiscard]] bool contains(LonLat p) const {
        return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north;
    }
};

}  // namespace miraimap
