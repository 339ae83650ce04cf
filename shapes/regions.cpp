// SPDX-License-Identifier: MIT
#include "shapes/regions.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace miraimap {
namespace {

constexpr double number_radius_px = 8.5;
constexpr double edge_px = 3;           ///< between a disc and the edge of its pane
constexpr double gap_px = 2;            ///< between two discs
constexpr std::size_t most_tried = 24;  ///< members on which a number may stand

struct Pane {
    const View* view;
    double left_px = 0;
    double top_px = 0;
    PixelBox room;
    int inset = -1;
};

std::vector<Pane> panes_of(const Scene& scene) {
    std::vector<Pane> panes;
    panes.push_back({&scene.view, 0, 0, {0, 0, scene.view.width_px, scene.view.height_px}, -1});
    for (std::size_t i = 0; i < scene.insets.size(); ++i) {
        const Inset& inset = scene.insets[i];
        PixelBox room = inset.frame_px();
        const Pane pane{&inset.view, room.left, room.top, {}, static_cast<int>(i)};
        room.top += inset.strip_px;
        room.bottom -= inset.strip_px;
        panes.push_back(pane);
        panes.back().room = room;
    }
    for (Pane& pane : panes) {
        pane.room.left += edge_px;
        pane.room.top += edge_px;
        pane.room.right -= edge_px;
        pane.room.bottom -= edge_px;
    }
    return panes;
}

/// Members on which the number may stand: the heart, then those with most room.
std::vector<int> places_to_try(const MapRegion& region, const MapShapes& shapes) {
    std::vector<int> places = region.members;
    const auto radius = [&](int place) {
        return shapes.label_radii_m[static_cast<std::size_t>(place)];
    };
    std::stable_sort(places.begin(), places.end(), [&](int a, int b) {
        const bool a_heart = a == region.heart;
        const bool b_heart = b == region.heart;
        return a_heart != b_heart ? a_heart : radius(a) > radius(b);
    });
    return places;
}

}  // namespace

std::vector<RegionNumber> place_region_numbers(const Scene& scene,
                                               const std::vector<PixelBox>& reserved,
                                               double text_scale) {
    std::vector<RegionNumber> numbers;
    std::vector<PixelBox> taken = reserved;
    std::vector<PixelBox> frames;
    for (const Inset& inset : scene.insets) {
        frames.push_back(inset.frame_px());
    }
    const auto hits = [](const std::vector<PixelBox>& boxes, const PixelBox& box) {
        return std::any_of(boxes.begin(), boxes.end(),
                           [&](const PixelBox& other) { return other.overlaps(box); });
    };
    const double radius = number_radius_px * text_scale;
    const std::vector<Pane> panes = panes_of(scene);
    for (std::size_t r = 0; r < scene.regions.size(); ++r) {
        const std::vector<int> places = places_to_try(scene.regions[r], *scene.shapes);
        for (const Pane& pane : panes) {
            std::size_t tried = 0;
            for (const int place : places) {
                const MapPoint p = scene.shapes->label_points[static_cast<std::size_t>(place)];
                if (!std::isfinite(p.x_m) || !pane.view->box().contains(p)) {
                    continue;
                }
                const double x = pane.left_px + pane.view->x_px(p);
                const double y = pane.top_px + pane.view->y_px(p);
                const PixelBox box =
                    PixelBox::around(x, y, 2 * radius + gap_px, 2 * radius + gap_px);
                const bool free = pane.room.contains(box) && !hits(taken, box) &&
                                  (pane.inset >= 0 || !hits(frames, box));
                if (free) {
                    taken.push_back(box);
                    numbers.push_back({static_cast<int>(r), x, y, radius, pane.inset});
                }
                if (free || ++tried == most_tried) {
                    break;
                }
            }
        }
    }
    return numbers;
}

std::vector<int> region_of_places(const Scene& scene) {
    std::vector<int> regions(scene.shapes->municipalities.size(), -1);
    for (std::size_t r = 0; r < scene.regions.size(); ++r) {
        for (const int member : scene.regions[r].members) {
            regions[static_cast<std::size_t>(member)] = static_cast<int>(r);
        }
    }
    return regions;
}

}  // namespace miraimap
