// SPDX-License-Identifier: MIT
// Filters without a window: counts of every chip, the year slider and its play, the history.
#include <gtest/gtest.h>

#include <set>

#include "app/gui/app_state.hpp"
#include "app/gui/commands.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/view_moves.hpp"
#include "tests/gui/loaded_state.hpp"

namespace miraimap::gui {
namespace {

std::string command_of(const AppState& state) { return as_command_line(state.request, "list"); }

TEST(Facets, EveryChipCountsWhatAClickWouldGive) {
    AppState state = ready_state();
    Filter base;
    base.years = {{2021, 2022}};
    const Facets facets = count_facets(base, *state.loaded->world);
    ASSERT_GT(facets.themes.size(), 10U);
    const auto expect = [&](const Filter& filter, int count, const std::string& what) {
        EXPECT_EQ(count_selections(filter, *state.loaded->world), count) << what;
    };
    for (const auto& [theme, count] : facets.themes) {
        Filter clicked = base;
        toggle(clicked.themes, theme);
        expect(clicked, count, theme);
    }
    for (int region = 0; region < 8; ++region) {
        Filter clicked = base;
        toggle_region(clicked, region);
        expect(clicked, facets.regions[static_cast<std::size_t>(region)],
               regions()[static_cast<std::size_t>(region)].key);
        toggle_region(clicked, region);
        EXPECT_EQ(clicked, base);
    }
    for (int scope = 0; scope < 5; ++scope) {
        Filter clicked = base;
        toggle(clicked.scopes, static_cast<Scope>(scope));
        expect(clicked, facets.scopes[static_cast<std::size_t>(scope)], key_of(clicked.scopes[0]));
    }
    for (int i = 0; i < technology_count; ++i) {
        Filter with;
        with.technologies = {static_cast<Technology>(i)};
        Filter other = with;
        other.match = TechnologyMatch::none;
        EXPECT_EQ(count_selections(with, *state.loaded->world) +
                      count_selections(other, *state.loaded->world),
                  count_selections({}, *state.loaded->world))
            << "with and without are all: " << key_of(static_cast<Technology>(i));
    }
    Filter without = base;
    without.match = TechnologyMatch::none;
    without.technologies = {Technology::drone};
    const Facets narrowed = count_facets(without, *state.loaded->world);
    for (int i = 0; i < technology_count; ++i) {
        Filter clicked = without;
        clicked.technologies = {Technology::drone};
        if (static_cast<Technology>(i) != Technology::drone) {
            toggle(clicked.technologies, static_cast<Technology>(i));
        }
        expect(clicked, narrowed.technologies[static_cast<std::size_t>(i)], "without");
    }
}

TEST(Facets, ARegionPartlyAskedForIsCompletedThenTakenOut) {
    Filter filter;
    filter.prefectures = {1, 37};
    const int shikoku = prefectures()[36].region;
    EXPECT_EQ(prefectures_asked(filter, shikoku), 1);
    toggle_region(filter, shikoku);
    EXPECT_EQ(filter.prefectures, (std::vector<int>{1, 36, 37, 38, 39}));
    toggle_region(filter, shikoku);
    EXPECT_EQ(filter.prefectures, std::vector<int>{1});
}

TEST(YearSlider, EachModeAsksForWhatItSaysAndTheCommandLineSaysTheSame) {
    AppState state = ready_state();
    ask_years(state, YearMode::cumulative, 2018, 2020);
    EXPECT_EQ(command_of(state), "list --year ..R2");
    EXPECT_EQ(in_words(state.request.filter).ja, "令和2年度まで");
    EXPECT_EQ(shown_year_mode(state), YearMode::cumulative);
    EXPECT_EQ(shown_years(state), (YearRange{2018, 2020}));
    set_year_mode(state, YearMode::range);
    EXPECT_EQ(command_of(state), "list --year H30..R2") << "the years stay, asked for another way";
    set_year_mode(state, YearMode::single);
    EXPECT_EQ(command_of(state), "list --year R2");
    Filter gaps = state.request.filter;
    gaps.years = {{2018, 2018}, {2020, 2020}};
    set_filter(state, gaps);
    EXPECT_EQ(shown_years(state), std::nullopt) << "no range can show years with a gap";
    Filter typed;
    add_years("..R2", typed);
    set_filter(state, typed);
    EXPECT_EQ(shown_year_mode(state), YearMode::cumulative) << "whoever asked for it";
}

TEST(YearSlider, CumulativeNeverLosesASelectionFromYearToYear) {
    AppState state = ready_state();
    int before = 0;
    int sum = 0;
    for (const int year : slider_years(state)) {
        ask_years(state, YearMode::single, year, year);
        sum += state.facets.passed;
        ask_years(state, YearMode::cumulative, year, year);
        EXPECT_GE(state.facets.passed, before);
        before = state.facets.passed;
    }
    EXPECT_GT(before, 0);
    EXPECT_LE(before, sum) << "a row that is linked to another is counted once";
}

TEST(YearSlider, PlaysOneYearAfterTheOtherAndStopsAtTheLast) {
    AppState state = ready_state();
    const std::vector<int> years = slider_years(state);
    start_playing(state);
    double now_s = 100;
    EXPECT_FALSE(play_years(state, now_s)) << "the first year stays its time";
    EXPECT_EQ(shown_years(state), (YearRange{years[0], years[0]}));
    for (std::size_t i = 1; i < years.size(); ++i) {
        EXPECT_TRUE(state.years.playing);
        EXPECT_FALSE(play_years(state, now_s + year_step_s * 0.9));
        now_s += year_step_s;
        EXPECT_TRUE(play_years(state, now_s));
        EXPECT_EQ(shown_years(state), (YearRange{years[i], years[i]}));
    }
    EXPECT_FALSE(state.years.playing);
    EXPECT_FALSE(play_years(state, now_s + 100)) << "nothing is due any more";
    EXPECT_EQ(state.undo.size(), 1U) << "one play is one step of the history";
    EXPECT_TRUE(undo_step(state));
    EXPECT_TRUE(state.request.filter.empty());
}

TEST(YearSlider, ARangePlaysAsAWindowAndCumulativeGrows) {
    AppState state = ready_state();
    const std::vector<int> years = slider_years(state);
    ASSERT_GE(years.size(), 4U);
    ask_years(state, YearMode::range, years[0], years[1]);
    EXPECT_TRUE(step_years(state, 1));
    EXPECT_EQ(shown_years(state), (YearRange{years[1], years[2]}));
    EXPECT_TRUE(step_years(state, -1));
    EXPECT_FALSE(step_years(state, -1));
    set_year_mode(state, YearMode::cumulative);
    EXPECT_TRUE(step_years(state, 1));
    EXPECT_EQ(shown_years(state), (YearRange{years[0], years[2]}));
}

TEST(YearSlider, SpaceStartsAndEscapeStopsAndAnyOtherFilterEndsIt) {
    AppState state = ready_state();
    Wishes wishes;
    ASSERT_TRUE(run_command("filter.play-years", state, wishes));
    EXPECT_TRUE(state.years.playing);
    choose(state, 3);
    run_command("choice.clear", state, wishes);
    EXPECT_FALSE(state.years.playing);
    EXPECT_FALSE(state.chosen.empty()) << "the choice is left for the next Esc";
    run_command("filter.play-years", state, wishes);
    Filter other;
    other.technologies = {Technology::ai};
    set_filter(state, other);
    EXPECT_FALSE(state.years.playing);
}

TEST(History, ListsEveryStateInWordsAndGoesToAny) {
    AppState state = ready_state();
    Filter filter;
    filter.technologies = {Technology::drone};
    set_filter(state, filter);
    filter.years = {{2020, 2020}};
    set_filter(state, filter);
    filter.prefectures = {4};
    set_filter(state, filter);
    ASSERT_EQ(step_count(state), 4U);
    EXPECT_EQ(shown_step(state), 3U);
    EXPECT_TRUE(go_to_step(state, 1));
    EXPECT_EQ(in_words(state.request.filter).ja, "ドローン");
    ASSERT_EQ(step_count(state), 4U) << "what was undone stays in the list";
    EXPECT_EQ(in_words(step_at(state, 0).filter).ja, "すべての選定");
    EXPECT_EQ(in_words(step_at(state, 3).filter).ja, "令和2年度、ドローン、宮城県");
    EXPECT_EQ(shown_step(state), 1U);
    EXPECT_TRUE(redo_step(state));
    EXPECT_EQ(shown_step(state), 2U);
    EXPECT_TRUE(go_to_step(state, 3));
    EXPECT_EQ(state.request.filter, filter);
    EXPECT_FALSE(go_to_step(state, 4));
    undo_step(state);
    Filter other;
    other.text = "農";
    set_filter(state, other);
    EXPECT_EQ(step_count(state), 4U) << "a new way forgets what was undone";
}

TEST(History, IsBoundedAndHoldsNoStateThatMeansTheSame) {
    AppState state = ready_state();
    Filter filter;
    filter.match = TechnologyMatch::none;
    set_filter(state, filter);
    EXPECT_EQ(step_count(state), 1U) << "how to match nothing is no condition";
    for (std::size_t i = 0; i < longest_history + 20; ++i) {
        filter.text = std::to_string(i);
        set_filter(state, filter);
    }
    EXPECT_EQ(step_count(state), longest_history + 1);
}

TEST(History, ADragThatEndsWhereItBeganIsNoStep) {
    AppState state = ready_state();
    ask_years(state, YearMode::single, 2018, 2018);
    end_filter_step(state);
    ask_years(state, YearMode::single, 2020, 2020);
    ask_years(state, YearMode::single, 2019, 2019);
    ask_years(state, YearMode::single, 2018, 2018);
    end_filter_step(state);
    EXPECT_EQ(step_count(state), 2U);
}

/// What the steps say, the first left out.
std::vector<std::string> steps_in_words(AppState& state, Lang lang) {
    std::vector<std::string> words;
    for (std::size_t i = 1; i < step_count(state); ++i) {
        words.push_back(
            step_words(*state.loaded->world, step_at(state, i - 1), step_at(state, i)).in(lang));
    }
    return words;
}

TEST(History, HoldsChoiceDenominatorSuppositionsModeAndLayoutInTheOrderOfTheActions) {
    AppState state = ready_state();
    Wishes wishes;
    const auto frame = [&] { observe_steps(state, false); };
    frame();
    const int nara = loaded()->world->catalogue.find("29201").value();
    const int ikaruga = loaded()->world->catalogue.find("29344").value();
    choose(state, nara);
    frame();
    choose(state, SetChange::add, {ikaruga});
    frame();
    Filter filter;
    filter.technologies = {Technology::drone};
    set_filter(state, filter);
    frame();
    set_map_colour(state, MapColour::technology);
    frame();
    set_map_layout(state, MapLayout::tiles);
    frame();
    run_command("analysis.suppose", state, wishes);
    frame();
    run_command("analysis.wards", state, wishes);
    frame();
    run_command("choice.clear", state, wishes);
    frame();
    EXPECT_EQ(steps_in_words(state, Lang::ja),
              (std::vector<std::string>{"選択：奈良市", "選択に追加：斑鳩町（計 2）",
                                        "絞り込み：ドローン", "地図：技術", "タイル図にした",
                                        "仮定に追加：2 市区町村", "分母：市町村だけ",
                                        "選択を解除：2 市区町村"}));
    EXPECT_EQ(steps_in_words(state, Lang::en)[1], "Also chose Ikaruga Town (2 in all)");

    const auto counted = state.snapshot.table.total.municipalities;
    EXPECT_TRUE(undo_step(state));
    EXPECT_EQ(state.chosen.places.size(), 2U) << "the last action is undone, not an older filter";
    EXPECT_TRUE(undo_step(state));
    EXPECT_NE(state.snapshot.table.total.municipalities, counted);
    EXPECT_TRUE(undo_step(state));
    EXPECT_TRUE(state.snapshot.what_if.empty());
    EXPECT_TRUE(undo_step(state));
    EXPECT_EQ(state.request.layout, MapLayout::country);
    EXPECT_TRUE(undo_step(state));
    EXPECT_EQ(state.request.colour, MapColour::grade);
    EXPECT_TRUE(undo_step(state));
    EXPECT_TRUE(state.request.filter.empty());
    EXPECT_TRUE(undo_step(state));
    EXPECT_EQ(state.chosen.places, std::vector<int>{nara});
    frame();
    EXPECT_TRUE(go_to_step(state, 8));
    EXPECT_EQ(state.request.layout, MapLayout::tiles);
    EXPECT_EQ(state.snapshot.table.total.municipalities, counted);
    EXPECT_TRUE(state.chosen.empty());
    EXPECT_EQ(state.snapshot.what_if.size(), 2U);
}

TEST(History, ADragAndTheDetailsOfAnotherChosenPlaceAreNoStepsOfTheirOwn) {
    AppState state = ready_state();
    observe_steps(state, false);
    for (const int place : {4, 7, 9}) {
        choose(state, SetChange::add, {place});
        EXPECT_FALSE(observe_steps(state, true)) << "the hand is at work";
    }
    EXPECT_TRUE(observe_steps(state, false));
    EXPECT_EQ(step_count(state), 2U);
    state.chosen.primary = 4;
    EXPECT_FALSE(observe_steps(state, false));
    EXPECT_TRUE(undo_step(state));
    EXPECT_TRUE(state.chosen.empty());
}

TEST(History, OfOtherBoundariesKeepsTheChoiceByCode) {
    const Catalogue& all = loaded()->world->catalogue;
    Catalogue fewer;
    fewer.municipalities = {all.municipalities[3], all.municipalities[20]};
    EXPECT_EQ(moved_to({{3, 5, 20}, 20}, all, fewer), (PlaceSet{{0, 1}, 1}));
    EXPECT_EQ(moved_to({{5}, 5}, all, fewer), PlaceSet{});
}

TEST(Links, ASelectionStandsForThePlacesItNamesAndBack) {
    const AppState state = ready_state();
    const World& world = *state.loaded->world;
    ASSERT_EQ(state.links.places.size(), world.selections.size());
    for (std::size_t s = 0; s < world.selections.size(); ++s) {
        for (const int place : state.links.places[s]) {
            const std::vector<int>& back = state.links.selections[static_cast<std::size_t>(place)];
            EXPECT_TRUE(std::binary_search(back.begin(), back.end(), static_cast<int>(s)));
        }
        for (const std::string& code : world.join.selections[s].codes) {
            const auto place = world.catalogue.find(code);
            if (place) {
                EXPECT_TRUE(std::binary_search(state.links.places[s].begin(),
                                               state.links.places[s].end(), *place))
                    << world.selections[s].id << " " << code;
            }
        }
    }
}

TEST(Links, AGroupIsMarkedByAnyOfItsPlacesAndToggledAsAWhole) {
    AppState state = ready_state();
    const std::vector<int> group{5, 9, 12};
    EXPECT_EQ(chosen_of(state, group), Marked::none);
    choose(state, 9);
    EXPECT_EQ(chosen_of(state, group), Marked::some);
    choose_group(state, group, true);
    EXPECT_EQ(chosen_of(state, group), Marked::all) << "what is partly chosen is completed";
    choose_group(state, group, true);
    EXPECT_TRUE(state.chosen.empty());
    choose(state, 100);
    choose_group(state, group, false);
    EXPECT_EQ(state.chosen.places, group);
    EXPECT_EQ(state.chosen.primary, 5);
    hover(state, group);
    EXPECT_TRUE(hovered_of(state, {12, 40}));
    EXPECT_FALSE(hovered_of(state, {40}));
    hover(state, {40});
    EXPECT_EQ(state.hovered, 40) << "one place is hovered as on the map";
    hover(state, {});
    EXPECT_FALSE(hovered_of(state, {40}));
}

}  // namespace
}  // namespace miraimap::gui
