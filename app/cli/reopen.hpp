// SPDX-License-Identifier: MIT
// Opens an exported GeoPackage again: its filters, its municipalities and, in the window, its view.
#pragma once

#include <string>
#include <vector>

namespace miraimap {

/// Replaces `--reopen FILE` by the options that FILE was exported with and `--boundaries FILE`.
/// What was typed wins: an option that is there already is not added. A first word that ends in
/// .gpkg stands for `gui --reopen FILE`. Anything else comes back as it was.
/// @param words  the program's words, its name first
/// @throws Error{input} if FILE cannot be read or was not written by miraimap, Error{usage} if no
///         file follows
std::vector<std::string> expand_reopen(std::vector<std::string> words);

/// As `argv` wants them; valid as long as `words` is.
std::vector<char*> as_arguments(std::vector<std::string>& words);

}  // namespace miraimap
