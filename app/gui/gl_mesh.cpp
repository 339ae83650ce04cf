// SPDX-License-Identifier: MIT
#include "app/gui/gl_mesh.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "app/gui/map_shaders.hpp"
#include "shapes/marker_pixels.hpp"

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

/// A triangle in pixels of a view.
using Corners = std::array<std::array<double, 2>, 3>;

double edge_distance(const std::array<double, 2>& a, const std::array<double, 2>& b, double x,
                     double y) {
    const double dx = b[0] - a[0];
    const double dy = b[1] - a[1];
    const double length = std::hypot(dx, dy);
    return length > 0 ? (dx * (y - a[1]) - dy * (x - a[0])) / length : 0;
}

/// A pixel whose centre the triangle surely covers.
std::optional<PixelCell> covered_cell(const Corners& t) {
    // The card rounds corners to a part of a pixel.
    constexpr double sure_px = 0.02;
    const auto [low_x, high_x] = std::minmax({t[0][0], t[1][0], t[2][0]});
    const auto [low_y, high_y] = std::minmax({t[0][1], t[1][1], t[2][1]});
    for (double y = std::ceil(low_y - 0.5) + 0.5; y <= high_y; y += 1) {
        for (double x = std::ceil(low_x - 0.5) + 0.5; x <= high_x; x += 1) {
            const double e0 = edge_distance(t[0], t[1], x, y);
            const double e1 = edge_distance(t[1], t[2], x, y);
            const double e2 = edge_distance(t[2], t[0], x, y);
            if (std::min({e0, e1, e2}) > sure_px || std::max({e0, e1, e2}) < -sure_px) {
                return PixelCell{static_cast<int>(std::floor(x)), static_cast<int>(std::floor(y))};
            }
        }
    }
    return std::nullopt;
}

}  // namespace

GlMesh::GlMesh() : id_program_(id_vertex_shader, id_fragment_shader), id_view_(id_program_) {}

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

void GlMesh::draw_ids(const DeviceView& view, const MapBox& part, bool cull, DrawCounts& counts) {
    const std::size_t level = level_for(*mesh_, view.metres_per_px);
    glUseProgram(id_program_.id());
    id_view_.set(view, mesh_->origin);
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

void GlMesh::draw_points(const DeviceView& view, const MapBox& part, std::size_t level,
                         DrawCounts& counts) {
    const FillLevel& fills = mesh_->fills[level];
    const auto run_of = [&](int municipality) -> const MeshRun& {
        return fills.runs[static_cast<std::size_t>(municipality)];
    };
    const auto corner = [&](std::uint32_t number) {
        const MeshVertex& v = fills.vertices[number];
        return std::array<double, 2>{view.column(static_cast<double>(v.x_m) + mesh_->origin.x_m),
                                     view.row(static_cast<double>(v.y_m) + mesh_->origin.y_m)};
    };
    const auto seen = [&](int municipality) {
        const MeshRun& run = run_of(municipality);
        std::optional<PixelCell> cell;
        for (std::uint32_t i = run.first; i < run.first + run.count && !cell; i += 3) {
            cell = covered_cell({corner(fills.corners[i]), corner(fills.corners[i + 1]),
                                 corner(fills.corners[i + 2])});
        }
        return cell;
    };
    std::vector<MeshVertex> points;
    for (const MarkerPixel& marker : marker_pixels(
             mesh_->by_size, view,
             [&](int municipality) { return part.overlaps(run_of(municipality).box); }, seen)) {
        const double x_m = view.centre.x_m - mesh_->origin.x_m +
                           (marker.cell.first + 0.5 - view.width_px / 2.0) * view.metres_per_px;
        const double y_m = view.centre.y_m - mesh_->origin.y_m +
                           (marker.cell.second + 0.5 - view.height_px / 2.0) * view.metres_per_px;
        points.push_back({static_cast<float>(x_m), static_cast<float>(y_m),
                          static_cast<std::uint32_t>(marker.municipality)});
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

void GlMesh::draw_lines(LineKind kind, const DeviceView& view, const MapBox& part, double width_px,
                        const std::array<float, 4>& colour, bool cull, DrawCounts& counts) {
    const std::size_t level = level_for(*mesh_, view.metres_per_px);
    const auto k = static_cast<std::size_t>(kind);
    line_program_.begin(view, mesh_->origin, width_px, colour);
    lines_[k][level]->bind(GL_ARRAY_BUFFER);
    for (const Span& span : spans_in(mesh_->lines[k][level].runs, part, cull)) {
        draw_segments(span.first, span.count);
        counts.segments += span.count;
        ++counts.calls;
    }
}

}  // namespace miraimap::gui
