// SPDX-License-Identifier: MIT
// What the map's geometry looks like in one pane: feature numbers and borders, kept between frames.
//
// Promises: geometry is drawn only if the view changed; after a move by whole pixels the old part
// is copied and only the uncovered strips are drawn. Does not: know colours or classes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "app/gui/gl_mesh.hpp"
#include "app/gui/layer_plan.hpp"

namespace miraimap::gui {

class GlLayer {
public:
    /// Brings the layer up to date.
    /// @param cull  false: everything is drawn anew and nothing left out, for tests
    LayerWork update(GlMesh& mesh, const DeviceView& view, const BorderWidths& widths, bool cull);
    /// Forgets what is painted, e.g. because the mesh is another.
    void forget() { look_ = {}; }

    [[nodiscard]] const DeviceView& view() const { return look_.view; }
    /// Feature + 1 at each corner of the view's pixels, rows upwards; 0: none.
    /// One column and one row more than the view has pixels.
    [[nodiscard]] const GlTexture& ids() const { return sides_[now_].ids; }
    /// Share of each pixel under borders: red municipality, green prefecture, blue coast.
    [[nodiscard]] const GlTexture& borders() const { return sides_[now_].borders; }
    /// `ids` as numbers.
    [[nodiscard]] std::vector<std::uint32_t> read_ids() const;

private:
    /// Two of each, so that a moved picture can be copied from one to the other.
    struct Side {
        GlTexture ids;
        GlTexture borders;
        GlFramebuffer ids_target;
        GlFramebuffer borders_target;
        int width_px = 0;
        int height_px = 0;
        void fit(int width_px, int height_px);
    };
    void draw(GlMesh& mesh, const PixelRect& part, bool cull, DrawCounts& counts);
    void move(int dx_px, int dy_px);

    std::array<Side, 2> sides_;
    std::size_t now_ = 0;
    LayerLook look_;
};

}  // namespace miraimap::gui
