// SPDX-License-Identifier: MIT
// What stands behind a painted page: the font that was found and the libraries at work.
//
// Does not: need Cairo's headers, so the command line may include it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "geo/finding.hpp"

namespace miraimap {

/// A warning if the Japanese font that the paper is made for is not installed; another font is used
/// then and glyphs may be missing.
/// @throws Error{input} if there is no font at all
Findings check_paper_font();

/// Lets fontconfig look for fonts in the background, while something else is done.
void look_for_fonts();

/// Name and version of the libraries that paint, as loaded.
std::vector<std::pair<std::string, std::string>> paper_libraries();

}  // namespace miraimap
