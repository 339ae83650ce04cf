// SPDX-License-Identifier: MIT
// What stands over the shaded map and follows the pointer and the choice: outlines of regions, of
// chosen places and the hovered one, and where chosen places meet their neighbours.
//
// Promises: the same lines as the painter on paper draws; pieces are made anew only where what they
// show or the level of detail changed. Does not: touch the kept picture below.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/gui/gl_lines.hpp"
#include "app/gui/map_painter.hpp"
#include "app/gui/map_panes.hpp"

namespace miraimap::gui {

class GlOverlay {
public:
    /// The constructor throws Error{input} if a shader cannot be built.
    /// Other shapes: nothing that was made is right any more.
    void forget();
    /// Draws into the current framebuffer.
    /// @param origin  of the positions on the card; the same one for the same shapes
    /// @param bottom_px  of the picture in the framebuffer, upwards
    void draw(const MapShapes& shapes, MapPoint origin, const Scene& scene,
              const std::vector<MapPane>& panes, const MapFrame& frame, int bottom_px);

private:
    /// The outlines of some municipalities.
    struct Outlines {
        std::vector<int> of;
        GlPieces pieces;
        void set(const MapShapes& shapes, MapPoint origin, const std::vector<int>& wanted);
    };
    /// The outlines of regions at one level of detail.
    struct RegionLines {
        std::vector<int> of;  ///< numbers and members
        int level = 0;
        GlPieces plain;
        GlPieces marked;
        void set(const MapShapes& shapes, MapPoint origin, const Scene& scene, int level);
    };
    void set_meetings(const Scene& scene);
    void draw_regions(const Scene& scene, RegionLines& lines, const DeviceView& view, double ratio);
    void draw_meetings(const Scene& scene, const MapPane& pane, double ratio);

    GlLines lines_;
    MapPoint origin_;
    Outlines chosen_;
    Outlines hovered_;
    std::vector<std::unique_ptr<RegionLines>> regions_;  ///< per pane
    std::optional<std::vector<MapMeeting>> met_;
    GlPieces met_borders_;
    GlPieces met_links_;
    GlPieces met_points_;
};

}  // namespace miraimap::gui
