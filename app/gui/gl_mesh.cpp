// SPDX-License-Identifier: MIT
#include "app/gui/gl_mesh.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "app/gui/map_shaders.hpp"

namespace miraimap::gui {
namespace {

/// Runs that touch a box, neighbours in the buffer joined.
struct Span {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

std::vector<Span> spans_in(const std::vector<MeshRun>& runs, const MapBox& box, bool cull) {
    std::vector<Span> spans;
    for (const MeshRun& run : runs) {
        if (run.count == 0 || (cull && !box.overlaps(run.box))) {
            continue;
        }
        if (!spans.empty() && spans.back().first + spans.back().count == run.first) {
            spans.back().count += run.count;
        } else {
            spans.push_back({run.first, run.count});
        }
    }
    return spans;
}

/// A triangle in pixels whose origin is the view's centre.
using Corners = std::array<std::array<double, 2>, 3>;

double edge_distance(const std::array<double, 2>& a, const std::array<double, 2>& b, double x,
                     double y) {
    const double dx = b[0] - a[0];
    const double dy = b[1] - a[1];
    const double length = std::hypot(dx, dy);
    return length > 0 ? (dx * (y - a[1]) - dy * (x - a[0])) / length : 0;
}

/// Column and row of a pixel, from the view's centre.
using Cell = std::pair<long, long>;

/// A pixel whose centre the triangle surely covers.
/// @param phase_x, phase_y  of pixel centres
std::optional<Cell> covered_cell(const Corners& t, double phase_x, double phase_y) {
    // The card rounds corners to a part of a pixel.
    constexpr double sure_px = 0.02;
    const auto [low_x, high_x] = std::minmax({t[0][0], t[1][0], t[2][0]});
    const auto [low_y, high_y] = std::minmax({t[0][1], t[1][1], t[2][1]});
    for (double y = std::ceil(low_y - phase_y) + phase_y; y <= high_y; y += 1) {
        for (double x = std::ceil(low_x - phase_x) + phase_x; x <= high_x; x += 1) {
            const double e0 = edge_distance(t[0], t[1], x, y);
            const double e1 = edge_distance(t[1], t[2], x, y);
            const double e2 = edge_distance(t[2], t[0], x, y);
            if (std::min({e0, e1, e2}) > sure_px || std::max({e0, e1, e2}) < -sure_px) {
                return Cell{std::lround(x - phase_x), std::lround(y - phase_y)};
            }
        }
    }
    return std::nullopt;
}

/// The pixel itself or the nearest one beside it that no other small place needs.
Cell free_cell(Cell wanted, const std::set<Cell>& taken) {
    constexpr std::array<Cell, 9> steps{
        {{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, 1}, {1, -1}, {-1, -1}}};
    for (const Cell& step : steps) {
        const Cell cell{wanted.first + step.first, wanted.second + step.second};
        if (!taken.contains(cell)) {
            return cell;
        }
    }
    return wanted;
}

}  // namespace

MapBox GlView::box(double margin_px) const {
    const double half_width_m = (width_px / 2.0 + margin_px) * metres_per_px;
    const double half_height_m = (height_px / 2.0 + margin_px) * metres_per_px;
    return {centre.x_m - half_width_m, centre.y_m - half_height_m, centre.x_m + half_width_m,
            centre.y_m + half_height_m};
}

GlMesh::GlMesh()
    : id_program_(id_vertex_shader, id_fragment_shader),
      line_program_(line_vertex_shader, line_fragment_shader),
      id_view_(view_uniforms(id_program_)),
      line_view_(view_uniforms(line_program_)),
      line_size_px_(line_program_.uniform("u_size_px")),
      line_half_width_px_(line_program_.uniform("u_half_width_px")),
      line_colour_(line_program_.uniform("u_colour")) {}

GlMesh::ViewUniforms GlMesh::view_uniforms(const GlProgram& program) {
    return {program.uniform("u_centre_m"), program.uniform("u_centre_rest_m"),
            program.uniform("u_per_m")};
}

void GlMesh::upload(std::shared_ptr<const MapMesh> mesh) {
    mesh_ = std::move(mesh);
    const auto attributes = [] {
        constexpr GLsizei stride = sizeof(MeshVertex);
        glEnableVertexAttribArray(0);
        glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, nullptr);
        glEnableVertexAttribArray(1);
        glVertexAttribIPointer(1, 1, GL_UNSIGNED_INT, stride, gl_offset(2 * sizeof(float)));
    };
    fills_.clear();
    for (const FillLevel& level : mesh_->fills) {
        auto fill = std::make_unique<FillBuffers>();
        fill->array.bind();
        fill->vertices.upload(GL_ARRAY_BUFFER, level.vertices, GL_STATIC_DRAW);
        fill->corners.upload(GL_ELEMENT_ARRAY_BUFFER, level.corners, GL_STATIC_DRAW);
        attributes();
        fills_.push_back(std::move(fill));
    }
    for (std::size_t kind = 0; kind < lines_.size(); ++kind) {
        lines_[kind].clear();
        for (const LineLevel& level : mesh_->lines[kind]) {
            auto buffer = std::make_unique<GlBuffer>();
            buffer->upload(GL_ARRAY_BUFFER, level.segments, GL_STATIC_DRAW);
            lines_[kind].push_back(std::move(buffer));
        }
    }
    point_array_.bind();
    points_.bind(GL_ARRAY_BUFFER);
    attributes();
    glBindVertexArray(0);
}

void GlMesh::set_view(const ViewUniforms& uniforms, const GlView& view) const {
    // Floats keep a centre to some decimetres only; the rest follows in a second number.
    const double x_m = view.centre.x_m - mesh_->origin.x_m;
    const double y_m = view.centre.y_m - mesh_->origin.y_m;
    const auto x = static_cast<float>(x_m);
    const auto y = static_cast<float>(y_m);
    glUniform2f(uniforms.centre_m, x, y);
    glUniform2f(uniforms.centre_rest_m, static_cast<float>(x_m - static_cast<double>(x)),
                static_cast<float>(y_m - static_cast<double>(y)));
    glUniform2f(uniforms.per_m, static_cast<float>(2 / (view.metres_per_px * view.width_px)),
                static_cast<float>(2 / (view.metres_per_px * view.height_px)));
}

void GlMesh::draw_ids(const GlView& view, const MapBox& part, bool cull, DrawCounts& counts) {
    const std::size_t level = level_for(*mesh_, view.metres_per_px);
    glUseProgram(id_program_.id());
    set_view(id_view_, view);
    std::vector<GLsizei> sizes;
    std::vector<const void*> offsets;
    for (const Span& span : spans_in(mesh_->fills[level].runs, part, cull)) {
        counts.triangles += span.count / 3;
        sizes.push_back(static_cast<GLsizei>(span.count));
        offsets.push_back(gl_offset(span.first * sizeof(std::uint32_t)));
    }
    if (!sizes.empty()) {
        fills_[level]->array.bind();
        glMultiDrawElements(GL_TRIANGLES, sizes.data(), GL_UNSIGNED_INT, offsets.data(),
                            static_cast<GLsizei>(sizes.size()));
        ++counts.calls;
    }
    draw_points(view, part, level, counts);
}

void GlMesh::draw_points(const GlView& view, const MapBox& part, std::size_t level,
                         DrawCounts& counts) {
    // A circle of this radius holds the centre of a pixel, wherever it lies.
    constexpr double sure_radius_px = 0.75;
    const FillLevel& fills = mesh_->fills[level];
    const double phase_x = view.width_px % 2 == 0 ? 0.5 : 0;
    const double phase_y = view.height_px % 2 == 0 ? 0.5 : 0;
    const auto to_px = [&](std::uint32_t corner) {
        const MeshVertex& v = fills.vertices[corner];
        return std::array<double, 2>{
            (static_cast<double>(v.x_m) + mesh_->origin.x_m - view.centre.x_m) / view.metres_per_px,
            (static_cast<double>(v.y_m) + mesh_->origin.y_m - view.centre.y_m) /
                view.metres_per_px};
    };
    std::vector<MeshVertex> unseen;
    std::set<Cell> taken;
    for (const MeshPoint& point : mesh_->points) {
        if (point.radius_m > sure_radius_px * view.metres_per_px) {
            break;  // the points are sorted by size
        }
        const MeshRun& run = fills.runs[point.place.feature];
        if (!part.overlaps(run.box)) {
            continue;
        }
        std::optional<Cell> seen;
        for (std::uint32_t i = run.first; i < run.first + run.count && !seen; i += 3) {
            seen = covered_cell(
                {to_px(fills.corners[i]), to_px(fills.corners[i + 1]), to_px(fills.corners[i + 2])},
                phase_x, phase_y);
        }
        if (seen) {
            taken.insert(*seen);
        } else {
            unseen.push_back(point.place);
        }
    }
    std::vector<MeshVertex> points;
    const double from_x_m = view.centre.x_m - mesh_->origin.x_m;
    const double from_y_m = view.centre.y_m - mesh_->origin.y_m;
    for (const MeshVertex& place : unseen) {
        const double x_px = (static_cast<double>(place.x_m) - from_x_m) / view.metres_per_px;
        const double y_px = (static_cast<double>(place.y_m) - from_y_m) / view.metres_per_px;
        const Cell cell =
            free_cell({std::lround(x_px - phase_x), std::lround(y_px - phase_y)}, taken);
        taken.insert(cell);
        const double x_m = (static_cast<double>(cell.first) + phase_x) * view.metres_per_px;
        const double y_m = (static_cast<double>(cell.second) + phase_y) * view.metres_per_px;
        points.push_back({static_cast<float>(x_m + from_x_m), static_cast<float>(y_m + from_y_m),
                          place.feature});
    }
    if (points.empty()) {
        return;
    }
    point_array_.bind();
    points_.upload(GL_ARRAY_BUFFER, points, GL_STREAM_DRAW);
    glDrawArrays(GL_POINTS, 0, static_cast<GLsizei>(points.size()));
    counts.points += static_cast<long long>(points.size());
    ++counts.calls;
}

void GlMesh::begin_lines(const GlView& view, double width_px, const std::array<float, 4>& colour) {
    glUseProgram(line_program_.id());
    set_view(line_view_, view);
    glUniform2f(line_size_px_, static_cast<float>(view.width_px),
                static_cast<float>(view.height_px));
    glUniform1f(line_half_width_px_, static_cast<float>(width_px / 2));
    glUniform4fv(line_colour_, 1, colour.data());
    line_array_.bind();
}

void GlMesh::draw_lines(LineKind kind, const GlView& view, const MapBox& part, double width_px,
                        const std::array<float, 4>& colour, bool cull, DrawCounts& counts) {
    const std::size_t level = level_for(*mesh_, view.metres_per_px);
    const auto k = static_cast<std::size_t>(kind);
    begin_lines(view, width_px, colour);
    lines_[k][level]->bind(GL_ARRAY_BUFFER);
    for (const Span& span : spans_in(mesh_->lines[k][level].runs, part, cull)) {
        draw_segments(span.first, span.count);
        counts.segments += span.count;
        ++counts.calls;
    }
}

void GlMesh::draw_pieces(const GlBuffer& pieces, std::size_t count, const GlView& view,
                         double width_px, const std::array<float, 4>& colour) {
    if (count == 0) {
        return;
    }
    begin_lines(view, width_px, colour);
    pieces.bind(GL_ARRAY_BUFFER);
    draw_segments(0, static_cast<std::uint32_t>(count));
}

}  // namespace miraimap::gui
