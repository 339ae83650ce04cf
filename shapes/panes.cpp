// SPDX-License-Identifier: MIT
#include "shapes/panes.hpp"

#include <cstddef>

namespace miraimap {
namespace {

constexpr double edge_px = 3;  ///< between a label and the picture's edge

}  // namespace

std::vector<Pane> panes_of(const Scene& scene) {
    std::vector<Pane> panes;
    const PixelBox all{edge_px, edge_px, scene.view.width_px - edge_px,
                       scene.view.height_px - edge_px};
    panes.push_back({&scene.view, 0, 0, all, -1, all});
    for (std::size_t i = 0; i < scene.insets.size(); ++i) {
        const Inset& inset = scene.insets[i];
        const PixelBox f = inset.frame_px();
        panes.push_back({&inset.view,
                         f.left,
                         f.top,
                         {f.left + edge_px, f.top + inset.strip_px, f.right - edge_px,
                          f.bottom - inset.strip_px},
                         static_cast<int>(i),
                         {}});
        panes.back().own = panes.back().box_px(inset.land);
    }
    return panes;
}

}  // namespace miraimap
