// SPDX-License-Identifier: MIT
// The headings of the grant map ("themes") as people read them.
//
// Promises: the Japanese form is the heading as given; a heading nobody has translated stands for
// itself in English too (a test finds one in the data). Keys, files and the command line keep the
// printed heading.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/text.hpp"

namespace miraimap {

/// "スマート農業（R2）" -> スマート農業（R2） / Smart farming (FY2020).
Text theme_text(std::string_view heading);

/// A heading without year by its English form, whatever its case: "smart farming" -> スマート農業.
std::optional<std::string> find_theme(std::string_view english);

/// Several headings in a row.
std::string themes_in_words(const std::vector<std::string>& headings, Lang lang);

}  // namespace miraimap
