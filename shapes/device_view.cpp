// SPDX-License-Identifier: MIT
#include "shapes/device_view.hpp"

namespace miraimap {

MapBox DeviceView::box(double margin_px) const {
    const double half_width_m = (width_px / 2.0 + margin_px) * metres_per_px;
    const double half_height_m = (height_px / 2.0 + margin_px) * metres_per_px;
    return {centre.x_m - half_width_m, centre.y_m - half_height_m, centre.x_m + half_width_m,
            centre.y_m + half_height_m};
}

}  // namespace miraimap
