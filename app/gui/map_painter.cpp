// SPDX-License-Identifier: MIT
#include "app/gui/map_painter.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "app/gui/gl_overlay.hpp"
#include "app/gui/gl_picture.hpp"
#include "app/gui/land_tiles.hpp"
#include "app/gui/map_canvas.hpp"
#include "app/gui/map_panes.hpp"
#include "app/gui/scene_compare.hpp"

namespace miraimap::gui {
namespace {

/// Keeps the picture that a canvas makes, and draws what stands above it.
class KeptMapPainter final : public MapPainter {
public:
    explicit KeptMapPainter(std::unique_ptr<MapCanvas> canvas) : canvas_(std::move(canvas)) {}
    void set_shapes(const PaintedShapes& shapes) override;
    void paint(const Scene& scene, const MapFrame& frame) override;
    void measure(bool on) override { measure_ = on; }
    void save_work(bool on) override { save_work_ = on; }
    [[nodiscard]] FeatureGrid features() const override;
    [[nodiscard]] const PaintCounters& counters() const override { return counters_; }

private:
    bool update_panes(const Scene& scene, const std::vector<MapPane>& panes, double ratio);
    void shade(const Scene& scene, const std::vector<MapPane>& panes, double ratio);

    std::unique_ptr<MapCanvas> canvas_;
    GlPicture picture_;
    GlOverlay overlay_;
    std::shared_ptr<const MapShapes> shapes_;
    std::vector<MapBox> land_;
    bool have_picture_ = false;
    bool measure_ = false;
    bool save_work_ = true;
    Scene painted_;
    double painted_ratio_ = 0;
    PaintCounters counters_;
};

void KeptMapPainter::set_shapes(const PaintedShapes& shapes) {
    shapes_ = shapes.shapes;
    land_ = land_boxes(*shapes_);
    canvas_->set_shapes(shapes);
    have_picture_ = false;
    overlay_.forget();
    ++counters_.geometry_uploads;
}

/// Draws geometry where a pane's view changed; true if any did.
bool KeptMapPainter::update_panes(const Scene& scene, const std::vector<MapPane>& panes,
                                  double ratio) {
    canvas_->set_panes(panes.size());
    DrawCounts draws;
    long long parts = 0;
    for (std::size_t i = 0; i < panes.size(); ++i) {
        const LayerWork work = canvas_->update(
            i, panes[i].view, border_widths(scene.style, panes[i], ratio), save_work_);
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

void KeptMapPainter::shade(const Scene& scene, const std::vector<MapPane>& panes, double ratio) {
    std::vector<std::vector<PixelRect>> land;
    for (const MapPane& pane : panes) {
        if (save_work_) {
            land.push_back(land_tiles(land_, pane.view));
        } else {
            land.push_back({{0, 0, pane.view.width_px, pane.view.height_px}});
        }
    }
    const ShadeWork work = canvas_->shade(picture_, scene, panes, land, ratio);
    counters_.draw_calls += work.calls;
    counters_.picture_bytes = work.picture_bytes;
    ++counters_.shadings;
}

void KeptMapPainter::paint(const Scene& scene, const MapFrame& frame) {
    if (!shapes_) {
        return;
    }
    const auto began = std::chrono::steady_clock::now();
    const auto px = [&](double value) {
        return std::max(1, static_cast<int>(std::lround(value * frame.pixel_ratio)));
    };
    bool stale = picture_.resize(px(scene.view.width_px), px(scene.view.height_px)) ||
                 !have_picture_ || painted_ratio_ != frame.pixel_ratio ||
                 !same_picture(painted_, scene);
    if (const long long bytes = canvas_->set_classes(scene); bytes > 0) {
        ++counters_.class_uploads;
        counters_.class_bytes = bytes;
        stale = true;
    }
    if (canvas_->set_styles(scene)) {
        ++counters_.style_uploads;
        stale = true;
    }
    const std::vector<MapPane> panes =
        map_panes(scene, picture_.width_px(), picture_.height_px(), frame.pixel_ratio);
    stale = update_panes(scene, panes, frame.pixel_ratio) || stale;
    if (stale) {
        shade(scene, panes, frame.pixel_ratio);
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
    overlay_.draw(*shapes_, canvas_->origin(), scene, panes, frame, bottom_px);
}

FeatureGrid KeptMapPainter::features() const {
    FeatureGrid grid;
    const DeviceView view = canvas_->shown();
    if (view.width_px == 0) {
        return grid;
    }
    const MapBox box = view.box();
    grid.columns = view.width_px + 1;
    grid.rows = view.height_px + 1;
    grid.step_m = view.metres_per_px;
    grid.first = {box.min_x_m, box.max_y_m};
    const std::vector<std::uint32_t> numbers = canvas_->read_places();
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

DrawnBy best_drawn_by() {
    const char* asked = std::getenv("MIRAIMAP_DRAW");
    const std::string_view wish = asked != nullptr ? asked : "";
    if (wish == "card") {
        return DrawnBy::card;
    }
    if (wish == "processors") {
        return DrawnBy::processors;
    }
    const auto* name = reinterpret_cast<const char*>(glGetString(GL_RENDERER));
    const std::string_view renderer = name != nullptr ? name : "";
    // The names of Mesa's, Google's and Microsoft's software renderers.
    for (const std::string_view software :
         {"llvmpipe", "softpipe", "swrast", "Software Rasterizer", "SWR", "SwiftShader",
          "GDI Generic", "Microsoft Basic Render"}) {
        if (renderer.find(software) != std::string_view::npos) {
            return DrawnBy::processors;
        }
    }
    return DrawnBy::card;
}

std::unique_ptr<MapPainter> make_map_painter(DrawnBy drawn_by) {
    return std::make_unique<KeptMapPainter>(drawn_by == DrawnBy::card ? make_card_canvas()
                                                                      : make_memory_canvas());
}

}  // namespace miraimap::gui
