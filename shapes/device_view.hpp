// SPDX-License-Identifier: MIT
// A rectangle of device pixels that shows a part of the map. Rows count upwards.
#pragma once

#include <algorithm>
#include <cmath>

#include "shapes/map_shapes.hpp"

namespace miraimap {

struct DeviceView {
    MapPoint centre;
    double metres_per_px = 0;
    int width_px = 0;
    int height_px = 0;

    [[nodiscard]] MapBox box(double margin_px = 0) const;
    /// Columns from the left edge and rows from the lower one; the middle of the first pixel is at
    /// 0.5.
    [[nodiscard]] double column(double x_m) const {
        return (x_m - centre.x_m) / metres_per_px + width_px / 2.0;
    }
    [[nodiscard]] double row(double y_m) const {
        return (y_m - centre.y_m) / metres_per_px + height_px / 2.0;
    }
    friend bool operator==(const DeviceView&, const DeviceView&) = default;
};

/// Some pixels of a view, from its lower left corner.
struct PixelRect {
    int left = 0;
    int bottom = 0;
    int width = 0;
    int height = 0;
    friend bool operator==(const PixelRect&, const PixelRect&) = default;
};

/// The first row, or column, whose middle is not below a position.
inline int first_middle(float position) {
    // Far outside of every picture; keeps the conversion defined.
    constexpr float far_px = 1e6F;
    return static_cast<int>(std::ceil(std::clamp(position, -far_px, far_px) - 0.5F));
}

}  // namespace miraimap
