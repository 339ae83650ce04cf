// SPDX-License-Identifier: MIT
// A scale bar of a round length.
#pragma once

#include "geo/text.hpp"

namespace miraimap {

struct ScaleBar {
    double length_m = 0;  ///< 1, 2 or 5 times a power of ten
    double length_px = 0;
    Text name;  ///< "100 km"
};

/// The longest round scale bar that is no wider than `most_px`. Both arguments are positive.
ScaleBar scale_bar(double metres_per_px, double most_px);

}  // namespace miraimap
