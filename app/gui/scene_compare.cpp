// SPDX-License-Identifier: MIT
#include "app/gui/scene_compare.hpp"

#include <algorithm>

namespace miraimap::gui {
namespace {

bool same_style(const LegendEntry& a, const LegendEntry& b) {
    return a.style.fill == b.style.fill && a.style.hatch == b.style.hatch &&
           a.style.hatch_colour == b.style.hatch_colour;
}

bool same_inset(const Inset& a, const Inset& b) {
    return same_view(a.view, b.view) && a.left_px == b.left_px && a.top_px == b.top_px;
}

}  // namespace

bool same_view(const View& a, const View& b) {
    return a.centre == b.centre && a.metres_per_px == b.metres_per_px && a.width_px == b.width_px &&
           a.height_px == b.height_px;
}

bool same_picture(const Scene& a, const Scene& b) {
    return a.shapes == b.shapes && same_view(a.view, b.view) && a.style.sea == b.style.sea &&
           a.style.coast == b.style.coast &&
           a.style.municipality_border == b.style.municipality_border &&
           a.style.prefecture_border == b.style.prefecture_border &&
           std::equal(a.insets.begin(), a.insets.end(), b.insets.begin(), b.insets.end(),
                      same_inset) &&
           std::equal(a.legend.begin(), a.legend.end(), b.legend.begin(), b.legend.end(),
                      same_style);
}

}  // namespace miraimap::gui
