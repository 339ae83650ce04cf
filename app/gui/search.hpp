// SPDX-License-Identifier: MIT
// Finding a municipality, prefecture, region, programme, technology, theme or project by kanji,
// kana, romaji, English or code. A project, whose title stands in Japanese only, is also found by
// the names of its technologies, themes and places; of several words each must be found.
//
// Promises: width, case, katakana/hiragana, macrons, Hepburn or Kunrei, long vowels and the three
// spellings of ヶ do not matter; codes may have their check digit or have lost their zero. Whole
// names come first, then beginnings, then parts; among equals places before programmes before
// technologies before projects, larger bodies before smaller ones, then the order of the codes. A
// search makes no text of its own per thing that is looked at, so that typing never waits.
// Does not: resolve area texts (that is the resolver) or correct typing errors.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/core/snapshot.hpp"

namespace miraimap::gui {

enum class HitKind : std::uint8_t {
    prefecture,
    region,
    municipality,
    programme,
    technology,
    theme,
    project
};

struct SearchHit {
    HitKind kind = HitKind::municipality;
    /// Into the catalogue, regions(), the selections or theme_names(); a Programme; a Technology; a
    /// JIS number.
    int index = -1;
};

/// The form in which texts are compared.
std::string fold_for_search(std::string_view text);

/// Folded names, readings and codes of one world, ready for many searches.
class SearchIndex {
public:
    SearchIndex() = default;
    explicit SearchIndex(const World& world);

    /// At most `limit` hits, best first; none for a blank text.
    [[nodiscard]] std::vector<SearchHit> find(std::string_view text, std::size_t limit) const;

private:
    struct Entry {
        SearchHit hit;
        std::vector<std::string> names;     ///< folded
        std::vector<std::string> readings;  ///< reading_key
        std::vector<std::string> parts;     ///< folded or read; never better than a part
        std::string code;                   ///< five digits; empty: none
        int size = 0;                       ///< smaller: a larger body
        /// reading_key of names behind that of the prefecture: met from their beginning only, since
        /// letters over the seam mean nothing (ikoma is no part of Aichi Komaki).
        std::vector<std::string> with_prefecture = {};
    };
    void add_places(const Catalogue& catalogue);
    void add_programmes();
    void add_technologies();
    void add_themes(const World& world);
    void add_projects(const World& world);
    /// A text as it is compared.
    struct Word {
        std::string folded;
        std::string reading;  ///< empty: it cannot be read as kana
    };
    [[nodiscard]] static Word word_of(std::string_view text);
    [[nodiscard]] static std::optional<int> rank(const Entry& entry, const Word& word);
    /// Each of several words is found somewhere.
    [[nodiscard]] static bool holds_all(const Entry& entry, const std::vector<Word>& words);

    std::vector<Entry> entries_;
};

}  // namespace miraimap::gui
