// SPDX-License-Identifier: MIT
#include "geo/select/known_unknowns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <numeric>

#include "geo/select/reference_tables.hpp"

namespace miraimap {
namespace {

/// 0 for a cell that is no number: the check says so, a count of unknowns need not fail over it.
int number_or_zero(const std::string& text) {
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() ? value : 0;
}

template <typename Value>
bool has(const std::vector<Value>& values, Value wanted) {
    return std::find(values.begin(), values.end(), wanted) != values.end();
}

int sum_of(const std::vector<YearCount>& years) {
    return std::accumulate(years.begin(), years.end(), 0,
                           [](int sum, const YearCount& y) { return sum + y.count; });
}

/// Stated number of selected projects less the listed ones, by year.
std::vector<YearCount> not_listed(const CsvTable& counts,
                                  const std::vector<Selection>& selections) {
    std::map<int, int> left;
    for (const CsvRow& row : counts.rows) {
        const auto year = parse_year(counts.at(row, "fiscal_year"));
        if (counts.at(row, "programme") == key_of(Programme::mirai) && year) {
            left[*year] += number_or_zero(counts.at(row, "count"));
        }
    }
    for (const Selection& s : selections) {
        if (s.source == Source::mirai) {
            --left[s.fiscal_year];
        }
    }
    std::vector<YearCount> years;
    for (const auto& [year, count] : left) {
        if (count > 0) {
            years.push_back({year, count});
        }
    }
    return years;
}

}  // namespace

EndedProjects read_ended_projects(const std::filesystem::path& data_folder,
                                  const std::vector<Selection>& selections) {
    EndedProjects ended;
    const CsvTable stated = read_reference(data_folder, "stated_totals");
    for (const CsvRow& row : stated.rows) {
        if (stated.at(row, "key") == "mirai_ended") {
            ended.count = number_or_zero(stated.at(row, "value"));
            ended.source_page = number_or_zero(stated.at(row, "source_page"));
            ended.source_line = number_or_zero(stated.at(row, "source_line"));
        }
    }
    ended.by_year = not_listed(read_reference(data_folder, "programme_counts"), selections);
    if (sum_of(ended.by_year) != ended.count) {
        ended.by_year.clear();
    }
    return ended;
}

KnownUnknowns known_unknowns(const Filter& filter, const EndedProjects& ended,
                             const std::vector<Passed>& passed, const Join& join) {
    KnownUnknowns unknown;
    for (const Passed& p : passed) {
        const auto index = static_cast<std::size_t>(p.selection);
        if (p.counted && join.selections[index].scope == Scope::unresolved) {
            unknown.unresolved.push_back(p.selection);
        }
    }
    const bool possible = (filter.sources.empty() || has(filter.sources, Source::mirai)) &&
                          (filter.programmes.empty() || has(filter.programmes, Programme::mirai)) &&
                          filter.kinds.empty() && filter.themes.empty() &&
                          (!filter.years.empty() || !filter.past);
    if (!possible) {
        return unknown;
    }
    for (const YearCount& year : ended.by_year) {
        const bool asked =
            filter.years.empty() ||
            std::any_of(filter.years.begin(), filter.years.end(),
                        [&](const YearRange& range) { return range.contains(year.year); });
        if (asked) {
            unknown.ended_by_year.push_back(year);
        }
    }
    unknown.ended = ended.by_year.empty() ? ended.count : sum_of(unknown.ended_by_year);
    return unknown;
}

Text years_in_words(const std::vector<YearCount>& years) {
    Text text;
    for (const YearCount& year : years) {
        const Text name = year_name(year.year);
        text.ja += fmt::format("{}{}に{}", text.ja.empty() ? "" : "、", name.ja, year.count);
        text.en += fmt::format("{}{} in {}", text.en.empty() ? "" : ", ", year.count, name.en);
    }
    return text;
}

}  // namespace miraimap
