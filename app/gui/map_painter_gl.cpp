// SPDX-License-Identifier: MIT
#include <epoxy/gl.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <vector>

#include "app/gui/gl_objects.hpp"
#include "app/gui/gl_picture.hpp"
#include "app/gui/map_painter.hpp"
#include "app/gui/map_shaders.hpp"
#include "app/gui/scene_compare.hpp"

namespace miraimap::gui {
namespace {

constexpr int max_classes = 16;
/// A line's thinning may move it by this share of a pixel.
constexpr double thinning_share_px = 0.6;

struct Rgba {
    float r, g, b, a;
};

Rgba to_rgba(Colour c) {
    return {static_cast<float>(c.r) / 255.0F, static_cast<float>(c.g) / 255.0F,
            static_cast<float>(c.b) / 255.0F, static_cast<float>(c.a) / 255.0F};
}

/// The coarsest level that looks like the full one at this scale.
std::size_t level_for(double metres_per_px) {
    std::size_t level = level_count - 1;
    while (level > 0 && level_tolerances_m[level] > thinning_share_px * metres_per_px) {
        --level;
    }
    return level;
}

/// A rectangle of the picture with its own view (main map or inset), in device pixels, y upwards.
struct Pane {
    View view;
    int left_px, bottom_px, width_px, height_px;
};

class GlMapPainter final : public MapPainter {
public:
    explicit GlMapPainter(int samples)
        : fill_program_(fill_vertex_shader, fill_fragment_shader),
          line_program_(line_vertex_shader, line_fragment_shader),
          picture_(samples) {}

    void set_shapes(std::shared_ptr<const MapShapes> shapes,
                    std::shared_ptr<const MapMesh> mesh) override;
    void paint(const Scene& scene, const MapFrame& frame) override;
    void measure(bool on) override { measure_ = on; }
    [[nodiscard]] bool is_draft() const override { return picture_.is_draft(); }
    [[nodiscard]] const PaintCounters& counters() const override { return counters_; }

private:
    void upload_classes(const Scene& scene);
    void redraw(const Scene& scene, double ratio, bool draft);
    void draw_pane(const Scene& scene, const Pane& pane, double ratio);
    void draw_fills(const Pane& pane);
    void draw_lines(LineKind kind, const Pane& pane, Colour colour, double width_px);
    void set_view(const GlProgram& program, const Pane& pane) const;
    void draw_outlines(const Scene& scene, const MapFrame& frame);
    void set_outline(GlBuffer& buffer, std::vector<int>& shown, const std::vector<int>& wanted,
                     std::size_t& count);
    [[nodiscard]] std::vector<Pane> panes(const Scene& scene, double ratio) const;

    GlProgram fill_program_;
    GlProgram line_program_;
    GlVertexArray line_array_;
    struct FillBuffers {
        GlVertexArray array;
        GlBuffer vertices;
        GlBuffer corners;
    };
    std::array<FillBuffers, level_count> fills_;
    GlBuffer classes_;
    GlTexture class_texture_;
    std::array<std::array<GlBuffer, level_count>, line_kind_count> lines_;
    GlBuffer chosen_outline_;
    GlBuffer hover_outline_;
    std::vector<int> chosen_shown_;
    std::vector<int> hover_shown_;
    std::size_t chosen_count_ = 0;
    std::size_t hover_count_ = 0;

    GlPicture picture_;
    bool measure_ = false;

    std::shared_ptr<const MapShapes> shapes_;
    std::shared_ptr<const MapMesh> mesh_;
    bool have_picture_ = false;
    Scene painted_;
    double painted_ratio_ = 0;
    PaintCounters counters_;
};

void GlMapPainter::set_shapes(std::shared_ptr<const MapShapes> shapes,
                              std::shared_ptr<const MapMesh> mesh) {
    shapes_ = std::move(shapes);
    mesh_ = std::move(mesh);
    have_picture_ = false;
    chosen_shown_.clear();
    hover_shown_.clear();
    chosen_count_ = hover_count_ = 0;
    for (std::size_t level = 0; level < fills_.size(); ++level) {
        FillBuffers& fill = fills_[level];
        fill.array.bind();
        fill.vertices.upload(GL_ARRAY_BUFFER, mesh_->fills[level].vertices, GL_STATIC_DRAW);
        fill.corners.upload(GL_ELEMENT_ARRAY_BUFFER, mesh_->fills[level].corners, GL_STATIC_DRAW);
        constexpr GLsizei stride = sizeof(MeshVertex);
        glEnableVertexAttribArray(0);
        glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, nullptr);
        glEnableVertexAttribArray(1);
        glVertexAttribIPointer(1, 1, GL_UNSIGNED_INT, stride, gl_offset(2 * sizeof(float)));
    }
    for (std::size_t kind = 0; kind < lines_.size(); ++kind) {
        for (std::size_t level = 0; level < lines_[kind].size(); ++level) {
            lines_[kind][level].upload(GL_ARRAY_BUFFER, mesh_->lines[kind][level].segments,
                                       GL_STATIC_DRAW);
        }
    }
    glBindVertexArray(0);
    ++counters_.geometry_uploads;
}

void GlMapPainter::upload_classes(const Scene& scene) {
    std::vector<std::uint32_t> classes;
    classes.reserve(scene.class_of.size());
    for (const int c : scene.class_of) {
        classes.push_back(static_cast<std::uint32_t>(std::clamp(c, 0, max_classes - 1)));
    }
    classes_.upload(GL_TEXTURE_BUFFER, classes, GL_DYNAMIC_DRAW);
    glBindTexture(GL_TEXTURE_BUFFER, class_texture_.id());
    glTexBuffer(GL_TEXTURE_BUFFER, GL_R32UI, classes_.id());
    glBindTexture(GL_TEXTURE_BUFFER, 0);
    ++counters_.class_uploads;
    constexpr long long bytes_each = sizeof(std::uint32_t);
    counters_.class_bytes = static_cast<long long>(classes.size()) * bytes_each;
}

std::vector<Pane> GlMapPainter::panes(const Scene& scene, double ratio) const {
    const auto px = [ratio](double value) { return static_cast<int>(std::lround(value * ratio)); };
    std::vector<Pane> out{{scene.view, 0, 0, picture_.width_px(), picture_.height_px()}};
    for (const Inset& inset : scene.insets) {
        const int height_px = px(inset.view.height_px);
        out.push_back({inset.view, px(inset.left_px),
                       picture_.height_px() - px(inset.top_px) - height_px, px(inset.view.width_px),
                       height_px});
    }
    return out;
}

void GlMapPainter::set_view(const GlProgram& program, const Pane& pane) const {
    const MapPoint& origin = mesh_->origin;
    glUniform2f(program.uniform("u_centre_m"),
                static_cast<float>(pane.view.centre.x_m - origin.x_m),
                static_cast<float>(pane.view.centre.y_m - origin.y_m));
    const double half_width_m = pane.view.metres_per_px * pane.view.width_px / 2;
    const double half_height_m = pane.view.metres_per_px * pane.view.height_px / 2;
    glUniform2f(program.uniform("u_half_m"), static_cast<float>(half_width_m),
                static_cast<float>(half_height_m));
}

void GlMapPainter::draw_fills(const Pane& pane) {
    glUseProgram(fill_program_.id());
    set_view(fill_program_, pane);
    const std::size_t level = level_for(pane.view.metres_per_px);
    const MapBox box = pane.view.box();
    std::vector<GLsizei> counts;
    std::vector<const void*> offsets;
    std::uint32_t end = 0;
    for (const MeshRun& run : mesh_->fills[level].runs) {
        if (run.count == 0 || !box.overlaps(run.box)) {
            continue;
        }
        counters_.triangles += run.count / 3;
        if (!counts.empty() && run.first == end) {
            counts.back() += static_cast<GLsizei>(run.count);
        } else {
            counts.push_back(static_cast<GLsizei>(run.count));
            offsets.push_back(gl_offset(run.first * sizeof(std::uint32_t)));
        }
        end = run.first + run.count;
    }
    if (!counts.empty()) {
        fills_[level].array.bind();
        glMultiDrawElements(GL_TRIANGLES, counts.data(), GL_UNSIGNED_INT, offsets.data(),
                            static_cast<GLsizei>(counts.size()));
    }
}

void GlMapPainter::draw_lines(LineKind kind, const Pane& pane, Colour colour, double width_px) {
    const auto& levels = mesh_->lines[static_cast<std::size_t>(kind)];
    const std::size_t level = level_for(pane.view.metres_per_px);
    set_view(line_program_, pane);
    glUniform2f(line_program_.uniform("u_size_px"), static_cast<float>(pane.width_px),
                static_cast<float>(pane.height_px));
    glUniform1f(line_program_.uniform("u_half_width_px"), static_cast<float>(width_px / 2));
    const Rgba c = to_rgba(colour);
    glUniform4f(line_program_.uniform("u_colour"), c.r, c.g, c.b, c.a);
    line_array_.bind();
    const MapBox box = pane.view.box();
    const auto draw = [&](std::uint32_t first, std::uint32_t count) {
        lines_[static_cast<std::size_t>(kind)][level].bind(GL_ARRAY_BUFFER);
        draw_segments(first, count);
        counters_.segments += count;
    };
    std::uint32_t first = 0;
    std::uint32_t end = 0;
    for (const MeshRun& run : levels[level].runs) {
        if (!box.overlaps(run.box)) {
            continue;
        }
        if (run.first != end && end > first) {
            draw(first, end - first);
        }
        if (run.first != end || end == first) {
            first = run.first;
        }
        end = run.first + run.count;
    }
    if (end > first) {
        draw(first, end - first);
    }
}

void GlMapPainter::draw_pane(const Scene& scene, const Pane& pane, double ratio) {
    glViewport(pane.left_px, pane.bottom_px, pane.width_px, pane.height_px);
    draw_fills(pane);
    const MapStyle& style = scene.style;
    glUseProgram(line_program_.id());
    // Thousands of borders in a national view would cover the classes; they fade in with the scale.
    const double metres = pane.view.metres_per_px;
    const double fade = std::clamp(1.25 - metres / 2400.0, 0.35, 1.0);
    Colour inner = style.municipality_border;
    inner.a = static_cast<std::uint8_t>(std::lround(inner.a * fade));
    draw_lines(LineKind::municipality, pane, inner, style.municipality_border_px * ratio);
    draw_lines(LineKind::coast, pane, style.coast, style.coast_px * ratio);
    draw_lines(LineKind::prefecture, pane, style.prefecture_border,
               style.prefecture_border_px * ratio);
}

void GlMapPainter::redraw(const Scene& scene, double ratio, bool draft) {
    const auto began = std::chrono::steady_clock::now();
    counters_.triangles = 0;
    counters_.segments = 0;
    picture_.begin(draft);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glUseProgram(fill_program_.id());
    std::array<Rgba, max_classes> fills{};
    std::array<Rgba, max_classes> hatch_colours{};
    std::array<GLint, max_classes> hatches{};
    for (std::size_t i = 0; i < scene.legend.size() && i < max_classes; ++i) {
        fills[i] = to_rgba(scene.legend[i].style.fill);
        hatch_colours[i] = to_rgba(scene.legend[i].style.hatch_colour);
        hatches[i] = static_cast<GLint>(scene.legend[i].style.hatch);
    }
    glUniform4fv(fill_program_.uniform("u_fill"), max_classes, &fills[0].r);
    glUniform4fv(fill_program_.uniform("u_hatch_colour"), max_classes, &hatch_colours[0].r);
    glUniform1iv(fill_program_.uniform("u_hatch"), max_classes, hatches.data());
    glUniform1f(fill_program_.uniform("u_ratio"), static_cast<float>(ratio));
    glUniform1i(fill_program_.uniform("u_classes"), 0);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_BUFFER, class_texture_.id());
    glEnable(GL_SCISSOR_TEST);
    const Rgba sea = to_rgba(scene.style.sea);
    const Rgba frame = to_rgba(scene.style.rule);
    bool inset = false;
    for (const Pane& pane : panes(scene, ratio)) {
        if (inset) {
            const int edge_px = std::max(1, static_cast<int>(std::lround(ratio)));
            glScissor(pane.left_px - edge_px, pane.bottom_px - edge_px, pane.width_px + 2 * edge_px,
                      pane.height_px + 2 * edge_px);
            glClearColor(frame.r, frame.g, frame.b, 1);
            glClear(GL_COLOR_BUFFER_BIT);
        }
        glScissor(pane.left_px, pane.bottom_px, pane.width_px, pane.height_px);
        glClearColor(sea.r, sea.g, sea.b, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        draw_pane(scene, pane, ratio);
        inset = true;
    }
    glDisable(GL_SCISSOR_TEST);
    glBindTexture(GL_TEXTURE_BUFFER, 0);
    glBindVertexArray(0);
    picture_.end();
    ++counters_.redraws;
    if (measure_) {
        glFinish();
        counters_.last_redraw_ms =
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began)
                .count();
    }
}

void GlMapPainter::set_outline(GlBuffer& buffer, std::vector<int>& shown,
                               const std::vector<int>& wanted, std::size_t& count) {
    if (shown == wanted) {
        return;
    }
    shown = wanted;
    std::vector<MeshSegment> outlines;
    for (const int municipality : wanted) {
        const std::vector<MeshSegment> outline = outline_of(*shapes_, *mesh_, municipality);
        outlines.insert(outlines.end(), outline.begin(), outline.end());
    }
    buffer.upload(GL_ARRAY_BUFFER, outlines, GL_DYNAMIC_DRAW);
    count = outlines.size();
}

void GlMapPainter::draw_outlines(const Scene& scene, const MapFrame& frame) {
    set_outline(chosen_outline_, chosen_shown_, scene.chosen, chosen_count_);
    set_outline(hover_outline_, hover_shown_,
                scene.hovered < 0 ? std::vector<int>{} : std::vector<int>{scene.hovered},
                hover_count_);
    if (chosen_count_ == 0 && hover_count_ == 0) {
        return;
    }
    const int bottom_px = frame.window_height_px - frame.top_px - picture_.height_px();
    glUseProgram(line_program_.id());
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
    line_array_.bind();
    const auto draw = [&](const GlBuffer& buffer, std::size_t count, Colour colour,
                          double width_px) {
        if (count == 0) {
            return;
        }
        const Rgba c = to_rgba(colour);
        glUniform4f(line_program_.uniform("u_colour"), c.r, c.g, c.b, c.a);
        glUniform1f(line_program_.uniform("u_half_width_px"),
                    static_cast<float>(width_px * frame.pixel_ratio / 2));
        buffer.bind(GL_ARRAY_BUFFER);
        draw_segments(0, static_cast<std::uint32_t>(count));
    };
    const std::vector<Pane> all = panes(scene, frame.pixel_ratio);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Pane& pane = all[i];
        glViewport(frame.left_px + pane.left_px, bottom_px + pane.bottom_px, pane.width_px,
                   pane.height_px);
        glScissor(frame.left_px + pane.left_px, bottom_px + pane.bottom_px, pane.width_px,
                  pane.height_px);
        set_view(line_program_, pane);
        glUniform2f(line_program_.uniform("u_size_px"), static_cast<float>(pane.width_px),
                    static_cast<float>(pane.height_px));
        draw(hover_outline_, hover_count_, scene.style.hover, 1.8);
        draw(chosen_outline_, chosen_count_, scene.style.label_halo, 5.0);
        draw(chosen_outline_, chosen_count_, scene.style.selection, 2.4);
    }
    glDisable(GL_SCISSOR_TEST);
    glBindVertexArray(0);
}

void GlMapPainter::paint(const Scene& scene, const MapFrame& frame) {
    if (!mesh_) {
        return;
    }
    const auto px = [&](double value) {
        return std::max(1, static_cast<int>(std::lround(value * frame.pixel_ratio)));
    };
    if (picture_.resize(px(scene.view.width_px), px(scene.view.height_px))) {
        have_picture_ = false;
    }
    const bool same_classes = have_picture_ && painted_.class_of == scene.class_of;
    if (!same_classes) {
        upload_classes(scene);
    }
    const bool refine = picture_.is_draft() && !frame.draft;
    if (!same_classes || refine || painted_ratio_ != frame.pixel_ratio ||
        !same_picture(painted_, scene)) {
        redraw(scene, frame.pixel_ratio, frame.draft);
        painted_ = scene;
        painted_ratio_ = frame.pixel_ratio;
        have_picture_ = true;
    }
    picture_.show(frame.left_px, frame.window_height_px - frame.top_px - picture_.height_px());
    draw_outlines(scene, frame);
}

}  // namespace

std::unique_ptr<MapPainter> make_gl_map_painter(int samples) {
    return std::make_unique<GlMapPainter>(samples);
}

}  // namespace miraimap::gui
