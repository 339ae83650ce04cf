// SPDX-License-Identifier: MIT
// What panels and commands want the window to do after the frame.
#pragma once

namespace miraimap::gui {

struct Wishes {
    bool start_export = false;
    bool reload = false;
    bool stop_loading = false;  ///< and keep what is shown, or take the embedded set
    bool quit = false;
    bool fonts = false;  ///< build the font atlas anew (scale)
    bool theme = false;
};

}  // namespace miraimap::gui
