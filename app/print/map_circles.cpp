// SPDX-License-Identifier: MIT
#include "app/print/map_circles.hpp"

#include "app/print/typesetter.hpp"

namespace miraimap {

void paint_circle(cairo_t* cr, double x_px, double y_px, double radius_px, const MapStyle& style) {
    if (radius_px <= 0) {
        return;
    }
    cairo_new_path(cr);
    cairo_arc(cr, x_px, y_px, radius_px, 0, 2 * G_PI);
    set_colour(cr, style.selection, 0.5);
    cairo_fill_preserve(cr);
    cairo_set_line_width(cr, 2.6);
    set_colour(cr, style.label_halo);
    cairo_stroke_preserve(cr);
    cairo_set_line_width(cr, 1.2);
    set_colour(cr, style.selection);
    cairo_stroke(cr);
}

}  // namespace miraimap
