// SPDX-License-Identifier: MIT
// One form for kana and every common romaji, so that a name is found however it is typed.
//
// Promises: Hepburn, Kunrei and the spellings of Japanese keyboards fall together (shi si, tsu tu,
// chi ti, fu hu, ji zi, sha sya); long vowels, doubled consonants, n before b/m/p, apostrophes,
// case, width and macrons do not matter.
// Source of the kana table: the Cabinet's romanisation (Kunrei, 1954) with Hepburn folded into it.
// Does not: read kanji; those stay as they are.
#pragma once

#include <string>
#include <string_view>

namespace miraimap::gui {

/// The form of a whole name: とうきょう, Tōkyō, toukyou and tokyo are all "tokyo".
std::string reading_key(std::string_view text);

/// False for letters that no Japanese word has, e.g. a consonant three times: their reading, which
/// writes doubles once, would fit anything.
bool could_be_read(std::string_view text);

/// The form of a beginning that is still being typed: a last "sh", "ts", "ky" … waits for its
/// vowel, so it becomes what every continuation begins with.
std::string reading_key_of_beginning(std::string_view text);

}  // namespace miraimap::gui
