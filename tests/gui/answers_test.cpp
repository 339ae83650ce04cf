// SPDX-License-Identifier: MIT
// The answers in the details over scripted frames: several places, reasons, projects, surroundings.
#include "app/gui/answers.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/gui/bottom_tabs.hpp"
#include "app/gui/search_goto.hpp"
#include "tests/gui/loaded_state.hpp"
#include "tests/gui/panel_stage.hpp"

namespace miraimap::gui {
namespace {

constexpr float width_px = 1600;
constexpr float height_px = 1000;

void click(Stage& stage, const std::string& id, bool ctrl = false, bool alt = false) {
    stage.click(id, width_px, height_px, ctrl, alt);
}

void expect_inside(const Stage& stage) {
    for (const auto& [id, rect] : stage.probes()) {
        EXPECT_LE(rect.x + rect.width, width_px + 0.5F) << id << " sticks out";
    }
}

/// Id of the first selection of the summary.
std::string first_held(AppState& state) {
    const int passed = chosen_figures(state).summary.held.front().passed;
    const int selection = state.snapshot.passed[static_cast<std::size_t>(passed)].selection;
    return state.loaded->world->selections[static_cast<std::size_t>(selection)].id;
}

SearchHit project(const AppState& state, const std::string& id) {
    const auto& all = state.loaded->world->selections;
    const auto at =
        std::find_if(all.begin(), all.end(), [&](const Selection& s) { return s.id == id; });
    EXPECT_NE(at, all.end()) << id;
    return {HitKind::project, static_cast<int>(at - all.begin())};
}

TEST(Answers, SeveralPlacesShowTheirSummaryInsteadOfOneOfThem) {
    AppState state = ready_state();
    Stage stage(state);
    for (const Lang lang : {Lang::ja, Lang::en}) {
        state.request.lang = lang;
        choose_prefecture(state, 5);
        stage.frame(width_px, height_px);
        stage.frame(width_px, height_px);
        EXPECT_TRUE(stage.probes().contains("choice-title"));
        EXPECT_TRUE(stage.probes().contains("choice-grades"));
        EXPECT_TRUE(stage.probes().contains("fold:held:" + first_held(state)));
        EXPECT_FALSE(stage.probes().contains("place-name"));
        EXPECT_TRUE(stage.probes().contains("button:copy-words:choice"));
        expect_inside(stage);
    }
    EXPECT_EQ(state.answers.chosen.summary.prefecture, 5);
    choose(state, SetChange::toggle, {0});
    stage.frame(width_px, height_px);
    EXPECT_EQ(state.answers.chosen.summary.prefecture, 0) << "it follows the choice";
    EXPECT_EQ(state.answers.chosen.summary.prefectures.size(), 2U);
    Filter filter;
    filter.technologies = {Technology::drone};
    const int before = state.answers.chosen.summary.total.selections;
    set_filter(state, filter);
    stage.frame(width_px, height_px);
    EXPECT_LT(state.answers.chosen.summary.total.selections, before) << "and the filter";
}

TEST(Answers, APrefectureShownAloneHasItsSummaryWithoutAChoice) {
    AppState state = ready_state();
    Stage stage(state);
    Filter filter;
    filter.prefectures = {29};
    set_filter(state, filter);
    stage.frame(width_px, height_px);
    EXPECT_TRUE(stage.probes().contains("choice-title"));
    EXPECT_EQ(state.answers.prefecture.summary.prefecture, 29);
    EXPECT_TRUE(state.chosen.empty());
    set_filter(state, {});
    stage.frame(width_px, height_px);
    EXPECT_FALSE(stage.probes().contains("choice-title"));
}

TEST(Answers, ALineOfTheSummaryOpensItsSelectionAndChoosesItsPlaces) {
    AppState state = ready_state();
    Stage stage(state);
    choose_prefecture(state, 4);
    const Passed& first =
        state.snapshot
            .passed[static_cast<std::size_t>(chosen_figures(state).summary.held.front().passed)];
    const std::string id =
        state.loaded->world->selections[static_cast<std::size_t>(first.selection)].id;
    const int selection = first.selection;
    state.evidence.toggle("held:" + id);
    stage.frame(width_px, height_px);
    stage.frame(width_px, height_px);
    EXPECT_TRUE(stage.probes().contains("printed-row"));
    EXPECT_TRUE(stage.probes().contains("button:choose-project:" + id));
    show_project(state, selection);
    EXPECT_EQ(state.chosen.places, state.links.places[static_cast<std::size_t>(selection)]);
    EXPECT_EQ(shown_project(state), selection);
    choose(state, SetChange::toggle, {0});
    EXPECT_EQ(shown_project(state), -1) << "the card goes with the choice it came with";
}

TEST(Answers, AClickOnTheLegendChoosesItsPlacesAndAltClickFilters) {
    AppState state = ready_state();
    Stage stage(state);
    set_map_colour(state, MapColour::technology);
    click(stage, "legend:several");
    ASSERT_FALSE(HasFatalFailure());
    const Classification classes = *state.modes.shown;  // made anew with every choice
    const auto count_of = [&](const std::string& key) {
        const auto at = std::find_if(classes.legend.begin(), classes.legend.end(),
                                     [&](const LegendEntry& e) { return e.style.key == key; });
        return at->count + at->among;
    };
    EXPECT_EQ(std::ssize(state.chosen.places), count_of("several"));
    const std::string drone = key_of(Technology::drone);
    click(stage, "legend:" + drone);
    EXPECT_EQ(std::ssize(state.chosen.places), count_of(drone));
    EXPECT_TRUE(state.request.filter.empty()) << "a plain click never filters";
    const std::vector<int> places = state.chosen.places;
    click(stage, "legend:" + drone, false, true);
    EXPECT_EQ(state.request.filter.technologies, std::vector{Technology::drone});
    EXPECT_EQ(state.chosen.places, places) << "and filtering leaves the choice";
    EXPECT_EQ(state.snapshot.table.total.direct + state.snapshot.table.total.part,
              std::ssize(places));
    click(stage, "legend-filter:" + drone);
    EXPECT_TRUE(state.request.filter.empty()) << "the button takes it back";
    set_map_colour(state, MapColour::grade);
    click(stage, "legend:prefecture");
    EXPECT_EQ(std::ssize(state.chosen.places), 464);
    click(stage, "legend:direct", true);
    EXPECT_EQ(std::ssize(state.chosen.places), 464 + 82) << "Ctrl adds";
}

TEST(Answers, AnUnsettledProjectOpensItsCardAndItsCandidatesSayWhy) {
    AppState state = ready_state();
    Stage stage(state);
    const SearchHit hit = project(state, "smartcity-R3-45");
    go_to_hit(state, hit);
    EXPECT_EQ(shown_project(state), hit.index);
    const auto& catalogue = state.loaded->world->catalogue;
    EXPECT_EQ(state.chosen.places,
              (std::vector<int>{catalogue.find("28229").value(), catalogue.find("28481").value(),
                                catalogue.find("28501").value()}));
    EXPECT_FALSE(state.home) << "the map shows where they are";
    stage.frame(width_px, height_px);
    stage.frame(width_px, height_px);
    EXPECT_TRUE(stage.probes().contains("project-card"));
    EXPECT_TRUE(stage.probes().contains("button:candidate:28501"));
    click(stage, "button:candidate:28501");
    EXPECT_EQ(chosen_code(state), "28501");
    stage.frame(width_px, height_px);
    EXPECT_FALSE(stage.probes().contains("project-card"));
    EXPECT_TRUE(stage.probes().contains("possible-project"));
    expect_inside(stage);
}

TEST(Answers, AProjectOfAPrefectureOpensItsCardAndChoosesThePrefecture) {
    AppState state = ready_state();
    const World& world = *state.loaded->world;
    for (std::size_t i = 0; i < world.selections.size(); ++i) {
        if (world.join.selections[i].scope != Scope::prefecture) {
            continue;
        }
        go_to_hit(state, {HitKind::project, static_cast<int>(i)});
        EXPECT_EQ(shown_project(state), static_cast<int>(i));
        EXPECT_EQ(state.chosen.places, state.links.places[i]);
        EXPECT_GT(state.chosen.places.size(), 5U);
    }
    go_to_hit(state, {HitKind::prefecture, 29});
    EXPECT_EQ(state.chosen.places, state.links.prefectures[29]);
}

TEST(Answers, AnUnselectedPlaceTellsWhatLiesAroundIt) {
    AppState state = ready_state();
    Stage stage(state);
    choose(state, state.loaded->world->catalogue.find("01485").value());
    stage.frame(width_px, height_px);
    EXPECT_TRUE(state.analysis.shown) << "it asks the analysis and does not wait for it";
    EXPECT_TRUE(stage.probes().contains("around-prefecture"));
    EXPECT_FALSE(stage.probes().contains("around-nearest"));
    answer_now(state);
    for (const Lang lang : {Lang::ja, Lang::en}) {
        state.request.lang = lang;
        stage.frame(width_px, height_px);
        stage.frame(width_px, height_px);
        for (const char* part : {"around-nearest", "around-neighbours", "button:open-peers",
                                 "place-reason", "button:choose-prefecture"}) {
            EXPECT_TRUE(stage.probes().contains(part)) << part;
        }
        expect_inside(stage);
    }
    // Hokkaido itself is selected; a place of Nara without any lies in a gap region.
    choose(state, state.loaded->world->catalogue.find("29344").value());
    if (state.snapshot.coverage[static_cast<std::size_t>(state.chosen.primary)].grade ==
        Grade::none) {
        answer_now(state);
        stage.frame(width_px, height_px);
        stage.frame(width_px, height_px);
        EXPECT_TRUE(stage.probes().contains("around-gap"));
    }
    click(stage, "button:open-peers");
    EXPECT_EQ(std::string(shown_tab(state).key), "peers");
}

TEST(Answers, ACardCanBeClosedAndTheFilterClearedFromItInAnyMode) {
    AppState state = ready_state();
    Stage stage(state);
    Filter filter;
    filter.technologies = {Technology::blockchain};
    set_filter(state, filter);
    set_map_colour(state, MapColour::first_year);
    choose(state, state.loaded->world->catalogue.find("04100").value());
    click(stage, "button:clear-for-place");
    EXPECT_TRUE(state.request.filter.empty());
    EXPECT_EQ(chosen_code(state), "04100");
    click(stage, "button:clear-choice");
    EXPECT_TRUE(state.chosen.empty());
    choose_prefecture(state, 29);
    click(stage, "button:clear-choice");
    EXPECT_TRUE(state.chosen.empty());
}

TEST(Answers, TheStatusLineCountsChosenPlacesAndTheirSelections) {
    AppState state = ready_state();
    EXPECT_EQ(counts_in_words(state), "該当 117／全 117 件");
    choose(state, state.loaded->world->catalogue.find("29344").value());
    EXPECT_TRUE(counts_in_words(state).starts_with("選んだ市区町村 1（選定 "));
    choose_prefecture(state, 5);
    EXPECT_EQ(counts_in_words(state), "選んだ市区町村 25（選定 " +
                                          std::to_string(selections_of_chosen(state)) +
                                          " 件）｜該当 117／全 117 件");
}

TEST(Answers, TheLegendSaysWhenItCountsOtherwiseThanTheTables) {
    AppState state = ready_state();
    Stage stage(state);
    stage.frame(width_px, height_px);
    EXPECT_FALSE(stage.probes().contains("legend-unit-note"));
    state.request.wards = WardCount::all;
    recount(state);
    stage.frame(width_px, height_px);
    stage.frame(width_px, height_px);
    EXPECT_TRUE(stage.probes().contains("legend-unit-note"));
    expect_inside(stage);
}

}  // namespace
}  // namespace miraimap::gui
