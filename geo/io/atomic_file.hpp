// SPDX-License-Identifier: MIT
// Output files that appear whole or not at all.
//
// The bytes go into a file that has no name yet (O_TMPFILE), are brought to the disk, and only then
// get the target's name. Promises: an existing file is replaced only by a complete one; an error, a
// full disk, Ctrl+C or kill -9 leaves the old file whole and nothing beside it. Where a file system
// knows no nameless files, a hidden one beside the target is used, and what a killed process left
// of those is removed by the next one that writes the same target.
// Does not: ask whether the target may be replaced (geo/io/output_target.hpp does).
#pragma once

#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace miraimap {

/// A finished file that is still in memory.
struct OutputFile {
    std::filesystem::path path;
    std::string bytes;
};

/// How a file waits for its name.
enum class Staging {
    automatic,  ///< without a name where the file system can, else hidden beside the target
    hidden      ///< always hidden beside the target
};

/// Writes files that belong together (a Shapefile, a file and its manifest). All of them are on the
/// disk before the first gets its name; names are given in order, so put the one that people open
/// last. An existing file keeps its permissions.
/// @throws Error{output} naming the file: a missing folder, no permission, no space …; then every
///         target is as it was (unless giving a later name fails, which the message says)
void write_files(const std::vector<OutputFile>& files, Staging staging = Staging::automatic);

/// Writes one file.
/// @throws Error{output}
void write_file(const std::filesystem::path& target, std::string_view bytes);

/// Writes one file that nobody else may read (0600), without waiting for the disk: after a power
/// cut it may be damaged, so whoever reads it must be able to tell.
/// @param pieces  one after another
/// @throws Error{output}
void write_private_file(const std::filesystem::path& target,
                        std::initializer_list<std::string_view> pieces);

/// Removes files that a finished output makes untrue; missing ones are passed over.
void remove_files(const std::vector<std::filesystem::path>& files);

}  // namespace miraimap
