// SPDX-License-Identifier: MIT
#include "shapes/marker_pixels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace miraimap {
namespace {

/// The pixel itself or the nearest one beside it that no other small place needs.
PixelCell free_cell(PixelCell wanted, const std::set<PixelCell>& taken) {
    constexpr std::array<PixelCell, 9> steps{
        {{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}}};
    for (const PixelCell& step : steps) {
        const PixelCell cell{wanted.first + step.first, wanted.second + step.second};
        if (!taken.contains(cell)) {
            return cell;
        }
    }
    return wanted;
}

}  // namespace

std::vector<SizedPlace> places_by_size(const MapShapes& shapes) {
    std::vector<SizedPlace> places;
    for (std::size_t i = 0; i < shapes.label_points.size(); ++i) {
        if (std::isfinite(shapes.label_points[i].x_m)) {
            places.push_back(
                {static_cast<int>(i), shapes.label_points[i], shapes.label_radii_m[i]});
        }
    }
    std::stable_sort(places.begin(), places.end(), [](const SizedPlace& a, const SizedPlace& b) {
        return a.radius_m < b.radius_m;
    });
    return places;
}

std::vector<MarkerPixel> marker_pixels(const std::vector<SizedPlace>& by_size,
                                       const DeviceView& view,
                                       const std::function<bool(int)>& wanted,
                                       const std::function<std::optional<PixelCell>(int)>& seen) {
    // A circle of this radius holds the middle of a pixel, wherever it lies.
    constexpr double sure_radius_px = 0.75;
    std::set<PixelCell> taken;
    std::vector<const SizedPlace*> unseen;
    for (const SizedPlace& place : by_size) {
        if (place.radius_m > sure_radius_px * view.metres_per_px) {
            break;
        }
        if (!wanted(place.municipality)) {
            continue;
        }
        if (const std::optional<PixelCell> cell = seen(place.municipality)) {
            taken.insert(*cell);
        } else {
            unseen.push_back(&place);
        }
    }
    std::vector<MarkerPixel> markers;
    for (const SizedPlace* place : unseen) {
        const PixelCell middle{static_cast<int>(std::floor(view.column(place->at.x_m))),
                               static_cast<int>(std::floor(view.row(place->at.y_m)))};
        const PixelCell cell = free_cell(middle, taken);
        taken.insert(cell);
        markers.push_back({place->municipality, cell});
    }
    return markers;
}

}  // namespace miraimap
