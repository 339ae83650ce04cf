// SPDX-License-Identifier: MIT
#include "app/print/page_layout.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "geo/error.hpp"

namespace miraimap {

namespace {

constexpr int least_px = 360;
constexpr int most_px = 20000;
constexpr double most_pixels = 250e6;

void require_paintable(const PaperOptions& o) {
    const std::string size = std::to_string(o.width_px) + "x" + std::to_string(o.height_px);
    const bool sides = o.width_px >= least_px && o.height_px >= least_px && o.width_px <= most_px &&
                       o.height_px <= most_px;
    const bool scale = std::isfinite(o.scale) && o.scale >= 0.25 && o.scale <= 16;
    const double pixels = static_cast<double>(o.width_px) * o.height_px * o.scale * o.scale;
    const bool device = o.width_px * o.scale <= 32000 && o.height_px * o.scale <= 32000;
    if (!sides || !scale || pixels > most_pixels || !device) {
        throw Error(ErrorKind::usage, size,
                    {"この大きさの地図は描けない", "a map of this size cannot be painted"},
                    {"幅と高さは 360～20000 px、倍率は 0.25～16、全体で 2 億 5 千万画素以下にする",
                     "use 360 to 20000 px for width and height, a scale of 0.25 to 16 and at most "
                     "250 million pixels"});
    }
}

}  // namespace

PageLayout lay_out_page(const PaperOptions& options) {
    require_paintable(options);
    const double width = options.width_px;
    const double height = options.height_px;
    PageLayout page;
    page.unit = std::clamp(std::sqrt(std::min(width, height) / 1000), 0.6, 4.0);
    page.landscape = width >= 1.12 * height;
    const double margin = std::round(22 * page.unit);
    if (page.landscape) {
        const double column = std::round(std::clamp(0.2 * width, 236 * page.unit, 330 * page.unit));
        page.head = {margin, margin, margin + column, height - margin};
        page.map = {page.head.right + margin, margin, width - margin, height - margin};
    } else {
        const double head = std::round(96 * page.unit);
        const double foot = std::round(214 * page.unit);
        page.head = {margin, margin, width - margin, margin + head};
        page.foot = {margin, height - margin - foot, width - margin, height - margin};
        page.map = {margin, page.head.bottom, width - margin,
                    page.foot.top - std::round(14 * page.unit)};
    }
    return page;
}

}  // namespace miraimap
