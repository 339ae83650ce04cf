// SPDX-License-Identifier: MIT
// Opening a session is one step of the history: it is taken back whole, and done again. So are
// other boundaries and a table of the reader.
#include <gtest/gtest.h>

#include "app/gui/analysis_actions.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/window_session.hpp"
#include "tests/gui/loaded_state.hpp"
#include "tests/support/program.hpp"

namespace miraimap::gui {
namespace {

int place(const char* code) { return loaded()->world->catalogue.find(code).value(); }

/// Work of several steps, as a reader leaves it before opening a session.
AppState state_at_work() {
    AppState state = ready_state();
    note_step(state);
    Filter filter;
    add_years("R3", filter);
    set_filter(state, filter);
    choose(state, SetChange::replace, {place("04100"), place("29344")});
    note_step(state);
    set_map_colour(state, MapColour::selections);
    note_step(state);
    zoom_to_prefecture(state, 4);
    state.session.file = "/home/a/mine.mmap";
    return state;
}

/// What somebody else saved.
Session other_session(const AppState& state) {
    Session session = session_of(state);
    Request& r = session.request;
    r.filter = {};
    r.filter.technologies = {Technology::drone};
    r.marked = {"29201"};
    r.colour = MapColour::technology;
    r.layout = MapLayout::tiles;
    r.view.reset();
    r.what_if = {"29342"};
    r.suggest_count = 9;
    r.lang = Lang::en;
    session.window.theme = Theme::dark;
    session.window.interface_scale = 1.5;
    session.window.primary = "29201";
    session.window.tab = "gaps";
    return session;
}

std::string text_of_work(const AppState& state) {
    return session_text(session_of(state), "/a.mmap");
}

TEST(SessionStep, OpeningIsOneStepThatIsTakenBackWholeAndDoneAgain) {
    AppState state = state_at_work();
    const std::string before = text_of_work(state);
    const std::size_t steps = state.undo.size();
    Wishes wishes;
    show_session(state, other_session(state), wishes,
                 {.name = "theirs.mmap", .file = "/home/a/theirs.mmap"});
    EXPECT_EQ(state.undo.size(), steps + 1) << "the former steps are kept";
    EXPECT_EQ(state.session.file, "/home/a/theirs.mmap");
    const std::string after = text_of_work(state);
    EXPECT_NE(after, before);

    ASSERT_TRUE(undo_step(state));
    EXPECT_EQ(text_of_work(state), before) << "filter, choice, view, colours, look and analysis";
    EXPECT_EQ(state.session.file, "/home/a/mine.mmap") << "Ctrl+S must not overwrite theirs";
    EXPECT_TRUE(state.session.owed.theme);
    EXPECT_TRUE(state.session.owed.fonts);
    EXPECT_FALSE(state.session.owed.reload) << "the inputs are the same";

    ASSERT_TRUE(redo_step(state));
    EXPECT_EQ(text_of_work(state), after);
    EXPECT_EQ(state.session.file, "/home/a/theirs.mmap");
}

TEST(SessionStep, StepsBeforeAndAfterItAreReachedInOneJump) {
    AppState state = state_at_work();
    Wishes wishes;
    show_session(state, other_session(state), wishes, {.name = "theirs.mmap"});
    Filter filter = state.request.filter;
    filter.prefectures = {13};
    set_filter(state, filter);
    state.theme = Theme::light;  // no step, but part of how it was left
    ASSERT_TRUE(go_to_step(state, 1));
    EXPECT_EQ(in_words(state.request.filter).ja, "令和3年度");
    EXPECT_TRUE(state.chosen.empty()) << "before anything was chosen";
    EXPECT_EQ(state.request.lang, Lang::ja);
    ASSERT_TRUE(go_to_step(state, step_count(state) - 1));
    EXPECT_EQ(state.request.filter, filter);
    EXPECT_EQ(state.theme, Theme::light) << "as the chapter was left, not as the file says";
    EXPECT_EQ(state.request.lang, Lang::en);
}

TEST(SessionStep, TheHistorySaysTheNameOfTheSession) {
    AppState state = state_at_work();
    Wishes wishes;
    show_session(state, other_session(state), wishes, {.name = "theirs.mmap"});
    const std::size_t last = shown_step(state);
    const Text words =
        step_words(*state.loaded->world, step_at(state, last - 1), step_at(state, last));
    EXPECT_NE(words.ja.find("「theirs.mmap」を開いた"), std::string::npos) << words.ja;
    EXPECT_NE(words.en.find("“theirs.mmap”"), std::string::npos) << words.en;
    EXPECT_NE(words.en.find("Drones"), std::string::npos) << words.en;
}

TEST(SessionStep, WithOtherBoundariesTheFormerOnesAreLoadedAgainAndTheChoiceComesBack) {
    AppState state = state_at_work();
    const std::string before = text_of_work(state);
    Session other = other_session(state);
    other.request.what_if.clear();
    other.request.boundaries = "/elsewhere/towns.gpkg";
    Wishes wishes;
    show_session(state, other, wishes, {.name = "theirs.mmap"});
    EXPECT_TRUE(wishes.reload);
    EXPECT_FALSE(undo_step(state)) << "while it is being loaded";
    // Another set of the same places, as the worker brings it.
    take_loaded_with_session(state, std::make_shared<Loaded>(*loaded()));
    EXPECT_EQ(chosen_code(state), "29201");

    ASSERT_TRUE(undo_step(state));
    EXPECT_TRUE(state.session.owed.reload) << "the boundaries of before are read again";
    EXPECT_TRUE(state.request.boundaries.empty());
    take_loaded_with_session(state, loaded());
    EXPECT_EQ(text_of_work(state), before);
    EXPECT_FALSE(state.redo.empty()) << "and it can be done again";
}

TEST(SessionStep, IfTheFormerBoundariesAreGoneAllButTheyComesBack) {
    AppState state = state_at_work();
    const MapColour colour = state.request.colour;
    const Filter filter = state.request.filter;
    state.request.boundaries = "/gone/towns.gpkg";
    state.snapshot.request.boundaries = state.request.boundaries;
    Session other = other_session(state);
    other.request.boundaries.clear();
    Wishes wishes;
    show_session(state, other, wishes, {.name = "theirs.mmap"});
    state.request.boundaries.clear();
    take_loaded_with_session(state, loaded());
    ASSERT_TRUE(undo_step(state));
    ASSERT_TRUE(state.session.coming);
    give_up_coming(state, wishes);  // the file cannot be read
    EXPECT_EQ(state.request.filter, filter);
    EXPECT_EQ(state.request.colour, colour);
    EXPECT_EQ(state.chosen.places.size(), 2U);
    EXPECT_TRUE(state.request.boundaries.empty()) << "those that are loaded";
    EXPECT_TRUE(redo_step(state));
}

TEST(SessionStep, ASessionThatCannotBeLoadedLeavesWorkAndHistoryAsTheyWere) {
    AppState state = state_at_work();
    const std::string before = text_of_work(state);
    const std::size_t steps = state.undo.size();
    Session other = other_session(state);
    other.request.boundaries = "/gone/towns.gpkg";
    Wishes wishes;
    show_session(state, other, wishes, {.name = "theirs.mmap", .file = "/home/a/theirs.mmap"});
    give_up_coming(state, wishes);
    EXPECT_EQ(text_of_work(state), before);
    EXPECT_EQ(state.undo.size(), steps);
    EXPECT_EQ(state.session.file, "/home/a/mine.mmap");
}

Text last_words(const AppState& state) {
    const std::size_t last = shown_step(state);
    return step_words(*state.loaded->world, step_at(state, last - 1), step_at(state, last));
}

TEST(FileStep, DroppedBoundariesAreAStepThatIsTakenBackAndDoneAgain) {
    AppState state = state_at_work();
    state.home = true;  // other boundaries are shown whole; the view has a history of its own
    const std::string before = text_of_work(state);
    const std::size_t steps = state.undo.size();
    state.request.boundaries = "/elsewhere/towns.gpkg";
    take_loaded_with_session(state, std::make_shared<Loaded>(*loaded()));
    ASSERT_TRUE(observe_steps(state, false));
    ASSERT_EQ(state.undo.size(), steps + 1);
    EXPECT_EQ(last_words(state).ja, "境界を「towns.gpkg」に替えた");
    EXPECT_EQ(last_words(state).en, "Took the boundaries of “towns.gpkg”");

    ASSERT_TRUE(undo_step(state));
    EXPECT_TRUE(state.session.owed.reload) << "the former boundaries are read again";
    EXPECT_FALSE(observe_steps(state, false)) << "nothing is a step while they are read";
    EXPECT_FALSE(redo_step(state));
    take_loaded_with_session(state, loaded());
    EXPECT_FALSE(observe_steps(state, false));
    EXPECT_EQ(text_of_work(state), before);

    ASSERT_TRUE(redo_step(state));
    EXPECT_EQ(state.request.boundaries, "/elsewhere/towns.gpkg");
    give_up_coming(state, state.session.owed);  // they are not there any more
    EXPECT_TRUE(state.request.boundaries.empty());
    EXPECT_EQ(state.request.filter, state.undo.back().filter);
}

TEST(FileStep, OtherBoundariesAreShownAtThePlaceThatWasLookedAt) {
    AppState state = state_at_work();
    ASSERT_FALSE(state.home);
    const View view = state.view;
    state.request.boundaries = "/elsewhere/towns.gpkg";
    take_loaded_with_session(state, std::make_shared<Loaded>(*loaded()));
    EXPECT_FALSE(state.home);
    EXPECT_EQ(state.view.centre, view.centre);
    EXPECT_EQ(state.view.metres_per_px, view.metres_per_px);
    state.view.centre = {9e6, 9e6};  // nothing of them is there
    take_loaded_with_session(state, std::make_shared<Loaded>(*loaded()));
    EXPECT_TRUE(state.home);
}

TEST(FileStep, ADatabaseIsNamedWhole) {
    AppState state = ready_state();
    note_step(state);
    state.request.boundaries = "PG:host=/run/pg dbname=towns";
    note_step(state);
    EXPECT_EQ(last_words(state).ja, "境界を「PG:host=/run/pg dbname=towns」に替えた");
    state.request.boundaries.clear();
    note_step(state);
    EXPECT_EQ(last_words(state).en, "Took the embedded boundaries");
}

TEST(FileStep, ATableLaidOverTheMapIsAStepWithTheColoursItBrought) {
    AppState state = state_at_work();
    const std::string before = text_of_work(state);
    const auto table = std::make_shared<UserTable>();
    table->figures.resize(state.loaded->world->catalogue.municipalities.size());
    use_user_table(state, "/home/a/figures.csv", "人口", table);
    ASSERT_TRUE(observe_steps(state, false));
    EXPECT_EQ(last_words(state).ja, "表「figures.csv」を重ねた");
    set_map_colour(state, MapColour::figure);
    note_step(state);

    ASSERT_TRUE(undo_step(state));
    EXPECT_TRUE(state.analysis.user_table) << "only the colours are taken back";
    ASSERT_TRUE(undo_step(state));
    EXPECT_EQ(text_of_work(state), before);
    EXPECT_FALSE(state.analysis.user_table);
    EXPECT_FALSE(state.session.owed.reload);

    ASSERT_TRUE(go_to_step(state, step_count(state) - 1));
    EXPECT_EQ(state.request.table, "/home/a/figures.csv") << "and is read again";
    EXPECT_EQ(state.request.figure, "人口");
    EXPECT_EQ(state.request.colour, MapColour::figure);
    EXPECT_FALSE(observe_steps(state, false));
}

TEST(SessionStep, ChosenPlacesThatBoundariesLackComeBackWithBoundariesThatHaveThem) {
    Catalogue all;
    for (const char* code : {"01100", "04100", "29344"}) {
        Municipality m;
        m.code = code;
        all.municipalities.push_back(m);
    }
    Catalogue fewer = all;
    fewer.municipalities.pop_back();
    AppState state;
    WorkState work;
    work.chosen = {{1, 2}, 2};
    state.undo.push_back(work);
    move_history(state, all, fewer);
    EXPECT_EQ(state.undo[0].chosen.places, (std::vector<int>{1}));
    EXPECT_EQ(state.undo[0].missing, (std::vector<std::string>{"29344"}));
    move_history(state, fewer, all);
    EXPECT_EQ(state.undo[0].chosen.places, (std::vector<int>{1, 2}));
    EXPECT_TRUE(state.undo[0].missing.empty());
}

}  // namespace
}  // namespace miraimap::gui
