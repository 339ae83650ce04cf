// SPDX-License-Identifier: MIT
// Paints one pane of the map (the main map or an inset) at its own detail: fills, borders, regions,
// outlines of chosen places and where they meet their neighbours.
//
// Promises: covers the view's rectangle at the origin; the caller clips and moves. Does not: paint
// words, markers, circles or frames (map_painter.hpp).
#pragma once

#include <cairo.h>

#include "shapes/scene.hpp"

namespace miraimap {

/// @param detail_px  as MapPaintOptions::detail_px
void paint_pane(cairo_t* cr, const Scene& scene, const View& view, double detail_px);

}  // namespace miraimap
