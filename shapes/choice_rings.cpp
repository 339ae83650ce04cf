// SPDX-License-Identifier: MIT
#include "shapes/choice_rings.hpp"

#include <cmath>
#include <cstddef>

#include "shapes/panes.hpp"

namespace miraimap {
namespace {

/// A place with a smaller inscribed circle has no pixel that is surely its own.
constexpr double pixel_radius_px = 0.5;

double radius_px(const Scene& scene, int place, int inset) {
    const View& view = inset < 0 ? scene.view : scene.insets[static_cast<std::size_t>(inset)].view;
    return scene.shapes->label_radii_m[static_cast<std::size_t>(place)] / view.metres_per_px;
}

void add_rings(const Scene& scene, const std::vector<Pane>& panes, int place, bool chosen,
               std::vector<ChoiceRing>& rings) {
    const auto index = static_cast<std::size_t>(place);
    if (place < 0 || index >= scene.shapes->label_points.size()) {
        return;
    }
    const MapPoint p = scene.shapes->label_points[index];
    if (!std::isfinite(p.x_m)) {
        return;
    }
    for (const Pane& pane : panes) {
        const double x = pane.x_px(p);
        const double y = pane.y_px(p);
        if (radius_px(scene, place, pane.inset) < seen_from_px && pane.shows(x, y)) {
            rings.push_back({place, x, y, pane.inset, chosen});
        }
    }
}

/// The nearest of several rings around a pixel.
class Nearest {
public:
    Nearest(const Scene& scene, double x_px, double y_px, int inset, std::optional<int> exact)
        : scene_(scene), x_px_(x_px), y_px_(y_px), inset_(inset), exact_(exact) {}

    void consider(int place, double x_px, double y_px, int inset, double reach_px) {
        const double far = std::hypot(x_px - x_px_, y_px - y_px_);
        if (inset == inset_ && far <= reach_px && far < best_px_ && may_take(place, far)) {
            best_px_ = far;
            found_ = place;
        }
    }
    [[nodiscard]] std::optional<int> found() const { return found_; }

private:
    [[nodiscard]] bool may_take(int place, double far_px) const {
        if (!exact_ || radius_px(scene_, *exact_, inset_) < seen_from_px) {
            return true;
        }
        return radius_px(scene_, place, inset_) < pixel_radius_px && far_px <= marker_radius_px;
    }

    const Scene& scene_;
    double x_px_;
    double y_px_;
    int inset_;
    std::optional<int> exact_;
    double best_px_ = 1e9;
    std::optional<int> found_;
};

}  // namespace

std::vector<ChoiceRing> choice_rings(const Scene& scene) {
    std::vector<ChoiceRing> rings;
    if (!scene.shapes || scene.shapes->layout == MapLayout::tiles) {
        return rings;
    }
    const std::vector<Pane> panes = panes_of(scene);
    if (scene.chosen.size() <= most_outlined_singly) {
        for (const int place : scene.chosen) {
            add_rings(scene, panes, place, true, rings);
        }
    }
    add_rings(scene, panes, scene.hovered, false, rings);
    return rings;
}

std::optional<int> place_meant(const Scene& scene, double x_px, double y_px, int inset,
                               std::optional<int> exact) {
    if (!scene.shapes || scene.shapes->layout == MapLayout::tiles) {
        return exact;
    }
    Nearest nearest(scene, x_px, y_px, inset, exact);
    for (const MapMarker& marker : scene.markers) {
        nearest.consider(marker.municipality, marker.x_px, marker.y_px, marker.inset,
                         marker.radius_px);
    }
    for (const ChoiceRing& ring : choice_rings(scene)) {
        if (ring.chosen) {  // one that is only hovered would hold the pointer fast
            nearest.consider(ring.municipality, ring.x_px, ring.y_px, ring.inset, choice_ring_px);
        }
    }
    return nearest.found() ? nearest.found() : exact;
}

}  // namespace miraimap
