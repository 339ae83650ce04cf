// SPDX-License-Identifier: MIT
// Which form each part of a bar takes, so that all fit into its width: whole, shorter, or not at
// all.
//
// Promises: pure numbers in one unit; the parts fit whenever their least forms do; what is worth
// least is given up first, and given back where room is left.
#pragma once

#include <cstddef>
#include <vector>

namespace miraimap::gui {

/// One way to draw a part.
struct BarForm {
    float width = 0;  ///< 0: the part is not drawn
    int worth = 0;    ///< the forms of least worth are given up first; of a last form: not used
};

/// The forms of a part from the whole one to the least one; at least one.
using BarPart = std::vector<BarForm>;

struct BarFit {
    std::vector<std::size_t> forms;  ///< index into each part's forms
    float spare = 0;                 ///< width left over; negative if even the least does not fit
    bool hides = false;              ///< some part is not drawn that would be
};

/// Fits parts side by side.
/// @param gap  between two parts that are drawn
BarFit fit_bar(const std::vector<BarPart>& parts, float room, float gap);

/// The same, with a button for what is not drawn beside the parts, if any is not.
BarFit fit_bar_with_rest(const std::vector<BarPart>& parts, float room, float gap, float button);

}  // namespace miraimap::gui
