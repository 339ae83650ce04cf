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

#include "app/gui/gl_mesh.hpp"
#include "app/gui/map_painter.hpp"

namespace miraimap::gui {

/// A rectangle of the picture with its own view (main map or inset), in device pixels, y upwards.
struct GlPane {
    GlView view;
    int left_px = 0;
    int bottom_px = 0;
    double scene_metres_per_px = 0;
};

/// Pieces of lines on the graphics card.
struct GlPieces {
    GlBuffer buffer;
    std::size_t count = 0;
    void upload(const std::vector<MeshSegment>& pieces);
};

class GlOverlay {
public:
    /// Other shapes: nothing that was made is right any more.
    void forget();
    /// Draws into the current framebuffer.
    /// @param bottom_px  of the picture in the framebuffer, upwards
    void draw(GlMesh& gl_mesh, const MapShapes& shapes, const MapMesh& mesh, const Scene& scene,
              const std::vector<GlPane>& panes, const MapFrame& frame, int bottom_px);

private:
    /// The outlines of some municipalities.
    struct Outlines {
        std::vector<int> of;
        GlPieces pieces;
        void set(const MapShapes& shapes, const MapMesh& mesh, const std::vector<int>& wanted);
    };
    /// The outlines of regions at one level of detail.
    struct RegionLines {
        std::vector<int> of;  ///< numbers and members
        int level = 0;
        GlPieces plain;
        GlPieces marked;
        void set(const MapShapes& shapes, const MapMesh& mesh, const Scene& scene, int level);
    };
    void set_meetings(const MapMesh& mesh, const Scene& scene);
    void draw_regions(GlMesh& gl_mesh, const Scene& scene, RegionLines& lines, const GlView& view,
                      double ratio);
    void draw_meetings(GlMesh& gl_mesh, const MapMesh& mesh, const Scene& scene, const GlPane& pane,
                       double ratio);

    Outlines chosen_;
    Outlines hovered_;
    std::vector<std::unique_ptr<RegionLines>> regions_;  ///< per pane
    std::optional<std::vector<MapMeeting>> met_;
    GlPieces met_borders_;
    GlPieces met_links_;
    GlPieces met_points_;
};

}  // namespace miraimap::gui
