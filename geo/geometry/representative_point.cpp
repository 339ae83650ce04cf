// SPDX-License-Identifier: MIT
#include "geo/geometry/representative_point.hpp"

#include <array>
#include <cmath>

namespace miraimap {
namespace {

double planar_area(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = ring[i];
        const LonLat b = ring[(i + 1) % ring.size()];
        twice += (a.lon - ring[0].lon) * (b.lat - ring[0].lat) -
                 (b.lon - ring[0].lon) * (a.lat - ring[0].lat);
    }
    return std::abs(twice) / 2;
}

void crossings(const Ring& ring, double lat, std::vector<double>& lons) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = ring[i];
        const LonLat b = ring[(i + 1) % ring.size()];
        if ((a.lat > lat) != (b.lat > lat)) {
            lons.push_back(a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon));
        }
    }
}

}  // namespace

std::optional<LonLat> representative_point(const MultiPolygon& shape) {
    const Polygon* largest = nullptr;
    double largest_area = 0;
    for (const Polygon& polygon : shape) {
        const double area = planar_area(polygon.shell);
        if (area > largest_area) {
            largest_area = area;
            largest = &polygon;
        }
    }
    if (largest == nullptr) {
        return std::nullopt;
    }
    LonLatBox box;
    for (const LonLat p : largest->shell) {
        box.add(p);
    }
    // Odd shares, so that a parallel hardly ever runs through a vertex of a gridded data set.
    constexpr std::array<double, 5> shares{0.5031, 0.3517, 0.6479, 0.2043, 0.7969};
    LonLat best;
    double best_width = 0;
    std::vector<double> lons;
    for (const double share : shares) {
        const double lat = box.south + share * (box.north - box.south);
        lons.clear();
        crossings(largest->shell, lat, lons);
        for (const Ring& hole : largest->holes) {
            crossings(hole, lat, lons);
        }
        std::sort(lons.begin(), lons.end());
        for (std::size_t i = 0; i + 1 < lons.size(); i += 2) {
            if (lons[i + 1] - lons[i] > best_width) {
                best_width = lons[i + 1] - lons[i];
                best = {(lons[i] + lons[i + 1]) / 2, lat};
            }
        }
    }
    return best_width > 0 ? std::optional(best) : std::nullopt;
}

}  // namespace miraimap
