// SPDX-License-Identifier: MIT
#include "app/core/choice_summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include "app/core/analysis.hpp"
#include "app/core/place_words.hpp"
#include "geo/place/prefecture.hpp"
#include "shapes/legend.hpp"

namespace miraimap {
namespace {

CoverageTable table_of(const Snapshot& snapshot, const std::vector<int>& places, CoverageBy by) {
    CoverageQuestion question = coverage_question(snapshot, by);
    question.places = &places;
    const World& world = *snapshot.world;
    return coverage_table(question, world.catalogue, world.selections, world.join);
}

std::vector<CoverageRow> with_selections(std::vector<CoverageRow> rows) {
    std::erase_if(rows, [](const CoverageRow& row) { return row.selections == 0; });
    return rows;
}

CoverageRow country_of(const Snapshot& snapshot) {
    CoverageQuestion question = coverage_question(snapshot, CoverageBy::prefecture);
    question.filter.prefectures.clear();
    const World& world = *snapshot.world;
    return coverage_table(question, world.catalogue, world.selections, world.join).total;
}

/// The prefecture whose counted places these are, all of them and no others; 0: none.
int whole_prefecture(const Snapshot& snapshot, const std::vector<int>& counted) {
    const std::vector<Municipality>& all = snapshot.world->catalogue.municipalities;
    if (counted.empty()) {
        return 0;
    }
    const int number = all[static_cast<std::size_t>(counted.front())].prefecture;
    std::size_t inside = 0;
    for (const int place : places_in_question(snapshot)) {
        inside += all[static_cast<std::size_t>(place)].prefecture == number ? 1U : 0U;
    }
    const bool only = std::all_of(counted.begin(), counted.end(), [&](int place) {
        return all[static_cast<std::size_t>(place)].prefecture == number;
    });
    return only && inside == counted.size() ? number : 0;
}

void add_held(const Snapshot& snapshot, const std::vector<int>& counted, ChoiceSummary& summary) {
    std::vector<HeldSelection> all(snapshot.passed.size());
    for (const int place : counted) {
        for (const Hold& hold : snapshot.coverage[static_cast<std::size_t>(place)].holds) {
            HeldSelection& held = all[static_cast<std::size_t>(hold.passed)];
            held.grade = std::max(held.grade, hold.grade);
            held.places += hold.grade >= Grade::part ? 1 : 0;
            held.prefecture = held.prefecture || hold.grade == Grade::prefecture;
        }
    }
    for (std::size_t p = 0; p < all.size(); ++p) {
        all[p].passed = static_cast<int>(p);
        if (all[p].grade != Grade::none && snapshot.passed[p].counted) {
            summary.held.push_back(all[p]);
        }
    }
    const auto middle = std::stable_partition(summary.held.begin(), summary.held.end(),
                                              [](const HeldSelection& h) { return h.places > 0; });
    summary.naming = static_cast<int>(middle - summary.held.begin());
}

std::string percent(double share) { return fmt::format("{:.1f}%", 100 * share); }

/// "令和2年度3件、…" of rows with selections.
Text counts_in_words(const std::vector<CoverageRow>& rows) {
    Text text;
    for (const CoverageRow& row : rows) {
        text.ja += fmt::format("{}{} {} 件", text.ja.empty() ? "" : "、", row.name.ja,
                               with_thousands(row.selections));
        text.en += fmt::format("{}{} {}", text.en.empty() ? "" : ", ", row.name.en,
                               with_thousands(row.selections));
    }
    return text;
}

Text subject_of(const Snapshot& snapshot, const ChoiceSummary& summary, SetOf set) {
    const int number = summary.total.municipalities;
    std::vector<int> where;
    std::vector<std::pair<int, int>> sizes;
    for (const CoverageRow& row : summary.prefectures) {
        sizes.emplace_back(-row.municipalities, find_prefecture(row.key).value_or(0));
    }
    std::sort(sizes.begin(), sizes.end());
    for (const auto& [size, prefecture] : sizes) {
        where.push_back(prefecture);
    }
    const Text named = prefectures_in_words(where);
    const std::string count = with_thousands(number);
    const char* bodies = number == 1 ? "municipality" : "municipalities";
    Text subject = summary.prefecture > 0
                       ? Text{fmt::format("{}の{}市区町村", named.ja, count),
                              fmt::format("the {} {} of {}", count, bodies, named.en)}
                   : set == SetOf::brushed
                       ? Text{fmt::format("なぞった範囲の{}市区町村（{}）", count, named.ja),
                              fmt::format("the {} {} in the brush ({})", count, bodies, named.en)}
                       : Text{fmt::format("選んだ{}市区町村（{}）", count, named.ja),
                              fmt::format("the {} chosen {} ({})", count, bodies, named.en)};
    if (!snapshot.request.filter.empty()) {
        const Text filter = in_words(snapshot.request.filter);
        subject.ja = "「" + filter.ja + "」で見ると、" + subject.ja;
        subject.en += ", counting \"" + filter.en + "\" only";
    }
    return subject;
}

}  // namespace

ChoiceSummary summarise(const Snapshot& snapshot, const std::vector<int>& places) {
    ChoiceSummary summary;
    std::vector<int> counted;
    const std::vector<int> all = places_in_question(snapshot);
    std::set_intersection(places.begin(), places.end(), all.begin(), all.end(),
                          std::back_inserter(counted));
    summary.places = static_cast<int>(places.size());
    summary.left_out = summary.places - static_cast<int>(counted.size());
    CoverageTable by_prefecture = table_of(snapshot, counted, CoverageBy::prefecture);
    summary.total = std::move(by_prefecture.total);
    summary.prefectures = std::move(by_prefecture.rows);
    summary.years = with_selections(table_of(snapshot, counted, CoverageBy::year).rows);
    summary.technologies =
        with_selections(table_of(snapshot, counted, CoverageBy::technology).rows);
    summary.country = country_of(snapshot);
    summary.prefecture = whole_prefecture(snapshot, counted);
    add_held(snapshot, counted, summary);
    return summary;
}

Text choice_in_words(const Snapshot& snapshot, const ChoiceSummary& summary, SetOf set) {
    const CoverageRow& row = summary.total;
    if (row.municipalities == 0) {
        return {};
    }
    const Text subject = subject_of(snapshot, summary, set);
    Text text;
    text.ja = fmt::format(
        "{}のうち、選定は{}、一部のみ選定は{}、都道府県のみ選定は{}、選定なしは{}である。"
        "選定と一部選定の割合は、数で{}（全国{}）、面積で{}（全国{}）。",
        subject.ja, with_thousands(row.direct), with_thousands(row.part),
        with_thousands(row.prefecture_only), with_thousands(row.uncovered),
        percent(row.share_municipalities()), percent(summary.country.share_municipalities()),
        percent(row.share_area()), percent(summary.country.share_area()));
    text.en = fmt::format(
        "Of {}, {} are selected, {} only in part, {} only through their prefecture, and {} not at "
        "all. Selected and partly selected ones are {} by number (Japan: {}) and {} by area "
        "(Japan: {}).",
        subject.en, with_thousands(row.direct), with_thousands(row.part),
        with_thousands(row.prefecture_only), with_thousands(row.uncovered),
        percent(row.share_municipalities()), percent(summary.country.share_municipalities()),
        percent(row.share_area()), percent(summary.country.share_area()));
    if (summary.held.empty()) {
        text.ja += "かかわる選定はない。";
        text.en += " No selection touches them.";
        return text;
    }
    text.ja += fmt::format("かかわる選定は{}件（うち都道府県そのものの選定{}件）",
                           with_thousands(row.selections), summary.of_prefectures());
    text.en += fmt::format(
        " {} {} them, {} of these of a prefecture itself", with_thousands(row.selections),
        row.selections == 1 ? "selection touches" : "selections touch", summary.of_prefectures());
    const Text years = counts_in_words(summary.years);
    const Text technologies = counts_in_words(summary.technologies);
    if (!years.ja.empty()) {
        text.ja += "、年度別では" + years.ja;
        text.en += "; by year: " + years.en;
    }
    if (!technologies.ja.empty()) {
        text.ja += "、技術別では" + technologies.ja;
        text.en += "; by technology: " + technologies.en;
    }
    text.ja += "である。";
    text.en += ".";
    return text;
}

}  // namespace miraimap
