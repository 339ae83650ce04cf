// SPDX-License-Identifier: MIT
// What the command palette and the zoom tool remember between frames.
#pragma once

#include <array>
#include <string>
#include <vector>

namespace miraimap::gui {

struct PaletteState {
    bool open_wanted = false;
    bool open = false;
    std::array<char, 128> text{};
    std::vector<int> hits;  ///< indices into all_commands()
    int marked = 0;
    std::vector<std::string> recent;  ///< ids, the last used first
};

/// The tool that zooms to a rectangle.
struct ZoomBoxState {
    bool armed = false;  ///< the next drag draws the rectangle
    bool cross = false;  ///< the map is moved by keyboard: its centre is marked
};

}  // namespace miraimap::gui
