// SPDX-License-Identifier: MIT
// Views that keep what they show clear of what lies over the picture: a legend, buttons, a scale
// bar.
#pragma once

#include <vector>

#include "shapes/scene.hpp"

namespace miraimap {

struct FreeViewQuestion {
    std::vector<MapBox> parts;  ///< boxes of the land to be shown whole; empty ones count nothing
    double width_px = 0;
    double height_px = 0;
    double margin = 0.03;           ///< as in View::fit
    std::vector<PixelBox> covered;  ///< parts of the picture that are not seen
    double least_share = 0.7;       ///< the map may become as small as this, of View::fit
};

struct FreeView {
    View view;
    double share = 1;      ///< size of the map, of the one that View::fit gives
    bool all_seen = true;  ///< no part lies under anything
};

/// The largest view that shows all parts whole and beside everything that covers the picture; of
/// several places the one nearest to the middle. If there is none, the view that hides least.
FreeView free_view(const FreeViewQuestion& question);

}  // namespace miraimap
