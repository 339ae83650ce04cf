// SPDX-License-Identifier: MIT
#include <epoxy/gl.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "app/gui/gl_layer.hpp"
#include "app/gui/gl_mesh.hpp"
#include "app/gui/gl_shading.hpp"
#include "app/gui/map_canvas.hpp"

namespace miraimap::gui {
namespace {

class CardCanvas final : public MapCanvas {
public:
    void set_shapes(const PaintedShapes& shapes) override {
        mesh_ = shapes.mesh;
        gl_mesh_.upload(mesh_);
        layers_.clear();
    }
    [[nodiscard]] MapPoint origin() const override { return mesh_->origin; }
    void set_panes(std::size_t count) override {
        while (layers_.size() < count) {
            layers_.push_back(std::make_unique<GlLayer>());
        }
        layers_.resize(count);
    }
    LayerWork update(std::size_t pane, const DeviceView& view, const BorderWidths& widths,
                     bool keep) override {
        return layers_[pane]->update(gl_mesh_, view, widths, keep);
    }
    long long set_classes(const Scene& scene) override { return shading_.set_classes(scene); }
    bool set_styles(const Scene& scene) override { return shading_.set_styles(scene); }
    ShadeWork shade(GlPicture& picture, const Scene& scene, const std::vector<MapPane>& panes,
                    const std::vector<std::vector<PixelRect>>& land, double ratio) override;
    [[nodiscard]] std::vector<std::uint32_t> read_places() const override {
        return layers_.front()->read_ids();
    }
    [[nodiscard]] DeviceView shown() const override {
        return layers_.empty() ? DeviceView{} : layers_.front()->view();
    }

private:
    GlMesh gl_mesh_;
    GlShading shading_;
    std::vector<std::unique_ptr<GlLayer>> layers_;  ///< main map, then insets
    std::shared_ptr<const MapMesh> mesh_;
};

ShadeWork CardCanvas::shade(GlPicture& picture, const Scene& scene,
                            const std::vector<MapPane>& panes,
                            const std::vector<std::vector<PixelRect>>& land, double ratio) {
    picture.begin();
    glDisable(GL_BLEND);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_SCISSOR_TEST);
    for (std::size_t i = 0; i < panes.size(); ++i) {
        const MapPane& pane = panes[i];
        if (i > 0) {
            const PixelRect frame = inset_frame(pane, ratio);
            glEnable(GL_SCISSOR_TEST);
            glScissor(frame.left, frame.bottom, frame.width, frame.height);
            glClearBufferfv(GL_COLOR, 0, rgba(scene.style.coast).data());
            glDisable(GL_SCISSOR_TEST);
        }
        const BorderLook look = border_look(scene.style, pane.scene_metres_per_px);
        shading_.shade(*layers_[i], land[i], pane.left_px, pane.bottom_px, picture.height_px(),
                       ratio, look.municipality_strength, scene.style);
    }
    return {static_cast<long long>(panes.size()), 0};
}

}  // namespace

std::unique_ptr<MapCanvas> make_card_canvas() { return std::make_unique<CardCanvas>(); }

}  // namespace miraimap::gui
