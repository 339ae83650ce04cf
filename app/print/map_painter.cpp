// SPDX-License-Identifier: MIT
#include "app/print/map_painter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <vector>

#include "app/print/hatch.hpp"
#include "app/print/map_circles.hpp"
#include "app/print/typesetter.hpp"
#include "shapes/level_of_detail.hpp"
#include "shapes/outline.hpp"
#include "shapes/regions.hpp"

namespace miraimap {

namespace {

/// One pane (main map or inset) at its own detail.
class PanePainter {
public:
    PanePainter(cairo_t* cr, const Scene& scene, const View& view, double detail_px)
        : cr_(cr), scene_(scene), view_(view) {
        seen_ = view.box();
        const double margin = 4 * view.metres_per_px;
        seen_.min_x_m -= margin;
        seen_.min_y_m -= margin;
        seen_.max_x_m += margin;
        seen_.max_y_m += margin;
        detail_ = simplify_borders(*scene.shapes, seen_, detail_px * view.metres_per_px);
    }

    void paint() {
        set_colour(cr_, scene_.style.sea);
        cairo_rectangle(cr_, 0, 0, view_.width_px, view_.height_px);
        cairo_fill(cr_);
        paint_fills();
        paint_borders();
        paint_regions();
        paint_outline_of({scene_.hovered}, scene_.style.hover, 1.6);
        paint_outline_of(scene_.chosen, scene_.style.selection, 2.0);
    }

private:
    void add_rings(const std::vector<MapRing>& rings) {
        for (const MapRing& ring : rings) {
            MapBox box;
            for (const MapPoint p : ring) {
                box.add(p);
            }
            if (ring.size() < 3 || !box.overlaps(seen_)) {
                continue;
            }
            cairo_move_to(cr_, view_.x_px(ring[0]), view_.y_px(ring[0]));
            for (std::size_t i = 1; i < ring.size(); ++i) {
                cairo_line_to(cr_, view_.x_px(ring[i]), view_.y_px(ring[i]));
            }
            cairo_close_path(cr_);
        }
    }

    void paint_fills() {
        cairo_set_fill_rule(cr_, CAIRO_FILL_RULE_WINDING);
        // All land first: where two classes meet, the pixels between them show land, never sea.
        const std::size_t base = base_class();
        if (base < scene_.legend.size()) {
            add_rings(trace_outlines(*scene_.shapes, detail_,
                                     std::vector<int>(scene_.class_of.size(), 0), 0));
            set_colour(cr_, scene_.legend[base].style.fill);
            cairo_fill(cr_);
        }
        for (std::size_t c = 0; c < scene_.legend.size(); ++c) {
            const ClassStyle& style = scene_.legend[c].style;
            if (c == base && style.hatch == Hatch::none) {
                continue;
            }
            add_rings(
                trace_outlines(*scene_.shapes, detail_, scene_.class_of, static_cast<int>(c)));
            set_colour(cr_, style.fill);
            if (style.hatch == Hatch::none) {
                cairo_fill(cr_);
                continue;
            }
            cairo_fill_preserve(cr_);
            paint_hatch(cr_, style, seen_px());
        }
        paint_stripes();
        paint_small_places();
    }

    /// A dot of one pixel for each place that its own shape may not give any.
    void paint_small_places() {
        for (const SmallPlace& place : small_places(*scene_.shapes, view_.metres_per_px)) {
            const int c = scene_.class_of[static_cast<std::size_t>(place.municipality)];
            if (!seen_.contains(place.at) || c < 0 ||
                static_cast<std::size_t>(c) >= scene_.legend.size()) {
                continue;
            }
            cairo_rectangle(cr_, std::floor(view_.x_px(place.at)), std::floor(view_.y_px(place.at)),
                            1, 1);
            set_colour(cr_, scene_.legend[static_cast<std::size_t>(c)].style.fill);
            cairo_fill(cr_);
        }
    }

    [[nodiscard]] PixelBox seen_px() const { return {0, 0, view_.width_px, view_.height_px}; }

    /// Places of several classes: those with the same ones are filled together.
    void paint_stripes() {
        std::map<std::array<int, 3>, int> groups;
        std::vector<int> group_of(scene_.class_of.size(), -1);
        for (std::size_t i = 0; i < scene_.further_classes.size(); ++i) {
            const FurtherClasses& more = scene_.further_classes[i];
            if (more.second >= 0) {
                const std::array<int, 3> key{scene_.class_of[i], more.second, more.third};
                group_of[i] = groups.emplace(key, static_cast<int>(groups.size())).first->second;
            }
        }
        for (const auto& [classes, group] : groups) {
            add_rings(trace_outlines(*scene_.shapes, detail_, group_of, group));
            std::vector<Colour> colours;
            for (const int c : classes) {
                if (c >= 0) {
                    colours.push_back(scene_.legend[static_cast<std::size_t>(c)].style.fill);
                }
            }
            fill_striped(cr_, colours, seen_px());
        }
    }

    /// The class with most municipalities: its fill lies under all others.
    [[nodiscard]] std::size_t base_class() const {
        std::vector<int> counts(scene_.legend.size(), 0);
        for (const int c : scene_.class_of) {
            if (c >= 0 && static_cast<std::size_t>(c) < counts.size()) {
                ++counts[static_cast<std::size_t>(c)];
            }
        }
        std::size_t best = 0;
        for (std::size_t c = 0; c < counts.size(); ++c) {
            const bool plain = scene_.legend[c].style.hatch == Hatch::none;
            const bool best_plain = scene_.legend[best].style.hatch == Hatch::none;
            if ((plain && !best_plain) || (plain == best_plain && counts[c] > counts[best])) {
                best = c;
            }
        }
        return best;
    }

    /// A border between two places outside the question says nothing.
    [[nodiscard]] bool unlisted(const BorderLine& border) const {
        const auto outside = [&](int municipality) {
            if (municipality < 0) {
                return true;
            }
            const int c = scene_.class_of[static_cast<std::size_t>(municipality)];
            return c >= 0 && static_cast<std::size_t>(c) < scene_.legend.size() &&
                   scene_.legend[static_cast<std::size_t>(c)].style.key == "outside";
        };
        return outside(border.left) && outside(border.right);
    }

    [[nodiscard]] bool strong(int municipality) const {
        if (municipality < 0) {
            return false;
        }
        const int c = scene_.class_of[static_cast<std::size_t>(municipality)];
        if (c < 0 || static_cast<std::size_t>(c) >= scene_.legend.size()) {
            return false;
        }
        return has_strong_fill(scene_.style, scene_.legend[static_cast<std::size_t>(c)].style);
    }

    template <typename Wanted>
    void stroke_lines(Wanted wanted, double width_px, Colour colour, double opacity) {
        for (std::size_t i = 0; i < detail_.lines.size(); ++i) {
            const std::vector<MapPoint>& line = detail_.lines[i];
            if (line.size() < 2 || !wanted(scene_.shapes->borders[i]) || !near(line)) {
                continue;
            }
            cairo_move_to(cr_, view_.x_px(line[0]), view_.y_px(line[0]));
            for (std::size_t k = 1; k < line.size(); ++k) {
                cairo_line_to(cr_, view_.x_px(line[k]), view_.y_px(line[k]));
            }
        }
        cairo_set_line_join(cr_, CAIRO_LINE_JOIN_ROUND);
        cairo_set_line_cap(cr_, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_width(cr_, width_px);
        set_colour(cr_, colour, opacity);
        cairo_stroke(cr_);
    }

    [[nodiscard]] bool near(const std::vector<MapPoint>& line) const {
        MapBox box;
        for (const MapPoint p : line) {
            box.add(p);
        }
        return box.overlaps(seen_);
    }

    void paint_borders() {
        const MapStyle& style = scene_.style;
        const BorderLook look = border_look(style, view_.metres_per_px);
        stroke_lines(
            [&](const BorderLine& b) {
                return !b.coast() && !b.between_prefectures && !unlisted(b);
            },
            look.municipality_px, style.municipality_border, look.municipality_strength);
        stroke_lines([&](const BorderLine& b) { return strong(b.left) && strong(b.right); },
                     look.covered_px, style.covered_border, 1);
        stroke_lines([](const BorderLine& b) { return b.coast(); }, look.coast_px, style.coast, 1);
        stroke_lines([](const BorderLine& b) { return b.between_prefectures; }, look.prefecture_px,
                     style.prefecture_border, 1);
    }

    /// The outer borders of the regions, never a seam inside one.
    void paint_regions() {
        if (scene_.regions.empty()) {
            return;
        }
        const std::vector<int> regions = region_of_places(scene_);
        const auto region = [&](int municipality) {
            return municipality < 0 ? -1 : regions[static_cast<std::size_t>(municipality)];
        };
        const auto outlined = [&](const BorderLine& b) {
            return region(b.left) != region(b.right);
        };
        const MapStyle& style = scene_.style;
        stroke_lines(outlined, style.region_px + 1.8, style.region_halo, 0.85);
        stroke_lines(outlined, style.region_px, style.region, 1);
    }

    /// The outline of each municipality, also between two of them.
    void paint_outline_of(const std::vector<int>& municipalities, Colour colour, double width_px) {
        std::vector<int> wanted(scene_.class_of.size(), 0);
        for (const int municipality : municipalities) {
            if (municipality >= 0 && static_cast<std::size_t>(municipality) < wanted.size()) {
                wanted[static_cast<std::size_t>(municipality)] = 1;
            }
        }
        const auto is_wanted = [&](int municipality) {
            return municipality >= 0 && wanted[static_cast<std::size_t>(municipality)] != 0;
        };
        stroke_lines([&](const BorderLine& b) { return is_wanted(b.left) || is_wanted(b.right); },
                     width_px, colour, 1);
    }

    cairo_t* cr_;
    const Scene& scene_;
    const View& view_;
    MapBox seen_;
    LineDetail detail_;
};

void paint_inset(cairo_t* cr, const Scene& scene, const Inset& inset,
                 const MapPaintOptions& options) {
    const PixelBox f = inset.frame_px();
    {
        const CairoState state(cr);
        cairo_rectangle(cr, f.left, f.top, inset.view.width_px, inset.view.height_px);
        cairo_clip(cr);
        cairo_translate(cr, f.left, f.top);
        PanePainter(cr, scene, inset.view, options.detail_px).paint();
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
    const ScaleBar bar = scale_bar(inset.view.metres_per_px, inset.view.width_px * 0.42);
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

/// Whichever of two colours stands out more from a ground, by lightness.
Colour stronger(Colour a, Colour b, Colour ground) {
    const auto from_ground = [&](Colour c) {
        return std::abs(2 * (c.r - ground.r) + 5 * (c.g - ground.g) + (c.b - ground.b));
    };
    return from_ground(b) > from_ground(a) ? b : a;
}

}  // namespace

void paint_marker(cairo_t* cr, double x_px, double y_px, double radius_px, const ClassStyle& style,
                  Colour halo) {
    cairo_new_path(cr);
    cairo_arc(cr, x_px, y_px, radius_px, 0, 2 * G_PI);
    cairo_set_line_width(cr, 3.2);
    set_colour(cr, halo);
    cairo_stroke_preserve(cr);
    cairo_set_line_width(cr, 1.4);
    set_colour(cr, stronger(style.fill, style.hatch_colour, halo));
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
    PanePainter(cr, scene, scene.view, options.detail_px).paint();
    for (const Inset& inset : scene.insets) {
        paint_inset(cr, scene, inset, options);
    }
    for (const MapMarker& marker : scene.markers) {
        const int c = scene.class_of[static_cast<std::size_t>(marker.municipality)];
        paint_marker(cr, marker.x_px, marker.y_px, marker.radius_px,
                     scene.legend[static_cast<std::size_t>(c)].style, scene.style.label_halo);
    }
    for (const MapCircle& circle : scene.circles) {
        paint_circle(cr, circle.x_px, circle.y_px, circle.radius_px, scene.style);
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
