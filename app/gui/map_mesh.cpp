// SPDX-License-Identifier: MIT
#include "app/gui/map_mesh.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "shapes/ground.hpp"
#include "shapes/level_of_detail.hpp"
#include "shapes/tessellate.hpp"

namespace miraimap::gui {
namespace {

constexpr std::uint32_t segments_a_run = 1024;

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

void add_polygon(const MapPolygon& polygon, std::uint32_t feature, MapPoint origin,
                 Tessellator& tessellator, FillLevel& level) {
    const Triangles& triangles = tessellator.cut(polygon);
    const auto base = static_cast<std::uint32_t>(level.vertices.size());
    for (const MapPoint& p : triangles.points) {
        level.vertices.push_back({static_cast<float>(p.x_m - origin.x_m),
                                  static_cast<float>(p.y_m - origin.y_m), feature});
    }
    for (const std::uint32_t corner : triangles.corners) {
        level.corners.push_back(base + corner);
    }
}

/// @param lines  at the level; null: full detail
/// @param level_number  of all that may come, for the progress
void add_fills(const MapShapes& shapes, const LevelLines* lines, MapPoint origin,
               std::size_t level_number, Progress& progress, FillLevel& level) {
    Tessellator tessellator;
    const std::size_t places = shapes.municipalities.size();
    for (std::size_t i = 0; i < places; ++i) {
        progress.at(WorkStep::triangles, level_number * places + i,
                    worthwhile_sides_m().size() * places);
        const auto feature = static_cast<std::uint32_t>(i);
        MeshRun run;
        run.first = static_cast<std::uint32_t>(level.corners.size());
        run.box = shapes.boxes[i];
        if (lines == nullptr) {
            for (const MapPolygon& polygon : shapes.municipalities[i]) {
                add_polygon(polygon, feature, origin, tessellator, level);
            }
        } else {
            for (const MapPolygon& polygon : lines->polygons(static_cast<int>(i))) {
                add_polygon(polygon, feature, origin, tessellator, level);
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

std::size_t count_points(const MapShapes& shapes, const LevelLines& lines) {
    std::size_t points = 0;
    for (std::uint32_t i = 0; i < shapes.line_count(); ++i) {
        points += lines.line(i).size();
    }
    return points;
}

/// Adds a level of all fills and borders.
void add_level(const MapShapes& shapes, const std::vector<std::size_t>& order, double side_m,
               const LevelLines& lines, Progress& progress, MapMesh& mesh) {
    mesh.sides_m.push_back(side_m);
    const std::size_t number = mesh.fills.size();
    add_fills(shapes, side_m > 0 ? &lines : nullptr, mesh.origin, number, progress,
              mesh.fills.emplace_back());
    for (auto& levels : mesh.lines) {
        levels.emplace_back();
    }
    for (const std::size_t index : order) {
        const auto kind = static_cast<std::size_t>(kind_of(shapes.borders[index]));
        add_line(lines.line(static_cast<std::uint32_t>(index)), mesh.origin,
                 mesh.lines[kind].back());
    }
}

}  // namespace

std::size_t level_for(const MapMesh& mesh, double metres_per_px) {
    std::size_t level = mesh.fills.size() - 1;
    while (level > 0 && mesh.sides_m[level] > DetailLevel::for_scale(metres_per_px).side_m) {
        --level;
    }
    return level;
}

MapMesh make_map_mesh(const MapShapes& shapes, Progress* progress) {
    Progress silent;
    MapMesh mesh;
    if (!shapes.extent.empty()) {
        mesh.origin = {(shapes.extent.min_x_m + shapes.extent.max_x_m) / 2,
                       (shapes.extent.min_y_m + shapes.extent.max_y_m) / 2};
    }
    mesh.by_size = places_by_size(shapes);
    const std::vector<std::size_t> order = border_order(shapes);
    double points_before = std::numeric_limits<double>::infinity();
    for (const double side_m : worthwhile_sides_m()) {
        const LevelLines lines(shapes, {side_m});
        const auto points = static_cast<double>(count_points(shapes, lines));
        if (side_m > 0 && points > worthwhile_share * points_before) {
            continue;
        }
        points_before = points;
        add_level(shapes, order, side_m, lines, progress != nullptr ? *progress : silent, mesh);
    }
    return mesh;
}

std::vector<MeshSegment> outline_of(const MapShapes& shapes, MapPoint origin,
                                    const std::vector<int>& municipalities) {
    std::vector<char> inside(shapes.municipalities.size(), 0);
    for (const int municipality : municipalities) {
        inside[static_cast<std::size_t>(municipality)] = 1;
    }
    const auto is_inside = [&](int side) {
        return side >= 0 && inside[static_cast<std::size_t>(side)] != 0;
    };
    std::vector<MeshSegment> out;
    for (const BorderLine& line : shapes.borders) {
        if (is_inside(line.left) == is_inside(line.right)) {
            continue;
        }
        for (std::size_t i = 1; i < line.points.size(); ++i) {
            const MapPoint& a = line.points[i - 1];
            const MapPoint& b = line.points[i];
            out.push_back(
                {static_cast<float>(a.x_m - origin.x_m), static_cast<float>(a.y_m - origin.y_m),
                 static_cast<float>(b.x_m - origin.x_m), static_cast<float>(b.y_m - origin.y_m)});
        }
    }
    return out;
}

std::vector<MeshSegment> outline_of(const MapShapes& shapes, MapPoint origin, int municipality) {
    std::vector<MeshSegment> out;
    const auto add_ring = [&](const MapRing& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const MapPoint& a = ring[i];
            const MapPoint& b = ring[(i + 1) % ring.size()];
            out.push_back(
                {static_cast<float>(a.x_m - origin.x_m), static_cast<float>(a.y_m - origin.y_m),
                 static_cast<float>(b.x_m - origin.x_m), static_cast<float>(b.y_m - origin.y_m)});
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
