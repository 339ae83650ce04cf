// SPDX-License-Identifier: MIT
// Texts of files as a terminal may show them.
#pragma once

#include <string>
#include <string_view>

namespace miraimap {

/// What stands where a character cannot: U+FFFD.
inline constexpr std::string_view replacement_character = "\xEF\xBF\xBD";

/// Control characters (U+0000 to U+001F, U+007F to U+009F), which could move the cursor or recolour
/// the terminal, become U+FFFD; all else stays. Takes and returns UTF-8.
/// @param lines  line ends stay
std::string visible_text(std::string_view text, bool lines = false);

}  // namespace miraimap
