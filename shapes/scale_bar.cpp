// SPDX-License-Identifier: MIT
#include "shapes/scale_bar.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace miraimap {

ScaleBar scale_bar(double metres_per_px, double most_px) {
    const double most_m = std::max(metres_per_px * most_px, 1e-3);
    const double power = std::pow(10.0, std::floor(std::log10(most_m)));
    ScaleBar bar;
    for (const double digit : {1.0, 2.0, 5.0}) {
        if (digit * power <= most_m) {
            bar.length_m = digit * power;
        }
    }
    bar.length_px = bar.length_m / metres_per_px;
    const bool kilometres = bar.length_m >= 1000;
    const auto number = static_cast<long long>(
        std::llround(kilometres ? bar.length_m / 1000 : std::max(bar.length_m, 1.0)));
    const std::string name = std::to_string(number) + (kilometres ? " km" : " m");
    bar.name = {name, name};
    return bar;
}

}  // namespace miraimap
