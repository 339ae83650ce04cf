// SPDX-License-Identifier: MIT
// How the command palette finds a name by kanji, kana, romaji or English.
//
// Promises: a text that nothing is called by finds nothing. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/text.hpp"

namespace miraimap::gui {

/// Everything a thing can be called, folded for comparison.
struct FindNames {
    std::vector<std::string> folded;
    std::string reading;
};

/// @param reading  of the Japanese name, in kana
FindNames find_names(const Text& name, const std::string& reading,
                     const std::vector<std::string>& more = {});
/// A word that was typed, as names are compared with it.
struct TypedWord {
    std::string folded;
    std::string reading;  ///< empty: it cannot be read as kana
};
/// The words of a text, once for all names that are looked at.
std::vector<TypedWord> typed_words(std::string_view text);

/// How well all words fit: the worst of 0 whole, 1 beginning, 2 inside, 3 nearly; empty: not. No
/// words fit wholly.
std::optional<int> how_well(const FindNames& names, const std::vector<TypedWord>& words);

}  // namespace miraimap::gui
