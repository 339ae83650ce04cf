// SPDX-License-Identifier: MIT
// The letters that come into the window while it runs: typed, read from files, told by the system.
#pragma once

#include "app/gui/app_state.hpp"
#include "app/gui/fonts.hpp"

namespace miraimap::gui {

/// Every letter of such texts that is on the screen or may be next.
CodePoints letters_of(const AppState& state);

}  // namespace miraimap::gui
