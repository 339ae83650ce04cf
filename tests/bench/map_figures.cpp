// SPDX-License-Identifier: MIT
// Measures the map engine against its baselines, in the same run.
//
//   map_figures rows N03 DENSE   one line a figure: what, measured, baseline, ratio, target, met
//   map_figures outlines FILE    reads a file and unites its prefectures, nothing else
#include <fmt/format.h>
#include <geodesic.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <random>
#include <string>

#include "geo/geometry/arcs.hpp"
#include "geo/geometry/geodesic_area.hpp"
#include "geo/geometry/shared_borders.hpp"
#include "geo/io/boundary_reader.hpp"
#include "geo/place/prefecture.hpp"
#include "shapes/borders.hpp"
#include "shapes/label_point.hpp"
#include "shapes/level_of_detail.hpp"
#include "shapes/picking.hpp"
#include "shapes/tessellate.hpp"
#include "tests/bench/figure_row.hpp"
#include "tests/bench/glu_triangles.hpp"
#include "tests/bench/plain_features.hpp"

namespace miraimap::bench {
namespace {

using Clock = std::chrono::steady_clock;

/// Polygons of plain features on the map.
std::vector<MapPolygon> projected(const std::vector<MultiPolygon>& features) {
    const Projection projection = Projection::equal_area_japan();
    std::vector<MapPolygon> polygons;
    for (const MultiPolygon& feature : features) {
        for (const Polygon& polygon : feature) {
            MapPolygon& out = polygons.emplace_back();
            projection.forward(polygon.shell, out.shell);
            for (const Ring& hole : polygon.holes) {
                projection.forward(hole, out.holes.emplace_back());
            }
        }
    }
    return polygons;
}

void measure_arcs(const std::string& n03, const std::vector<MultiPolygon>& features) {
    const double read = least_ms(5, [&] { plain_features(n03); });
    std::size_t arcs = 0;
    std::size_t points = 0;
    const Projection projection = Projection::equal_area_japan();
    std::vector<MapPoint> projected_points;
    {
        VertexNumbers numbers(count_vertices(features));
        number_rings(features, numbers);
        projection.forward(numbers.positions(), projected_points);
    }
    const std::vector<int> no_prefectures(features.size(), 0);
    const double weigh = least_ms(9, [&] {
        VertexNumbers numbers(count_vertices(features));
        const RingTable rings = number_rings(features, numbers);
        const Arcs found = find_arcs(rings, numbers.positions().size());
        arcs = found.arcs.size();
        points = numbers.positions().size();
        BorderLines lines = make_border_lines(rings, found, projected_points, no_prefectures);
        MapShapes shapes;
        shapes.borders = std::move(lines.borders);
        shapes.seams = std::move(lines.seams);
        weigh_lines(shapes);
    });
    row("arcs recovered from N03", std::to_string(arcs), "-", static_cast<double>(arcs), 6401, "");
    row("unique points of N03", std::to_string(points), "-", static_cast<double>(points), 131061,
        "");
    row("arcs + weights / reading the TopoJSON", in_ms(weigh), in_ms(read), weigh / read, 0.25);
    const double own = least_ms(5, [&] { read_boundaries(n03); });
    row("reading and uniting N03's TopoJSON / GDAL's reading", in_ms(own), in_ms(read), own / read,
        1);
}

/// Points of a ring; one that repeats the point before it is no corner.
std::size_t corners_of(const MapRing& ring) {
    std::size_t corners = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        corners += ring[i] == ring[i == 0 ? ring.size() - 1 : i - 1] ? 0 : 1;
    }
    return corners;
}

void measure_triangles(const std::string& name, const std::vector<MapPolygon>& polygons, int rounds,
                       double target) {
    std::size_t triangles = 0;
    std::size_t expected = 0;
    std::size_t fallbacks = 0;
    double worst = 0;
    for (const MapPolygon& polygon : polygons) {
        expected += corners_of(polygon.shell) - 2;
        for (const MapRing& hole : polygon.holes) {
            expected += corners_of(hole) + 2;
        }
        const Triangles cut = tessellate(polygon);
        triangles += cut.corners.size() / 3;
        fallbacks += cut.fallback ? 1 : 0;
        if (!cut.fallback) {
            double twice = 0;
            for (std::size_t i = 0; i < cut.corners.size(); i += 3) {
                const MapPoint a = cut.points[cut.corners[i]];
                const MapPoint b = cut.points[cut.corners[i + 1]];
                const MapPoint c = cut.points[cut.corners[i + 2]];
                twice += std::fabs((b.x_m - a.x_m) * (c.y_m - a.y_m) -
                                   (b.y_m - a.y_m) * (c.x_m - a.x_m));
            }
            const double area = planar_area_m2(polygon);
            worst = std::max(worst, std::fabs(twice / 2 - area) / area);
        }
    }
    row(name + ": triangles off n + 2 holes - 2", std::to_string(triangles),
        std::to_string(expected),
        std::fabs(static_cast<double>(triangles) - static_cast<double>(expected)), 0, "");
    row(name + ": polygons left to the sweep", std::to_string(fallbacks),
        std::to_string(polygons.size()), static_cast<double>(fallbacks), 2, "");
    row(name + ": largest error of an area", fmt::format("{:.2g}", worst), "-", worst, 1e-9, "");
    const double own = least_ms(rounds, [&] {
        Tessellator tessellator;
        for (const MapPolygon& polygon : polygons) {
            tessellator.cut(polygon);
        }
    });
    const double glu = least_ms(rounds, [&] { glu_triangles(polygons); });
    row(name + ": triangles / GLU tessellator", in_ms(own), in_ms(glu), own / glu, target);
}

double by_proj_m2(const geod_geodesic& ellipsoid, const Ring& ring) {
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (const LonLat p : ring) {
        geod_polygon_addpoint(&ellipsoid, &polygon, p.lat, p.lon);
    }
    double area_m2 = 0;
    geod_polygon_compute(&ellipsoid, &polygon, 0, 1, &area_m2, nullptr);
    return std::fabs(area_m2);
}

void measure_areas(const std::string& name, const std::vector<MultiPolygon>& shapes) {
    geod_geodesic grs80;
    geod_init(&grs80, 6378137.0, 1 / 298.257222101);
    std::vector<double> theirs(shapes.size(), 0);
    const double proj = least_ms(1, [&] {
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            for (const Polygon& polygon : shapes[i]) {
                theirs[i] += by_proj_m2(grs80, polygon.shell);
                for (const Ring& hole : polygon.holes) {
                    theirs[i] -= by_proj_m2(grs80, hole);
                }
            }
        }
    });
    std::vector<double> ours(shapes.size(), 0);
    const double own = least_ms(3, [&] {
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            ours[i] = geodesic_area_km2(shapes[i]) * 1e6;
        }
    });
    double worst = 0;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        if (theirs[i] > 0) {
            worst = std::max(worst, std::fabs(ours[i] - theirs[i]) / theirs[i]);
        }
    }
    row(name + ": geodesic areas / PROJ geod_polygon", in_ms(own), in_ms(proj), own / proj, 0.25);
    row(name + ": largest difference of a municipality", fmt::format("{:.2g}", worst), "-", worst,
        1e-8, "");
}

/// Even-odd with borders inside, edge by edge: what the picker has to agree with.
bool holds(const MapPolygon& polygon, MapPoint p) {
    bool inside = false;
    bool on = false;
    const auto ring = [&](const MapRing& points) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            MapPoint a = points[i];
            MapPoint b = points[i + 1 == points.size() ? 0 : i + 1];
            if (std::pair(a.y_m, a.x_m) > std::pair(b.y_m, b.x_m)) {
                std::swap(a, b);
            }
            if (p.y_m < a.y_m || p.y_m > b.y_m) {
                continue;
            }
            const double cross =
                (b.x_m - a.x_m) * (p.y_m - a.y_m) - (b.y_m - a.y_m) * (p.x_m - a.x_m);
            on = on ||
                 (cross == 0 && p.x_m >= std::min(a.x_m, b.x_m) && p.x_m <= std::max(a.x_m, b.x_m));
            inside = inside != (p.y_m < b.y_m && cross > 0);
        }
    };
    ring(polygon.shell);
    std::for_each(polygon.holes.begin(), polygon.holes.end(), ring);
    return on || inside;
}

int brute_force(const MapShapes& shapes, MapPoint p) {
    for (std::size_t i = 0; i < shapes.municipalities.size(); ++i) {
        if (shapes.boxes[i].contains(p)) {
            for (const MapPolygon& polygon : shapes.municipalities[i]) {
                if (holds(polygon, p)) {
                    return static_cast<int>(i);
                }
            }
        }
    }
    return -1;
}

/// Three kinds of point in turn: anywhere, near land, and exactly a vertex of a border.
std::vector<MapPoint> places_to_pick(const MapShapes& shapes, std::size_t count) {
    std::mt19937_64 random(20250310);
    std::uniform_real_distribution<double> share(0, 1);
    std::vector<MapPoint> points;
    const auto in_box = [&](const MapBox& box) {
        return MapPoint{box.min_x_m + share(random) * box.width_m(),
                        box.min_y_m + share(random) * box.height_m()};
    };
    while (points.size() < count) {
        const auto i = static_cast<std::size_t>(random() % shapes.boxes.size());
        if (points.size() % 4 == 0) {
            points.push_back(in_box(shapes.extent));
        } else if (points.size() % 4 != 3) {
            if (!shapes.boxes[i].empty()) {
                points.push_back(in_box(shapes.boxes[i]));
            }
        } else {
            const auto& line = shapes.borders[random() % shapes.borders.size()].points;
            points.push_back(line[random() % line.size()]);
        }
    }
    return points;
}

void measure_picking(const std::string& name, const BoundarySet& set, double target_us) {
    const auto shapes = std::make_shared<const MapShapes>(
        make_map_shapes(set.catalogue, set.mosaic, Projection::equal_area_japan()));
    const Picker picker(*shapes);
    const std::vector<MapPoint> points = places_to_pick(*shapes, 20000);
    std::size_t wrong = 0;
    for (const MapPoint p : points) {
        wrong += picker.at(p).value_or(-1) != brute_force(*shapes, p) ? 1 : 0;
    }
    std::vector<double> times_us;
    for (const MapPoint p : points) {
        const auto from = Clock::now();
        const auto found = picker.at(p);
        const auto to = Clock::now();
        wrong += found && *found < 0 ? 1 : 0;
        times_us.push_back(std::chrono::duration<double, std::micro>(to - from).count());
    }
    std::nth_element(times_us.begin(), times_us.begin() + 10000, times_us.end());
    row(name + ": picks unlike brute force, of 20,000", std::to_string(wrong), "-",
        static_cast<double>(wrong), 0, "");
    row(name + ": median pick", fmt::format("{:.2f} us", times_us[10000]), "-", times_us[10000],
        target_us, "us");
}

int rows(const std::string& n03, const std::string& dense) {
    {
        const std::vector<MultiPolygon> features = plain_features(n03);
        measure_arcs(n03, features);
        measure_triangles("N03", projected(features), 5, 0.25);
    }
    {
        const std::vector<MultiPolygon> features = plain_features(dense);
        measure_triangles("dense", projected(features), 1, 1.0 / 6);
        measure_areas("dense", features);
    }
    measure_picking("N03", read_boundaries(n03), 1);
    measure_picking("dense", read_boundaries(dense), 3);
    return 0;
}

int outlines(const std::string& file) {
    const BoundarySet set = read_boundaries(file);
    std::vector<int> group;
    for (const Municipality& m : set.catalogue.municipalities) {
        group.push_back(m.prefecture - 1);
    }
    const auto united = dissolve(set.mosaic.shapes, group, prefecture_count);
    std::cout << count_vertices(united) << "\n";
    return 0;
}

}  // namespace
}  // namespace miraimap::bench

int main(int count, char** words) {
    const std::string verb = count > 1 ? words[1] : "";
    if (verb == "rows" && count == 4) {
        return miraimap::bench::rows(words[2], words[3]);
    }
    if (verb == "outlines" && count == 3) {
        return miraimap::bench::outlines(words[2]);
    }
    std::cerr << "map_figures rows N03 DENSE | map_figures outlines FILE\n";
    return 2;
}
