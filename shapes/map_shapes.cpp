// SPDX-License-Identifier: MIT
#include "shapes/map_shapes.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <future>
#include <limits>

#include "geo/geometry/arcs.hpp"
#include "geo/geometry/vertex_numbers.hpp"
#include "geo/place/prefecture.hpp"
#include "shapes/borders.hpp"
#include "shapes/clean_polygons.hpp"
#include "shapes/label_point.hpp"
#include "shapes/level_of_detail.hpp"
#include "shapes/outline.hpp"

namespace miraimap {

const std::string& key_of(MapLayout layout) {
    static const std::array<std::string, map_layout_count> keys{"map", "tiles"};
    return keys.at(static_cast<std::size_t>(layout));
}

void MapBox::add(MapPoint p) {
    if (!std::isfinite(p.x_m) || !std::isfinite(p.y_m)) {
        return;
    }
    if (empty()) {
        *this = {p.x_m, p.y_m, p.x_m, p.y_m};
        return;
    }
    min_x_m = std::min(min_x_m, p.x_m);
    min_y_m = std::min(min_y_m, p.y_m);
    max_x_m = std::max(max_x_m, p.x_m);
    max_y_m = std::max(max_y_m, p.y_m);
}

void MapBox::add(const MapBox& other) {
    if (!other.empty()) {
        add(MapPoint{other.min_x_m, other.min_y_m});
        add(MapPoint{other.max_x_m, other.max_y_m});
    }
}

bool MapBox::overlaps(const MapBox& other) const {
    return !empty() && !other.empty() && min_x_m <= other.max_x_m && other.min_x_m <= max_x_m &&
           min_y_m <= other.max_y_m && other.min_y_m <= max_y_m;
}

bool MapBox::contains(MapPoint p) const {
    return p.x_m >= min_x_m && p.x_m <= max_x_m && p.y_m >= min_y_m && p.y_m <= max_y_m;
}

namespace {

constexpr MapPoint nowhere{std::numeric_limits<double>::quiet_NaN(),
                           std::numeric_limits<double>::quiet_NaN()};

using VertexRing = std::vector<std::uint32_t>;
struct VertexPolygon {
    VertexRing shell;
    std::vector<VertexRing> holes;
};

VertexRing number_ring(const Ring& ring, VertexNumbers& numbers) {
    VertexRing result;
    result.reserve(ring.size());
    for (const LonLat p : ring) {
        if (!std::isfinite(p.lon) || !std::isfinite(p.lat)) {
            continue;
        }
        const std::uint32_t number = numbers.number_of(p);
        if (result.empty() || result.back() != number) {
            result.push_back(number);
        }
    }
    return result;
}

/// Leaves out what did not project, closes the gaps, and turns the ring the way it has to run.
MapRing settle_ring(VertexRing& ring, const std::vector<MapPoint>& points, bool counter_clockwise) {
    VertexRing kept;
    kept.reserve(ring.size());
    for (const std::uint32_t v : ring) {
        if (std::isfinite(points[v].x_m) && (kept.empty() || kept.back() != v)) {
            kept.push_back(v);
        }
    }
    while (kept.size() > 1 && kept.back() == kept.front()) {
        kept.pop_back();
    }
    if (kept.size() < 3) {
        kept.clear();
    }
    MapRing result;
    result.reserve(kept.size());
    for (const std::uint32_t v : kept) {
        result.push_back(points[v]);
    }
    if ((signed_area_m2(result) > 0) != counter_clockwise) {
        std::reverse(result.begin(), result.end());
        std::reverse(kept.begin(), kept.end());
    }
    ring = std::move(kept);
    return result;
}

/// The step `borders` has three parts of about the same length.
constexpr std::size_t border_parts = 3;

std::vector<std::vector<VertexPolygon>> number_mosaic(const Mosaic& mosaic, VertexNumbers& numbers,
                                                      Progress& progress) {
    std::vector<std::vector<VertexPolygon>> result(mosaic.shapes.size());
    for (std::size_t i = 0; i < mosaic.shapes.size(); ++i) {
        progress.at(WorkStep::borders, i, mosaic.shapes.size() * border_parts);
        for (const Polygon& polygon : mosaic.shapes[i]) {
            VertexPolygon numbered;
            numbered.shell = number_ring(polygon.shell, numbers);
            for (const Ring& hole : polygon.holes) {
                numbered.holes.push_back(number_ring(hole, numbers));
            }
            result[i].push_back(std::move(numbered));
        }
    }
    return result;
}

/// The rings that are kept, and where those of a polygon begin.
struct SettledRings {
    RingTable table;
    void add(const VertexRing& ring, int municipality) {
        table.vertices.insert(table.vertices.end(), ring.begin(), ring.end());
        table.close_ring(municipality);
    }
};

/// Fills polygons and boxes; @returns the same rings by vertex number, polygon after polygon.
RingTable settle(std::vector<std::vector<VertexPolygon>>& numbered,
                 const std::vector<MapPoint>& points, MapShapes& shapes) {
    SettledRings rings;
    for (std::size_t i = 0; i < numbered.size(); ++i) {
        for (VertexPolygon& polygon : numbered[i]) {
            MapPolygon settled;
            settled.shell = settle_ring(polygon.shell, points, true);
            if (settled.shell.empty()) {
                continue;
            }
            for (const MapPoint p : settled.shell) {
                shapes.boxes[i].add(p);
            }
            rings.add(polygon.shell, static_cast<int>(i));
            for (VertexRing& hole : polygon.holes) {
                MapRing ring = settle_ring(hole, points, false);
                if (!ring.empty()) {
                    settled.holes.push_back(std::move(ring));
                    rings.add(hole, static_cast<int>(i));
                }
            }
            shapes.municipalities[i].push_back(std::move(settled));
        }
        numbered[i] = {};
        shapes.extent.add(shapes.boxes[i]);
    }
    return std::move(rings.table);
}

void add_lines(const RingTable& rings, const std::vector<MapPoint>& points,
               const std::vector<int>& prefecture_of, MapShapes& shapes, Progress& progress) {
    const Arcs arcs = find_arcs(rings, points.size());
    BorderLines lines = make_border_lines(rings, arcs, points, prefecture_of);
    shapes.borders = std::move(lines.borders);
    shapes.seams = std::move(lines.seams);
    std::size_t next = 0;
    const auto take_ring = [&] {
        LineRing ring;
        for (const ArcUse use : arcs.ring(next++)) {
            ring.push_back({lines.line_of_arc[use.arc], use.forward});
        }
        return ring;
    };
    shapes.outlines.resize(shapes.municipalities.size());
    for (std::size_t i = 0; i < shapes.municipalities.size(); ++i) {
        for (const MapPolygon& polygon : shapes.municipalities[i]) {
            LinePolygon outline{take_ring(), {}};
            for (std::size_t hole = 0; hole < polygon.holes.size(); ++hole) {
                outline.holes.push_back(take_ring());
            }
            shapes.outlines[i].push_back(std::move(outline));
        }
    }
    weigh_lines(shapes, &progress);
}

void place_label_point(MapShapes& shapes, std::size_t i) {
    const MapPolygon* largest = nullptr;
    double largest_area = -1;
    for (const MapPolygon& polygon : shapes.municipalities[i]) {
        const double area = planar_area_m2(polygon);
        if (area > largest_area) {
            largest_area = area;
            largest = &polygon;
        }
    }
    if (largest != nullptr) {
        const InscribedCircle circle = largest_inscribed_circle(*largest);
        shapes.label_points[i] = circle.centre;
        shapes.label_radii_m[i] = circle.radius_m;
    }
}

/// Each place on its own, so a second thread takes every other one: the result is the same.
void place_label_points(MapShapes& shapes, Progress& progress) {
    const std::size_t count = shapes.municipalities.size();
    std::atomic<std::size_t> next{0};
    std::future<void> helper = std::async(std::launch::async, [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            place_label_point(shapes, i);
        }
    });
    try {
        for (std::size_t i = next++; i < count; i = next++) {
            progress.at(WorkStep::labels, i, count);
            place_label_point(shapes, i);
        }
    } catch (...) {
        next = count;  // the helper has its place still to finish
        helper.wait();
        throw;
    }
    helper.get();
}

void place_prefecture_label_points(MapShapes& shapes, const std::vector<int>& prefecture_of) {
    // A name is set at the scale of the country: a kilometre of detail is plenty.
    const LineDetail detail = simplify_borders(shapes, shapes.extent, 1000.0);
    for (int prefecture = 1; prefecture <= prefecture_count; ++prefecture) {
        MapPolygon largest;
        double largest_area = 0;
        for (MapRing& ring : trace_outlines(shapes, detail, prefecture_of, prefecture)) {
            const double area = signed_area_m2(ring);
            if (area > largest_area) {
                largest_area = area;
                largest.shell = std::move(ring);
            }
        }
        const auto index = static_cast<std::size_t>(prefecture - 1);
        if (largest_area > 0) {
            const InscribedCircle circle = largest_inscribed_circle(largest);
            shapes.prefecture_label_points[index] = circle.centre;
            shapes.prefecture_label_radii_m[index] = circle.radius_m;
        }
    }
}

/// @param numbered  emptied on the way
MapShapes shapes_of(const Catalogue& catalogue, std::vector<std::vector<VertexPolygon>>& numbered,
                    const std::vector<MapPoint>& points, Progress& progress) {
    const std::size_t count = numbered.size();
    MapShapes shapes;
    shapes.municipalities.resize(count);
    shapes.boxes.resize(count);
    shapes.label_points.assign(count, nowhere);
    shapes.label_radii_m.assign(count, 0.0);
    shapes.prefecture_boxes.resize(prefecture_count);
    shapes.prefecture_label_points.assign(prefecture_count, nowhere);
    shapes.prefecture_label_radii_m.assign(prefecture_count, 0.0);
    const RingTable rings = settle(numbered, points, shapes);

    std::vector<int> prefecture_of;
    prefecture_of.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const int prefecture = catalogue.municipalities[i].prefecture;
        prefecture_of.push_back(prefecture);
        if (prefecture >= 1 && prefecture <= prefecture_count) {
            shapes.prefecture_boxes[static_cast<std::size_t>(prefecture - 1)].add(shapes.boxes[i]);
        }
    }
    add_lines(rings, points, prefecture_of, shapes, progress);
    place_label_points(shapes, progress);
    place_prefecture_label_points(shapes, prefecture_of);
    shapes.unclean = unclean_places(shapes.municipalities);
    return shapes;
}

}  // namespace

MapShapes make_map_shapes(const Catalogue& catalogue, const Mosaic& mosaic,
                          const Projection& projection, Progress* progress_or_null) {
    assert(catalogue.municipalities.size() == mosaic.shapes.size());
    Progress silent;
    Progress& progress = progress_or_null != nullptr ? *progress_or_null : silent;
    VertexNumbers numbers(count_vertices(mosaic.shapes));
    auto numbered = number_mosaic(mosaic, numbers, progress);
    progress.at(WorkStep::borders, 1, border_parts);
    std::vector<MapPoint> points;
    projection.forward(numbers.positions(), points);
    progress.at(WorkStep::borders, 2, border_parts);
    return shapes_of(catalogue, numbered, points, progress);
}

MapShapes make_plane_shapes(const Catalogue& catalogue,
                            const std::vector<std::vector<MapPolygon>>& polygons) {
    assert(catalogue.municipalities.size() == polygons.size());
    // Vertices are told apart by their pair of numbers, whatever these mean.
    const auto as_ring = [](const MapRing& ring) {
        Ring out;
        for (const MapPoint p : ring) {
            out.push_back({p.x_m, p.y_m});
        }
        return out;
    };
    Mosaic mosaic;
    for (const std::vector<MapPolygon>& parts : polygons) {
        MultiPolygon& shape = mosaic.shapes.emplace_back();
        for (const MapPolygon& part : parts) {
            Polygon& polygon = shape.emplace_back();
            polygon.shell = as_ring(part.shell);
            for (const MapRing& hole : part.holes) {
                polygon.holes.push_back(as_ring(hole));
            }
        }
    }
    Progress silent;
    VertexNumbers numbers(count_vertices(mosaic.shapes));
    auto numbered = number_mosaic(mosaic, numbers, silent);
    std::vector<MapPoint> points;
    for (const LonLat p : numbers.positions()) {
        points.push_back({p.lon, p.lat});
    }
    return shapes_of(catalogue, numbered, points, silent);
}

}  // namespace miraimap
