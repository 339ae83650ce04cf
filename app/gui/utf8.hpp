// SPDX-License-Identifier: MIT
// UTF-8 to code points and back, for fonts and search.
//
// Promises: never throws; a malformed byte becomes U+FFFD.
#pragma once

#include <string>
#include <string_view>

namespace miraimap::gui {

std::u32string decode_utf8(std::string_view text);
void append_utf8(char32_t c, std::string& out);

}  // namespace miraimap::gui
