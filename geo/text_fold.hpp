// SPDX-License-Identifier: MIT
// Folding of character width and ASCII case, for comparing what people type with what is printed.
#pragma once

#include <string>
#include <string_view>

namespace miraimap {

/// Full-width ASCII (Ａ, ３, ／ …) and the ideographic space become ASCII, ASCII letters lower
/// case, 〇 (U+3007) becomes ○ (U+25CB). Everything else stays. Takes and returns UTF-8; malformed
/// bytes are kept as they are.
std::string fold_width_and_case(std::string_view text);

/// Text without leading and trailing ASCII or ideographic blanks.
std::string_view trim(std::string_view text);

}  // namespace miraimap
