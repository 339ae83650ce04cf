// SPDX-License-Identifier: MIT
// Finding a municipality or prefecture by kanji, kana, romaji or code.
//
// Promises: width, case, katakana/hiragana, macrons and the three spellings of ヶ do not matter;
// exact names come first, then beginnings, then parts; equal hits stand in code order.
// Does not: resolve area texts (that is the resolver) or correct typing errors.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/place/catalogue.hpp"

namespace miraimap::gui {

struct SearchHit {
    int municipality = -1;  ///< index into the catalogue; -1: a prefecture
    int prefecture = 0;     ///< JIS number
};

/// The form in which texts are compared.
std::string fold_for_search(std::string_view text);

/// Folded names and codes of one catalogue, ready for many searches.
class SearchIndex {
public:
    SearchIndex() = default;
    explicit SearchIndex(const Catalogue& catalogue);

    /// At most `limit` hits, best first; none for a blank text.
    [[nodiscard]] std::vector<SearchHit> find(std::string_view text, std::size_t limit) const;

private:
    struct Entry {
        SearchHit hit;
        std::vector<std::string> names;  ///< folded
        std::string code;
    };
    std::vector<Entry> entries_;
};

}  // namespace miraimap::gui
