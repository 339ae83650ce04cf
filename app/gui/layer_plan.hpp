// SPDX-License-Identifier: MIT
// What of a pane has to be drawn when its view changes.
//
// Promises: after a move by whole pixels only the strips that come into sight.
#pragma once

#include <vector>

#include "shapes/device_view.hpp"
#include "shapes/line_kind.hpp"

namespace miraimap::gui {

/// The state of a pane's picture: what it shows and how wide its borders are.
struct LayerLook {
    DeviceView view;
    BorderWidths widths{};
    friend bool operator==(const LayerLook&, const LayerLook&) = default;
};

struct LayerPlan {
    LayerLook look;  ///< what the layer shows afterwards: the wanted one up to a rounding error
    int move_x = 0;  ///< the old picture moves to the left by so many pixels
    int move_y = 0;  ///< and downwards
    bool whole = false;
    std::vector<PixelRect> parts;  ///< to be drawn, in corners of pixels; empty: nothing changed
};

/// Values stand at the corners of pixels, so a view has one column and one row more of them.
/// @param keep  false: all is drawn anew, for tests
LayerPlan plan_layer(const LayerLook& have, const LayerLook& want, bool keep);

/// The view whose pixels lie around the corners of another view's pixels.
DeviceView corners_of(const DeviceView& view);

}  // namespace miraimap::gui
