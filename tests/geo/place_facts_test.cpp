// SPDX-License-Identifier: MIT
#include "geo/select/place_facts.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace miraimap {
namespace {

struct Sample {
    Catalogue catalogue;
    std::vector<Selection> selections;
    Join join;
};

/// Two places of prefecture 1 and the prefecture itself.
Sample sample() {
    Sample s;
    s.catalogue.municipalities = {{"01100", "", "", "", BodyKind::city, 1, true, 1},
                                  {"01202", "", "", "", BodyKind::city, 1, true, 1},
                                  {"13206", "", "", "", BodyKind::city, 13, true, 1},
                                  {"34208", "", "", "", BodyKind::city, 34, true, 1}};
    const auto add = [&](int year, std::vector<Programme> programmes, std::vector<Programme> past,
                         std::vector<Technology> technologies, std::vector<int> places,
                         bool prefecture, std::optional<std::int64_t> granted) {
        Selection one;
        one.source = granted ? Source::society5 : Source::smartcity;
        one.fiscal_year = year;
        one.programmes = std::move(programmes);
        one.past = std::move(past);
        one.technologies = std::move(technologies);
        one.granted_thousand_yen = granted;
        JoinedSelection joined;
        if (prefecture) {
            ResolvedPart part;
            part.is_prefecture = true;
            part.prefecture_number = 1;
            part.code = "01000";
            part.match = Match::exact;
            joined.parts.push_back(part);
        }
        for (const int place : places) {
            ResolvedPart part;
            part.municipality = place;
            part.code = s.catalogue.municipalities[static_cast<std::size_t>(place)].code;
            part.prefecture_number =
                s.catalogue.municipalities[static_cast<std::size_t>(place)].prefecture;
            part.match = Match::exact;
            joined.parts.push_back(part);
        }
        s.selections.push_back(one);
        s.join.selections.push_back(joined);
    };
    add(2021, {Programme::mic}, {Programme::mlit_maas}, {Technology::ai}, {0}, false, {});
    add(2018, {Programme::meti}, {}, {Technology::drone, Technology::ai}, {0, 1}, false, {});
    add(2022, {Programme::society5}, {}, {Technology::robot}, {}, true, 700);
    add(2022, {Programme::society5}, {}, {}, {0}, false, 200);
    add(2022, {Programme::society5}, {}, {}, {}, true, 50);
    ResolvedPart unclear;
    unclear.match = Match::ambiguous;
    unclear.candidates = {
        {"34208", "府中市", "広島県"}, {"13206", "府中市", "東京都"}, {"99999", "", ""}};
    s.join.selections[1].parts.push_back(unclear);
    return s;
}

std::vector<PlaceFacts> facts_of(const Sample& s, const Filter& filter) {
    const std::vector<Passed> passed = apply_filter(filter, s.selections, s.join);
    return place_facts(cover(s.catalogue, s.join, passed), passed, s.selections, filter);
}

TEST(PlaceFacts, GatherWhatNamesThePlaceAndNothingOfItsPrefecture) {
    const Sample s = sample();
    const std::vector<PlaceFacts> facts = facts_of(s, {});
    EXPECT_EQ(facts[0].selections, 3);
    EXPECT_EQ(facts[0].first_year, 2018);
    EXPECT_EQ(facts[0].technologies, (std::vector<Technology>{Technology::drone, Technology::ai}));
    EXPECT_EQ(facts[0].programmes,
              (std::vector<Programme>{Programme::society5, Programme::mic, Programme::meti}));
    EXPECT_TRUE(facts[0].printed_amount);
    EXPECT_EQ(facts[1].selections, 1);
    EXPECT_FALSE(facts[1].printed_amount) << "its prefecture's grant is not its own";
    EXPECT_EQ(facts[2].selections, 0);
    EXPECT_FALSE(facts[2].first_year);
}

TEST(PlaceFacts, EarlierYearsHaveNoYear) {
    const Sample s = sample();
    Filter past;
    past.past = true;
    EXPECT_TRUE(facts_of(s, past)[0].earlier);
    EXPECT_FALSE(facts_of(s, past)[0].first_year);
    past.years = {{2021, 2021}};
    EXPECT_EQ(facts_of(s, past)[0].first_year, 2021);
    EXPECT_TRUE(facts_of(s, past)[0].earlier);
    EXPECT_FALSE(facts_of(s, {})[0].earlier) << "not asked for";
}

TEST(PlaceFacts, AmbiguousTextsMakeTheirPlacesUnresolved) {
    const Sample s = sample();
    const std::vector<Passed> passed = apply_filter({}, s.selections, s.join);
    EXPECT_EQ(unresolved_places(s.catalogue, s.join, passed), (std::vector<int>{2, 3}));
    EXPECT_TRUE(unresolved_places(s.catalogue, s.join, {}).empty());
}

TEST(PlaceFacts, APlaceThatIsNoMunicipalityLeavesItsCandidatesUnresolvedAndNearNamesDoNot) {
    Sample s = sample();
    ResolvedPart town;
    town.match = Match::not_a_municipality;
    town.candidates = {{"34208", "府中市", "広島県"}, {"01202", "", ""}};
    ResolvedPart misspelt;
    misspelt.match = Match::unknown;
    misspelt.candidates = {{"01100", "", ""}};
    s.join.selections[4].parts = {misspelt, town};
    const std::vector<Passed> passed = apply_filter({}, s.selections, s.join);
    EXPECT_EQ(unresolved_places(s.catalogue, s.join, passed), (std::vector<int>{1, 2, 3}));
    EXPECT_EQ(possibilities(s.catalogue, s.join, passed),
              (std::vector<Possibility>{{1, 4, 1}, {2, 1, 2}, {3, 1, 2}, {3, 4, 1}}));
    EXPECT_EQ(cover(s.catalogue, s.join, passed)[3].grade, Grade::none)
        << "a candidate is no selected place";
}

TEST(PlaceFacts, AmountsOfOneBodyAreAddedAndNothingIsLost) {
    const Sample s = sample();
    const std::vector<Passed> passed = apply_filter({}, s.selections, s.join);
    const auto amounts = place_amounts(s.join, passed, s.selections, AmountKind::granted);
    ASSERT_EQ(amounts.size(), 2U);
    EXPECT_EQ(amounts[0].municipality, -1);
    EXPECT_EQ(amounts[0].prefecture, 1);
    EXPECT_EQ(amounts[0].thousand_yen, 750);
    EXPECT_EQ(amounts[0].passed.size(), 2U);
    EXPECT_EQ(amounts[1].municipality, 0);
    std::int64_t sum = 0;
    for (const PlaceAmount& amount : amounts) {
        sum += amount.thousand_yen;
    }
    EXPECT_EQ(sum, 950);
    EXPECT_TRUE(place_amounts(s.join, passed, s.selections, AmountKind::requested).empty());
}

}  // namespace
}  // namespace miraimap
