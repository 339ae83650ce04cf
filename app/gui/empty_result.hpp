// SPDX-License-Identifier: MIT
// Which filter left nothing: what would pass without each one.
//
// Promises: pure; only filters that are set are listed, those that would bring most back first.
#pragma once

#include <vector>

#include "app/core/snapshot.hpp"
#include "app/gui/texts.hpp"

namespace miraimap::gui {

struct WayOut {
    T name;          ///< the kind of filter
    Filter filter;   ///< the filter without it
    int passes = 0;  ///< selections that would then pass
};

/// Empty if something passes or no filter is set.
std::vector<WayOut> ways_out(const Filter& filter, const World& world);

}  // namespace miraimap::gui
