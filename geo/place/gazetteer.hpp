// SPDX-License-Identifier: MIT
// From names to bodies: the index over one catalogue, the prefectures and the recorded wards.
//
// Promises: every lookup returns all bodies that carry the name, never one chosen among them;
// unassigned land is never found. Built in about half a millisecond for 1,741 municipalities; the
// rarer indexes (readings, romaji) are built when first asked for, thread-safely.
// Does not: split texts, know a context, or give reasons.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "geo/place/catalogue.hpp"
#include "geo/place/names_data.hpp"
#include "geo/place/normal_form.hpp"

namespace miraimap {

/// A body a name may mean: a municipality, a ward of a designated city, or a prefecture.
struct Body {
    int municipality = -1;  ///< index into the catalogue; -1: the prefecture itself
    int prefecture = 0;     ///< 1..47
    int ward = -1;          ///< index into NamesData::wards; the municipality is its city

    friend bool operator==(const Body&, const Body&) = default;
};
using Bodies = std::vector<Body>;

/// A name at the start of a text.
struct Prefix {
    std::size_t length = 0;  ///< characters of the folded text; 0: none found
    Bodies bodies;
};

class Gazetteer {
public:
    /// @param catalogue,data kept by reference; must outlive the gazetteer
    Gazetteer(const Catalogue& catalogue, const NamesData& data);
    ~Gazetteer();
    Gazetteer(const Gazetteer&) = delete;
    Gazetteer& operator=(const Gazetteer&) = delete;

    /// Municipalities whose whole folded name this is (府中市: two).
    [[nodiscard]] Bodies full_name(std::u32string_view folded) const;
    /// Prefectures and municipalities whose folded name without its last character this is.
    [[nodiscard]] Bodies stem(std::u32string_view folded) const;
    /// The longest municipality name the text begins with.
    /// @param prefecture only bodies of this one; 0: of any
    [[nodiscard]] Prefix longest_name(std::u32string_view folded, int prefecture) const;
    /// The prefecture the text begins with, by full name; number 0 if none.
    [[nodiscard]] Prefix prefecture_name(std::u32string_view folded) const;
    /// The prefecture whose name without 都 府 県 the text begins with.
    [[nodiscard]] Prefix prefecture_stem(std::u32string_view folded) const;
    /// Wards the text begins with, the longest name first; all cities that have one.
    [[nodiscard]] Prefix ward_name(std::u32string_view folded, int prefecture) const;
    /// The ward of one city the text begins with; bodies are empty if it has none so named.
    [[nodiscard]] Prefix ward_of(int municipality, std::u32string_view folded) const;

    /// By kana reading, with the suffix (さっぽろし) or without (さっぽろ).
    [[nodiscard]] Bodies reading(const std::u32string& hiragana) const;
    /// By kana reading without suffix, kanji suffix given (さっぽろ + 市).
    [[nodiscard]] Bodies reading(const std::u32string& hiragana, char32_t suffix) const;
    /// By English name.
    [[nodiscard]] Bodies romaji(const Romaji& name) const;

    /// The prefecture a reading, an English or a short name stands for (福島, ふくしま,
    /// Fukushima-ken); 0 if none.
    [[nodiscard]] int prefecture_by_any_name(std::string_view printed) const;

    /// The body a five-digit code stands for (at most one): municipality, ward or "NN000".
    [[nodiscard]] Bodies by_code(std::string_view code) const;
    /// Five-digit code of a body; of the city for a ward.
    [[nodiscard]] std::string code(const Body& body) const;
    /// Name in the catalogue; of the city for a ward.
    [[nodiscard]] std::string name(const Body& body) const;
    /// 府中市（東京都）, 仙台市泉区（04105）, 北海道.
    [[nodiscard]] std::string full_title(const Body& body) const;
    /// Folded name of a municipality; empty for unassigned land.
    [[nodiscard]] const std::u32string& folded_name(int municipality) const;
    /// Romaji key of a municipality; empty if the catalogue has no English name.
    [[nodiscard]] const std::string& romaji_key(int municipality) const;
    [[nodiscard]] const Catalogue& catalogue() const { return catalogue_; }
    [[nodiscard]] const NamesData& data() const { return data_; }

private:
    struct Index;
    const Catalogue& catalogue_;
    const NamesData& data_;
    std::unique_ptr<Index> index_;

    const Index& with_rare_names() const;
};

}  // namespace miraimap
