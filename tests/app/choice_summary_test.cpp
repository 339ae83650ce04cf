// SPDX-License-Identifier: MIT
// Several places together: the same numbers as the coverage tables, for every way to cut them.
#include "app/core/choice_summary.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/core/analysis.hpp"
#include "geo/place/prefecture.hpp"
#include "tests/support/program.hpp"

namespace miraimap {
namespace {

Request data_request() {
    Request request;
    request.data = test::root() / "data";
    return request;
}

const std::shared_ptr<const World>& world() {
    static const std::shared_ptr<const World> loaded =
        load_world(data_request(), {.geometry = false});
    return loaded;
}

std::vector<int> places_of_prefecture(int number) {
    std::vector<int> places;
    const auto& all = world()->catalogue.municipalities;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].prefecture == number) {
            places.push_back(static_cast<int>(i));
        }
    }
    return places;
}

int sum_of(const std::vector<CoverageRow>& rows) {
    int sum = 0;
    for (const CoverageRow& row : rows) {
        sum += row.selections;
    }
    return sum;
}

void expect_same(const CoverageRow& a, const CoverageRow& b) {
    EXPECT_EQ(a.municipalities, b.municipalities) << b.key;
    EXPECT_EQ(a.direct, b.direct) << b.key;
    EXPECT_EQ(a.part, b.part) << b.key;
    EXPECT_EQ(a.prefecture_only, b.prefecture_only) << b.key;
    EXPECT_EQ(a.uncovered, b.uncovered) << b.key;
    EXPECT_DOUBLE_EQ(a.area_km2, b.area_km2) << b.key;
    EXPECT_DOUBLE_EQ(a.covered_area_km2, b.covered_area_km2) << b.key;
}

TEST(ChoiceSummary, OfEveryPrefectureIsItsRowOfTheCoverageTable) {
    for (const bool wards : {false, true}) {
        Request request = data_request();
        request.wards = wards ? WardCount::all : WardCount::special;
        const Snapshot snapshot = make_snapshot(request, world());
        const CoverageTable table =
            coverage_table(coverage_question(snapshot, CoverageBy::prefecture), world()->catalogue,
                           world()->selections, world()->join);
        ASSERT_EQ(table.rows.size(), 47U);
        for (const CoverageRow& row : table.rows) {
            const int number = find_prefecture(row.key).value();
            const ChoiceSummary summary = summarise(snapshot, places_of_prefecture(number));
            expect_same(summary.total, row);
            EXPECT_EQ(summary.total.selections, row.selections) << row.key;
            EXPECT_EQ(summary.prefecture, number);
            EXPECT_EQ(std::ssize(summary.held), row.selections) << row.key;
            EXPECT_EQ(sum_of(summary.years), row.selections) << "one year each, " << row.key;
            EXPECT_EQ(summary.left_out, row.key == "01" ? 1 : 0)
                << "the Northern Territories are in no denominator";
            expect_same(summary.country, table.total);
        }
    }
}

TEST(ChoiceSummary, OfAllPlacesIsTheWholeTableLessWhatHasNoPlace) {
    const Snapshot snapshot = make_snapshot(data_request(), world());
    const ChoiceSummary summary = summarise(snapshot, places_in_question(snapshot));
    expect_same(summary.total, summary.country);
    EXPECT_EQ(summary.total.selections + std::ssize(snapshot.unknown.unresolved),
              summary.country.selections);
    EXPECT_EQ(summary.prefectures.size(), 47U);
    EXPECT_EQ(summary.prefecture, 0);
    const CoverageTable technologies =
        coverage_table(coverage_question(snapshot, CoverageBy::technology), world()->catalogue,
                       world()->selections, world()->join);
    for (const CoverageRow& row : summary.technologies) {
        const auto same =
            std::find_if(technologies.rows.begin(), technologies.rows.end(),
                         [&](const CoverageRow& other) { return other.key == row.key; });
        ASSERT_NE(same, technologies.rows.end());
        EXPECT_EQ(row.selections, same->selections) << row.key;
    }
}

TEST(ChoiceSummary, OfAnySetAgreesWithCountingByHand) {
    const Snapshot snapshot = make_snapshot(data_request(), world());
    std::vector<int> places;
    for (int i = 3; i < std::ssize(snapshot.coverage); i += 7) {
        places.push_back(i);
    }
    const ChoiceSummary summary = summarise(snapshot, places);
    int covered = 0;
    int counted = 0;
    std::set<int> touching;
    std::set<int> naming;
    for (const int place : places) {
        const auto i = static_cast<std::size_t>(place);
        if (!world()->catalogue.municipalities[i].counted) {
            continue;
        }
        ++counted;
        covered += snapshot.coverage[i].grade >= Grade::part ? 1 : 0;
        for (const Hold& hold : snapshot.coverage[i].holds) {
            if (snapshot.passed[static_cast<std::size_t>(hold.passed)].counted) {
                touching.insert(hold.passed);
                if (hold.grade >= Grade::part) {
                    naming.insert(hold.passed);
                }
            }
        }
    }
    EXPECT_EQ(summary.total.municipalities, counted);
    EXPECT_EQ(summary.total.direct + summary.total.part, covered);
    EXPECT_EQ(summary.total.selections, std::ssize(touching));
    EXPECT_EQ(summary.naming, std::ssize(naming));
    EXPECT_GE(summary.of_prefectures(), std::ssize(touching) - std::ssize(naming));
    for (int i = 0; i < std::ssize(summary.held); ++i) {
        const HeldSelection& held = summary.held[static_cast<std::size_t>(i)];
        EXPECT_EQ(naming.contains(held.passed), i < summary.naming) << "named ones come first";
        EXPECT_EQ(held.grade == Grade::prefecture, held.places == 0);
    }
}

TEST(ChoiceSummary, TellsAPrefecturesOwnSelectionsApartAndComparesWithTheCountry) {
    const Snapshot snapshot = make_snapshot(data_request(), world());
    // Hokkaido is a body of a joint selection that names municipalities too.
    const ChoiceSummary hokkaido = summarise(snapshot, places_of_prefecture(1));
    EXPECT_TRUE(std::any_of(hokkaido.held.begin(), hokkaido.held.end(),
                            [](const HeldSelection& h) { return h.prefecture && h.places > 0; }));
    // Akita is itself a selected body.
    const ChoiceSummary akita = summarise(snapshot, places_of_prefecture(5));
    EXPECT_GT(akita.of_prefectures(), 0);
    EXPECT_EQ(akita.total.uncovered, 0) << "all of them are at least in a selected prefecture";
    Request request = data_request();
    request.filter.prefectures = {5};
    const ChoiceSummary alone = summarise(make_snapshot(request, world()), places_of_prefecture(5));
    EXPECT_EQ(alone.prefecture, 5);
    expect_same(alone.total, akita.total);
    EXPECT_GT(alone.country.municipalities, 1700) << "whatever the filter shows";
    const ChoiceSummary outside =
        summarise(make_snapshot(request, world()), places_of_prefecture(29));
    EXPECT_EQ(outside.total.municipalities, 0);
    EXPECT_EQ(outside.left_out, outside.places);
    EXPECT_TRUE(outside.held.empty());
}

TEST(ChoiceSummary, SaysItInASentenceWithItsFilterAndNothingOfNoPlaces) {
    const Snapshot snapshot = make_snapshot(data_request(), world());
    const ChoiceSummary nara = summarise(snapshot, places_of_prefecture(29));
    const Text words = choice_in_words(snapshot, nara);
    EXPECT_NE(words.ja.find("奈良県の39市区町村のうち"), std::string::npos) << words.ja;
    EXPECT_NE(words.en.find("the 39 municipalities of Nara"), std::string::npos) << words.en;
    EXPECT_NE(words.ja.find("（全国5.1%）"), std::string::npos) << words.ja;
    Request request = data_request();
    request.filter.technologies = {Technology::drone};
    const Snapshot drones = make_snapshot(request, world());
    const Text filtered = choice_in_words(drones, summarise(drones, places_in_question(drones)));
    EXPECT_TRUE(filtered.ja.starts_with("「ドローン」で見ると、選んだ1,741市区町村（"))
        << filtered.ja;
    EXPECT_TRUE(choice_in_words(snapshot, summarise(snapshot, {})).ja.empty());
}

}  // namespace
}  // namespace miraimap
