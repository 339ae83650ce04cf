// SPDX-License-Identifier: MIT
// The shaded picture that is kept between frames.
#pragma once

#include <cstdint>
#include <vector>

#include "app/gui/gl_objects.hpp"
#include "shapes/device_view.hpp"

namespace miraimap::gui {

class GlPicture {
public:
    /// True if the size changed; what was painted is then lost.
    bool resize(int width_px, int height_px);
    /// Painting goes into the picture until another framebuffer is bound.
    void begin() const;
    /// Copies the picture into a framebuffer (device pixels, y upwards) and leaves that one bound.
    void show(GLuint framebuffer, int left_px, int bottom_px) const;

    /// Replaces a rectangle of the picture.
    /// @param pixels  RGBA of the whole picture, red in the lowest byte, rows upwards
    void fill(const PixelRect& part, const std::vector<std::uint32_t>& pixels);

    [[nodiscard]] int width_px() const { return width_px_; }
    [[nodiscard]] int height_px() const { return height_px_; }

private:
    GlFramebuffer target_;
    GlTexture texture_;
    int width_px_ = 0;
    int height_px_ = 0;
};

}  // namespace miraimap::gui
