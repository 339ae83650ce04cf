// SPDX-License-Identifier: MIT
// How the command palette finds a name by kanji, kana, romaji or English.
//
// Promises: a text that nothing is called by finds nothing. Pure.
#pragma once

#include <optional>
#include <string>
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
/// How well a typed word fits: 0 whole, 1 beginning, 2 inside, 3 nearly; empty: not.
std::optional<int> how_well(const FindNames& names, const std::string& word);
/// The same for all words of a text: the worst of them.
std::optional<int> how_well_all(const FindNames& names, std::string_view text);

}  // namespace miraimap::gui
