// SPDX-License-Identifier: MIT
// Opens an exported GeoPackage again (its filters, its municipalities and, in the window, its
// view), or a session of the window (everything the verb understands).
#pragma once

#include <string>
#include <vector>

#include "geo/finding.hpp"

namespace miraimap {

/// Replaces `--reopen FILE` by the options that FILE was exported with and `--boundaries FILE`.
/// What was typed wins: an option that is there already is not added. A first word that ends in
/// .gpkg stands for `gui --reopen FILE`, one that ends in .mmap for `gui FILE`; the window reads a
/// session itself. Anything else comes back as it was.
/// @param words  the program's words, its name first
/// @param notes  what differs from the time a session was saved
/// @throws Error{input} if FILE cannot be read, was not written by miraimap, or is a session that
/// is
///         damaged, newer or lacks an input; Error{usage} if no
///         file follows
std::vector<std::string> expand_reopen(std::vector<std::string> words, Findings* notes = nullptr);

/// As `argv` wants them; valid as long as `words` is.
std::vector<char*> as_arguments(std::vector<std::string>& words);

}  // namespace miraimap
