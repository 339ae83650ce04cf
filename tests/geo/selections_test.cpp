// SPDX-License-Identifier: MIT
// Filters, coverage and gap regions on small made-up worlds, against brute force.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include "geo/error.hpp"
#include "geo/select/coverage.hpp"
#include "geo/select/filter.hpp"
#include "geo/select/gaps.hpp"
#include "geo/select/links.hpp"

namespace miraimap {
namespace {

/// A catalogue of `count` municipalities, `per_prefecture` in each prefecture, 10 km² each.
Catalogue make_catalogue(int count, int per_prefecture) {
    Catalogue catalogue;
    catalogue.edition = "test";
    for (int i = 0; i < count; ++i) {
        Municipality m;
        m.prefecture = 1 + i / per_prefecture;
        m.code = std::to_string(10000 + m.prefecture * 1000 + i);
        m.name_ja = "町" + std::to_string(i);
        m.area_km2 = 10;
        catalogue.municipalities.push_back(m);
    }
    return catalogue;
}

ResolvedPart named(const Catalogue& catalogue, int municipality, bool only_part = false) {
    const Municipality& m = catalogue.municipalities[static_cast<std::size_t>(municipality)];
    ResolvedPart part;
    part.part = m.name_ja;
    part.code = m.code;
    part.municipality = municipality;
    part.prefecture_number = m.prefecture;
    part.only_part = only_part;
    part.match = Match::exact;
    return part;
}

ResolvedPart whole_prefecture(int number) {
    ResolvedPart part;
    part.code = std::to_string(number) + "000";
    part.is_prefecture = true;
    part.prefecture_number = number;
    part.match = Match::exact;
    return part;
}

struct World {
    Catalogue catalogue = make_catalogue(12, 4);
    std::vector<Selection> selections;
    Join join;

    int add(Source source, int year, std::vector<Programme> programmes,
            std::vector<ResolvedPart> parts) {
        Selection s;
        s.source = source;
        s.fiscal_year = year;
        s.programmes = std::move(programmes);
        s.number = static_cast<int>(selections.size()) + 1;
        s.id = key_of(source) + "-" + year_key(year) + "-" + std::to_string(s.number);
        JoinedSelection joined;
        for (const ResolvedPart& part : parts) {
            joined.codes.push_back(part.code);
        }
        joined.parts = std::move(parts);
        selections.push_back(s);
        join.selections.push_back(joined);
        return static_cast<int>(selections.size()) - 1;
    }

    [[nodiscard]] CoverageTable table(const Filter& filter, CoverageBy by) const {
        return coverage_table({filter, by, false}, catalogue, selections, join);
    }
};

TEST(Years, EveryNotationMeansTheSameFiscalYear) {
    for (const char* text :
         {"H30", "h30", "Ｈ３０", "平成30年度", "平成３０年", "2018", "FY2018", " 2018 "}) {
        EXPECT_EQ(parse_year(text), 2018) << text;
    }
    for (const char* text :
         {"R1", "Ｒ１", "令和元年度", "令和元年", "令和1", "H31", "平成31年度", "2019"}) {
        EXPECT_EQ(parse_year(text), 2019) << text;
    }
    EXPECT_EQ(parse_year("令和２年度選定"), 2020);
}

TEST(Years, WhatIsNoFiscalYearIsRefused) {
    for (const char* text :
         {"", "R", "R0", "H32", "昭和63", "20", "2018x", "30H", "R-1", "平成元元"}) {
        EXPECT_EQ(parse_year(text), std::nullopt) << text;
    }
    Filter filter;
    EXPECT_THROW(add_years("R3..R1", filter), Error);
    EXPECT_THROW(add_years("いつか", filter), Error);
    EXPECT_TRUE(filter.years.empty());
}

TEST(Years, KeysAndNamesRoundTrip) {
    for (int year = 1990; year <= 2030; ++year) {
        EXPECT_EQ(parse_year(year_key(year)), year);
        EXPECT_EQ(parse_year(year_name(year).ja), year);
        EXPECT_EQ(parse_year(year_name(year).en), year);
    }
}

TEST(Years, AnOpenRangeMeansThatYearAndAllBeforeOrAfterIt) {
    for (const char* text : {"..R2", "～令和2年度", " .. 2020 "}) {
        Filter filter;
        add_years(text, filter);
        ASSERT_EQ(filter.years.size(), 1U) << text;
        EXPECT_TRUE(filter.years[0].contains(1990));
        EXPECT_TRUE(filter.years[0].contains(2020));
        EXPECT_FALSE(filter.years[0].contains(2021));
        EXPECT_EQ(range_key(filter.years[0]), "..R2");
        EXPECT_EQ(in_words(filter).ja, "令和2年度まで");
        EXPECT_EQ(in_words(filter).en, "up to FY2020");
    }
    Filter since;
    add_years("R2..", since);
    EXPECT_FALSE(since.years[0].contains(2019));
    EXPECT_TRUE(since.years[0].contains(2050));
    EXPECT_EQ(range_key(since.years[0]), "R2..");
    EXPECT_EQ(in_words(since).ja, "令和2年度以降");
    Filter none;
    EXPECT_THROW(add_years("..", none), Error);
    EXPECT_THROW(add_years("..いつか", none), Error);
}

TEST(Themes, AHeadingIsMeantByItsTextOrWithoutItsYear) {
    World w;
    const std::vector<std::vector<std::string>> printed{{"スマート農業"},
                                                        {"スマート農業（R2）", "まちづくり"},
                                                        {"ロボット、ドローン、MaaS（実証）"},
                                                        {}};
    for (const auto& themes : printed) {
        const int row =
            w.add(Source::society5, 2022, {Programme::society5}, {named(w.catalogue, 0)});
        w.selections[static_cast<std::size_t>(row)].themes = themes;
    }
    const auto passing = [&](const std::vector<std::string>& themes) {
        Filter filter;
        filter.themes = themes;
        std::vector<int> rows;
        for (const Passed& p : apply_filter(filter, w.selections, w.join)) {
            rows.push_back(p.selection);
        }
        return rows;
    };
    EXPECT_EQ(passing({"スマート農業"}), (std::vector<int>{0, 1}));
    EXPECT_EQ(passing({"スマート農業（Ｒ２）"}), (std::vector<int>{1}));
    EXPECT_EQ(passing({"まちづくり", "ロボット、ドローン、maas（実証）"}),
              (std::vector<int>{1, 2}));
    EXPECT_EQ(passing({"農業"}), std::vector<int>{});
    EXPECT_EQ(theme_name("ロボット、ドローン、MaaS（実証）"), "ロボット、ドローン、MaaS（実証）")
        << "only a year in brackets is left out";
    EXPECT_EQ(theme_names(w.selections),
              (std::vector<std::string>{"スマート農業", "まちづくり",
                                        "ロボット、ドローン、MaaS（実証）"}));
}

TEST(Themes, OneThatNoSelectionHasIsRefusedWithTheKnownOnes) {
    World w;
    const int row = w.add(Source::society5, 2022, {Programme::society5}, {named(w.catalogue, 0)});
    w.selections[static_cast<std::size_t>(row)].themes = {"公共交通"};
    Filter filter;
    filter.themes = {" 公共交通 "};
    EXPECT_EQ(with_known_themes(filter, w.selections).themes, std::vector<std::string>{"公共交通"});
    filter.themes = {"鉄道"};
    try {
        with_known_themes(filter, w.selections);
        FAIL() << "an unknown theme must not pass in silence";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::usage);
        EXPECT_NE(error.message(Lang::ja).find("鉄道"), std::string::npos);
        EXPECT_NE(error.message(Lang::ja).find("公共交通"), std::string::npos);
    }
}

TEST(Filter, InWordsNamesAWholeRegionInsteadOfItsPrefectures) {
    Filter filter;
    filter.prefectures = {36, 37, 38, 39, 29};
    EXPECT_EQ(in_words(filter).ja, "四国・奈良県");
    filter.prefectures = {1, 36};
    EXPECT_EQ(in_words(filter).ja, "北海道・徳島県");
    filter.prefectures.clear();
    filter.themes = {"スマート農業", "公共交通"};
    EXPECT_EQ(in_words(filter).ja, "分野「スマート農業」か「公共交通」");
    EXPECT_EQ(in_words(filter).en, "theme 'Smart farming' or 'Public transport'");
}

TEST(Vocabulary, EveryKeyIsFoundAgain) {
    for (int i = 0; i < technology_count; ++i) {
        const auto t = static_cast<Technology>(i);
        EXPECT_EQ(find_technology(key_of(t)), t);
    }
    for (int i = 0; i < programme_count; ++i) {
        const auto p = static_cast<Programme>(i);
        EXPECT_EQ(find_programme(key_of(p)), p);
    }
    EXPECT_EQ(find_technology("ＡＩ"), Technology::ai);
    EXPECT_EQ(find_technology("iot"), Technology::iot);
    EXPECT_EQ(find_technology("vr/ar"), Technology::vr_ar);
    EXPECT_EQ(find_technology("Drone"), Technology::drone);
    EXPECT_EQ(find_technology(""), std::nullopt);
}

TEST(Filter, ProgrammeMeansTheMarksOfTheRowsOwnYearUnlessPastIsAsked) {
    World w;
    const int row = w.add(Source::smartcity, 2021, {Programme::mic}, {named(w.catalogue, 0)});
    w.selections[static_cast<std::size_t>(row)].past = {Programme::meti};
    Filter filter;
    filter.programmes = {Programme::meti};
    EXPECT_TRUE(apply_filter(filter, w.selections, w.join).empty());
    filter.past = true;
    EXPECT_EQ(apply_filter(filter, w.selections, w.join).size(), 1U);
    filter.years = {{2021, 2021}};
    filter.programmes = {Programme::mic};
    EXPECT_EQ(apply_filter(filter, w.selections, w.join).size(), 1U);
}

TEST(Filter, WithoutATechnologyAStarDoesNotStandInForTheRowThatHasIt) {
    World w;
    const int ai = w.add(Source::mirai, 2018, {Programme::mirai}, {named(w.catalogue, 0)});
    w.selections[static_cast<std::size_t>(ai)].technologies = {Technology::ai};
    const int star = w.add(Source::smartcity, 2021, {Programme::mirai}, {named(w.catalogue, 0)});
    const int more =
        w.add(Source::smartcity, 2021, {Programme::mirai, Programme::mic}, {named(w.catalogue, 0)});
    w.selections[static_cast<std::size_t>(star)].linked = ai;
    w.selections[static_cast<std::size_t>(more)].past_linked = ai;
    Filter filter;
    filter.technologies = {Technology::ai};
    filter.match = TechnologyMatch::none;
    const std::vector<Passed> without = apply_filter(filter, w.selections, w.join);
    ASSERT_EQ(without.size(), 1U);
    EXPECT_EQ(without[0].selection, more) << "its other programme has no technology printed";
    filter.technologies = {Technology::drone};
    EXPECT_EQ(apply_filter(filter, w.selections, w.join).size(), 3U);
}

TEST(Filter, InWordsNamesEveryConditionInBothLanguages) {
    Filter filter;
    EXPECT_EQ(in_words(filter).ja, "すべての選定");
    filter.programmes = {Programme::mirai};
    filter.years = {{2018, 2019}};
    filter.technologies = {Technology::drone, Technology::ai};
    filter.match = TechnologyMatch::all;
    filter.prefectures = {29};
    const Text words = in_words(filter);
    EXPECT_EQ(words.ja, "未来技術社会実装事業、平成30年度～令和元年度、ドローンとAI、奈良県");
    EXPECT_EQ(
        words.en,
        "Future technology implementation (Cabinet Office); FY2018–FY2019; Drones and AI; Nara");
}

TEST(Coverage, GradesKeepTheirOrderAndAPrefectureCoversNobody) {
    World w;
    w.add(Source::mirai, 2018, {Programme::mirai}, {whole_prefecture(1)});
    w.add(Source::mirai, 2018, {Programme::mirai}, {named(w.catalogue, 0, true)});
    w.add(Source::mirai, 2018, {Programme::mirai}, {named(w.catalogue, 0), named(w.catalogue, 5)});
    const auto passed = apply_filter({}, w.selections, w.join);
    const auto coverage = cover(w.catalogue, w.join, passed);
    EXPECT_EQ(coverage[0].grade, Grade::direct);
    EXPECT_EQ(coverage[0].holds.size(), 3U);
    EXPECT_EQ(coverage[1].grade, Grade::prefecture);
    EXPECT_EQ(coverage[5].grade, Grade::direct);
    EXPECT_EQ(coverage[4].grade, Grade::none);
    const CoverageTable table = w.table({}, CoverageBy::prefecture);
    EXPECT_EQ(table.rows[0].prefecture_only, 3);
    EXPECT_EQ(table.rows[0].direct, 1);
    EXPECT_EQ(table.rows[0].selections, 3);
    EXPECT_DOUBLE_EQ(table.rows[0].share_municipalities(), 0.25);
    EXPECT_DOUBLE_EQ(table.rows[0].covered_area_km2, 10);
}

TEST(Coverage, ALinkedStarIsCountedOnce) {
    World w;
    w.add(Source::mirai, 2021, {Programme::mirai}, {named(w.catalogue, 2)});
    w.add(Source::smartcity, 2021, {Programme::mirai}, {named(w.catalogue, 2)});
    w.add(Source::smartcity, 2021, {Programme::mirai, Programme::mic}, {named(w.catalogue, 3)});
    const Findings findings = link_starred_rows(w.selections, w.join);
    EXPECT_EQ(w.selections[1].linked, 0);
    ASSERT_EQ(findings.size(), 1U);  // row 2 has no listed selection
    EXPECT_EQ(findings[0].code, "star-without-listed-selection");
    EXPECT_EQ(w.table({}, CoverageBy::prefecture).total.selections, 2);
    Filter only_smartcity;
    only_smartcity.sources = {Source::smartcity};
    EXPECT_EQ(w.table(only_smartcity, CoverageBy::prefecture).total.selections, 2);
}

TEST(Coverage, PlacesThatAreNotCountedAreInNoDenominator) {
    World w;
    w.catalogue.municipalities[0].counted = false;
    w.catalogue.municipalities[0].kind = BodyKind::northern_territories;
    EXPECT_EQ(w.table({}, CoverageBy::prefecture).total.municipalities, 11);
    const CoverageTable with =
        coverage_table({{}, CoverageBy::prefecture, true}, w.catalogue, w.selections, w.join);
    EXPECT_EQ(with.total.municipalities, 12);
}

TEST(Coverage, RandomWorldsAddUpInEveryDivision) {
    std::mt19937 random(7);
    for (int round = 0; round < 50; ++round) {
        World w;
        for (int i = 0; i < 8; ++i) {
            const int m = static_cast<int>(random() % 12);
            std::vector<ResolvedPart> parts{named(w.catalogue, m, random() % 2 == 0)};
            if (random() % 3 == 0) {
                parts.push_back(whole_prefecture(1 + static_cast<int>(random() % 3)));
            }
            w.add(Source::mirai, 2018 + static_cast<int>(random() % 4), {Programme::mirai}, parts);
            w.selections.back().technologies = {static_cast<Technology>(random() % 8)};
        }
        const CoverageTable places = w.table({}, CoverageBy::municipality);
        for (const CoverageBy by : {CoverageBy::prefecture, CoverageBy::region}) {
            const CoverageTable table = w.table({}, by);
            CoverageRow sum;
            for (const CoverageRow& row : table.rows) {
                EXPECT_EQ(row.direct + row.part + row.prefecture_only + row.uncovered,
                          row.municipalities);
                sum.municipalities += row.municipalities;
                sum.direct += row.direct;
                sum.part += row.part;
                sum.area_km2 += row.area_km2;
            }
            EXPECT_EQ(sum.municipalities, table.total.municipalities);
            EXPECT_EQ(sum.direct, table.total.direct);
            EXPECT_EQ(sum.part, places.total.part);
            EXPECT_DOUBLE_EQ(sum.area_km2, 120);
        }
        int by_year = 0;
        for (const CoverageRow& row : w.table({}, CoverageBy::year).rows) {
            by_year += row.selections;
        }
        EXPECT_EQ(by_year, 8);
    }
}

TEST(Gaps, PartitionTheUncoveredSetAndDepthMatchesBruteForce) {
    std::mt19937 random(11);
    for (int round = 0; round < 100; ++round) {
        const int n = 12;
        const Catalogue catalogue = make_catalogue(n, 4);
        std::vector<Border> borders;
        std::vector<std::vector<int>> far(n, std::vector<int>(n, 1000));
        for (int a = 0; a < n; ++a) {
            far[static_cast<std::size_t>(a)][static_cast<std::size_t>(a)] = 0;
            for (int b = a + 1; b < n; ++b) {
                if (random() % 6 == 0) {
                    borders.push_back({a, b, 1});
                    far[static_cast<std::size_t>(a)][static_cast<std::size_t>(b)] = 1;
                    far[static_cast<std::size_t>(b)][static_cast<std::size_t>(a)] = 1;
                }
            }
        }
        for (std::size_t k = 0; k < n; ++k) {
            for (std::size_t i = 0; i < n; ++i) {
                for (std::size_t j = 0; j < n; ++j) {
                    far[i][j] = std::min(far[i][j], far[i][k] + far[k][j]);
                }
            }
        }
        std::vector<MunicipalityCoverage> coverage(n);
        for (MunicipalityCoverage& place : coverage) {
            place.grade = random() % 4 == 0 ? Grade::direct : Grade::none;
        }
        std::set<int> members;
        for (const GapRegion& region : find_gaps(catalogue, adjacency_of(borders, n), coverage)) {
            int deepest = 0;
            for (const int m : region.members) {
                EXPECT_TRUE(members.insert(m).second);
                EXPECT_EQ(coverage[static_cast<std::size_t>(m)].grade, Grade::none);
                int nearest = 1000;
                for (std::size_t other = 0; other < n; ++other) {
                    if (coverage[other].grade == Grade::direct) {
                        nearest = std::min(nearest, far[static_cast<std::size_t>(m)][other]);
                    }
                }
                deepest = nearest == 1000 ? deepest : std::max(deepest, nearest);
            }
            EXPECT_EQ(region.depth.value_or(0), deepest);
            EXPECT_DOUBLE_EQ(region.area_km2, 10.0 * static_cast<double>(region.members.size()));
        }
        const auto uncovered =
            std::count_if(coverage.begin(), coverage.end(),
                          [](const MunicipalityCoverage& c) { return c.grade == Grade::none; });
        EXPECT_EQ(static_cast<long>(members.size()), uncovered);
    }
}

}  // namespace
}  // namespace miraimap
