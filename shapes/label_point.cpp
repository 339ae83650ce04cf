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

/// Edges of a polygon, thinned to every k-th vertex, in runs that are passed over together where
/// they are too far away to matter.
struct Edges {
    static constexpr std::size_t a_run = 12;
    std::vector<Edge> all;
    std::vector<MapBox> boxes;  ///< of each run of edges
};

Edges edges_of(const MapPolygon& polygon, std::size_t step) {
    Edges edges;
    const auto add = [&](const MapRing& ring) {
        for (std::size_t i = 0; i < ring.size(); i += step) {
            const std::size_t next = i + step < ring.size() ? i + step : 0;
            edges.all.push_back({ring[i], ring[next]});
        }
    };
    add(polygon.shell);
    for (const MapRing& hole : polygon.holes) {
        if (hole.size() > 2 * step) {
            add(hole);
        }
    }
    for (std::size_t i = 0; i < edges.all.size(); ++i) {
        if (i % Edges::a_run == 0) {
            edges.boxes.emplace_back();
        }
        edges.boxes.back().add(edges.all[i].a);
        edges.boxes.back().add(edges.all[i].b);
    }
    return edges;
}

/// @returns whether a line eastwards from the point crosses the edge
bool crosses(MapPoint p, const Edge& e) {
    return (e.a.y_m > p.y_m) != (e.b.y_m > p.y_m) &&
           p.x_m - e.a.x_m < (e.b.x_m - e.a.x_m) * (p.y_m - e.a.y_m) / (e.b.y_m - e.a.y_m);
}

double squared_distance_m2(MapPoint p, const Edge& e) {
    const double dx = e.b.x_m - e.a.x_m;
    const double dy = e.b.y_m - e.a.y_m;
    const double px = p.x_m - e.a.x_m;
    const double py = p.y_m - e.a.y_m;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp((px * dx + py * dy) / length2, 0.0, 1.0) : 0.0;
    const double ex = px - t * dx;
    const double ey = py - t * dy;
    return ex * ex + ey * ey;
}

double squared_distance_m2(MapPoint p, const MapBox& box) {
    const double dx = std::max({box.min_x_m - p.x_m, 0.0, p.x_m - box.max_x_m});
    const double dy = std::max({box.min_y_m - p.y_m, 0.0, p.y_m - box.max_y_m});
    return dx * dx + dy * dy;
}

/// Distance to the nearest edge, negative outside.
double signed_distance_m(MapPoint p, const Edges& edges) {
    bool inside = false;
    double nearest2 = std::numeric_limits<double>::infinity();
    for (std::size_t run = 0; run < edges.boxes.size(); ++run) {
        const MapBox& box = edges.boxes[run];
        const std::size_t first = run * Edges::a_run;
        const std::size_t end = std::min(first + Edges::a_run, edges.all.size());
        if (p.y_m >= box.min_y_m && p.y_m <= box.max_y_m && p.x_m <= box.max_x_m) {
            for (std::size_t i = first; i < end; ++i) {
                inside = inside != crosses(p, edges.all[i]);
            }
        }
        if (squared_distance_m2(p, box) < nearest2) {
            for (std::size_t i = first; i < end; ++i) {
                nearest2 = std::min(nearest2, squared_distance_m2(p, edges.all[i]));
            }
        }
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

InscribedCircle search(const Edges& edges, const MapBox& box, MapPoint centroid) {
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
    const Edges exact = edges_of(polygon, 1);
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
