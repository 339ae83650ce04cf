// SPDX-License-Identifier: MIT
#include "app/gui/map_choice.hpp"

#include <algorithm>
#include <array>

#include "app/gui/app_state.hpp"

namespace miraimap::gui {
namespace {

/// Crossings of a ray to the east, after Shimrat (1962); a NaN point lies nowhere.
bool contains(const std::vector<MapPoint>& ring, MapPoint p) {
    bool inside = false;
    for (std::size_t i = 0, last = ring.size() - 1; i < ring.size(); last = i++) {
        const MapPoint a = ring[i];
        const MapPoint b = ring[last];
        if ((a.y_m > p.y_m) != (b.y_m > p.y_m) &&
            p.x_m < (b.x_m - a.x_m) * (p.y_m - a.y_m) / (b.y_m - a.y_m) + a.x_m) {
            inside = !inside;
        }
    }
    return inside;
}

}  // namespace

std::vector<int> places_in(const MapShapes& shapes, const std::vector<MapPoint>& ring) {
    std::vector<int> out;
    if (ring.size() < 3) {
        return out;
    }
    for (std::size_t i = 0; i < shapes.label_points.size(); ++i) {
        if (contains(ring, shapes.label_points[i])) {
            out.push_back(static_cast<int>(i));
        }
    }
    return out;
}

std::vector<int> places_in_view(const AppState& state) {
    const MapBox box = state.view.box();
    return places_in(shown_shapes(state), {{box.min_x_m, box.min_y_m},
                                           {box.max_x_m, box.min_y_m},
                                           {box.max_x_m, box.max_y_m},
                                           {box.min_x_m, box.max_y_m}});
}

std::vector<int> prefectures_of_chosen(const AppState& state) {
    const auto& all = state.loaded->world->catalogue.municipalities;
    std::array<bool, prefecture_count + 1> wanted{};
    const auto number = [](const Municipality& m) {
        return static_cast<std::size_t>(std::clamp(m.prefecture, 0, prefecture_count));
    };
    for (const int place : state.chosen.places) {
        wanted[number(all[static_cast<std::size_t>(place)])] = true;
    }
    std::vector<int> out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (wanted[number(all[i])]) {
            out.push_back(static_cast<int>(i));
        }
    }
    return out;
}

int inset_at(const Scene& scene, double x_px, double y_px) {
    for (std::size_t i = 0; i < scene.insets.size(); ++i) {
        const Inset& inset = scene.insets[i];
        if (x_px >= inset.left_px && x_px < inset.left_px + inset.view.width_px &&
            y_px >= inset.top_px && y_px < inset.top_px + inset.view.height_px) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

MapPoint map_point_in(const Scene& scene, int inset, double x_px, double y_px) {
    if (inset < 0) {
        return scene.view.at_px(x_px, y_px);
    }
    const Inset& i = scene.insets[static_cast<std::size_t>(inset)];
    return i.view.at_px(x_px - i.left_px, y_px - i.top_px);
}

}  // namespace miraimap::gui
