// SPDX-License-Identifier: MIT
#include "app/gui/gl_overlay.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "shapes/choice_rings.hpp"
#include "shapes/level_of_detail.hpp"
#include "shapes/meetings.hpp"
#include "shapes/regions.hpp"

namespace miraimap::gui {
namespace {

std::array<float, 4> premultiplied(Colour c) {
    constexpr float full = 255;
    const float alpha = static_cast<float>(c.a) / full;
    return {static_cast<float>(c.r) / full * alpha, static_cast<float>(c.g) / full * alpha,
            static_cast<float>(c.b) / full * alpha, alpha};
}

MeshSegment piece_of(MapPoint origin, MapPoint a, MapPoint b) {
    return {static_cast<float>(a.x_m - origin.x_m), static_cast<float>(a.y_m - origin.y_m),
            static_cast<float>(b.x_m - origin.x_m), static_cast<float>(b.y_m - origin.y_m)};
}

void add_line(MapPoint origin, const std::vector<MapPoint>& points,
              std::vector<MeshSegment>& pieces) {
    for (std::size_t i = 1; i < points.size(); ++i) {
        pieces.push_back(piece_of(origin, points[i - 1], points[i]));
    }
}

}  // namespace

void GlOverlay::Outlines::set(const MapShapes& shapes, MapPoint origin,
                              const std::vector<int>& wanted) {
    if (of == wanted) {
        return;
    }
    of = wanted;
    // A hundred small outlines side by side would cover what is inside them.
    std::vector<MeshSegment> all;
    if (wanted.size() > most_outlined_singly) {
        all = outline_of(shapes, origin, wanted);
    }
    for (std::size_t i = 0; i < wanted.size() && wanted.size() <= most_outlined_singly; ++i) {
        const std::vector<MeshSegment> outline = outline_of(shapes, origin, wanted[i]);
        all.insert(all.end(), outline.begin(), outline.end());
    }
    pieces.upload(all);
}

void GlOverlay::RegionLines::set(const MapShapes& shapes, MapPoint origin, const Scene& scene,
                                 int wanted_level) {
    std::vector<int> wanted{scene.marked_region};
    for (const MapRegion& region : scene.regions) {
        wanted.push_back(-1);
        wanted.push_back(region.number);
        wanted.insert(wanted.end(), region.members.begin(), region.members.end());
    }
    if (wanted == of && wanted_level == level) {
        return;
    }
    of = std::move(wanted);
    level = wanted_level;
    const std::vector<int> regions = region_of_places(scene);
    const auto region = [&](int place) {
        return place < 0 ? -1 : regions[static_cast<std::size_t>(place)];
    };
    const auto is_marked = [&](int r) {
        return r >= 0 && scene.regions[static_cast<std::size_t>(r)].number == scene.marked_region;
    };
    std::vector<MeshSegment> all;
    std::vector<MeshSegment> of_marked;
    // Thick lines hide more than thin ones: half a pixel is enough.
    const DetailLevel detail{std::exp2(level) * 0.5};
    for (const BorderLine& border : shapes.borders) {
        const int left = region(border.left);
        const int right = region(border.right);
        if (left != right) {
            add_line(origin, line_at(border, detail),
                     is_marked(left) || is_marked(right) ? of_marked : all);
        }
    }
    plain.upload(all);
    marked.upload(of_marked);
}

void GlOverlay::forget() {
    chosen_.of.clear();
    chosen_.pieces.count = 0;
    hovered_.of.clear();
    hovered_.pieces.count = 0;
    regions_.clear();
    met_.reset();
}

void GlOverlay::set_meetings(const Scene& scene) {
    if (met_ == scene.meetings) {
        return;
    }
    met_ = scene.meetings;
    std::vector<MeshSegment> borders;
    for (const BorderLine* line : meeting_borders(scene)) {
        add_line(origin_, line->points, borders);
    }
    met_borders_.upload(borders);
}

void GlOverlay::draw_regions(const Scene& scene, RegionLines& lines, const DeviceView& view,
                             double ratio) {
    const MapStyle& style = scene.style;
    const std::array<float, 4> ink = premultiplied(style.region);
    const std::array<float, 4> halo = premultiplied(style.region_halo);
    const auto stroke = [&](const GlPieces& pieces, double width_px) {
        lines_.draw(pieces, view, origin_, (width_px + style.region_halo_px) * ratio, halo);
        lines_.draw(pieces, view, origin_, width_px * ratio, ink);
    };
    stroke(lines.plain, style.region_px);
    stroke(lines.marked, style.region_px + style.region_marked_px);
}

void GlOverlay::draw_meetings(const Scene& scene, const MapPane& pane, double ratio) {
    if (scene.meetings.empty()) {
        return;
    }
    // Dashes and squares have their size on the screen, so they follow the view.
    View view;
    view.centre = pane.view.centre;
    view.metres_per_px = pane.scene_metres_per_px;
    view.width_px = pane.view.width_px / ratio;
    view.height_px = pane.view.height_px / ratio;
    std::vector<MeshSegment> dashes;
    std::vector<MeshSegment> squares;
    for (const MapMeeting& meeting : scene.meetings) {
        for (const auto& [from, to] : meeting_dashes(meeting, view)) {
            dashes.push_back(piece_of(origin_, from, to));
        }
        if (meeting.kind == MeetingKind::point) {
            // The ends of a piece reach over by a quarter of its width.
            const double half_m = meeting_point_px / 4 * view.metres_per_px;
            squares.push_back(piece_of(origin_, {meeting.from.x_m - half_m, meeting.from.y_m},
                                       {meeting.from.x_m + half_m, meeting.from.y_m}));
        }
    }
    met_links_.upload(dashes);
    met_points_.upload(squares);
    for (const bool below : {true, false}) {
        const auto colour = premultiplied(below ? scene.style.region_halo : scene.style.meeting);
        const double more_px = below ? meeting_halo_px : 0;
        const auto stroke = [&](const GlPieces& pieces, double width_px) {
            lines_.draw(pieces, pane.view, origin_, (width_px + more_px) * ratio, colour);
        };
        stroke(met_borders_, meeting_px);
        stroke(met_links_, meeting_link_px);
        stroke(met_points_, meeting_point_px);
    }
}

void GlOverlay::draw(const MapShapes& shapes, MapPoint origin, const Scene& scene,
                     const std::vector<MapPane>& panes, const MapFrame& frame, int bottom_px) {
    origin_ = origin;
    chosen_.set(shapes, origin, scene.chosen);
    hovered_.set(shapes, origin,
                 scene.hovered < 0 ? scene.hovered_group : std::vector<int>{scene.hovered});
    set_meetings(scene);
    if (scene.chosen.empty() && hovered_.of.empty() && scene.regions.empty() &&
        scene.meetings.empty()) {
        return;
    }
    while (regions_.size() < panes.size()) {
        regions_.push_back(std::make_unique<RegionLines>());
    }
    const double ratio = frame.pixel_ratio;
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_ONE, GL_ONE_MINUS_SRC_ALPHA, GL_ZERO, GL_ONE);
    glEnable(GL_SCISSOR_TEST);
    const auto outline = [&](const Outlines& lines, const DeviceView& view, Colour colour,
                             double width_px) {
        lines_.draw(lines.pieces, view, origin_, width_px * ratio, premultiplied(colour));
    };
    for (std::size_t i = 0; i < panes.size(); ++i) {
        const MapPane& pane = panes[i];
        const DeviceView& view = pane.view;
        const int left = frame.left_px + pane.left_px;
        const int bottom = bottom_px + pane.bottom_px;
        glViewport(left, bottom, view.width_px, view.height_px);
        glScissor(left, bottom, view.width_px, view.height_px);
        if (!scene.regions.empty()) {
            const int level = static_cast<int>(std::floor(std::log2(view.metres_per_px)));
            regions_[i]->set(shapes, origin, scene, level);
            draw_regions(scene, *regions_[i], view, ratio);
        }
        outline(hovered_, view, scene.style.hover, 1.8);
        outline(chosen_, view, scene.style.label_halo, 5.0);
        outline(chosen_, view, scene.style.selection, 2.4);
        draw_meetings(scene, pane, ratio);
    }
    glDisable(GL_SCISSOR_TEST);
    glBindVertexArray(0);
}

}  // namespace miraimap::gui
