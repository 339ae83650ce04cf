// SPDX-License-Identifier: MIT
// The brush without a window: tables, bars and lists hold only what lies in it, at the speed of the
// hand, until it is ended.
#include <gtest/gtest.h>

#include <cstdint>
#include <numeric>

#include "app/gui/analysis_state.hpp"
#include "app/gui/commands.hpp"
#include "app/gui/coverage_table.hpp"
#include "app/gui/map_choice.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/result_source.hpp"
#include "app/gui/selection_table.hpp"
#include "tests/gui/allocations.hpp"
#include "tests/gui/loaded_state.hpp"

namespace miraimap::gui {
namespace {

std::vector<int> of_prefecture(const AppState& state, int number) {
    return state.links.prefectures[static_cast<std::size_t>(number)];
}

bool holds_any(const std::vector<int>& places, const std::vector<int>& some) {
    return std::any_of(some.begin(), some.end(), [&](int place) {
        return std::binary_search(places.begin(), places.end(), place);
    });
}

TEST(Brush, TablesHoldOnlyRowsWithAPlaceInIt) {
    AppState state = ready_state();
    const std::vector<int> miyagi = of_prefecture(state, 4);
    set_brush(state, miyagi, std::nullopt);
    EXPECT_EQ(state.chosen.places, miyagi) << "what is brushed is chosen too";

    const PlaceSource places(state);
    update_rows(state, state.place_table, places);
    EXPECT_EQ(state.place_table.rows.size(), miyagi.size());

    const SelectionSource selections(state);
    update_rows(state, state.selection_table, selections);
    EXPECT_GT(state.selection_table.rows.size(), 0U);
    EXPECT_LT(state.selection_table.rows.size(), state.snapshot.passed.size());
    for (const int row : state.selection_table.rows) {
        EXPECT_TRUE(holds_any(miyagi, selections.places(row))) << selections.cell(row, 2);
    }

    end_brush(state);
    update_rows(state, state.place_table, places);
    EXPECT_EQ(static_cast<int>(state.place_table.rows.size()), places.row_count());
}

TEST(Brush, APrefecturePartlyInItCountsOnlyThePlacesInIt) {
    AppState state = ready_state();
    std::vector<int> some = of_prefecture(state, 4);
    some.resize(5);
    const std::vector<int> all = of_prefecture(state, 29);
    some.insert(some.end(), all.begin(), all.end());
    set_brush(state, some, std::nullopt);
    brush_figures(state);
    const CoverageSource source(state);
    update_rows(state, state.coverage_table, source);
    ASSERT_EQ(state.coverage_table.rows.size(), 2U);
    EXPECT_EQ(source.at(state.coverage_table.rows[0]).municipalities, 5);
    EXPECT_EQ(source.at(state.coverage_table.rows[1]).municipalities, std::ssize(all));
    EXPECT_EQ(source.total().municipalities, 5 + std::ssize(all));
}

TEST(Brush, ItsSentenceSpeaksOfWhatIsInItAndNotOfWhatIsChosen) {
    AppState state = ready_state();
    std::vector<int> some = of_prefecture(state, 29);
    some.resize(7);
    set_brush(state, some, std::nullopt);
    choose(state, SetChange::replace, of_prefecture(state, 4));
    const Text& words = brush_figures(state).words;
    EXPECT_EQ(words.ja.rfind("なぞった範囲の7市区町村（奈良県）のうち、選定は", 0), 0U) << words.ja;
    EXPECT_EQ(words.en.rfind("Of the 7 municipalities in the brush (Nara), ", 0), 0U) << words.en;
    EXPECT_EQ(chosen_figures(state).words.ja.find("なぞった"), std::string::npos);
}

TEST(Brush, BarsCountWhatLiesInItOfWhatPasses) {
    AppState state = ready_state();
    update_charts(state);
    std::vector<int> whole;
    for (const ChartBar& bar : state.charts.years) {
        EXPECT_EQ(bar.within, bar.passing) << "without a brush";
        whole.push_back(bar.passing);
    }
    const std::vector<int> miyagi = of_prefecture(state, 4);
    set_brush(state, miyagi, std::nullopt);
    update_charts(state);
    int within = 0;
    for (std::size_t i = 0; i < state.charts.years.size(); ++i) {
        const ChartBar& bar = state.charts.years[i];
        EXPECT_EQ(bar.passing, whole[i]) << "N stays";
        const auto own =
            std::count_if(bar.selections.begin(), bar.selections.end(), [&](int selection) {
                return holds_any(miyagi, state.links.places[static_cast<std::size_t>(selection)]);
            });
        EXPECT_EQ(bar.within, own) << bar.key;
        within += bar.key == "past" ? 0 : bar.within;
    }
    EXPECT_EQ(within, selections_in_brush(state));
    EXPECT_GT(within, 0);
    EXPECT_LT(within, state.facets.passed);
}

TEST(Brush, TheListOfGapsHoldsOnlyRegionsThatReachIntoIt) {
    AppState state = ready_state();
    answer_now(state);
    const AnalysisAnswer& answer = *state.analysis.answer;
    const ResultSource source(answer.gaps.table, &answer.gaps.places, answer.serial,
                              *state.loaded->world);
    set_brush(state, {answer.regions.back().members.front()}, std::nullopt);
    DataTable table;
    update_rows(state, table, source);
    EXPECT_EQ(table.rows, std::vector<int>{source.row_count() - 1});
    const ResultSource years(answer.years.table, &answer.years.places, answer.serial,
                             *state.loaded->world);
    DataTable of_years;
    update_rows(state, of_years, years);
    EXPECT_EQ(static_cast<int>(of_years.rows.size()), years.row_count())
        << "a table about no places is not narrowed";
}

TEST(Brush, AnEmptyOneSaysWhyATableHasNoRows) {
    AppState state = ready_state();
    set_brush(state, {}, std::nullopt);
    const PlaceSource places(state);
    update_rows(state, state.place_table, places);
    EXPECT_TRUE(state.place_table.rows.empty());
    EXPECT_TRUE(why_empty(state, state.place_table, places).none_in_brush);
}

TEST(Brush, IsAStepThatIsTakenBackWithTheChoiceAndSaidInWords) {
    AppState state = ready_state();
    note_step(state);
    set_brush(state, of_prefecture(state, 4), std::nullopt);
    ASSERT_TRUE(note_step(state));
    const Text words = step_words(*state.loaded->world, step_at(state, 0), step_at(state, 1));
    EXPECT_NE(words.ja.find("なぞった範囲"), std::string::npos) << words.ja;
    ASSERT_TRUE(undo_step(state));
    EXPECT_FALSE(state.map_choice.brush);
    EXPECT_TRUE(state.chosen.empty());
    ASSERT_TRUE(redo_step(state));
    EXPECT_EQ(state.map_choice.brush, of_prefecture(state, 4));
}

TEST(Brush, EndsWithEscapeItsKeyAndItsCommandAndIsSetByKeyToo) {
    AppState state = ready_state();
    Wishes wishes;
    for (const char* way : {"choice.clear", "choice.brush", "choice.end-brush"}) {
        zoom_to_prefecture(state, 4);
        ASSERT_TRUE(run_command("choice.brush-view", state, wishes));
        ASSERT_TRUE(state.map_choice.brush);
        EXPECT_EQ(*state.map_choice.brush, places_in_view(state));
        const std::vector<int> chosen = state.chosen.places;
        ASSERT_TRUE(run_command(way, state, wishes)) << way;
        EXPECT_FALSE(state.map_choice.brush) << way;
        EXPECT_EQ(state.chosen.places, chosen) << "what was chosen stays: " << way;
    }
}

TEST(Brush, AMoveOfTheHandAsksTheHeapForNoMoreThanItsRows) {
    AppState state = ready_state();
    answer_now(state);
    const CoverageSource prefectures(state);
    const PlaceSource places(state);
    const SelectionSource selections(state);
    const auto move_to = [&](int count) {
        std::vector<int> all(static_cast<std::size_t>(count));
        std::iota(all.begin(), all.end(), 0);
        const std::uint64_t before = test::allocations();
        set_brush(state, all, std::nullopt);
        brush_figures(state);
        update_charts(state);
        update_rows(state, state.coverage_table, prefectures);
        update_rows(state, state.place_table, places);
        update_rows(state, state.selection_table, selections);
        return test::allocations() - before;
    };
    move_to(600);
    const std::uint64_t few = move_to(300);
    const std::uint64_t many = move_to(1200);
    EXPECT_LT(few, 20'000U) << "some texts a row, of about 1,900 rows";
    EXPECT_LT(many, few + 900U) << "less than one for a place that is added";
}

}  // namespace
}  // namespace miraimap::gui
