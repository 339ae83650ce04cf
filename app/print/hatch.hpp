// SPDX-License-Identifier: MIT
// Hatches as lines and dots of fixed spacing on paper, whatever the scale of the map.
#pragma once

#include <vector>

#include "app/print/cairo_handles.hpp"
#include "shapes/scene.hpp"

namespace miraimap {

/// Hatches the inside of the current path and clears the path. Lines run through fixed places of
/// the picture, so that neighbours of one class share them.
/// @param area  part of the picture that can be seen
void paint_hatch(cairo_t* cr, const ClassStyle& style, const PixelBox& area);

/// Fills the current path with stripes of one colour after the other, falling to the right through
/// fixed places of the picture, and clears the path.
/// @param colours  two or more
void fill_striped(cairo_t* cr, const std::vector<Colour>& colours, const PixelBox& area);

}  // namespace miraimap
