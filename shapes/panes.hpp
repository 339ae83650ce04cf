// SPDX-License-Identifier: MIT
// The maps of a picture: the main one and its insets, each with its place in the picture.
#pragma once

#include <vector>

#include "shapes/scene.hpp"

namespace miraimap {

/// A place whose largest inscribed circle is smaller than this cannot be seen by its own area.
inline constexpr double seen_from_px = 1.5;

/// One map of the picture.
struct Pane {
    const View* view;
    double left_px = 0;
    double top_px = 0;
    PixelBox room;  ///< where labels and marks may be
    int inset = -1;
    PixelBox own =
        {};  ///< where the places lie that it is for: all of the room, or an inset's islands

    [[nodiscard]] double x_px(MapPoint p) const { return left_px + view->x_px(p); }
    [[nodiscard]] double y_px(MapPoint p) const { return top_px + view->y_px(p); }
    [[nodiscard]] PixelBox box_px(const MapBox& box) const {
        const PixelBox in_view = view->box_px(box);
        return {left_px + in_view.left, top_px + in_view.top, left_px + in_view.right,
                top_px + in_view.bottom};
    }
    /// Whether a place at a pixel is for this map to name and to mark.
    [[nodiscard]] bool shows(double x_px, double y_px) const {
        return x_px >= own.left && x_px <= own.right && y_px >= own.top && y_px <= own.bottom;
    }
};

/// The main map, then the insets; valid as long as the scene.
std::vector<Pane> panes_of(const Scene& scene);

}  // namespace miraimap
