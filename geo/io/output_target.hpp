// SPDX-License-Identifier: MIT
// May a file be written here? Asked before the work, in one place for every verb and the window.
//
// Promises: looks only, changes nothing. Refused are a folder, a device, a missing or read-only
// folder, an input of the same request under whatever name, and a database file that another
// program has open for writing.
// Does not: reserve the place; a file can still appear between the question and the writing.
#pragma once

#include <filesystem>
#include <vector>

namespace miraimap {

/// @throws Error{output} if no ordinary file can be put at `target`
void check_target(const std::filesystem::path& target);

/// Also refuses an input (the same file through a hard or symbolic link too) and, without
/// `overwrite`, a file that is there already. A Shapefile is looked at with its side files.
/// @param inputs  files that the request reads; empty paths and missing files are passed over
/// @throws Error{output}
void check_output(const std::filesystem::path& target,
                  const std::vector<std::filesystem::path>& inputs, bool overwrite);

/// The files a target or an input consists of: the five of a Shapefile, else the file itself.
std::vector<std::filesystem::path> files_of(const std::filesystem::path& file);

}  // namespace miraimap
