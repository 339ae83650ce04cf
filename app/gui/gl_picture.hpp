// SPDX-License-Identifier: MIT
// The picture that is kept between frames: a texture, and a multisampled twin to paint it through.
#pragma once

#include "app/gui/gl_objects.hpp"

namespace miraimap::gui {

class GlPicture {
public:
    /// @param samples  0 or 1: no multisampling
    explicit GlPicture(int samples);

    /// True if the size changed; what was painted is then lost.
    bool resize(int width_px, int height_px);
    /// Painting goes into the picture until `end`.
    /// @param draft  without multisampling
    void begin(bool draft);
    void end();
    /// Copies the picture into the window's framebuffer (device pixels, y upwards).
    void show(int left_px, int bottom_px) const;

    [[nodiscard]] int width_px() const { return width_px_; }
    [[nodiscard]] int height_px() const { return height_px_; }
    [[nodiscard]] bool is_draft() const { return draft_; }

private:
    GlFramebuffer plain_;
    GlFramebuffer sampled_;
    GlTexture texture_;
    GlRenderbuffer sampled_colour_;
    int samples_ = 0;
    int width_px_ = 0;
    int height_px_ = 0;
    bool draft_ = false;
};

}  // namespace miraimap::gui
