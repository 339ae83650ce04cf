// SPDX-License-Identifier: MIT
// Thin lines as coverage: how much of each pixel lies under a border, 0..255.
//
// Promises: soft edges half a pixel wide, as the card's shader draws them; where lines cross, the
// stronger one counts, so a net of thin lines does not add up to grey. Does not: know colours.
#pragma once

#include <cstddef>

#include "shapes/device_view.hpp"

namespace miraimap {

/// One byte of each pixel of a picture.
struct CoverBytes {
    unsigned char* first = nullptr;  ///< of the pixel at column 0, row 0
    std::ptrdiff_t column_step = 1;  ///< bytes from one column to the next
    std::ptrdiff_t row_step = 0;     ///< and from one row to the next; may be negative
};

/// Draws straight pieces of lines of one width.
class BorderPen {
public:
    /// @param part  nothing outside of it is touched
    BorderPen(double width_px, const PixelRect& part, const CoverBytes& bytes);
    /// How far from its middle line the pen leaves a trace.
    [[nodiscard]] float reach_px() const { return half_ + 0.5F; }
    /// A piece from one column and row to another; the middle of the first pixel is at 0.5.
    void draw(float u0, float v0, float u1, float v1) const;

private:
    float half_, full_ink_;
    PixelRect part_;
    CoverBytes bytes_;
};

}  // namespace miraimap
