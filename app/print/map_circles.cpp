// SPDX-License-Identifier: MIT
#include "app/print/map_circles.hpp"

#include "app/print/typesetter.hpp"
#include "shapes/circles.hpp"

namespace miraimap {

void paint_circle(cairo_t* cr, double x_px, double y_px, double radius_px, bool of_prefecture,
                  const MapStyle& style) {
    if (radius_px <= 0) {
        return;
    }
    cairo_new_path(cr);
    cairo_arc(cr, x_px, y_px, radius_px, 0, 2 * G_PI);
    if (!of_prefecture) {
        set_colour(cr, style.region, 0.5);
        cairo_fill_preserve(cr);
    }
    const double rim_px = of_prefecture ? hollow_rim_px : rim_of_disc_px;
    cairo_set_line_width(cr, rim_px + 1.4);
    set_colour(cr, style.label_halo);
    cairo_stroke_preserve(cr);
    cairo_set_line_width(cr, rim_px);
    set_colour(cr, style.region);
    cairo_stroke(cr);
}

}  // namespace miraimap
