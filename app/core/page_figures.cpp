// SPDX-License-Identifier: MIT
#include "app/core/page_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "geo/place/prefecture.hpp"
#include "shapes/legend.hpp"

namespace miraimap {
namespace {

constexpr std::size_t most_prefectures = 8;  ///< more of them are told by region
constexpr std::size_t most_selections = 24;

std::string percent(double share) { return fmt::format("{:.1f}%", 100 * share); }
std::string number(int count) { return with_thousands(count); }

/// Short names: the column beside a map is narrow.
Text short_programme(Programme programme) {
    switch (programme) {
        case Programme::mirai:
            return {"未来技術社会実装", "Future technology"};
        case Programme::society5:
            return {"Society5.0タイプ交付金", "Society 5.0 grant"};
        case Programme::mic:
            return {"総務省", "MIC"};
        case Programme::meti:
            return {"経済産業省", "METI"};
        case Programme::mlit_maas:
            return {"国交省MaaS", "MLIT MaaS"};
        case Programme::mlit_smartcity:
            return {"国交省スマートシティ", "MLIT smart city"};
    }
    return {};
}

CoverageTable table_by(const Snapshot& snapshot, CoverageBy by, const std::vector<int>& only) {
    CoverageQuestion question = coverage_question(snapshot, by);
    question.filter.prefectures = only;
    const World& world = *snapshot.world;
    return coverage_table(question, world.catalogue, world.selections, world.join);
}

PageTable beside_the_country(const Snapshot& snapshot) {
    const std::vector<int>& focus = snapshot.request.filter.prefectures;
    const CoverageRow own = table_by(snapshot, CoverageBy::prefecture, focus).total;
    const CoverageRow all = table_by(snapshot, CoverageBy::prefecture, {}).total;
    const auto row = [&](Text name, auto figure, bool strong = false) {
        return PageTableRow{std::move(name), {figure(own), figure(all)}, strong};
    };
    PageTable table;
    table.title = {"数でみる", "Figures"};
    table.columns = {{"", ""},
                     prefectures()[static_cast<std::size_t>(focus.front()) - 1].name,
                     {"全国", "Japan"}};
    table.rows = {
        row({"市区町村", "Municipalities"}, [](const auto& r) { return number(r.municipalities); }),
        row({"選定", "Selected"}, [](const auto& r) { return number(r.direct); }),
        row({"一部のみ選定", "Only in part"}, [](const auto& r) { return number(r.part); }),
        row(
            {"選定・一部選定の割合", "Share, both"},
            [](const auto& r) { return percent(r.share_municipalities()); }, true),
        row({"都道府県のみ選定", "Only prefecture"},
            [](const auto& r) { return number(r.prefecture_only); }),
        row({"選定なし", "Not selected"}, [](const auto& r) { return number(r.uncovered); }),
        row({"面積（km²）", "Area (km²)"},
            [](const auto& r) { return number(static_cast<int>(std::lround(r.area_km2))); }),
        row(
            {"選定・一部選定の面積割合", "Area share, both"},
            [](const auto& r) { return percent(r.share_area()); }, true),
        row({"選定の件数", "Selections"}, [](const auto& r) { return number(r.selections); }),
    };
    return table;
}

PageTableRow counts_row(const CoverageRow& row, bool strong) {
    return {
        row.name,
        {number(row.municipalities), number(row.direct), number(row.part),
         number(row.prefecture_only), number(row.uncovered), percent(row.share_municipalities())},
        strong};
}

}  // namespace

PageTable page_figures(const Snapshot& snapshot) {
    const std::vector<int>& focus = snapshot.request.filter.prefectures;
    if (focus.size() == 1) {
        return beside_the_country(snapshot);
    }
    const bool each = !focus.empty() && focus.size() <= most_prefectures;
    const CoverageTable counts =
        table_by(snapshot, each ? CoverageBy::prefecture : CoverageBy::region, focus);
    PageTable table;
    table.title = each ? Text{"都道府県別", "By prefecture"} : Text{"地方別", "By region"};
    table.columns = {{"", ""},         {"全体", "All"},     {"選定", "Sel."},
                     {"一部", "Part"}, {"県のみ", "Pref."}, {"なし", "None"},
                     {"割合", "Share"}};
    for (const CoverageRow& row : counts.rows) {
        if (row.municipalities > 0) {
            table.rows.push_back(counts_row(row, false));
        }
    }
    table.rows.push_back(counts_row(counts.total, true));
    table.rows.back().name = {"計", "Total"};
    return table;
}

PageList page_selections(const Snapshot& snapshot) {
    PageList list;
    const auto counted = static_cast<std::size_t>(
        std::count_if(snapshot.passed.begin(), snapshot.passed.end(),
                      [](const Passed& passed) { return passed.counted; }));
    if (snapshot.request.filter.prefectures.size() != 1 && counted > most_selections) {
        return list;
    }
    list.title = {"選定の一覧（" + number(static_cast<int>(counted)) + "件）",
                  "Selections (" + number(static_cast<int>(counted)) + ")"};
    list.rest = {"miraimap list で全件", "see miraimap list"};
    for (const Passed& passed : snapshot.passed) {
        if (!passed.counted) {
            continue;
        }
        const Selection& s = snapshot.world->selections[static_cast<std::size_t>(passed.selection)];
        PageListEntry entry;
        entry.mark = year_key(s.fiscal_year);
        entry.words = s.area_text;
        for (const Programme programme : s.programmes) {
            const Text name = short_programme(programme);
            entry.details.ja += (entry.details.ja.empty() ? "" : "・") + name.ja;
            entry.details.en += (entry.details.en.empty() ? "" : ", ") + name.en;
        }
        for (std::size_t i = 0; i < s.technologies.size(); ++i) {
            const std::string& name = key_of(s.technologies[i]);
            entry.details.ja += (i == 0 ? "／" : "・") + name;
            entry.details.en += (i == 0 ? ": " : ", ") + name_of(s.technologies[i]).en;
        }
        list.entries.push_back(std::move(entry));
    }
    return list;
}

}  // namespace miraimap
