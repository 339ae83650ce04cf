// SPDX-License-Identifier: MIT
#include "shapes/islands.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <string_view>

namespace miraimap {
namespace {

/// Parts further from their municipality's middle do not belong to a prefecture's view.
constexpr double far_part_m = 80e3;

bool is_one_of(std::string_view code, std::initializer_list<std::string_view> codes) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool in_focus(const std::vector<int>& prefectures, int prefecture) {
    return std::find(prefectures.begin(), prefectures.end(), prefecture) != prefectures.end();
}

bool drawn_only(const Municipality& m) { return m.kind == BodyKind::unassigned; }

MapBox around(const std::vector<MapBox>& parts) {
    MapBox box;
    for (const MapBox& part : parts) {
        box.add(part);
    }
    return box;
}

/// No municipality is so wide; a ring that is leads to a wrong vertex.
constexpr double sensible_width_m = 400e3;

/// Box of a ring's lines; of one with a wrong vertex far away, without what is further from the
/// middle one of its vertices than a municipality can reach.
MapBox box_of(const MapShapes& shapes, const LineRing& ring) {
    MapBox box;
    for (const LineUse use : ring) {
        box.add(shapes.line(use.line).box);
    }
    if (box.empty() || std::max(box.width_m(), box.height_m()) <= sensible_width_m) {
        return box;
    }
    std::vector<MapPoint> points;
    for (const LineUse use : ring) {
        const std::vector<MapPoint>& line = shapes.line(use.line).points;
        points.insert(points.end(), line.begin(), line.end());
    }
    const auto median = [&](double MapPoint::*axis) {
        const auto middle = points.begin() + static_cast<std::ptrdiff_t>(points.size() / 2);
        std::nth_element(points.begin(), middle, points.end(),
                         [axis](MapPoint a, MapPoint b) { return a.*axis < b.*axis; });
        return (*middle).*axis;
    };
    const double x_m = median(&MapPoint::x_m);
    const double y_m = median(&MapPoint::y_m);
    MapBox near;
    for (const MapPoint p : points) {
        if (std::hypot(p.x_m - x_m, p.y_m - y_m) <= sensible_width_m / 2) {
            near.add(p);
        }
    }
    return near.empty() ? box : near;
}

/// Adds the boxes of a municipality's polygons that begin within a distance of its label point;
/// its whole box if there are none.
void add_parts(const MapShapes& shapes, std::size_t municipality, double reach_m,
               std::vector<MapBox>& parts) {
    const MapPoint middle = shapes.label_points[municipality];
    bool found = false;
    for (const LinePolygon& polygon : shapes.outlines[municipality]) {
        const MapBox part = box_of(shapes, polygon.shell);
        const double dx = std::max({part.min_x_m - middle.x_m, middle.x_m - part.max_x_m, 0.0});
        const double dy = std::max({part.min_y_m - middle.y_m, middle.y_m - part.max_y_m, 0.0});
        if (!part.empty() && std::hypot(dx, dy) <= reach_m) {
            parts.push_back(part);
            found = true;
        }
    }
    if (!found && !shapes.boxes[municipality].empty()) {
        parts.push_back(shapes.boxes[municipality]);
    }
}

}  // namespace

FarIslands far_islands_of(const Municipality& municipality) {
    const std::string_view code = municipality.code;
    if (municipality.prefecture == 47) {
        if (is_one_of(code, {"47207", "47214", "47375", "47381", "47382"})) {
            return FarIslands::sakishima;
        }
        return is_one_of(code, {"47357", "47358"}) ? FarIslands::daito : FarIslands::okinawa;
    }
    if (code == "13421") {
        return FarIslands::ogasawara;
    }
    if (municipality.kind == BodyKind::northern_territories) {
        return FarIslands::northern;
    }
    if (is_one_of(code, {"42209", "42210"})) {
        return FarIslands::tsushima;
    }
    if (is_one_of(code, {"13361", "13362", "13363", "13364", "13381", "13382", "13401", "13402"})) {
        return FarIslands::izu;
    }
    if (is_one_of(code, {"46222", "46304", "46523", "46524", "46525", "46527", "46529", "46530",
                         "46531", "46532", "46533", "46534", "46535"})) {
        return FarIslands::amami;
    }
    return FarIslands::none;
}

MapBox box_without_far_parts(const MapShapes& shapes, std::size_t municipality, double reach_m) {
    std::vector<MapBox> parts;
    add_parts(shapes, municipality, reach_m, parts);
    return around(parts);
}

std::vector<MapBox> main_island_parts(const Catalogue& catalogue, const MapShapes& shapes) {
    std::vector<MapBox> parts;
    if (shapes.layout == MapLayout::tiles) {
        return {shapes.extent};  // no island is far on the grid
    }
    for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
        const FarIslands group = far_islands_of(catalogue.municipalities[i]);
        const bool near_enough = group == FarIslands::none || group == FarIslands::tsushima ||
                                 group == FarIslands::northern;
        if (!drawn_only(catalogue.municipalities[i]) && near_enough) {
            add_parts(shapes, i, std::numeric_limits<double>::infinity(), parts);
        }
    }
    return parts.empty() ? std::vector<MapBox>{shapes.extent} : parts;
}

MapBox main_islands(const Catalogue& catalogue, const MapShapes& shapes) {
    return around(main_island_parts(catalogue, shapes));
}

MapBox whole_chain(const Catalogue& catalogue, const MapShapes& shapes) {
    if (shapes.layout == MapLayout::tiles) {
        return shapes.extent;
    }
    MapBox box;
    for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
        const Municipality& m = catalogue.municipalities[i];
        if (!drawn_only(m) && far_islands_of(m) != FarIslands::ogasawara) {
            box.add(shapes.boxes[i]);
        }
    }
    return box.empty() ? shapes.extent : box;
}

std::vector<MapBox> prefecture_parts(const Catalogue& catalogue, const MapShapes& shapes,
                                     const std::vector<int>& prefectures) {
    std::vector<MapBox> parts;
    if (shapes.layout == MapLayout::tiles) {
        for (const int number : prefectures) {
            parts.push_back(shapes.prefecture_boxes[static_cast<std::size_t>(number - 1)]);
        }
        return parts;
    }
    std::vector<MapBox> far;
    for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
        const Municipality& m = catalogue.municipalities[i];
        if (!in_focus(prefectures, m.prefecture) || drawn_only(m)) {
            continue;
        }
        const FarIslands group = far_islands_of(m);
        const bool stays = group == FarIslands::none || group == FarIslands::okinawa;
        add_parts(shapes, i, far_part_m, stays ? parts : far);
    }
    return parts.empty() ? far : parts;
}

MapBox prefecture_box(const Catalogue& catalogue, const MapShapes& shapes,
                      const std::vector<int>& prefectures) {
    return around(prefecture_parts(catalogue, shapes, prefectures));
}

}  // namespace miraimap
