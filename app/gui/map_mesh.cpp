// SPDX-License-Identifier: MIT
#include "app/gui/map_mesh.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <unordered_set>
#include <utility>

#include "shapes/tessellate.hpp"

namespace miraimap::gui {
namespace {

constexpr std::uint32_t segments_a_run = 1024;

double distance_to_segment_m(MapPoint p, MapPoint a, MapPoint b) {
    const double dx = b.x_m - a.x_m;
    const double dy = b.y_m - a.y_m;
    const double length2 = dx * dx + dy * dy;
    const double t =
        length2 > 0 ? std::clamp(((p.x_m - a.x_m) * dx + (p.y_m - a.y_m) * dy) / length2, 0.0, 1.0)
                    : 0.0;
    return std::hypot(p.x_m - a.x_m - t * dx, p.y_m - a.y_m - t * dy);
}

LineKind kind_of(const BorderLine& line) {
    if (line.coast()) {
        return LineKind::coast;
    }
    return line.between_prefectures ? LineKind::prefecture : LineKind::municipality;
}

MapBox box_of(const std::vector<MapPoint>& points) {
    MapBox box;
    for (const MapPoint& p : points) {
        box.add(p);
    }
    return box;
}

/// Interleaves the bits of a position in the extent, so that neighbours in the order are neighbours
/// on the map.
std::uint32_t morton_of(MapPoint p, const MapBox& extent) {
    const auto cell = [](double value, double low, double size) {
        return static_cast<std::uint32_t>(
            std::clamp(size > 0 ? (value - low) / size * 255.0 : 0.0, 0.0, 255.0));
    };
    const std::uint32_t x = cell(p.x_m, extent.min_x_m, extent.width_m());
    const std::uint32_t y = cell(p.y_m, extent.min_y_m, extent.height_m());
    std::uint32_t code = 0;
    for (unsigned bit = 0; bit < 8; ++bit) {
        code |= ((x >> bit) & 1U) << (2 * bit);
        code |= ((y >> bit) & 1U) << (2 * bit + 1);
    }
    return code;
}

struct PointHash {
    std::size_t operator()(const MapPoint& p) const {
        const std::size_t x = std::hash<double>{}(p.x_m);
        return x ^ (std::hash<double>{}(p.y_m) + 0x9E3779B97F4A7C15ULL + (x << 6U) + (x >> 2U));
    }
};
using PointSet = std::unordered_set<MapPoint, PointHash>;

MapRing keep_only(const MapRing& ring, const PointSet& kept) {
    MapRing out;
    for (const MapPoint& p : ring) {
        if (kept.contains(p)) {
            out.push_back(p);
        }
    }
    return out;
}

/// The polygon with the border vertices that the level keeps; empty if it is too small for it.
MapPolygon thin_polygon(const MapPolygon& polygon, const PointSet& kept) {
    constexpr std::size_t least_points = 3;
    MapPolygon out;
    out.shell = keep_only(polygon.shell, kept);
    if (out.shell.size() < least_points) {
        out.shell.clear();
        return out;
    }
    for (const MapRing& hole : polygon.holes) {
        MapRing thin = keep_only(hole, kept);
        if (thin.size() >= least_points) {
            out.holes.push_back(std::move(thin));
        }
    }
    return out;
}

void add_polygon(const MapPolygon& polygon, std::uint32_t feature, MapPoint origin,
                 FillLevel& level) {
    const Triangles triangles = tessellate(polygon);
    const auto base = static_cast<std::uint32_t>(level.vertices.size());
    for (const MapPoint& p : triangles.points) {
        level.vertices.push_back({static_cast<float>(p.x_m - origin.x_m),
                                  static_cast<float>(p.y_m - origin.y_m), feature});
    }
    for (const std::uint32_t corner : triangles.corners) {
        level.corners.push_back(base + corner);
    }
}

/// @param kept  border vertices of the level; null: all
void add_fills(const MapShapes& shapes, const PointSet* kept, MapPoint origin, FillLevel& level) {
    for (std::size_t i = 0; i < shapes.municipalities.size(); ++i) {
        MeshRun run;
        run.first = static_cast<std::uint32_t>(level.corners.size());
        run.box = shapes.boxes[i];
        for (const MapPolygon& polygon : shapes.municipalities[i]) {
            const auto feature = static_cast<std::uint32_t>(i);
            if (kept == nullptr) {
                add_polygon(polygon, feature, origin, level);
                continue;
            }
            const MapPolygon thin = thin_polygon(polygon, *kept);
            if (!thin.shell.empty()) {
                add_polygon(thin, feature, origin, level);
            }
        }
        run.count = static_cast<std::uint32_t>(level.corners.size()) - run.first;
        level.runs.push_back(run);
    }
}

void add_line(const std::vector<MapPoint>& points, MapPoint origin, LineLevel& level) {
    if (points.size() < 2) {
        return;
    }
    if (level.runs.empty() || level.runs.back().count >= segments_a_run) {
        level.runs.push_back({static_cast<std::uint32_t>(level.segments.size()), 0, MapBox{}});
    }
    MeshRun& run = level.runs.back();
    for (std::size_t i = 1; i < points.size(); ++i) {
        const MapPoint& a = points[i - 1];
        const MapPoint& b = points[i];
        level.segments.push_back(
            {static_cast<float>(a.x_m - origin.x_m), static_cast<float>(a.y_m - origin.y_m),
             static_cast<float>(b.x_m - origin.x_m), static_cast<float>(b.y_m - origin.y_m)});
    }
    run.count = static_cast<std::uint32_t>(level.segments.size()) - run.first;
    run.box.add(box_of(points));
}

/// Borders in an order in which neighbours on the map stand near each other.
std::vector<std::size_t> border_order(const MapShapes& shapes) {
    std::vector<std::pair<std::uint32_t, std::size_t>> order;
    for (std::size_t i = 0; i < shapes.borders.size(); ++i) {
        const MapBox box = box_of(shapes.borders[i].points);
        const MapPoint middle{(box.min_x_m + box.max_x_m) / 2, (box.min_y_m + box.max_y_m) / 2};
        order.emplace_back(morton_of(middle, shapes.extent), i);
    }
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> out;
    for (const auto& [code, index] : order) {
        out.push_back(index);
    }
    return out;
}

/// Adds every border to one level and tells which vertices it kept.
PointSet add_lines(const MapShapes& shapes, const std::vector<std::size_t>& order,
                   std::size_t level, MapMesh& mesh) {
    PointSet kept;
    const double tolerance_m = level_tolerances_m[level];
    for (const std::size_t index : order) {
        const BorderLine& line = shapes.borders[index];
        const std::vector<MapPoint> points = thin_line(line.points, tolerance_m);
        kept.insert(points.begin(), points.end());
        // An island of less than a pixel has no visible outline at this level.
        const MapBox box = box_of(points);
        if (level > 0 && box.width_m() < tolerance_m && box.height_m() < tolerance_m) {
            continue;
        }
        add_line(points, mesh.origin, mesh.lines[static_cast<std::size_t>(kind_of(line))][level]);
    }
    return kept;
}

}  // namespace

std::vector<MapPoint> thin_line(const std::vector<MapPoint>& points, double tolerance_m) {
    if (points.size() < 3 || tolerance_m <= 0) {
        return points;
    }
    std::vector<char> keep(points.size(), 0);
    keep.front() = 1;
    keep.back() = 1;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, points.size() - 1}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        double worst_m = tolerance_m;
        std::size_t worst = 0;
        for (std::size_t i = from + 1; i < to; ++i) {
            const double d = distance_to_segment_m(points[i], points[from], points[to]);
            if (d > worst_m) {
                worst_m = d;
                worst = i;
            }
        }
        if (worst != 0) {
            keep[worst] = 1;
            open.emplace_back(from, worst);
            open.emplace_back(worst, to);
        }
    }
    std::vector<MapPoint> out;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (keep[i] != 0) {
            out.push_back(points[i]);
        }
    }
    return out;
}

MapMesh make_map_mesh(const MapShapes& shapes) {
    MapMesh mesh;
    if (!shapes.extent.empty()) {
        mesh.origin = {(shapes.extent.min_x_m + shapes.extent.max_x_m) / 2,
                       (shapes.extent.min_y_m + shapes.extent.max_y_m) / 2};
    }
    const std::vector<std::size_t> order = border_order(shapes);
    for (std::size_t level = 0; level < mesh.fills.size(); ++level) {
        const PointSet kept = add_lines(shapes, order, level, mesh);
        add_fills(shapes, level == 0 ? nullptr : &kept, mesh.origin, mesh.fills[level]);
    }
    return mesh;
}

std::vector<MeshSegment> outline_of(const MapShapes& shapes, const MapMesh& mesh,
                                    int municipality) {
    std::vector<MeshSegment> out;
    const auto add_ring = [&](const MapRing& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const MapPoint& a = ring[i];
            const MapPoint& b = ring[(i + 1) % ring.size()];
            out.push_back({static_cast<float>(a.x_m - mesh.origin.x_m),
                           static_cast<float>(a.y_m - mesh.origin.y_m),
                           static_cast<float>(b.x_m - mesh.origin.x_m),
                           static_cast<float>(b.y_m - mesh.origin.y_m)});
        }
    };
    for (const MapPolygon& polygon :
         shapes.municipalities[static_cast<std::size_t>(municipality)]) {
        add_ring(polygon.shell);
        for (const MapRing& hole : polygon.holes) {
            add_ring(hole);
        }
    }
    return out;
}

}  // namespace miraimap::gui
