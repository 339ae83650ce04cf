// SPDX-License-Identifier: MIT
#include "app/gui/map_panes.hpp"

#include <algorithm>
#include <cmath>

namespace miraimap::gui {

std::vector<MapPane> map_panes(const Scene& scene, int width_px, int height_px, double ratio) {
    // Pixels of the scene are the measure: labels and the pointer use them too.
    const auto pane = [&](const View& view, double left, double top, int width, int height) {
        const int left_px = static_cast<int>(std::lround(left * ratio));
        const int top_px = static_cast<int>(std::lround(top * ratio));
        const double step_m = view.metres_per_px / ratio;
        // A pane of whole pixels may be a part of one larger or smaller than its view.
        const double x_px = left_px - left * ratio + width / 2.0 - view.width_px * ratio / 2;
        const double y_px = top_px - top * ratio + height / 2.0 - view.height_px * ratio / 2;
        const MapPoint centre{view.centre.x_m + x_px * step_m, view.centre.y_m - y_px * step_m};
        return MapPane{{centre, step_m, width, height},
                       left_px,
                       height_px - top_px - height,
                       view.metres_per_px};
    };
    std::vector<MapPane> out{pane(scene.view, 0, 0, width_px, height_px)};
    for (const Inset& inset : scene.insets) {
        const auto px = [&](double value) {
            return std::max(1, static_cast<int>(std::lround(value * ratio)));
        };
        out.push_back(pane(inset.view, inset.left_px, inset.top_px, px(inset.view.width_px),
                           px(inset.view.height_px)));
    }
    return out;
}

PixelRect inset_frame(const MapPane& inset, double ratio) {
    const int edge_px = std::max(1, static_cast<int>(std::lround(ratio)));
    return {inset.left_px - edge_px, inset.bottom_px - edge_px, inset.view.width_px + 2 * edge_px,
            inset.view.height_px + 2 * edge_px};
}

BorderWidths border_widths(const MapStyle& style, const MapPane& pane, double ratio) {
    const BorderLook look = border_look(style, pane.scene_metres_per_px);
    return {look.municipality_px * ratio, look.prefecture_px * ratio, look.coast_px * ratio};
}

}  // namespace miraimap::gui
