// SPDX-License-Identifier: MIT
// From feature numbers to colours: one pass that looks up the class of each place and its style.
//
// Promises: other classes upload four bytes a feature; other colours a few bytes a class. Neither
// draws geometry. Does not: know views or shapes.
#pragma once

#include <cstdint>
#include <vector>

#include "app/gui/gl_layer.hpp"
#include "app/gui/land_tiles.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

class GlShading {
public:
    /// @throws Error{input} if the shader cannot be built
    GlShading();
    /// Uploads the classes of all features; the bytes, or 0 if they are the same as before.
    long long set_classes(const Scene& scene);
    /// Uploads colours and hatches of all classes; false if they are the same as before.
    bool set_styles(const Scene& scene);
    /// Shades one pane of the current framebuffer, which is `picture_height_px` high.
    /// @param land  where in the pane there is anything but sea (land_tiles.hpp)
    /// @param left_px, bottom_px  corner of the pane
    /// @param strength  of municipality borders at the pane's scale
    void shade(const GlLayer& layer, const std::vector<PixelRect>& land, int left_px, int bottom_px,
               int picture_height_px, double ratio, double strength, const MapStyle& style);

private:
    GlProgram program_;
    GlVertexArray tile_array_;
    GlBuffer tiles_;
    GlBuffer features_;
    GlTexture feature_texture_;
    GlBuffer styles_;
    GlTexture style_texture_;
    std::vector<std::uint32_t> entries_;
    std::vector<std::uint32_t> looks_;
    struct {
        GLint pane_px, corner_px, top_px, ratio, sea, municipality, covered, coast, prefecture;
    } at_{};
};

}  // namespace miraimap::gui
