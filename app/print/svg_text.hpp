// SPDX-License-Identifier: MIT
// Makes Cairo's SVG the same from run to run, and smaller.
#pragma once

#include <string>

namespace miraimap {

/// Renumbers the `surfaceN` ids, which Cairo counts over the whole process, from 1.
std::string renumber_surfaces(const std::string& svg);

/// Rounds the coordinates inside `d="…"` to two decimals (a hundredth of a pixel).
std::string shorten_paths(const std::string& svg);

}  // namespace miraimap
