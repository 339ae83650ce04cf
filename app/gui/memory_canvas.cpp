// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "app/gui/class_words.hpp"
#include "app/gui/layer_plan.hpp"
#include "app/gui/map_canvas.hpp"
#include "app/gui/memory_shading.hpp"
#include "shapes/ground_raster.hpp"

namespace miraimap::gui {
namespace {

/// Content moves to the left by dx and downwards by dy; what comes in is left as it was.
void move_rows(std::vector<std::uint32_t>& values, int width, int height, int dx, int dy) {
    const int left = std::max(0, -dx);
    const int right = std::min(width, width - dx);
    const auto copy = [&](int y) {
        const std::ptrdiff_t to = static_cast<std::ptrdiff_t>(y) * width;
        const std::ptrdiff_t from = to + static_cast<std::ptrdiff_t>(dy) * width;
        std::memmove(values.data() + to + left, values.data() + from + left + dx,
                     static_cast<std::size_t>(right - left) * sizeof(std::uint32_t));
    };
    for (int y = 0; dy >= 0 && y < height - dy; ++y) {
        copy(y);
    }
    for (int y = height - 1; dy < 0 && y >= -dy; --y) {
        copy(y);
    }
}

/// One pane's geometry.
class MemoryLayer {
public:
    LayerWork update(const Ground& ground, const DeviceView& view, const BorderWidths& widths,
                     bool keep);
    [[nodiscard]] const DeviceView& view() const { return look_.view; }
    [[nodiscard]] const std::vector<std::uint32_t>& places() const { return places_; }
    [[nodiscard]] MemoryGround ground() const {
        return {places_, cover_, look_.view.width_px, look_.view.height_px};
    }

private:
    LayerLook look_;
    std::vector<std::uint32_t> places_;
    std::vector<std::uint32_t> cover_;
};

LayerWork MemoryLayer::update(const Ground& ground, const DeviceView& view,
                              const BorderWidths& widths, bool keep) {
    const LayerPlan plan = plan_layer(look_, {view, widths}, keep);
    look_ = plan.look;
    const DeviceView corners = corners_of(look_.view);
    LayerWork work;
    if (plan.whole) {
        const auto size = [](const DeviceView& v) {
            return static_cast<std::size_t>(v.width_px) * static_cast<std::size_t>(v.height_px);
        };
        places_.resize(size(corners));
        cover_.resize(size(look_.view));
        work.whole = 1;
    } else if (!plan.parts.empty()) {
        move_rows(places_, corners.width_px, corners.height_px, plan.move_x, plan.move_y);
        move_rows(cover_, view.width_px, view.height_px, plan.move_x, plan.move_y);
        work.strips = static_cast<long long>(plan.parts.size());
    }
    for (const PixelRect& part : plan.parts) {
        const RasterWork filled = fill_places(ground, corners, part, places_);
        const PixelRect pixels{part.left, part.bottom,
                               std::min(part.width, view.width_px - part.left),
                               std::min(part.height, view.height_px - part.bottom)};
        const RasterWork inked = ink_borders(ground, look_.view, pixels, widths, cover_);
        work.draws.segments += filled.segments + inked.segments;
        work.draws.points += filled.markers;
    }
    return work;
}

class MemoryCanvas final : public MapCanvas {
public:
    void set_shapes(const PaintedShapes& shapes) override {
        ground_ = shapes.ground;
        layers_.clear();
    }
    [[nodiscard]] MapPoint origin() const override { return ground_->origin; }
    void set_panes(std::size_t count) override { layers_.resize(count); }
    LayerWork update(std::size_t pane, const DeviceView& view, const BorderWidths& widths,
                     bool keep) override {
        return layers_[pane].update(*ground_, view, widths, keep);
    }
    long long set_classes(const Scene& scene) override { return shading_.set_classes(scene); }
    bool set_styles(const Scene& scene) override { return shading_.set_styles(scene); }
    ShadeWork shade(GlPicture& picture, const Scene& scene, const std::vector<MapPane>& panes,
                    const std::vector<std::vector<PixelRect>>& land, double ratio) override;
    [[nodiscard]] std::vector<std::uint32_t> read_places() const override {
        return layers_.front().places();
    }
    [[nodiscard]] DeviceView shown() const override {
        return layers_.empty() ? DeviceView{} : layers_.front().view();
    }

private:
    void clear(const PixelRect& part, Colour colour, const GlPicture& picture);

    std::shared_ptr<const Ground> ground_;
    std::vector<MemoryLayer> layers_;  ///< main map, then insets
    MemoryShading shading_;
    std::vector<std::uint32_t> pixels_;  ///< of the picture, rows upwards
};

void MemoryCanvas::clear(const PixelRect& part, Colour colour, const GlPicture& picture) {
    const int left = std::max(0, part.left);
    const int right = std::min(picture.width_px(), part.left + part.width);
    const int bottom = std::max(0, part.bottom);
    const int top = std::min(picture.height_px(), part.bottom + part.height);
    for (int y = bottom; y < top && left < right; ++y) {
        const auto row = pixels_.begin() + static_cast<std::ptrdiff_t>(y) * picture.width_px();
        std::fill(row + left, row + right, packed(colour) | 0xFF000000U);
    }
}

ShadeWork MemoryCanvas::shade(GlPicture& picture, const Scene& scene,
                              const std::vector<MapPane>& panes,
                              const std::vector<std::vector<PixelRect>>& land, double ratio) {
    const int width_px = picture.width_px();
    const int height_px = picture.height_px();
    pixels_.resize(static_cast<std::size_t>(width_px) * static_cast<std::size_t>(height_px));
    shading_.fit(width_px, height_px, ratio);
    for (std::size_t i = 0; i < panes.size(); ++i) {
        const MapPane& pane = panes[i];
        if (i > 0) {
            clear(inset_frame(pane, ratio), scene.style.coast, picture);
        }
        clear({pane.left_px, pane.bottom_px, pane.view.width_px, pane.view.height_px},
              scene.style.sea, picture);
        const BorderLook look = border_look(scene.style, pane.scene_metres_per_px);
        shading_.shade(layers_[i].ground(), land[i], look.municipality_strength, scene.style,
                       {pixels_, width_px, height_px, pane.left_px, pane.bottom_px});
    }
    picture.fill({0, 0, width_px, height_px}, pixels_);
    return {1, static_cast<long long>(pixels_.size() * sizeof(std::uint32_t))};
}

}  // namespace

std::unique_ptr<MapCanvas> make_memory_canvas() { return std::make_unique<MemoryCanvas>(); }

}  // namespace miraimap::gui
