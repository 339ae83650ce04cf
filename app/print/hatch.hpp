// SPDX-License-Identifier: MIT
// Hatches as lines and dots of fixed spacing on paper, whatever the scale of the map.
#pragma once

#include "app/print/cairo_handles.hpp"
#include "shapes/scene.hpp"

namespace miraimap {

/// Hatches the inside of the current path and clears the path. Lines run through fixed places of
/// the picture, so that neighbours of one class share them.
/// @param area  part of the picture that can be seen
void paint_hatch(cairo_t* cr, const ClassStyle& style, const PixelBox& area);

}  // namespace miraimap
