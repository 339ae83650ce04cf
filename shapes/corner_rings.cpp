// SPDX-License-Identifier: MIT
#include "shapes/corner_rings.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "shapes/orientation.hpp"

namespace miraimap {

namespace {

bool finite(MapPoint p) { return std::isfinite(p.x_m) && std::isfinite(p.y_m); }

/// The lowest corner of a ring that can be taken as it stands; its size if it cannot.
std::size_t lowest_of_clean(const MapRing& ring) {
    std::size_t lowest = 0;
    MapPoint before = ring.back();
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const MapPoint p = ring[i];
        if (p == before || !finite(p)) {
            return ring.size();
        }
        if (below(p, ring[lowest])) {
            lowest = i;
        }
        before = p;
    }
    return lowest;
}

MapRing cleaned(const MapRing& ring) {
    MapRing clean;
    clean.reserve(ring.size());
    for (const MapPoint p : ring) {
        if (finite(p) && (clean.empty() || clean.back() != p)) {
            clean.push_back(p);
        }
    }
    while (clean.size() > 1 && clean.back() == clean.front()) {
        clean.pop_back();
    }
    return clean;
}

void copy_from(const MapRing& ring, std::size_t start, std::vector<MapPoint>& to) {
    const auto middle = ring.begin() + static_cast<std::ptrdiff_t>(start);
    to.insert(to.end(), middle, ring.end());
    to.insert(to.end(), ring.begin(), middle);
}

void copy_backwards_from(const MapRing& ring, std::size_t start, std::vector<MapPoint>& to) {
    const auto after = static_cast<std::ptrdiff_t>(ring.size() - 1 - start);
    to.insert(to.end(), ring.rbegin() + after, ring.rend());
    to.insert(to.end(), ring.rbegin(), ring.rbegin() + after);
}

bool lay_ring(const MapRing& ring, bool counter_clockwise, CornerRings& laid) {
    if (ring.size() < 3) {
        return true;
    }
    const std::size_t lowest = lowest_of_clean(ring);
    if (lowest == ring.size()) {
        return lay_ring(cleaned(ring), counter_clockwise, laid);
    }
    const MapPoint before = ring[lowest == 0 ? ring.size() - 1 : lowest - 1];
    const MapPoint after = ring[lowest + 1 == ring.size() ? 0 : lowest + 1];
    const double turn = orientation(before, ring[lowest], after);
    const auto first = static_cast<std::uint32_t>(laid.corners.size());
    if ((turn > 0) == counter_clockwise) {
        copy_from(ring, lowest, laid.corners);
    } else {
        copy_backwards_from(ring, lowest, laid.corners);
    }
    laid.rings.push_back({first, static_cast<std::uint32_t>(laid.corners.size() - 1)});
    return turn != 0;
}

}  // namespace

bool lay_rings(const MapPolygon& polygon, CornerRings& laid) {
    laid.corners.clear();
    laid.rings.clear();
    bool known = lay_ring(polygon.shell, true, laid);
    if (laid.rings.empty()) {
        return true;
    }
    for (const MapRing& hole : polygon.holes) {
        known = lay_ring(hole, false, laid) && known;
    }
    return known;
}

}  // namespace miraimap
