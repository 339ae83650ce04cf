// SPDX-License-Identifier: MIT
// The table of places without a window: sorting, filters of columns, copying.
#include "app/gui/place_table.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <set>

#include "app/gui/app_state.hpp"
#include "tests/gui/loaded_state.hpp"

namespace miraimap::gui {
namespace {

void write_filter(AppState& state, PlaceColumn column, const char* text) {
    auto& filter = state.place_table.filters[static_cast<std::size_t>(column)];
    filter.fill('\0');
    std::strncpy(filter.data(), text, filter.size() - 1);
}

const Municipality& at(const AppState& state, std::size_t row) {
    return state.loaded->world->catalogue
        .municipalities[static_cast<std::size_t>(state.place_table.rows[row])];
}

TEST(PlaceTable, SortsBySeveralColumnsAndKeepsTiesInCodeOrder) {
    AppState state = ready_state();
    state.place_table.sort = {{PlaceColumn::selections, false}, {PlaceColumn::area, true}};
    update_rows(state);
    const std::vector<int>& rows = state.place_table.rows;
    ASSERT_EQ(rows.size(), state.snapshot.coverage.size());
    EXPECT_EQ(std::set<int>(rows.begin(), rows.end()).size(), rows.size());
    for (std::size_t i = 1; i < rows.size(); ++i) {
        const int before =
            state.snapshot.coverage[static_cast<std::size_t>(rows[i - 1])].selections;
        const int now = state.snapshot.coverage[static_cast<std::size_t>(rows[i])].selections;
        ASSERT_GE(before, now);
        if (before == now) {
            ASSERT_LE(at(state, i - 1).area_km2, at(state, i).area_km2);
        }
    }
    state.place_table.sort = {{PlaceColumn::prefecture, false}};
    update_rows(state);
    EXPECT_EQ(at(state, 0).prefecture, 47);
    EXPECT_LT(at(state, 0).code, at(state, 1).code);
}

TEST(PlaceTable, JapaneseNamesSortByReadingOrByCode) {
    AppState state = ready_state();
    state.place_table.sort = {{PlaceColumn::name, true}};
    update_rows(state);
    for (std::size_t i = 1; i < state.place_table.rows.size(); ++i) {
        if (!at(state, i - 1).name_kana.empty() && !at(state, i).name_kana.empty()) {
            ASSERT_LE(at(state, i - 1).name_kana, at(state, i).name_kana);
        }
    }
    state.place_table.sort = {{PlaceColumn::code, true}};
    update_rows(state);
    EXPECT_TRUE(std::is_sorted(state.place_table.rows.begin(), state.place_table.rows.end()));
}

TEST(PlaceTable, FiltersOfColumnsHoldTogether) {
    AppState state = ready_state();
    write_filter(state, PlaceColumn::prefecture, "宮城");
    write_filter(state, PlaceColumn::selections, ">=1");
    update_rows(state);
    std::vector<int> expected;
    const auto& all = state.loaded->world->catalogue.municipalities;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].prefecture == 4 && state.snapshot.coverage[i].selections >= 1) {
            expected.push_back(static_cast<int>(i));
        }
    }
    EXPECT_FALSE(expected.empty());
    EXPECT_EQ(state.place_table.rows, expected);
    state.place_table.filters = {};
    write_filter(state, PlaceColumn::name, "sendai");
    update_rows(state);
    EXPECT_TRUE(
        std::any_of(state.place_table.rows.begin(), state.place_table.rows.end(),
                    [&](int p) { return all[static_cast<std::size_t>(p)].code == "04100"; }))
        << "a name is found by its reading";
    EXPECT_LT(state.place_table.rows.size(), 10U);
}

TEST(PlaceTable, NumbersAreFilteredByComparisonRangeOrValue) {
    for (const auto& [text, low, mid, high] :
         {std::tuple(">2", false, false, true), std::tuple(">=2", false, true, true),
          std::tuple("<2", true, false, false), std::tuple("<= 2", true, true, false),
          std::tuple("2", false, true, false), std::tuple("=2", false, true, false),
          std::tuple("1..2", true, true, false), std::tuple(" ", true, true, true),
          std::tuple("two", false, false, false), std::tuple(">", false, false, false),
          std::tuple("2..", false, false, false)}) {
        EXPECT_EQ(number_passes(1, text), low) << text;
        EXPECT_EQ(number_passes(2, text), mid) << text;
        EXPECT_EQ(number_passes(3, text), high) << text;
    }
}

TEST(PlaceTable, AreasAreSplitByThousandsAndYearsNamedAsEverywhere) {
    AppState state = ready_state();
    const Catalogue& all = state.loaded->world->catalogue;
    EXPECT_EQ(place_cell(state, all.find("01100").value(), PlaceColumn::area), "1,121.0");
    const int sendai = all.find("04100").value();
    EXPECT_EQ(place_cell(state, sendai, PlaceColumn::first_year).substr(0, 1), "H");
    state.request.lang = Lang::en;
    EXPECT_EQ(place_cell(state, sendai, PlaceColumn::first_year).substr(0, 2), "20");
}

TEST(PlaceTable, RowsAreMadeAnewOnlyIfSomethingChanged) {
    AppState state = ready_state();
    EXPECT_TRUE(update_rows(state));
    EXPECT_FALSE(update_rows(state));
    choose(state, 5);
    EXPECT_FALSE(update_rows(state)) << "a choice does not change which rows stand there";
    state.place_table.chosen_only = true;
    EXPECT_TRUE(update_rows(state));
    EXPECT_EQ(state.place_table.rows, std::vector<int>{5});
    Filter filter;
    filter.text = "ドローン";
    state.place_table.chosen_only = false;
    update_rows(state);
    set_filter(state, filter);
    EXPECT_TRUE(update_rows(state));
}

TEST(PlaceTable, CopiesAsTsvInTheOrderOfTheColumnsWithCodesAsText) {
    AppState state = ready_state();
    state.place_table.chosen_only = true;
    choose(state, state.loaded->world->catalogue.find("01100").value());
    update_rows(state);
    EXPECT_EQ(table_as_tsv(state, {PlaceColumn::prefecture, PlaceColumn::code, PlaceColumn::name}),
              "都道府県\tコード\t市区町村\n北海道\t01100\t札幌市\n");
}

}  // namespace
}  // namespace miraimap::gui
