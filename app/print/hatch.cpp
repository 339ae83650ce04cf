// SPDX-License-Identifier: MIT
#include "app/print/hatch.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace miraimap {

namespace {

/// After how many px a hatch repeats, both ways.
double period_px(Hatch hatch) {
    switch (hatch) {
        case Hatch::cross:
            return 8;
        case Hatch::horizontal:
            return 4;
        default:
            return 6;
    }
}

/// Lines at 45 degrees over an area, rising (slope 1) or falling (-1).
void add_diagonals(cairo_t* cr, const PixelBox& area, double period, int slope) {
    const double height = area.bottom - area.top;
    const double first = std::floor((area.left - height) / period) * period;
    for (double x = first; x < area.right + height; x += period) {
        const double from = slope > 0 ? area.bottom : area.top;
        const double to = slope > 0 ? area.top : area.bottom;
        cairo_move_to(cr, x, from);
        cairo_line_to(cr, x + height, to);
    }
}

/// Rows of dots as dashes without length; every second row is shifted by half a period.
void stroke_dots(cairo_t* cr, const PixelBox& area, double period, double diameter) {
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_width(cr, diameter);
    const std::array<double, 2> dash{0, period};
    for (int odd = 0; odd < 2; ++odd) {
        for (double y = area.top + period / 4 + odd * period / 2; y < area.bottom + period;
             y += period) {
            // Half a pixel in, as the rows are: a dot then fills one pixel and not a part of two.
            cairo_move_to(cr, area.left - period + 0.5, y);
            cairo_line_to(cr, area.right + period, y);
        }
        cairo_set_dash(cr, dash.data(), 2, odd == 0 ? 0 : period / 2);
        cairo_stroke(cr);
    }
}

/// All lines of a hatch over an area.
void stroke_hatch(cairo_t* cr, const ClassStyle& style, const PixelBox& area) {
    const double period = period_px(style.hatch);
    set_colour(cr, style.hatch_colour);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
    double width = 1.2;
    switch (style.hatch) {
        case Hatch::none:
            return;
        case Hatch::diagonal:
            add_diagonals(cr, area, period, 1);
            break;
        case Hatch::back_diagonal:
            add_diagonals(cr, area, period, -1);
            break;
        case Hatch::cross:
            add_diagonals(cr, area, period, 1);
            add_diagonals(cr, area, period, -1);
            width = 0.7;
            break;
        case Hatch::dots:
            stroke_dots(cr, area, period, 1.3);
            return;
        case Hatch::horizontal:
            for (double y = area.top + period / 2; y < area.bottom; y += period) {
                cairo_move_to(cr, area.left, y);
                cairo_line_to(cr, area.right, y);
            }
            width = 0.8;
            break;
    }
    cairo_set_line_width(cr, width);
    cairo_stroke(cr);
}

/// On pixels: one period is drawn once and repeated, which is many times faster than lines.
void fill_with_tile(cairo_t* cr, const ClassStyle& style) {
    double scale = 1;
    double unused = 0;
    cairo_user_to_device_distance(cr, &scale, &unused);
    const double period = period_px(style.hatch);
    const int side = std::max(2, static_cast<int>(std::lround(period * scale)));
    const double exact = side / period;
    const Surface tile(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, side, side));
    {
        const Canvas canvas(cairo_create(tile.get()));
        cairo_scale(canvas.get(), exact, exact);
        stroke_hatch(canvas.get(), style, {-period, -period, 2 * period, 2 * period});
    }
    cairo_set_source_surface(cr, tile.get(), 0, 0);
    cairo_pattern_t* pattern = cairo_get_source(cr);
    cairo_matrix_t to_tile;
    cairo_matrix_init_scale(&to_tile, scale, scale);
    cairo_pattern_set_matrix(pattern, &to_tile);
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_REPEAT);
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST);
    cairo_fill(cr);
}

}  // namespace

void paint_hatch(cairo_t* cr, const ClassStyle& style, const PixelBox& area) {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    cairo_path_extents(cr, &left, &top, &right, &bottom);
    if (style.hatch == Hatch::none || right <= left || bottom <= top) {
        cairo_new_path(cr);
        return;
    }
    const CairoState state(cr);
    if (cairo_surface_get_type(cairo_get_target(cr)) == CAIRO_SURFACE_TYPE_IMAGE) {
        fill_with_tile(cr, style);
        return;
    }
    cairo_clip(cr);
    // Lines only where something can be seen, but through the same places as everywhere else.
    const double period = period_px(style.hatch);
    stroke_hatch(cr, style,
                 {std::floor(std::max(area.left, left) / period) * period,
                  std::floor(std::max(area.top, top) / period) * period,
                  std::ceil(std::min(area.right, right) / period) * period,
                  std::ceil(std::min(area.bottom, bottom) / period) * period});
}

void fill_striped(cairo_t* cr, const std::vector<Colour>& colours, const PixelBox& area) {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
    cairo_path_extents(cr, &left, &top, &right, &bottom);
    left = std::max(left, area.left);
    top = std::max(top, area.top);
    right = std::min(right, area.right);
    bottom = std::min(bottom, area.bottom);
    const CairoState state(cr);
    set_colour(cr, colours.front());
    cairo_fill_preserve(cr);
    cairo_clip(cr);
    if (right <= left || bottom <= top) {
        return;
    }
    // Across a stripe x - y grows; along the x axis a stripe is longer by the root of two.
    const double step = stripe_px * std::sqrt(2.0);
    const double period = step * static_cast<double>(colours.size());
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_SQUARE);
    cairo_set_line_width(cr, stripe_px);
    for (std::size_t k = 1; k < colours.size(); ++k) {
        const double middle = (static_cast<double>(k) + 0.5) * step;
        const double first = std::floor((left - bottom) / period) * period + middle;
        for (double x = first; x < right - top + period; x += period) {
            cairo_move_to(cr, x + top, top);
            cairo_line_to(cr, x + bottom, bottom);
        }
        set_colour(cr, colours[k]);
        cairo_stroke(cr);
    }
}

}  // namespace miraimap
