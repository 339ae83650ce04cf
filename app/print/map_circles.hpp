// SPDX-License-Identifier: MIT
// Proportional circles on paper.
#pragma once

#include "app/print/cairo_handles.hpp"
#include "shapes/style.hpp"

namespace miraimap {

/// A see-through disc with a rim that stands out from any ground; hollow, with a wider rim, for a
/// prefecture as a whole. A radius of 0 paints nothing.
void paint_circle(cairo_t* cr, double x_px, double y_px, double radius_px, bool of_prefecture,
                  const MapStyle& style);

}  // namespace miraimap
