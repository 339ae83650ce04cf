// SPDX-License-Identifier: MIT
// OpenGL without a display: a context of EGL's surfaceless platform and a picture to paint into.
//
// Promises: needs neither X nor Wayland nor a graphics card (Mesa's software renderer will do); the
// context is current on this thread until the object ends. Does not: open windows.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "app/gui/map_painter.hpp"

namespace miraimap::gui {

class OffscreenGl {
public:
    /// @throws Error{input} if there is no EGL, no surfaceless platform or no OpenGL 3.3
    OffscreenGl(int width_px, int height_px);
    ~OffscreenGl();
    OffscreenGl(const OffscreenGl&) = delete;
    OffscreenGl& operator=(const OffscreenGl&) = delete;
    OffscreenGl(OffscreenGl&&) = delete;
    OffscreenGl& operator=(OffscreenGl&&) = delete;

    /// A frame that fills the picture.
    [[nodiscard]] MapFrame frame(double pixel_ratio = 1) const;
    /// RGBA of each pixel (red in the lowest byte), rows from the top.
    [[nodiscard]] std::vector<std::uint32_t> pixels() const;
    /// Waits until all that was asked for is drawn.
    void finish() const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
    int width_px_;
    int height_px_;
};

}  // namespace miraimap::gui
