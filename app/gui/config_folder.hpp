// SPDX-License-Identifier: MIT
// Where the window keeps what it remembers between runs, and how such a file is replaced.
//
// Promises: a file is replaced whole or stays as it was. Does not: decide what is remembered.
#pragma once

#include <filesystem>
#include <string>

namespace miraimap::gui {

/// $XDG_CONFIG_HOME/miraimap, else $HOME/.config/miraimap; empty if neither is set to an absolute
/// path (then nothing is remembered).
std::filesystem::path config_folder();

/// Writes a text beside the file and renames it over it; makes the folder first.
/// @throws Error{output} naming the file and the reason; the old file is untouched
void replace_file(const std::filesystem::path& file, const std::string& text);

}  // namespace miraimap::gui
