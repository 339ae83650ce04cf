// SPDX-License-Identifier: MIT
// Which parts of a pane hold land, so that the open sea is cleared and not shaded.
//
// Promises: every pixel that a polygon, its border or its marker can touch is in exactly one
// rectangle. Does not: look at geometry finer than each polygon's box.
#pragma once

#include <vector>

#include "app/gui/gl_mesh.hpp"

namespace miraimap::gui {

/// A rectangle of a pane in device pixels, from its lower left corner.
struct PixelTile {
    float left = 0;
    float bottom = 0;
    float width = 0;
    float height = 0;
};

/// Rows of joined tiles.
/// @param land  boxes of all polygons
std::vector<PixelTile> land_tiles(const std::vector<MapBox>& land, const GlView& view);

}  // namespace miraimap::gui
