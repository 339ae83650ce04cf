// SPDX-License-Identifier: MIT
// How sentences name many places, and what a filter asks for.
#include "app/core/place_words.hpp"

#include <gtest/gtest.h>

#include "geo/select/filter.hpp"

namespace miraimap {
namespace {

TEST(PlaceWords, ManyPrefecturesAreTheFirstAndTheNumberOfTheOthers) {
    EXPECT_EQ(prefectures_in_words({}).ja, "");
    EXPECT_EQ(prefectures_in_words({5}).ja, "秋田県");
    EXPECT_EQ(prefectures_in_words({4, 6}).ja, "宮城県・山形県");
    EXPECT_EQ(prefectures_in_words({4, 5, 6}).ja, "宮城県ほか2県");
    EXPECT_EQ(prefectures_in_words({13, 14, 12}).ja, "東京都ほか2県") << "the others are 県";
    EXPECT_EQ(prefectures_in_words({14, 13, 12}).ja, "神奈川県ほか2都道府県");
    EXPECT_EQ(prefectures_in_words({4, 5, 6}).en, "Miyagi and 2 more prefectures");
}

TEST(PlaceWords, AGapRegionIsNamedByWhereMostOfItLiesAndItsSize) {
    Catalogue catalogue;
    for (const int prefecture : {5, 4, 4, 6}) {
        Municipality m;
        m.prefecture = prefecture;
        catalogue.municipalities.push_back(m);
    }
    GapRegion region;
    region.members = {0, 1, 2, 3};
    region.municipalities = 1004;  // wards may count for more than their city
    EXPECT_EQ(prefectures_of(catalogue, region.members), (std::vector<int>{4, 5, 6}));
    EXPECT_EQ(name_of(catalogue, region).ja, "宮城県ほか2県（1,004市区町村）");
    region.members = {0};
    region.municipalities = 1;
    EXPECT_EQ(name_of(catalogue, region).en, "Akita (1 municipality)");
}

TEST(PlaceWords, AFilterByScopeIsNotTakenForAPrefecture) {
    Filter filter;
    filter.scopes = {Scope::prefecture};
    EXPECT_EQ(in_words(filter).ja, "都道府県そのものの選定");
    filter.scopes = {Scope::municipality, Scope::joint};
    EXPECT_EQ(in_words(filter).ja, "市区町村の選定・共同の選定");
}

}  // namespace
}  // namespace miraimap
