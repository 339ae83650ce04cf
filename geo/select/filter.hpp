// SPDX-License-Identifier: MIT
// Which selections are meant: the filters of the contract, the same on every verb and in the
// window.
//
// Promises: an empty list means "any". Conditions of different kinds are combined with "and",
// values of one kind with "or" (technologies: any, all or none of them, by `match`).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/place/catalogue.hpp"
#include "geo/select/join.hpp"
#include "geo/select/selection.hpp"

namespace miraimap {

/// Inclusive range of western fiscal years. An end may be open: "..R2" is R2 and every year before
/// it, "R2.." is R2 and every year after it.
struct YearRange {
    static constexpr int open_first = 0;
    static constexpr int open_last = 9999;
    int first = open_first;
    int last = open_first;
    [[nodiscard]] bool contains(int year) const { return year >= first && year <= last; }
    friend bool operator==(const YearRange&, const YearRange&) = default;
};

enum class TechnologyMatch : std::uint8_t { any, all, none };

struct Filter {
    std::vector<Source> sources;
    std::vector<Programme> programmes;
    std::vector<YearRange> years;
    bool past = false;  ///< 過年度選定 of the smart-city table (earlier, year not printed)
    std::vector<Technology> technologies;
    TechnologyMatch match = TechnologyMatch::any;
    /// Headings of the grant map: as printed ("スマート農業（R2）") or without the year in
    /// brackets, which then stands for the heading with any year or none. Width and case are
    /// folded.
    std::vector<std::string> themes;
    std::vector<int> prefectures;  ///< JIS numbers; also limits denominators
    std::vector<Kind> kinds;
    std::vector<Scope> scopes;
    std::string text;  ///< word in id, area, title, theme, technologies; width and case folded

    [[nodiscard]] bool empty() const;
    friend bool operator==(const Filter&, const Filter&) = default;
};

/// One selection that passed, and through what.
struct Passed {
    int selection = 0;                  ///< index into the selections
    std::vector<Programme> programmes;  ///< the programmes through which it passed
    /// False for a smart-city row that passes only through a ☆ whose linked mirai row passes too:
    /// the same selection, listed but not counted twice.
    bool counted = true;
};

/// Selections that pass, in table order.
std::vector<Passed> apply_filter(const Filter& filter, const std::vector<Selection>& selections,
                                 const Join& join);

/// Fiscal years in every notation: H30, 平成30年度, R1, 令和元年度, Ｒ３, 2019, R1..R3, ..R2 (that
/// year and all before it), R2..; "past" apart.
/// @throws Error{usage} naming the value and the notations
void add_years(std::string_view text, Filter& filter);

/// H30, R1 … of a western fiscal year (2018 -> H30, 2019 -> R1).
std::string year_key(int western_year);
/// "R1..R3", "..R2", "R2..", "R2": as `--year` takes it.
std::string range_key(const YearRange& range);
/// A heading without the year in brackets that tells two projects of one place apart:
/// "スマート農業（R2）" -> "スマート農業".
std::string theme_name(std::string_view heading);
/// Names of all headings in the data, the most frequent first, ties in table order.
std::vector<std::string> theme_names(const std::vector<Selection>& selections);
/// The filter with each theme spelt as the data do.
/// @throws Error{usage} naming a theme that no selection has, and the known ones
Filter with_known_themes(Filter filter, const std::vector<Selection>& selections);

/// 平成30年度 / FY2018.
Text year_name(int western_year);
/// A printed year in any notation. Empty if it is none.
std::optional<int> parse_year(std::string_view text);

/// The whole filter as one sentence, e.g. 「未来技術社会実装事業、令和2年度～令和3年度、自動運転」.
Text in_words(const Filter& filter);

}  // namespace miraimap
