// SPDX-License-Identifier: MIT
#include "geo/select/filter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "geo/error.hpp"
#include "geo/place/prefecture.hpp"
#include "geo/select/theme.hpp"
#include "geo/text_fold.hpp"

namespace miraimap {
namespace {

constexpr int heisei_zero = 1988;  // H1 = 1989
constexpr int reiwa_zero = 2018;   // R1 = 2019
constexpr int last_heisei = 31;
constexpr int first_reiwa_fiscal_year = 2019;
constexpr int oldest_year = 1989;
constexpr int newest_year = 2099;

template <typename Value>
bool any_or_has(const std::vector<Value>& wanted, const Value& value) {
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool strip_prefix(std::string_view& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) {
        return false;
    }
    text.remove_prefix(prefix.size());
    return true;
}

void strip_suffix(std::string_view& text, std::string_view suffix) {
    if (text.ends_with(suffix)) {
        text.remove_suffix(suffix.size());
    }
}

bool year_passes(const Filter& filter, int year) {
    return filter.years.empty() ||
           std::any_of(filter.years.begin(), filter.years.end(),
                       [&](const YearRange& range) { return range.contains(year); });
}

/// Programmes through which the row passes: of its own year, and of 過年度選定 if that is asked
/// for.
std::vector<Programme> passing_programmes(const Filter& filter, const Selection& s) {
    std::vector<Programme> passing;
    const auto add = [&](const std::vector<Programme>& programmes) {
        for (const Programme p : programmes) {
            if (any_or_has(filter.programmes, p) &&
                std::find(passing.begin(), passing.end(), p) == passing.end()) {
                passing.push_back(p);
            }
        }
    };
    // "past" alone asks for the earlier marks only; with years it asks for both.
    const bool own_year_asked = !filter.past || !filter.years.empty();
    if (own_year_asked && year_passes(filter, s.fiscal_year)) {
        add(s.programmes);
    }
    if (filter.past) {
        add(s.past);
    }
    return passing;
}

bool technologies_pass(const Filter& filter, const Selection& s) {
    if (filter.technologies.empty()) {
        return true;
    }
    const auto has = [&](Technology t) {
        return std::find(s.technologies.begin(), s.technologies.end(), t) != s.technologies.end();
    };
    const auto& wanted = filter.technologies;
    switch (filter.match) {
        case TechnologyMatch::all:
            return std::all_of(wanted.begin(), wanted.end(), has);
        case TechnologyMatch::none:
            return std::none_of(wanted.begin(), wanted.end(), has);
        case TechnologyMatch::any:
            break;
    }
    return std::any_of(wanted.begin(), wanted.end(), has);
}

/// True if a heading is meant by a theme: by its whole text or by its name.
bool is_theme(const std::string& folded_theme, const std::string& heading) {
    return fold_width_and_case(heading) == folded_theme ||
           fold_width_and_case(theme_name(heading)) == folded_theme;
}

bool themes_pass(const std::vector<std::string>& folded_themes, const Selection& s) {
    return folded_themes.empty() ||
           std::any_of(s.themes.begin(), s.themes.end(), [&](const std::string& heading) {
               return std::any_of(
                   folded_themes.begin(), folded_themes.end(),
                   [&](const std::string& theme) { return is_theme(theme, heading); });
           });
}

bool prefectures_pass(const Filter& filter, const JoinedSelection& joined) {
    return filter.prefectures.empty() ||
           std::any_of(joined.parts.begin(), joined.parts.end(), [&](const ResolvedPart& part) {
               return part.prefecture_number != 0 &&
                      any_or_has(filter.prefectures, part.prefecture_number);
           });
}

bool text_passes(const std::string& folded_word, const Selection& s) {
    if (folded_word.empty()) {
        return true;
    }
    const auto holds = [&](const std::string& text) {
        return fold_width_and_case(text).find(folded_word) != std::string::npos;
    };
    return holds(s.id) || holds(s.area_text) || holds(s.title) || holds(s.technologies_printed) ||
           std::any_of(s.themes.begin(), s.themes.end(), holds) ||
           std::any_of(s.technologies.begin(), s.technologies.end(),
                       [&](Technology t) { return holds(key_of(t)); });
}

bool only_through_star(const Passed& p, const Selection& s) {
    return s.source == Source::smartcity && p.programmes.size() == 1 &&
           p.programmes.front() == Programme::mirai;
}

/// A row that passes only through its ☆ says the same as the row of the other list that it is
/// linked to: where that one's technologies are excluded, it must not stand in for it.
void drop_stars_of_excluded_rows(const Filter& filter, std::vector<Passed>& passed,
                                 const std::vector<Selection>& selections) {
    if (filter.match != TechnologyMatch::none) {
        return;
    }
    const auto excluded = [&](int linked) {
        return linked >= 0 &&
               !technologies_pass(filter, selections[static_cast<std::size_t>(linked)]);
    };
    std::erase_if(passed, [&](const Passed& p) {
        const Selection& s = selections[static_cast<std::size_t>(p.selection)];
        return only_through_star(p, s) && (excluded(s.linked) || excluded(s.past_linked));
    });
}

/// Marks rows that are the same selection as another row that passes too.
void count_linked_rows_once(std::vector<Passed>& passed, const std::vector<Selection>& selections) {
    std::vector<char> passes(selections.size(), 0);
    for (const Passed& p : passed) {
        passes[static_cast<std::size_t>(p.selection)] = 1;
    }
    for (Passed& p : passed) {
        const Selection& s = selections[static_cast<std::size_t>(p.selection)];
        const auto linked_passes = [&](int linked) {
            return linked >= 0 && passes[static_cast<std::size_t>(linked)] != 0;
        };
        p.counted =
            !(only_through_star(p, s) && (linked_passes(s.linked) || linked_passes(s.past_linked)));
    }
}

[[noreturn]] void bad_year(std::string_view text) {
    throw Error(
        ErrorKind::usage, "--year",
        {fmt::format("年度「{}」が分からない", text), fmt::format("unknown year '{}'", text)},
        {"例: H30、平成30年度、R1、令和元年度、2019、R1..R3、..R2、past",
         "e.g. H30, R1, 2019, R1..R3, ..R2, past"});
}

/// Appends "a・b" in words.
template <typename Values, typename Name>
void add_words(Text& all, const Values& values, const Name& name, const Text& between) {
    if (values.empty()) {
        return;
    }
    Text words;
    for (const auto& value : values) {
        const Text one = name(value);
        words.ja += (words.ja.empty() ? "" : between.ja) + one.ja;
        words.en += (words.en.empty() ? "" : between.en) + one.en;
    }
    all.ja += (all.ja.empty() ? "" : "、") + words.ja;
    all.en += (all.en.empty() ? "" : "; ") + words.en;
}

Text range_in_words(const YearRange& range) {
    if (range.first <= YearRange::open_first) {
        const Text last = year_name(range.last);
        return {last.ja + "まで", "up to " + last.en};
    }
    Text first = year_name(range.first);
    if (range.last >= YearRange::open_last) {
        return {first.ja + "以降", "since " + first.en};
    }
    if (range.first == range.last) {
        return first;
    }
    const Text last = year_name(range.last);
    return {first.ja + "～" + last.ja, first.en + "–" + last.en};
}

/// 東北、奈良県: a region with several prefectures, all of which are asked for, by its own name.
std::vector<Text> prefectures_in_words(const std::vector<int>& numbers) {
    std::vector<int> asked(regions().size());
    std::vector<int> all(regions().size());
    const auto region_of = [](int number) {
        return static_cast<std::size_t>(
            prefectures().at(static_cast<std::size_t>(number - 1)).region);
    };
    for (const Prefecture& prefecture : prefectures()) {
        ++all[region_of(prefecture.number)];
    }
    for (const int number : numbers) {
        ++asked[region_of(number)];
    }
    std::vector<Text> words;
    for (std::size_t r = 0; r < all.size(); ++r) {
        if (all[r] > 1 && asked[r] == all[r]) {
            words.push_back(regions()[r].name);
        }
    }
    for (const int number : numbers) {
        const std::size_t r = region_of(number);
        if (all[r] == 1 || asked[r] != all[r]) {
            words.push_back(prefectures()[static_cast<std::size_t>(number - 1)].name);
        }
    }
    return words;
}

/// What is selected, so that "prefecture" is not taken for the prefectures a filter shows.
Text scope_in_words(Scope scope) {
    switch (scope) {
        case Scope::municipality:
            return {"市区町村の選定", "selections of one municipality"};
        case Scope::joint:
            return {"共同の選定", "joint selections"};
        case Scope::part:
            return {"一部の地区の選定", "selections of a district"};
        case Scope::prefecture:
            return {"都道府県そのものの選定", "selections of a prefecture itself"};
        case Scope::unresolved:
            break;
    }
    return {"対象が未確定の選定", "selections whose place is not settled"};
}

}  // namespace

bool Filter::empty() const { return *this == Filter{}; }

std::vector<Passed> apply_filter(const Filter& filter, const std::vector<Selection>& selections,
                                 const Join& join) {
    std::vector<Passed> passed;
    const std::string word = fold_width_and_case(trim(filter.text));
    std::vector<std::string> themes;
    for (const std::string& theme : filter.themes) {
        themes.push_back(fold_width_and_case(trim(theme)));
    }
    for (std::size_t i = 0; i < selections.size(); ++i) {
        const Selection& s = selections[i];
        const JoinedSelection& joined = join.selections[i];
        if (!any_or_has(filter.sources, s.source) || !any_or_has(filter.kinds, s.kind) ||
            !any_or_has(filter.scopes, joined.scope) || !technologies_pass(filter, s) ||
            !prefectures_pass(filter, joined) || !themes_pass(themes, s) || !text_passes(word, s)) {
            continue;
        }
        std::vector<Programme> programmes = passing_programmes(filter, s);
        if (!programmes.empty()) {
            passed.push_back({static_cast<int>(i), std::move(programmes), true});
        }
    }
    drop_stars_of_excluded_rows(filter, passed, selections);
    count_linked_rows_once(passed, selections);
    return passed;
}

std::optional<int> parse_year(std::string_view text) {
    const std::string folded = fold_width_and_case(trim(text));
    std::string_view rest = folded;
    strip_suffix(rest, "選定");
    strip_suffix(rest, "年度");
    strip_suffix(rest, "年");
    int zero = 0;
    if (strip_prefix(rest, "h") || strip_prefix(rest, "平成")) {
        zero = heisei_zero;
    } else if (strip_prefix(rest, "r") || strip_prefix(rest, "令和")) {
        zero = reiwa_zero;
    } else {
        strip_prefix(rest, "fy");
    }
    if (rest == "元" && zero != 0) {
        return zero + 1;
    }
    int number = 0;
    const auto [end, problem] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (problem != std::errc{} || end != rest.data() + rest.size() || number < 1) {
        return std::nullopt;
    }
    const int year = zero + number;
    const bool heisei_over = zero == heisei_zero && number > last_heisei;
    return year >= oldest_year && year <= newest_year && !heisei_over ? std::optional(year)
                                                                      : std::nullopt;
}

void add_years(std::string_view text, Filter& filter) {
    const std::string_view word = trim(text);
    if (fold_width_and_case(word) == "past" || word == "過年度" || word == "過年度選定") {
        filter.past = true;
        return;
    }
    // "..", "～" and "〜" all stand between the ends of a range.
    for (const std::string_view between : {std::string_view(".."), std::string_view("～"),
                                           std::string_view("〜"), std::string_view("~")}) {
        const std::size_t at = word.find(between);
        if (at == std::string_view::npos) {
            continue;
        }
        const std::string_view before = trim(word.substr(0, at));
        const std::string_view after = trim(word.substr(at + between.size()));
        const std::optional<int> first =
            before.empty() ? std::optional(YearRange::open_first) : parse_year(before);
        const std::optional<int> last =
            after.empty() ? std::optional(YearRange::open_last) : parse_year(after);
        if (!first || !last || (before.empty() && after.empty())) {
            bad_year(word);
        }
        if (*first > *last) {
            throw Error(ErrorKind::usage, "--year",
                        {fmt::format("範囲「{}」は前後が逆", word),
                         fmt::format("the range '{}' ends before it begins", word)},
                        {fmt::format("{}..{} と書く", year_key(*last), year_key(*first)),
                         fmt::format("write {}..{}", year_key(*last), year_key(*first))});
        }
        filter.years.push_back({*first, *last});
        return;
    }
    const std::optional<int> year = parse_year(word);
    if (!year) {
        bad_year(word);
    }
    filter.years.push_back({*year, *year});
}

std::string year_key(int western_year) {
    return western_year >= first_reiwa_fiscal_year ? fmt::format("R{}", western_year - reiwa_zero)
                                                   : fmt::format("H{}", western_year - heisei_zero);
}

std::string range_key(const YearRange& range) {
    if (range.first == range.last) {
        return year_key(range.first);
    }
    return (range.first <= YearRange::open_first ? "" : year_key(range.first)) + ".." +
           (range.last >= YearRange::open_last ? "" : year_key(range.last));
}

std::string theme_name(std::string_view heading) {
    constexpr std::string_view open = "（";
    constexpr std::string_view close = "）";
    const std::size_t at = heading.rfind(open);
    if (at == std::string_view::npos || at == 0 || !heading.ends_with(close)) {
        return std::string(heading);
    }
    const std::size_t from = at + open.size();
    const std::string_view inside = heading.substr(from, heading.size() - from - close.size());
    return std::string(parse_year(inside) ? heading.substr(0, at) : heading);
}

std::vector<std::string> theme_names(const std::vector<Selection>& selections) {
    std::vector<std::pair<std::string, int>> counts;
    for (const Selection& s : selections) {
        for (const std::string& heading : s.themes) {
            const std::string name = theme_name(heading);
            const auto known = std::find_if(counts.begin(), counts.end(),
                                            [&](const auto& one) { return one.first == name; });
            if (known == counts.end()) {
                counts.emplace_back(name, 1);
            } else {
                ++known->second;
            }
        }
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    std::vector<std::string> names;
    for (auto& [name, count] : counts) {
        names.push_back(std::move(name));
    }
    return names;
}

Filter with_known_themes(Filter filter, const std::vector<Selection>& selections) {
    if (filter.themes.empty()) {
        return filter;
    }
    const std::vector<std::string> names = theme_names(selections);
    std::vector<std::string> known = names;
    for (const Selection& s : selections) {
        known.insert(known.end(), s.themes.begin(), s.themes.end());
    }
    std::vector<std::string> spelt;
    for (const std::string& theme : filter.themes) {
        const std::string folded =
            fold_width_and_case(find_theme(theme).value_or(std::string(trim(theme))));
        const auto found = std::find_if(known.begin(), known.end(), [&](const std::string& one) {
            return fold_width_and_case(one) == folded;
        });
        if (found == known.end()) {
            std::string all;
            for (const std::string& name : names) {
                all += (all.empty() ? "" : " | ") + name;
            }
            throw Error(
                ErrorKind::usage, "--theme",
                {"分野「" + theme + "」はない", "no selection has the theme '" + theme + "'"},
                {"交付金の地図の見出しを書く: " + all, "headings of the grant map: " + all});
        }
        if (std::find(spelt.begin(), spelt.end(), *found) == spelt.end()) {
            spelt.push_back(*found);
        }
    }
    std::sort(spelt.begin(), spelt.end());
    filter.themes = std::move(spelt);
    return filter;
}

Text year_name(int western_year) {
    std::string ja;
    if (western_year == first_reiwa_fiscal_year) {
        ja = "令和元年度";
    } else if (western_year > first_reiwa_fiscal_year) {
        ja = fmt::format("令和{}年度", western_year - reiwa_zero);
    } else {
        ja = fmt::format("平成{}年度", western_year - heisei_zero);
    }
    return {ja, fmt::format("FY{}", western_year)};
}

Text in_words(const Filter& filter) {
    Text all;
    const auto named = [](auto value) { return name_of(value); };
    const Text dot{"・", ", "};
    add_words(all, filter.sources, named, dot);
    add_words(all, filter.programmes, named, dot);
    std::vector<Text> years;
    for (const YearRange& range : filter.years) {
        years.push_back(range_in_words(range));
    }
    if (filter.past) {
        years.push_back({"過年度選定", "earlier years (marked as past)"});
    }
    add_words(
        all, years, [](const Text& t) { return t; }, dot);
    if (!filter.technologies.empty()) {
        Text technologies;
        const Text between =
            filter.match == TechnologyMatch::all ? Text{"と", " and "} : Text{"か", " or "};
        add_words(technologies, filter.technologies, named, between);
        if (filter.match == TechnologyMatch::none) {
            technologies = {technologies.ja + "を除く", "without " + technologies.en};
        }
        add_words(
            all, std::vector<Text>{technologies}, [](const Text& t) { return t; }, dot);
    }
    if (!filter.themes.empty()) {
        Text themes;
        add_words(themes, filter.themes,
                  [](const std::string& theme) {
                      const Text name = theme_text(theme);
                      return Text{"「" + name.ja + "」", "'" + name.en + "'"};
                  },
                  {"か", " or "});
        add_words(
            all, std::vector<Text>{{"分野" + themes.ja, "theme " + themes.en}},
            [](const Text& t) { return t; }, dot);
    }
    add_words(
        all, prefectures_in_words(filter.prefectures), [](const Text& t) { return t; }, dot);
    add_words(all, filter.kinds, named, dot);
    add_words(all, filter.scopes, scope_in_words, dot);
    if (!trim(filter.text).empty()) {
        const std::string word(trim(filter.text));
        add_words(
            all, std::vector<Text>{{"「" + word + "」を含む", "containing '" + word + "'"}},
            [](const Text& t) { return t; }, dot);
    }
    if (all.ja.empty()) {
        return {"すべての選定", "All selections"};
    }
    return all;
}

}  // namespace miraimap
