// SPDX-License-Identifier: MIT
#include "shapes/scene.hpp"

#include <algorithm>

namespace miraimap {

MapBox View::box() const {
    const double half_width = width_px * metres_per_px / 2;
    const double half_height = height_px * metres_per_px / 2;
    return {centre.x_m - half_width, centre.y_m - half_height, centre.x_m + half_width,
            centre.y_m + half_height};
}

double View::x_px(MapPoint p) const { return width_px / 2 + (p.x_m - centre.x_m) / metres_per_px; }

double View::y_px(MapPoint p) const { return height_px / 2 - (p.y_m - centre.y_m) / metres_per_px; }

MapPoint View::at_px(double x_px, double y_px) const {
    return {centre.x_m + (x_px - width_px / 2) * metres_per_px,
            centre.y_m - (y_px - height_px / 2) * metres_per_px};
}

PixelBox View::box_px(const MapBox& box) const {
    return {x_px({box.min_x_m, 0}), y_px({0, box.max_y_m}), x_px({box.max_x_m, 0}),
            y_px({0, box.min_y_m})};
}

View View::fit(const MapBox& box, double width_px, double height_px, double margin) {
    View view;
    view.width_px = width_px;
    view.height_px = height_px;
    if (box.empty() || width_px <= 0 || height_px <= 0) {
        return view;
    }
    const double share = 1 - 2 * std::clamp(margin, 0.0, 0.49);
    view.centre = {(box.min_x_m + box.max_x_m) / 2, (box.min_y_m + box.max_y_m) / 2};
    // A single point still gets a view: a metre a pixel is as close as a planner looks.
    view.metres_per_px =
        std::max({box.width_m() / (width_px * share), box.height_m() / (height_px * share), 1.0});
    return view;
}

PixelBox PixelBox::around(double x_px, double y_px, double width_px, double height_px) {
    return {x_px - width_px / 2, y_px - height_px / 2, x_px + width_px / 2, y_px + height_px / 2};
}

bool PixelBox::overlaps(const PixelBox& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
}

bool PixelBox::contains(const PixelBox& other) const {
    return other.left >= left && other.right <= right && other.top >= top && other.bottom <= bottom;
}

PixelBox Inset::frame_px() const {
    return {left_px, top_px, left_px + view.width_px, top_px + view.height_px};
}

std::vector<Colour> fills_of(const Scene& scene, int municipality) {
    std::vector<Colour> fills;
    const auto i = static_cast<std::size_t>(municipality);
    const FurtherClasses more =
        i < scene.further_classes.size() ? scene.further_classes[i] : FurtherClasses{};
    for (const int c : {scene.class_of[i], more.second, more.third}) {
        if (c >= 0 && static_cast<std::size_t>(c) < scene.legend.size()) {
            fills.push_back(scene.legend[static_cast<std::size_t>(c)].style.fill);
        }
    }
    return fills;
}

}  // namespace miraimap
