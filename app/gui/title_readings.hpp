// SPDX-License-Identifier: MIT
// Readings of the words in the titles and themes of projects, so that they are found by kana too.
//
// Promises: the longest word wins; what is not known stays as it is; a test finds a kanji in the
// data that has no reading.
#pragma once

#include <string>
#include <string_view>

namespace miraimap::gui {

/// The text with every known word in kana: 農業 becomes のうぎょう.
std::string with_readings(std::string_view text);

}  // namespace miraimap::gui
