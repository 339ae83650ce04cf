// SPDX-License-Identifier: MIT
// What panels and commands want the window to do after the frame.
#pragma once

#include <filesystem>

namespace miraimap::gui {

struct Wishes {
    bool start_export = false;             ///< as the dialog says
    bool stop_export = false;              ///< the one that is being written
    std::filesystem::path open_folder_of;  ///< file whose folder is to be shown; empty: none
    bool reload = false;
    bool stop_loading = false;  ///< and keep what is shown, or take the embedded set
    bool quit = false;
    bool quit_now = false;  ///< even while a file is being written
    bool fonts = false;     ///< build the font atlas anew (scale)
    bool theme = false;
    friend bool operator==(const Wishes&, const Wishes&) = default;
};

}  // namespace miraimap::gui
