// SPDX-License-Identifier: MIT
// The map itself through Cairo: land, hatches, borders, markers, labels, insets.
#pragma once

#include "app/print/cairo_handles.hpp"
#include "shapes/scale_bar.hpp"
#include "shapes/scene.hpp"

namespace miraimap {

struct MapPaintOptions {
    Lang lang = Lang::ja;
    double text_scale = 1;
    /// Border points closer than this to the simplified line are dropped; shared lines once.
    double detail_px = 0.25;
};

/// Paints the scene's map with its top left corner at the origin of `cr`.
void paint_map(cairo_t* cr, const Scene& scene, const MapPaintOptions& options);

/// A class as a filled and hatched rectangle, for legends.
void paint_swatch(cairo_t* cr, const ClassStyle& style, const PixelBox& box, Colour frame,
                  double text_scale);

/// The disc that marks a covered place too small to see: a sector for each of its classes.
void paint_marker(cairo_t* cr, double x_px, double y_px, double radius_px,
                  const std::vector<Colour>& fills, const MapStyle& style);

/// Draws a bar with its name above; (x, y) is the left end of the bar's baseline.
void paint_scale_bar(cairo_t* cr, const ScaleBar& bar, double x_px, double y_px, Colour ink,
                     double text_px, Lang lang);

}  // namespace miraimap
