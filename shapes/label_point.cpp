// SPDX-License-Identifier: MIT
#include "shapes/label_point.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <queue>

namespace miraimap {

namespace {

constexpr double precision = 0.04;  ///< of the shorter side of the polygon's box
constexpr std::size_t coarse_vertices = 160;
constexpr int most_probes = 400;

struct Edge {
    MapPoint a;
    MapPoint b;
};

/// Edges of a polygon, thinned to every k-th vertex.
std::vector<Edge> edges_of(const MapPolygon& polygon, std::size_t step) {
    std::vector<Edge> edges;
    const auto add = [&](const MapRing& ring) {
        for (std::size_t i = 0; i < ring.size(); i += step) {
            const std::size_t next = i + step < ring.size() ? i + step : 0;
            edges.push_back({ring[i], ring[next]});
        }
    };
    add(polygon.shell);
    for (const MapRing& hole : polygon.holes) {
        if (hole.size() > 2 * step) {
            add(hole);
        }
    }
    return edges;
}

/// Distance to the nearest edge, negative outside.
double signed_distance_m(MapPoint p, const std::vector<Edge>& edges) {
    bool inside = false;
    double nearest2 = std::numeric_limits<double>::infinity();
    for (const Edge& e : edges) {
        const double dx = e.b.x_m - e.a.x_m;
        const double dy = e.b.y_m - e.a.y_m;
        const double px = p.x_m - e.a.x_m;
        const double py = p.y_m - e.a.y_m;
        if ((e.a.y_m > p.y_m) != (e.b.y_m > p.y_m) && px < dx * py / dy) {
            inside = !inside;
        }
        const double length2 = dx * dx + dy * dy;
        const double t = length2 > 0 ? std::clamp((px * dx + py * dy) / length2, 0.0, 1.0) : 0.0;
        const double ex = px - t * dx;
        const double ey = py - t * dy;
        nearest2 = std::min(nearest2, ex * ex + ey * ey);
    }
    return inside ? std::sqrt(nearest2) : -std::sqrt(nearest2);
}

struct Square {
    MapPoint centre;
    double half_m;
    double distance_m;
    double reach_m;  ///< no point of the square is further inside than this
    bool operator<(const Square& other) const { return reach_m < other.reach_m; }
};

InscribedCircle search(const std::vector<Edge>& edges, const MapBox& box, MapPoint centroid) {
    InscribedCircle best{{centroid}, signed_distance_m(centroid, edges)};
    const double side = std::min(box.width_m(), box.height_m());
    const double tolerance = side * precision;
    std::priority_queue<Square> squares;
    int probes = 0;
    const auto probe = [&](MapPoint centre, double half) {
        ++probes;
        const double distance = signed_distance_m(centre, edges);
        if (distance > best.radius_m) {
            best = {centre, distance};
        }
        squares.push({centre, half, distance, distance + half * std::sqrt(2.0)});
    };
    const double half = std::max(side, std::max(box.width_m(), box.height_m()) / 16) / 2;
    for (double x = box.min_x_m + half; x - half < box.max_x_m; x += 2 * half) {
        for (double y = box.min_y_m + half; y - half < box.max_y_m; y += 2 * half) {
            probe({x, y}, half);
        }
    }
    while (!squares.empty() && (probes < most_probes || best.radius_m <= 0)) {
        const Square top = squares.top();
        squares.pop();
        if (top.reach_m - best.radius_m <= tolerance && best.radius_m > 0) {
            break;
        }
        if (top.half_m < side * 1e-5) {  // a sliver without inside
            break;
        }
        const double h = top.half_m / 2;
        probe({top.centre.x_m - h, top.centre.y_m - h}, h);
        probe({top.centre.x_m + h, top.centre.y_m - h}, h);
        probe({top.centre.x_m - h, top.centre.y_m + h}, h);
        probe({top.centre.x_m + h, top.centre.y_m + h}, h);
    }
    return best;
}

MapPoint centroid_of(const MapRing& ring) {
    const MapPoint o = ring.front();
    double x = 0;
    double y = 0;
    double twice = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const MapPoint& a = ring[i];
        const MapPoint& b = ring[i + 1 == ring.size() ? 0 : i + 1];
        const double w = (a.x_m - o.x_m) * (b.y_m - o.y_m) - (b.x_m - o.x_m) * (a.y_m - o.y_m);
        x += (a.x_m + b.x_m - 2 * o.x_m) * w;
        y += (a.y_m + b.y_m - 2 * o.y_m) * w;
        twice += w;
    }
    if (twice == 0) {
        return o;
    }
    return {o.x_m + x / (3 * twice), o.y_m + y / (3 * twice)};
}

}  // namespace

double signed_area_m2(const MapRing& ring) {
    if (ring.size() < 3) {
        return 0;
    }
    const MapPoint o = ring.front();
    double twice = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        twice += (ring[i].x_m - o.x_m) * (ring[i + 1].y_m - o.y_m) -
                 (ring[i + 1].x_m - o.x_m) * (ring[i].y_m - o.y_m);
    }
    return twice / 2;
}

double planar_area_m2(const MapPolygon& polygon) {
    double area = std::abs(signed_area_m2(polygon.shell));
    for (const MapRing& hole : polygon.holes) {
        area -= std::abs(signed_area_m2(hole));
    }
    return area;
}

InscribedCircle largest_inscribed_circle(const MapPolygon& polygon) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    if (polygon.shell.size() < 3 || signed_area_m2(polygon.shell) == 0) {
        return {{nan, nan}, 0};
    }
    MapBox box;
    for (const MapPoint p : polygon.shell) {
        box.add(p);
    }
    const MapPoint centroid = centroid_of(polygon.shell);
    std::size_t vertices = polygon.shell.size();
    for (const MapRing& hole : polygon.holes) {
        vertices += hole.size();
    }
    const std::vector<Edge> exact = edges_of(polygon, 1);
    const std::size_t step = vertices / coarse_vertices + 1;
    if (step > 1 && polygon.shell.size() >= 8 * step) {
        // The thinned polygon finds the place; the full one says how much room there is.
        const InscribedCircle coarse = search(edges_of(polygon, step), box, centroid);
        const double room = signed_distance_m(coarse.centre, exact);
        if (room > coarse.radius_m / 2) {
            return {coarse.centre, room};
        }
    }
    InscribedCircle best = search(exact, box, centroid);
    if (best.radius_m <= 0) {
        best.radius_m = 0;
    }
    return best;
}

}  // namespace miraimap
