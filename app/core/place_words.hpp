// SPDX-License-Identifier: MIT
// Places in words: those that a user names one by one (a code or a name must mean exactly one
// municipality), and how a sentence names many of them.
#pragma once

#include <string>
#include <vector>

#include "app/core/snapshot.hpp"
#include "geo/select/gaps.hpp"

namespace miraimap {

/// Index of the one municipality that a word means.
/// @throws Error{usage} with the candidates if it means none or several
int index_of_place(const World& world, const std::string& word);

/// The same for a list; ascending, each once.
std::vector<int> indices_of_places(const World& world, const std::vector<std::string>& words);

/// Those of the words that do not mean one municipality, as they stand.
std::vector<std::string> unknown_places(const World& world, const std::vector<std::string>& words);

/// The area of a selection: in Japanese as printed, in English the names of its places, with the
/// printed text behind them where that says more (a ward, a district, a name of no municipality).
std::string area_in_words(const World& world, std::size_t selection, Lang lang);

/// JIS numbers of the prefectures that hold the places, the one with the most of them first; ties
/// by number. Places of no prefecture are passed over.
std::vector<int> prefectures_of(const Catalogue& catalogue, const std::vector<int>& places);

/// 秋田県, 宮城県・山形県, 宮城県ほか30県 / Miyagi and 30 more prefectures. Empty without any.
/// @param numbers  JIS numbers in the order in which they shall be named
Text prefectures_in_words(const std::vector<int>& numbers);

/// What people call a gap region: its prefectures and size, 宮城県ほか30県（955市区町村）.
Text name_of(const Catalogue& catalogue, const GapRegion& region);

}  // namespace miraimap
