// SPDX-License-Identifier: MIT
// The embedded data as the window's state holds them, without a window.
#pragma once

#include <memory>

#include "app/gui/app_state.hpp"
#include "app/gui/background.hpp"

namespace miraimap::gui {

/// Loaded once in a test program.
std::shared_ptr<const Loaded> loaded();

/// A state that has taken the data over, in a map of this size.
AppState ready_state(double width_px = 800, double height_px = 600);

/// Answers what the panels ask, at once instead of beside the window.
void answer_now(AppState& state);

}  // namespace miraimap::gui
