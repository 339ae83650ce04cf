// SPDX-License-Identifier: MIT
#include "app/gui/gl_lines.hpp"

#include "app/gui/map_shaders.hpp"

namespace miraimap::gui {

ViewUniforms::ViewUniforms(const GlProgram& program)
    : centre_m_(program.uniform("u_centre_m")),
      centre_rest_m_(program.uniform("u_centre_rest_m")),
      per_m_(program.uniform("u_per_m")) {}

void ViewUniforms::set(const DeviceView& view, MapPoint origin) const {
    // Floats keep a centre to some decimetres only; the rest follows in a second number.
    const double x_m = view.centre.x_m - origin.x_m;
    const double y_m = view.centre.y_m - origin.y_m;
    const auto x = static_cast<float>(x_m);
    const auto y = static_cast<float>(y_m);
    glUniform2f(centre_m_, x, y);
    glUniform2f(centre_rest_m_, static_cast<float>(x_m - static_cast<double>(x)),
                static_cast<float>(y_m - static_cast<double>(y)));
    glUniform2f(per_m_, static_cast<float>(2 / (view.metres_per_px * view.width_px)),
                static_cast<float>(2 / (view.metres_per_px * view.height_px)));
}

void GlPieces::upload(const std::vector<MeshSegment>& pieces) {
    count = pieces.size();
    buffer.upload(GL_ARRAY_BUFFER, pieces, GL_DYNAMIC_DRAW);
}

GlLines::GlLines()
    : program_(line_vertex_shader, line_fragment_shader),
      view_(program_),
      size_px_(program_.uniform("u_size_px")),
      half_width_px_(program_.uniform("u_half_width_px")),
      colour_(program_.uniform("u_colour")) {}

void GlLines::begin(const DeviceView& view, MapPoint origin, double width_px,
                    const std::array<float, 4>& colour) {
    glUseProgram(program_.id());
    view_.set(view, origin);
    glUniform2f(size_px_, static_cast<float>(view.width_px), static_cast<float>(view.height_px));
    glUniform1f(half_width_px_, static_cast<float>(width_px / 2));
    glUniform4fv(colour_, 1, colour.data());
    array_.bind();
}

void GlLines::draw(const GlPieces& pieces, const DeviceView& view, MapPoint origin, double width_px,
                   const std::array<float, 4>& colour) {
    if (pieces.count == 0) {
        return;
    }
    begin(view, origin, width_px, colour);
    pieces.buffer.bind(GL_ARRAY_BUFFER);
    draw_segments(0, static_cast<std::uint32_t>(pieces.count));
}

}  // namespace miraimap::gui
