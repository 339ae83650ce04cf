// SPDX-License-Identifier: MIT
// Lines on the map, drawn by the graphics card as anti-aliased quads.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "app/gui/gl_objects.hpp"
#include "app/gui/map_mesh.hpp"
#include "shapes/device_view.hpp"

namespace miraimap::gui {

/// Where a shader finds which part of the map it draws.
class ViewUniforms {
public:
    explicit ViewUniforms(const GlProgram& program);
    /// With the program in use.
    /// @param origin  of the positions that are drawn
    void set(const DeviceView& view, MapPoint origin) const;

private:
    GLint centre_m_, centre_rest_m_, per_m_;
};

/// Pieces of lines on the graphics card.
struct GlPieces {
    GlBuffer buffer;
    std::size_t count = 0;
    void upload(const std::vector<MeshSegment>& pieces);
};

class GlLines {
public:
    /// @throws Error{input} if a shader cannot be built
    GlLines();
    /// What draw_segments draws next looks so.
    void begin(const DeviceView& view, MapPoint origin, double width_px,
               const std::array<float, 4>& colour);
    /// Draws loose pieces, e.g. the outline of a chosen place.
    void draw(const GlPieces& pieces, const DeviceView& view, MapPoint origin, double width_px,
              const std::array<float, 4>& colour);

private:
    GlProgram program_;
    ViewUniforms view_;
    GLint size_px_, half_width_px_, colour_;
    GlVertexArray array_;
};

}  // namespace miraimap::gui
