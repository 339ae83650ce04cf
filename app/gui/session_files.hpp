// SPDX-License-Identifier: MIT
// Files that the window keeps for itself: the recent list and the autosave of each running window.
//
// Promises: every file is replaced whole or stays as it was; a damaged one is passed over; an
// autosave belongs to one process and is offered only after that process has ended without
// removing it.
#pragma once

#include <filesystem>
#include <vector>

#include "geo/text.hpp"

namespace miraimap::gui {

/// $XDG_STATE_HOME/miraimap, else ~/.local/state/miraimap; empty if there is neither.
std::filesystem::path state_folder();

/// The list, at most ten, the last used first; files that have gone are left out.
std::vector<std::filesystem::path> read_recent(const std::filesystem::path& folder);
/// Puts a file first and writes the list. @throws Error{output}
std::vector<std::filesystem::path> add_recent(const std::filesystem::path& folder,
                                              const std::filesystem::path& file);

/// The autosave of this process.
std::filesystem::path own_autosave(const std::filesystem::path& folder);
/// The autosaves of processes that are gone, the newest first.
std::vector<std::filesystem::path> abandoned_autosaves(const std::filesystem::path& folder);
/// When a file was written, in words and local time; empty if there is no such file.
Text time_saved(const std::filesystem::path& file);

}  // namespace miraimap::gui
