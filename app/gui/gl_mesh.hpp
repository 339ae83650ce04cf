// SPDX-License-Identifier: MIT
// The map's shapes on the graphics card, and the calls that draw parts of them.
//
// Promises: only runs that touch the asked box are drawn. A feature that covers no pixel's centre
// gets one pixel. Does not: know colours, classes or where the result goes.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "app/gui/gl_lines.hpp"
#include "app/gui/gl_objects.hpp"
#include "app/gui/map_canvas.hpp"
#include "app/gui/map_mesh.hpp"
#include "shapes/device_view.hpp"

namespace miraimap::gui {

class GlMesh {
public:
    /// @throws Error{input} if a shader cannot be built
    GlMesh();
    void upload(std::shared_ptr<const MapMesh> mesh);

    /// Draws feature numbers + 1 into an unsigned integer target of the view's size.
    /// @param part  only what touches this box is needed
    /// @param cull  false: everything is drawn, for tests
    void draw_ids(const DeviceView& view, const MapBox& part, bool cull, DrawCounts& counts);
    /// Draws the borders of one kind.
    void draw_lines(LineKind kind, const DeviceView& view, const MapBox& part, double width_px,
                    const std::array<float, 4>& colour, bool cull, DrawCounts& counts);

private:
    struct FillBuffers {
        GlVertexArray array;
        GlBuffer vertices;
        GlBuffer corners;
    };
    void draw_points(const DeviceView& view, const MapBox& part, std::size_t level,
                     DrawCounts& counts);

    GlProgram id_program_;
    ViewUniforms id_view_;
    GlLines line_program_;
    GlVertexArray point_array_;
    GlBuffer points_;
    std::vector<std::unique_ptr<FillBuffers>> fills_;
    std::array<std::vector<std::unique_ptr<GlBuffer>>, line_kind_count> lines_;
    std::shared_ptr<const MapMesh> mesh_;
};

}  // namespace miraimap::gui
