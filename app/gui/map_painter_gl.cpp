// SPDX-License-Identifier: MIT
#include <epoxy/gl.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "app/gui/gl_layer.hpp"
#include "app/gui/gl_mesh.hpp"
#include "app/gui/gl_overlay.hpp"
#include "app/gui/gl_picture.hpp"
#include "app/gui/gl_shading.hpp"
#include "app/gui/map_painter.hpp"
#include "app/gui/scene_compare.hpp"

namespace miraimap::gui {
namespace {

class GlMapPainter final : public MapPainter {
public:
    void set_shapes(std::shared_ptr<const MapShapes> shapes,
                    std::shared_ptr<const MapMesh> mesh) override;
    void paint(const Scene& scene, const MapFrame& frame) override;
    void measure(bool on) override { measure_ = on; }
    void save_work(bool on) override { save_work_ = on; }
    [[nodiscard]] FeatureGrid features() const override;
    [[nodiscard]] const PaintCounters& counters() const override { return counters_; }

private:
    [[nodiscard]] std::vector<GlPane> panes(const Scene& scene, double ratio) const;
    bool update_layers(const Scene& scene, const std::vector<GlPane>& panes, double ratio);
    void shade(const Scene& scene, const std::vector<GlPane>& panes, double ratio);

    GlMesh gl_mesh_;
    GlShading shading_;
    GlPicture picture_;
    std::vector<std::unique_ptr<GlLayer>> layers_;  ///< main map, then insets
    GlOverlay overlay_;
    std::shared_ptr<const MapShapes> shapes_;
    std::shared_ptr<const MapMesh> mesh_;
    bool have_picture_ = false;
    bool measure_ = false;
    bool save_work_ = true;
    Scene painted_;
    double painted_ratio_ = 0;
    PaintCounters counters_;
};

void GlMapPainter::set_shapes(std::shared_ptr<const MapShapes> shapes,
                              std::shared_ptr<const MapMesh> mesh) {
    shapes_ = std::move(shapes);
    mesh_ = std::move(mesh);
    gl_mesh_.upload(mesh_);
    have_picture_ = false;
    layers_.clear();
    overlay_.forget();
    ++counters_.geometry_uploads;
}

std::vector<GlPane> GlMapPainter::panes(const Scene& scene, double ratio) const {
    // Pixels of the scene are the measure: labels and the pointer use them too.
    const auto pane = [&](const View& view, double left, double top, int width, int height) {
        const int left_px = static_cast<int>(std::lround(left * ratio));
        const int top_px = static_cast<int>(std::lround(top * ratio));
        const double step_m = view.metres_per_px / ratio;
        // A pane of whole pixels may be a part of one larger or smaller than its view.
        const double x_px = left_px - left * ratio + width / 2.0 - view.width_px * ratio / 2;
        const double y_px = top_px - top * ratio + height / 2.0 - view.height_px * ratio / 2;
        const MapPoint centre{view.centre.x_m + x_px * step_m, view.centre.y_m - y_px * step_m};
        return GlPane{{centre, step_m, width, height},
                      left_px,
                      picture_.height_px() - top_px - height,
                      view.metres_per_px};
    };
    std::vector<GlPane> out{pane(scene.view, 0, 0, picture_.width_px(), picture_.height_px())};
    for (const Inset& inset : scene.insets) {
        const auto px = [&](double value) {
            return std::max(1, static_cast<int>(std::lround(value * ratio)));
        };
        out.push_back(pane(inset.view, inset.left_px, inset.top_px, px(inset.view.width_px),
                           px(inset.view.height_px)));
    }
    return out;
}

/// Draws geometry where a pane's view changed; true if any did.
bool GlMapPainter::update_layers(const Scene& scene, const std::vector<GlPane>& panes,
                                 double ratio) {
    while (layers_.size() < panes.size()) {
        layers_.push_back(std::make_unique<GlLayer>());
    }
    layers_.resize(panes.size());
    DrawCounts draws;
    long long parts = 0;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        const BorderLook look = border_look(scene.style, panes[i].scene_metres_per_px);
        const BorderWidths widths{look.municipality_px * ratio, look.prefecture_px * ratio,
                                  look.coast_px * ratio};
        if (!save_work_) {
            layers_[i]->forget();
        }
        const LayerWork work = layers_[i]->update(gl_mesh_, panes[i].view, widths, save_work_);
        counters_.redraws += work.whole;
        counters_.strips += work.strips;
        parts += work.whole + work.strips;
        draws.triangles += work.draws.triangles;
        draws.segments += work.draws.segments;
        draws.points += work.draws.points;
        draws.calls += work.draws.calls;
    }
    if (parts == 0) {
        return false;
    }
    counters_.triangles = draws.triangles;
    counters_.segments = draws.segments;
    counters_.markers = draws.points;
    counters_.all_triangles += draws.triangles;
    counters_.all_segments += draws.segments;
    counters_.draw_calls += draws.calls;
    return true;
}

void GlMapPainter::shade(const Scene& scene, const std::vector<GlPane>& panes, double ratio) {
    picture_.begin();
    glDisable(GL_BLEND);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_SCISSOR_TEST);
    for (std::size_t i = 0; i < panes.size(); ++i) {
        const GlPane& pane = panes[i];
        if (i > 0) {
            // The frame of an inset stands around it.
            const int edge_px = std::max(1, static_cast<int>(std::lround(ratio)));
            glEnable(GL_SCISSOR_TEST);
            glScissor(pane.left_px - edge_px, pane.bottom_px - edge_px,
                      pane.view.width_px + 2 * edge_px, pane.view.height_px + 2 * edge_px);
            glClearBufferfv(GL_COLOR, 0, rgba(scene.style.coast).data());
            glDisable(GL_SCISSOR_TEST);
        }
        const BorderLook look = border_look(scene.style, pane.scene_metres_per_px);
        const GlView& view = layers_[i]->view();
        const std::vector<PixelTile> land =
            save_work_ ? land_tiles(mesh_->land, view)
                       : std::vector<PixelTile>{{0, 0, static_cast<float>(view.width_px),
                                                 static_cast<float>(view.height_px)}};
        shading_.shade(*layers_[i], land, pane.left_px, pane.bottom_px, picture_.height_px(), ratio,
                       look.municipality_strength, scene.style);
        ++counters_.draw_calls;
    }
    ++counters_.shadings;
}

void GlMapPainter::paint(const Scene& scene, const MapFrame& frame) {
    if (!mesh_) {
        return;
    }
    const auto began = std::chrono::steady_clock::now();
    const auto px = [&](double value) {
        return std::max(1, static_cast<int>(std::lround(value * frame.pixel_ratio)));
    };
    bool stale = picture_.resize(px(scene.view.width_px), px(scene.view.height_px)) ||
                 !have_picture_ || painted_ratio_ != frame.pixel_ratio ||
                 !same_picture(painted_, scene);
    if (const long long bytes = shading_.set_classes(scene); bytes > 0) {
        ++counters_.class_uploads;
        counters_.class_bytes = bytes;
        stale = true;
    }
    if (shading_.set_styles(scene)) {
        ++counters_.style_uploads;
        stale = true;
    }
    const std::vector<GlPane> all = panes(scene, frame.pixel_ratio);
    stale = update_layers(scene, all, frame.pixel_ratio) || stale;
    if (stale) {
        shade(scene, all, frame.pixel_ratio);
        painted_ = scene;
        painted_ratio_ = frame.pixel_ratio;
        have_picture_ = true;
        if (measure_) {
            glFinish();
            counters_.last_redraw_ms =
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began)
                    .count();
        }
    }
    const int bottom_px = frame.window_height_px - frame.top_px - picture_.height_px();
    picture_.show(frame.framebuffer, frame.left_px, bottom_px);
    overlay_.draw(gl_mesh_, *shapes_, *mesh_, scene, all, frame, bottom_px);
}

FeatureGrid GlMapPainter::features() const {
    FeatureGrid grid;
    if (layers_.empty()) {
        return grid;
    }
    const GlLayer& layer = *layers_.front();
    const GlView& view = layer.view();
    const MapBox box = view.box();
    grid.columns = view.width_px + 1;
    grid.rows = view.height_px + 1;
    grid.step_m = view.metres_per_px;
    grid.first = {box.min_x_m, box.max_y_m};
    const std::vector<std::uint32_t> numbers = layer.read_ids();
    grid.place.reserve(numbers.size());
    const auto columns = static_cast<std::size_t>(grid.columns);
    for (std::size_t row = static_cast<std::size_t>(grid.rows); row-- > 0;) {
        for (std::size_t column = 0; column < columns; ++column) {
            grid.place.push_back(static_cast<int>(numbers[row * columns + column]) - 1);
        }
    }
    return grid;
}

}  // namespace

std::unique_ptr<MapPainter> make_gl_map_painter() { return std::make_unique<GlMapPainter>(); }

}  // namespace miraimap::gui
