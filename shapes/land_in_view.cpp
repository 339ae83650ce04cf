// SPDX-License-Identifier: MIT
#include "shapes/land_in_view.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace miraimap {
namespace {

/// Whether a ray to the east crosses the ring an odd number of times.
bool odd_crossings(const MapRing& ring, MapPoint p) {
    bool odd = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const MapPoint a = ring[i == 0 ? ring.size() - 1 : i - 1];
        const MapPoint b = ring[i];
        if ((a.y_m > p.y_m) != (b.y_m > p.y_m) &&
            p.x_m < a.x_m + (p.y_m - a.y_m) / (b.y_m - a.y_m) * (b.x_m - a.x_m)) {
            odd = !odd;
        }
    }
    return odd;
}

bool covers(const MapPolygon& polygon, MapPoint p) {
    return odd_crossings(polygon.shell, p) &&
           std::none_of(polygon.holes.begin(), polygon.holes.end(),
                        [&](const MapRing& hole) { return odd_crossings(hole, p); });
}

bool has_point_in(const std::vector<BorderLine>& lines, const MapBox& box) {
    return std::any_of(lines.begin(), lines.end(), [&](const BorderLine& line) {
        return line.box.overlaps(box) && std::any_of(line.points.begin(), line.points.end(),
                                                     [&](MapPoint p) { return box.contains(p); });
    });
}

}  // namespace

bool has_land(const MapShapes& shapes, const MapBox& box) {
    if (has_point_in(shapes.borders, box) || has_point_in(shapes.seams, box)) {
        return true;
    }
    const std::array<MapPoint, 5> tried{
        {{(box.min_x_m + box.max_x_m) / 2, (box.min_y_m + box.max_y_m) / 2},
         {box.min_x_m, box.min_y_m},
         {box.max_x_m, box.min_y_m},
         {box.min_x_m, box.max_y_m},
         {box.max_x_m, box.max_y_m}}};
    for (std::size_t i = 0; i < shapes.municipalities.size(); ++i) {
        for (const MapPoint p : tried) {
            const auto& polygons = shapes.municipalities[i];
            if (shapes.boxes[i].contains(p) &&
                std::any_of(polygons.begin(), polygons.end(),
                            [&](const MapPolygon& polygon) { return covers(polygon, p); })) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace miraimap
