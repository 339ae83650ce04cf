// SPDX-License-Identifier: MIT
// The selections as the slides print them: one value a printed row.
//
// Promises: cells stay as printed beside their normalised value; page and line of the source travel
// with every row. Nothing here knows where a place is (see join.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/text.hpp"

namespace miraimap {

/// The three printed lists.
enum class Source : std::uint8_t { mirai, society5, smartcity };

/// The programmes a selection can belong to, in the contract's order.
enum class Programme : std::uint8_t { mirai, society5, mic, meti, mlit_maas, mlit_smartcity };
inline constexpr int programme_count = 6;

/// The one technology vocabulary, in the contract's order.
enum class Technology : std::uint8_t {
    automated_driving,
    drone,
    ai,
    iot,
    robot,
    vr_ar,
    cashless,
    blockchain,
};
inline constexpr int technology_count = 8;

enum class Kind : std::uint8_t { none, fresh, continuing };

/// Keys as the contract spells them: "mlit-maas", "smartcity", "new" …
const std::string& key_of(Source source);
const std::string& key_of(Programme programme);
const std::string& key_of(Kind kind);  ///< "" for Kind::none
/// Technologies are printed in Japanese in every language: 自動運転, ドローン, AI …
const std::string& key_of(Technology technology);

/// Other spellings by which a technology is known ("drone", "self-driving"), in lower case.
std::vector<std::string_view> also_called(Technology technology);

/// Names for people.
const Text& name_of(Source source);
const Text& name_of(Programme programme);
const Text& name_of(Technology technology);
const Text& name_of(Kind kind);
/// The mark of the smart-city table (☆ □ ○ ● ■); "" for society5.
const std::string& mark_of(Programme programme);

/// From the contract's keys; technologies also by English name (drone, autonomous-driving …), full
/// width and other case. Empty if unknown.
std::optional<Source> find_source(std::string_view key);
std::optional<Programme> find_programme(std::string_view key);
std::optional<Technology> find_technology(std::string_view key);
std::optional<Kind> find_kind(std::string_view key);

struct Selection {
    std::string id;  ///< mirai-H30-1, society5-R4-1, smartcity-R3-1
    Source source = Source::mirai;
    std::vector<Programme> programmes;  ///< of the row's own year, in printed order
    std::vector<Programme> past;  ///< 過年度選定 (smart-city table only), in printed order
    int fiscal_year = 0;          ///< western: 2018 for H30
    int number = 0;
    Kind kind = Kind::none;
    std::string area_text;                 ///< as printed
    std::string title;                     ///< as printed; empty where the list has none
    std::vector<Technology> technologies;  ///< in printed order
    std::string technologies_printed;      ///< verbatim; empty where none is printed
    std::vector<std::string> themes;       ///< heading of the grant map, as printed
    std::optional<std::int64_t> requested_thousand_yen;
    std::optional<std::int64_t> granted_thousand_yen;
    std::optional<int> start_year;  ///< western, only where printed
    std::string marks_printed;      ///< smart-city table, verbatim
    std::string past_printed;
    int source_page = 0;  ///< slide of the deck, from 1
    int source_line = 0;  ///< line of the text file, from 1
    std::string table;    ///< file the row was read from, e.g. "selections/mirai.csv"
    int table_row = 0;    ///< line in that file, from 1
    /// Another row that is the same selection (☆ of the smart-city table -> mirai list), as index
    /// into the selections; for past marks too. -1 if none.
    int linked = -1;       ///< through the ☆ of the row's own year
    int past_linked = -1;  ///< through a ☆ in 過年度選定
};

}  // namespace miraimap
