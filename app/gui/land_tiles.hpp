// SPDX-License-Identifier: MIT
// Which parts of a pane hold land, so that the open sea is cleared and not shaded.
//
// Promises: every pixel that a polygon, its border or its marker can touch is in exactly one
// rectangle. Does not: look at geometry finer than each polygon's box.
#pragma once

#include <vector>

#include "shapes/device_view.hpp"

namespace miraimap::gui {

/// Rows of joined tiles.
/// @param land  see land_boxes
std::vector<PixelRect> land_tiles(const std::vector<MapBox>& land, const DeviceView& view);

/// The box of each polygon.
std::vector<MapBox> land_boxes(const MapShapes& shapes);

}  // namespace miraimap::gui
