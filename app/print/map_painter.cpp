// SPDX-License-Identifier: MIT
#include "app/print/map_painter.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "app/print/hatch.hpp"
#include "app/print/map_circles.hpp"
#include "app/print/pane_painter.hpp"
#include "app/print/typesetter.hpp"
#include "shapes/choice_rings.hpp"

namespace miraimap {

namespace {

void paint_inset(cairo_t* cr, const Scene& scene, const Inset& inset,
                 const MapPaintOptions& options) {
    const PixelBox f = inset.frame_px();
    {
        const CairoState state(cr);
        cairo_rectangle(cr, f.left, f.top, inset.view.width_px, inset.view.height_px);
        cairo_clip(cr);
        cairo_translate(cr, f.left, f.top);
        paint_pane(cr, scene, inset.view, options.detail_px);
    }
    cairo_rectangle(cr, f.left + 0.5, f.top + 0.5, inset.view.width_px - 1,
                    inset.view.height_px - 1);
    cairo_set_line_width(cr, 1);
    set_colour(cr, scene.style.coast, 0.8);
    cairo_stroke(cr);
    const Typesetter text(cr);
    TextStyle name;
    name.size_px = 11 * options.text_scale;
    name.bold = true;
    name.colour = scene.style.ink;
    const double width = text.measure(inset.name.in(options.lang), name).width_px;
    text.draw_with_halo(inset.name.in(options.lang), f.left + 6 * options.text_scale + width / 2,
                        f.top + inset.strip_px / 2 + 0.5, name, scene.style.sea,
                        1.6 * options.text_scale);
    const ScaleBar bar = scale_bar(inset.view.ground_m_per_px(), inset.view.width_px * 0.42);
    paint_scale_bar(cr, bar, f.left + 7 * options.text_scale, f.bottom - 6 * options.text_scale,
                    scene.style.quiet_ink, 9.5 * options.text_scale, options.lang);
}

void paint_region_number(cairo_t* cr, const Scene& scene, const RegionNumber& number) {
    cairo_new_path(cr);
    cairo_arc(cr, number.x_px, number.y_px, number.radius_px, 0, 2 * G_PI);
    set_colour(cr, scene.style.region);
    cairo_fill_preserve(cr);
    cairo_set_line_width(cr, 1.2);
    set_colour(cr, scene.style.region_halo);
    cairo_stroke(cr);
    TextStyle style;
    style.size_px = number.radius_px * 1.2;
    style.bold = true;
    style.colour = scene.style.region_halo;
    const std::string words =
        std::to_string(scene.regions[static_cast<std::size_t>(number.region)].number);
    const Typesetter text(cr);
    const TextSize size = text.measure(words, style);
    text.draw(words, number.x_px - size.width_px / 2, number.y_px - size.height_px / 2, style);
}

TextStyle label_style(const Scene& scene, const MapLabel& label) {
    TextStyle style;
    style.size_px = label.size_px;
    style.bold = label.kind == LabelKind::covered;
    style.colour = scene.style.label;
    if (label.kind == LabelKind::prefecture) {
        style.colour = scene.style.quiet_ink;
    } else if (label.kind == LabelKind::place) {
        style.colour = scene.style.quiet_ink;
    }
    return style;
}

/// A ring with a halo; of a chosen place with four ticks outwards.
void paint_choice_ring(cairo_t* cr, const ChoiceRing& ring, const MapStyle& style) {
    cairo_new_path(cr);
    cairo_arc(cr, ring.x_px, ring.y_px, choice_ring_px, 0, 2 * G_PI);
    for (const auto& [dx, dy] :
         {std::pair(1, 0), std::pair(-1, 0), std::pair(0, 1), std::pair(0, -1)}) {
        if (ring.chosen) {
            const double end = choice_ring_px + choice_tick_px;
            cairo_move_to(cr, ring.x_px + dx * choice_ring_px, ring.y_px + dy * choice_ring_px);
            cairo_line_to(cr, ring.x_px + dx * end, ring.y_px + dy * end);
        }
    }
    cairo_set_line_width(cr, 4.4);
    set_colour(cr, style.label_halo);
    cairo_stroke_preserve(cr);
    cairo_set_line_width(cr, 2);
    set_colour(cr, ring.chosen ? style.selection : style.hover);
    cairo_stroke(cr);
}

}  // namespace

void paint_marker(cairo_t* cr, double x_px, double y_px, double radius_px,
                  const std::vector<Colour>& fills, const MapStyle& style) {
    cairo_new_path(cr);
    cairo_arc(cr, x_px, y_px, radius_px + marker_halo_px, 0, 2 * G_PI);
    set_colour(cr, style.label_halo);
    cairo_fill(cr);
    const double turn = 2 * G_PI / static_cast<double>(std::max<std::size_t>(fills.size(), 1));
    for (std::size_t i = 0; i < fills.size(); ++i) {
        const double from = -G_PI / 2 + static_cast<double>(i) * turn;
        if (fills.size() > 1) {
            cairo_move_to(cr, x_px, y_px);
        }
        cairo_arc(cr, x_px, y_px, radius_px, from, from + turn);
        cairo_close_path(cr);
        set_colour(cr, fills[i]);
        cairo_fill(cr);
    }
    cairo_arc(cr, x_px, y_px, radius_px, 0, 2 * G_PI);
    cairo_set_line_width(cr, marker_outline_px);
    set_colour(cr, style.label);
    cairo_stroke(cr);
}

void paint_swatch(cairo_t* cr, const ClassStyle& style, const PixelBox& box, Colour frame,
                  double text_scale) {
    const CairoState state(cr);
    cairo_translate(cr, box.left, box.top);
    const double width = box.right - box.left;
    const double height = box.bottom - box.top;
    cairo_rectangle(cr, 0, 0, width, height);
    set_colour(cr, style.fill);
    cairo_fill_preserve(cr);
    paint_hatch(cr, style, {0, 0, width, height});
    cairo_rectangle(cr, 0.5, 0.5, width - 1, height - 1);
    cairo_set_line_width(cr, std::min(1.0, text_scale));
    set_colour(cr, frame);
    cairo_stroke(cr);
}

void paint_scale_bar(cairo_t* cr, const ScaleBar& bar, double x_px, double y_px, Colour ink,
                     double text_px, Lang lang) {
    const double tick = std::round(text_px * 0.4);
    const double y = std::floor(y_px) + 0.5;
    const double x = std::floor(x_px) + 0.5;
    cairo_move_to(cr, x, y - tick);
    cairo_line_to(cr, x, y);
    cairo_line_to(cr, x + bar.length_px, y);
    cairo_line_to(cr, x + bar.length_px, y - tick);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_SQUARE);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_MITER);
    cairo_set_line_width(cr, 1);
    set_colour(cr, ink);
    cairo_stroke(cr);
    TextStyle style;
    style.size_px = text_px;
    style.colour = ink;
    const Typesetter text(cr);
    const TextSize size = text.measure(bar.name.in(lang), style);
    text.draw(bar.name.in(lang), x + bar.length_px + text_px * 0.5, y - size.height_px * 0.68,
              style);
}

void paint_map(cairo_t* cr, const Scene& scene, const MapPaintOptions& options) {
    const CairoState state(cr);
    cairo_rectangle(cr, 0, 0, scene.view.width_px, scene.view.height_px);
    cairo_clip(cr);
    paint_pane(cr, scene, scene.view, options.detail_px);
    for (const Inset& inset : scene.insets) {
        paint_inset(cr, scene, inset, options);
    }
    for (const MapMarker& marker : scene.markers) {
        paint_marker(cr, marker.x_px, marker.y_px, marker.radius_px,
                     fills_of(scene, marker.municipality), scene.style);
    }
    for (const ChoiceRing& ring : choice_rings(scene)) {
        paint_choice_ring(cr, ring, scene.style);
    }
    for (const MapCircle& circle : scene.circles) {
        paint_circle(cr, circle.x_px, circle.y_px, circle.radius_px, circle.municipality < 0,
                     scene.style);
    }
    const Typesetter text(cr);
    for (const RegionNumber& number : scene.region_numbers) {
        paint_region_number(cr, scene, number);
    }
    for (const MapLabel& label : scene.labels) {
        text.draw_with_halo(label.text, label.x_px, label.y_px, label_style(scene, label),
                            scene.style.label_halo, 1.6 * options.text_scale);
    }
}

}  // namespace miraimap
