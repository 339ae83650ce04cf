// SPDX-License-Identifier: MIT
#include "app/print/pane_painter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <vector>

#include "app/print/border_ink.hpp"
#include "app/print/cairo_handles.hpp"
#include "app/print/hatch.hpp"
#include "shapes/level_of_detail.hpp"
#include "shapes/meetings.hpp"
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
        ink_ = BorderInk::of(cr, view);
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
        paint_meetings();
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

    /// Rings that cross themselves or run backwards would cancel a neighbour in a common path (once
    /// around forwards and once backwards is nothing), so their places are painted alone and below:
    /// what a clean place covers always shows it.
    void paint_fills() {
        cairo_set_fill_rule(cr_, CAIRO_FILL_RULE_WINDING);
        std::copy_if(
            scene_.shapes->unclean.begin(), scene_.shapes->unclean.end(),
            std::back_inserter(unclean_), [&](int place) {
                return seen_.overlaps(scene_.shapes->boxes[static_cast<std::size_t>(place)]);
            });
        clean_class_of_ = scene_.class_of;
        for (const int place : unclean_) {
            clean_class_of_[static_cast<std::size_t>(place)] = -1;
        }
        // All land first: where two classes meet, the pixels between them show land, never sea.
        const std::size_t base = base_class();
        if (base < scene_.legend.size()) {
            paint_land(scene_.legend[base].style.fill);
        }
        for (const int place : unclean_) {
            paint_alone(place);
        }
        for (std::size_t c = 0; c < scene_.legend.size(); ++c) {
            const ClassStyle& style = scene_.legend[c].style;
            if (c == base && style.hatch == Hatch::none && unclean_.empty()) {
                continue;
            }
            add_rings(
                trace_outlines(*scene_.shapes, detail_, clean_class_of_, static_cast<int>(c)));
            fill_class(style);
        }
        paint_stripes();
        paint_small_places();
    }

    void paint_land(Colour colour) {
        set_colour(cr_, colour);
        std::vector<int> group_of(scene_.class_of.size(), 0);
        for (const int place : unclean_) {
            group_of[static_cast<std::size_t>(place)] = -1;
            add_place(place);
            cairo_fill(cr_);
        }
        add_rings(trace_outlines(*scene_.shapes, detail_, group_of, 0));
        cairo_fill(cr_);
    }

    void add_place(int place) { add_rings(rings_of(*scene_.shapes, detail_, place)); }

    /// A place with its class, or with its stripes, on a path of its own.
    void paint_alone(int place) {
        const auto i = static_cast<std::size_t>(place);
        const int c = scene_.class_of[i];
        if (c < 0 || static_cast<std::size_t>(c) >= scene_.legend.size()) {
            return;
        }
        add_place(place);
        if (i < scene_.further_classes.size() && scene_.further_classes[i].second >= 0) {
            const FurtherClasses& more = scene_.further_classes[i];
            fill_stripes({c, more.second, more.third});
        } else {
            fill_class(scene_.legend[static_cast<std::size_t>(c)].style);
        }
    }

    /// Fills the path in the colour of a class, with its hatch.
    void fill_class(const ClassStyle& style) {
        set_colour(cr_, style.fill);
        if (style.hatch == Hatch::none) {
            cairo_fill(cr_);
            return;
        }
        cairo_fill_preserve(cr_);
        paint_hatch(cr_, style, seen_px());
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
            if (more.second >= 0 && clean_class_of_[i] >= 0) {
                const std::array<int, 3> key{scene_.class_of[i], more.second, more.third};
                group_of[i] = groups.emplace(key, static_cast<int>(groups.size())).first->second;
            }
        }
        for (const auto& [classes, group] : groups) {
            add_rings(trace_outlines(*scene_.shapes, detail_, group_of, group));
            fill_stripes(classes);
        }
    }

    /// Shares the path out among classes.
    void fill_stripes(const std::array<int, 3>& classes) {
        std::vector<Colour> colours;
        for (const int c : classes) {
            if (c >= 0) {
                colours.push_back(scene_.legend[static_cast<std::size_t>(c)].style.fill);
            }
        }
        fill_striped(cr_, colours, seen_px());
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

    /// Thin lines: a mask where pixels are painted, strokes on paper that can be enlarged.
    template <typename Wanted>
    void draw_borders(Wanted wanted, double width_px, Colour colour, double opacity) {
        if (!ink_) {
            stroke_lines(wanted, width_px, colour, opacity);
            return;
        }
        std::vector<const std::vector<MapPoint>*> lines;
        for (std::size_t i = 0; i < detail_.lines.size(); ++i) {
            const std::vector<MapPoint>& line = detail_.lines[i];
            if (line.size() >= 2 && wanted(scene_.shapes->borders[i]) && near(line)) {
                lines.push_back(&line);
            }
        }
        ink_->draw(lines, width_px, colour, opacity);
    }

    void paint_borders() {
        const MapStyle& style = scene_.style;
        const BorderLook look = border_look(style, view_.metres_per_px);
        draw_borders(
            [&](const BorderLine& b) {
                return !b.coast() && !b.between_prefectures && !unlisted(b);
            },
            look.municipality_px, style.municipality_border, look.municipality_strength);
        draw_borders([&](const BorderLine& b) { return strong(b.left) && strong(b.right); },
                     look.covered_px, style.covered_border, 1);
        draw_borders([](const BorderLine& b) { return b.coast(); }, look.coast_px, style.coast, 1);
        draw_borders([](const BorderLine& b) { return b.between_prefectures; }, look.prefecture_px,
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
        const auto marked = [&](const BorderLine& b) {
            const auto is_marked = [&](int r) {
                return r >= 0 &&
                       scene_.regions[static_cast<std::size_t>(r)].number == scene_.marked_region;
            };
            return outlined(b) && (is_marked(region(b.left)) || is_marked(region(b.right)));
        };
        const MapStyle& style = scene_.style;
        stroke_lines(outlined, style.region_px + style.region_halo_px, style.region_halo, 1);
        stroke_lines(outlined, style.region_px, style.region, 1);
        if (scene_.marked_region > 0) {
            const double width_px = style.region_px + style.region_marked_px;
            stroke_lines(marked, width_px + style.region_halo_px, style.region_halo, 1);
            stroke_lines(marked, width_px, style.region, 1);
        }
    }

    /// Where chosen places meet their neighbours: lines, squares, dashes.
    void paint_meetings() {
        if (scene_.meetings.empty()) {
            return;
        }
        const std::vector<const BorderLine*> lines = meeting_borders(scene_);
        const auto shared = [&](const BorderLine& b) {
            return std::find(lines.begin(), lines.end(), &b) != lines.end();
        };
        const MapStyle& style = scene_.style;
        for (const bool halo : {true, false}) {
            const Colour colour = halo ? style.region_halo : style.meeting;
            const double more_px = halo ? meeting_halo_px : 0;
            stroke_lines(shared, meeting_px + more_px, colour, 1);
            for (const MapMeeting& meeting : scene_.meetings) {
                paint_dashes(meeting, meeting_link_px + more_px, colour);
                paint_contact(meeting, meeting_point_px + more_px, colour);
            }
        }
    }

    void paint_dashes(const MapMeeting& meeting, double width_px, Colour colour) {
        for (const auto& [from, to] : meeting_dashes(meeting, view_)) {
            cairo_move_to(cr_, view_.x_px(from), view_.y_px(from));
            cairo_line_to(cr_, view_.x_px(to), view_.y_px(to));
        }
        cairo_set_line_cap(cr_, CAIRO_LINE_CAP_BUTT);
        cairo_set_line_width(cr_, width_px);
        set_colour(cr_, colour);
        cairo_stroke(cr_);
    }

    void paint_contact(const MapMeeting& meeting, double side_px, Colour colour) {
        if (meeting.kind != MeetingKind::point || !seen_.contains(meeting.from)) {
            return;
        }
        cairo_rectangle(cr_, view_.x_px(meeting.from) - side_px / 2,
                        view_.y_px(meeting.from) - side_px / 2, side_px, side_px);
        set_colour(cr_, colour);
        cairo_fill(cr_);
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
    std::vector<int> unclean_;         ///< places painted alone, ascending
    std::vector<int> clean_class_of_;  ///< classes of all others; -1: painted alone
    LineDetail detail_;
    std::optional<BorderInk> ink_;
};

}  // namespace

void paint_pane(cairo_t* cr, const Scene& scene, const View& view, double detail_px) {
    PanePainter(cr, scene, view, detail_px).paint();
}

}  // namespace miraimap
