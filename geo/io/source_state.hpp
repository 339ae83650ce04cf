// SPDX-License-Identifier: MIT
// The state of a boundary file, as text: two equal texts mean the same path and the same content.
//
// The content counts, by size and SHA-256 of every file that belongs to it. Times are not looked
// at: a file can change without them (a writer that maps it into memory, a clock that was set
// back), and hashing costs a hundredth of reading.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace miraimap {

/// Empty if the state cannot be told: not a file, not readable, or a database with changes beside
/// it. The name as given is a part of the state too, since editions and layers may follow from it.
std::optional<std::string> source_state(const std::filesystem::path& file);

}  // namespace miraimap
