// SPDX-License-Identifier: MIT
// Where a line of mixed Japanese and Latin text may end.
//
// Dear ImGui breaks at blanks only, which tears Japanese apart. Rules kept here: Latin and katakana
// words stay whole; between other characters a line may end, but never before closing marks or
// small kana and never after opening brackets (the usual kinsoku, without hanging marks).
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace miraimap::gui {

/// The text with line feeds inserted so that no line is wider than `width`.
/// @param advance  width of one character; a single word wider than the line is cut
std::string break_lines(std::string_view text, float width,
                        const std::function<float(char32_t)>& advance);

}  // namespace miraimap::gui
