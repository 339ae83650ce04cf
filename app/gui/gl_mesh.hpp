// SPDX-License-Identifier: MIT
// The map's shapes on the graphics card, and the calls that draw parts of them.
//
// Promises: only runs that touch the asked box are drawn. A feature that covers no pixel's centre
// gets one pixel. Does not: know colours, classes or where the result goes.
#pragma once

#include <array>
#include <memory>
#include <vector>

#include "app/gui/gl_objects.hpp"
#include "app/gui/map_mesh.hpp"

namespace miraimap::gui {

/// A part of the map in device pixels.
struct GlView {
    MapPoint centre;
    double metres_per_px = 0;
    int width_px = 0;
    int height_px = 0;
    [[nodiscard]] MapBox box(double margin_px = 0) const;
    friend bool operator==(const GlView&, const GlView&) = default;
};

/// What one drawing took.
struct DrawCounts {
    long long triangles = 0;
    long long segments = 0;
    long long points = 0;
    long long calls = 0;
};

class GlMesh {
public:
    /// @throws Error{input} if a shader cannot be built
    GlMesh();
    void upload(std::shared_ptr<const MapMesh> mesh);
    [[nodiscard]] bool empty() const { return mesh_ == nullptr; }
    [[nodiscard]] MapPoint origin() const { return mesh_->origin; }

    /// Draws feature numbers + 1 into an unsigned integer target of the view's size.
    /// @param part  only what touches this box is needed
    /// @param cull  false: everything is drawn, for tests
    void draw_ids(const GlView& view, const MapBox& part, bool cull, DrawCounts& counts);
    /// Draws the borders of one kind.
    void draw_lines(LineKind kind, const GlView& view, const MapBox& part, double width_px,
                    const std::array<float, 4>& colour, bool cull, DrawCounts& counts);
    /// Draws loose pieces, e.g. the outline of a chosen place.
    void draw_pieces(const GlBuffer& pieces, std::size_t count, const GlView& view, double width_px,
                     const std::array<float, 4>& colour);

private:
    struct FillBuffers {
        GlVertexArray array;
        GlBuffer vertices;
        GlBuffer corners;
    };
    struct ViewUniforms {
        GLint centre_m, centre_rest_m, per_m;
    };
    static ViewUniforms view_uniforms(const GlProgram& program);
    void set_view(const ViewUniforms& uniforms, const GlView& view) const;
    void begin_lines(const GlView& view, double width_px, const std::array<float, 4>& colour);
    void draw_points(const GlView& view, const MapBox& part, std::size_t level, DrawCounts& counts);

    GlProgram id_program_;
    GlProgram line_program_;
    ViewUniforms id_view_;
    ViewUniforms line_view_;
    GLint line_size_px_;
    GLint line_half_width_px_;
    GLint line_colour_;
    GlVertexArray line_array_;
    GlVertexArray point_array_;
    GlBuffer points_;
    std::vector<std::unique_ptr<FillBuffers>> fills_;
    std::array<std::vector<std::unique_ptr<GlBuffer>>, line_kind_count> lines_;
    std::shared_ptr<const MapMesh> mesh_;
};

}  // namespace miraimap::gui
