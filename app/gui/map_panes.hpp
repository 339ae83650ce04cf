// SPDX-License-Identifier: MIT
// The rectangles of a picture that show the map: the main map and the insets.
#pragma once

#include <vector>

#include "shapes/device_view.hpp"
#include "shapes/line_kind.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

/// A rectangle of the picture with its own view, in device pixels, y upwards.
struct MapPane {
    DeviceView view;
    int left_px = 0;
    int bottom_px = 0;
    double scene_metres_per_px = 0;
};

/// The main map first, then the insets in their order.
/// @param width_px, height_px  of the whole picture
/// @param ratio  device pixels per pixel of the scene
std::vector<MapPane> map_panes(const Scene& scene, int width_px, int height_px, double ratio);

/// The frame around an inset, and all that it encloses.
PixelRect inset_frame(const MapPane& inset, double ratio);

/// Widths of the borders at a pane's scale.
BorderWidths border_widths(const MapStyle& style, const MapPane& pane, double ratio);

}  // namespace miraimap::gui
