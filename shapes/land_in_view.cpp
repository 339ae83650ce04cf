// SPDX-License-Identifier: MIT
#include "shapes/land_in_view.hpp"

#include <algorithm>
#include <array>

#include "shapes/picking.hpp"

namespace miraimap {
namespace {

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
    // No line has a point in it: all of it lies in one place, or in the sea.
    const std::array<MapPoint, 5> tried{
        {{(box.min_x_m + box.max_x_m) / 2, (box.min_y_m + box.max_y_m) / 2},
         {box.min_x_m, box.min_y_m},
         {box.max_x_m, box.min_y_m},
         {box.min_x_m, box.max_y_m},
         {box.max_x_m, box.max_y_m}}};
    const Picker picker(shapes);
    return std::any_of(tried.begin(), tried.end(),
                       [&](MapPoint p) { return picker.at(p).has_value(); });
}

}  // namespace miraimap
