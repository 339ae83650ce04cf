// SPDX-License-Identifier: MIT
// Thin borders in pictures made of pixels.
//
// Cairo strokes whatever it is given exactly, at some thousand instructions a piece; a map has a
// hundred thousand pieces, and its borders are thinner than a pixel. Here they become one mask
// (shapes/border_pen.hpp). Promises: the same pixels whatever the number of processors. Does not:
// serve paper that can be enlarged (SVG, PDF).
#pragma once

#include <cairo.h>

#include <functional>
#include <optional>
#include <vector>

#include "shapes/scene.hpp"

namespace miraimap {

class BorderInk {
public:
    /// For a pane whose upper left corner is Cairo's origin; nothing if Cairo does not paint pixels
    /// that stand upright.
    static std::optional<BorderInk> of(cairo_t* cr, const View& view);

    /// Lines over what is painted.
    /// @param width_px  in pixels of the view
    void draw(const std::vector<const std::vector<MapPoint>*>& lines, double width_px,
              Colour colour, double opacity) const;

private:
    BorderInk(cairo_t* cr, const View& view, double device_px, double left_px, double top_px);

    cairo_t* cr_;
    View view_;
    double device_px_;            ///< device pixels per pixel of the view
    int left_ = 0, top_ = 0;      ///< of the mask, in device pixels
    int width_ = 0, height_ = 0;  ///< likewise
    double origin_x_ = 0;         ///< of the view's corner in the mask
    double origin_y_ = 0;
};

}  // namespace miraimap
