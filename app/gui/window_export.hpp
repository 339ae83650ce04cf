// SPDX-License-Identifier: MIT
// Writing what the window shows to a file, on its worker.
//
// Promises: the state is touched on the window's thread only; the end is a notice. Does not: draw.
#pragma once

#include "app/gui/app_state.hpp"
#include "app/gui/worker.hpp"

namespace miraimap::gui {

class WindowExport {
public:
    /// @param worker  ends before this does
    WindowExport(AppState& state, Worker& worker) : state_(state), worker_(worker) {}

    /// Writes what is shown now as the export dialog says.
    void start();

private:
    AppState& state_;
    Worker& worker_;
};

}  // namespace miraimap::gui
