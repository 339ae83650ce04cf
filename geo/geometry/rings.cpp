// SPDX-License-Identifier: MIT
#include "geo/geometry/rings.hpp"

#include <cmath>
#include <numeric>
#include <utility>

namespace miraimap {
namespace {

struct Shell {
    LonLatBox box;
    double area_deg2 = 0;
};

bool box_inside(const LonLatBox& inner, const LonLatBox& outer) {
    return inner.west >= outer.west && inner.east <= outer.east && inner.south >= outer.south &&
           inner.north <= outer.north;
}

bool is_vertex_of(const Ring& ring, LonLat point) {
    return std::find(ring.begin(), ring.end(), point) != ring.end();
}

/// A hole touches its shell in single vertices only, so any other vertex of it decides; if each is
/// a vertex of the shell too, the middle of its first edge does.
bool hole_inside(const Ring& shell, const Ring& hole) {
    for (const LonLat p : hole) {
        if (!is_vertex_of(shell, p)) {
            return encloses(shell, p);
        }
    }
    return encloses(
        shell, {std::midpoint(hole[0].lon, hole[1].lon), std::midpoint(hole[0].lat, hole[1].lat)});
}

/// The smallest shell that holds a hole; their number if none does.
std::size_t shell_around(const Ring& hole, const MultiPolygon& shape,
                         const std::vector<Shell>& shells) {
    const LonLatBox box = box_of(hole);
    const double area = -signed_area_deg2(hole);
    std::size_t best = shells.size();
    for (std::size_t i = 0; i < shells.size(); ++i) {
        const bool smaller = best == shells.size() || shells[i].area_deg2 < shells[best].area_deg2;
        if (smaller && shells[i].area_deg2 > area && box_inside(box, shells[i].box) &&
            hole_inside(shape[i].shell, hole)) {
            best = i;
        }
    }
    return best;
}

}  // namespace

double signed_area_deg2(const Ring& ring) {
    double twice = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        twice += (ring[i].lon - ring[0].lon) * (ring[i + 1].lat - ring[0].lat) -
                 (ring[i + 1].lon - ring[0].lon) * (ring[i].lat - ring[0].lat);
    }
    return twice / 2;
}

bool encloses(const Ring& ring, LonLat point) {
    bool inside = false;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        const LonLat a = ring[before];
        const LonLat b = ring[i];
        if ((a.lat > point.lat) == (b.lat > point.lat)) {
            continue;
        }
        const double side =
            (b.lon - a.lon) * (point.lat - a.lat) - (point.lon - a.lon) * (b.lat - a.lat);
        if ((side > 0) == (b.lat > a.lat)) {
            inside = !inside;
        }
    }
    return inside;
}

bool encloses(const Polygon& polygon, LonLat point) {
    bool inside = encloses(polygon.shell, point);
    for (const Ring& hole : polygon.holes) {
        inside = inside != encloses(hole, point);
    }
    return inside;
}

LonLatBox box_of(const Ring& ring) {
    LonLatBox box;
    for (const LonLat p : ring) {
        box.add(p);
    }
    return box;
}

LonLatBox box_of(const MultiPolygon& shape) {
    LonLatBox box;
    for (const Polygon& polygon : shape) {
        for (const LonLat p : polygon.shell) {
            box.add(p);
        }
    }
    return box;
}

void start_at_least_vertex(Ring& ring) {
    std::rotate(ring.begin(), std::min_element(ring.begin(), ring.end()), ring.end());
}

bool lies_outside(const Ring& ring, const Ring& other) {
    for (const LonLat p : other) {
        if (!is_vertex_of(ring, p)) {
            return !encloses(ring, p);
        }
    }
    return false;
}

bool on_one_line(const Ring& ring) {
    if (ring.size() < 3) {
        return true;
    }
    // The farthest point from the first gives the line: a near one could be off it by rounding.
    const auto along = [&](LonLat p) {
        return std::hypot(p.lon - ring[0].lon, p.lat - ring[0].lat);
    };
    const LonLat far = *std::max_element(ring.begin(), ring.end(),
                                         [&](LonLat a, LonLat b) { return along(a) < along(b); });
    return std::all_of(ring.begin(), ring.end(), [&](LonLat p) {
        return (far.lon - ring[0].lon) * (p.lat - ring[0].lat) ==
               (p.lon - ring[0].lon) * (far.lat - ring[0].lat);
    });
}

MultiPolygon assemble(std::vector<Ring> rings) {
    std::erase_if(rings, on_one_line);
    for (Ring& ring : rings) {
        start_at_least_vertex(ring);
    }
    std::sort(rings.begin(), rings.end());
    rings.erase(std::unique(rings.begin(), rings.end()), rings.end());

    MultiPolygon shape;
    std::vector<Shell> shells;
    std::vector<Ring> holes;
    for (Ring& ring : rings) {
        const double area = signed_area_deg2(ring);
        if (area > 0) {
            shells.push_back({box_of(ring), area});
            shape.push_back({std::move(ring), {}});
        } else {
            holes.push_back(std::move(ring));
        }
    }
    std::vector<Ring> alone;
    for (Ring& hole : holes) {
        const std::size_t around = shell_around(hole, shape, shells);
        (around < shells.size() ? shape[around].holes : alone).push_back(std::move(hole));
    }
    for (Ring& ring : alone) {
        std::reverse(ring.begin(), ring.end());
        start_at_least_vertex(ring);
        shape.push_back({std::move(ring), {}});
    }
    std::sort(shape.begin(), shape.end(),
              [](const Polygon& a, const Polygon& b) { return a.shell < b.shell; });
    return shape;
}

}  // namespace miraimap
