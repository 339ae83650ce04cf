// SPDX-License-Identifier: MIT
// Drops a file on a window as a file manager does: the other side of XDND version 5
// (https://freedesktop.org/wiki/Specifications/XDND).
#pragma once

#include <filesystem>
#include <string>

namespace miraimap::test {

/// Drops a file on the window of a display that takes drops, at a place of the screen.
/// @returns empty once the window has taken it, else what went wrong
std::string drop_file(const std::string& display, const std::filesystem::path& file, int x_px,
                      int y_px);

}  // namespace miraimap::test
