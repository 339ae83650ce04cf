// SPDX-License-Identifier: MIT
// Sessions in the window's state, without a window.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/gui/map_moves.hpp"
#include "app/gui/session_files.hpp"
#include "app/gui/window_session.hpp"
#include "tests/gui/loaded_state.hpp"
#include "tests/support/program.hpp"

namespace miraimap::gui {
namespace {

TEST(SessionState, ShowingWhatWasSavedBringsFilterViewChoiceAndLookBack) {
    AppState state = ready_state();
    Filter filter;
    add_years("R3", filter);
    filter.prefectures = {29};
    set_filter(state, filter);
    zoom_at(state, 3, 200, 100);
    const Catalogue& catalogue = loaded()->world->catalogue;
    choose(state, SetChange::replace,
           {catalogue.find("29344").value(), catalogue.find("29201").value()});
    state.theme = Theme::dark;
    state.request.colour = MapColour::technology;
    const Session saved = session_of(state);

    AppState other = ready_state();
    Wishes wishes;
    show_session(other, saved, wishes);
    EXPECT_FALSE(wishes.reload) << "the inputs are loaded already";
    EXPECT_TRUE(wishes.theme);
    EXPECT_EQ(other.request.filter, filter);
    EXPECT_EQ(other.chosen, state.chosen);
    EXPECT_EQ(other.theme, Theme::dark);
    EXPECT_NEAR(other.view.centre.x_m, state.view.centre.x_m, 0.1);
    EXPECT_NEAR(other.view.metres_per_px, state.view.metres_per_px, 0.01);
    EXPECT_EQ(session_text(session_of(other), "/tmp/a.mmap").substr(0, 200),
              session_text(saved, "/tmp/a.mmap").substr(0, 200));
    EXPECT_EQ(other.facets.passed, state.facets.passed);
    EXPECT_NE(picture_command(state).find("--mark"), std::string::npos);
}

TEST(SessionState, OtherInputsAreLoadedFirstAndUnknownPlacesAreSaid) {
    AppState state = ready_state();
    Session session = session_of(state);
    session.request.boundaries = "/elsewhere/towns.gpkg";
    session.request.marked = {"04100", "99999"};
    session.request.what_if = {"no such town"};
    Wishes wishes;
    show_session(state, session, wishes);
    EXPECT_TRUE(wishes.reload);
    EXPECT_TRUE(state.chosen.empty());
    take_loaded_with_session(state, loaded());
    EXPECT_EQ(chosen_code(state), "04100");
    ASSERT_EQ(state.notices.size(), 2U);
    EXPECT_NE(state.notices[0].text.en.find("no such town"), std::string::npos);
    EXPECT_NE(state.notices[1].text.en.find("99999"), std::string::npos);
}

TEST(SessionState, WhatWasTypedBesideASessionWins) {
    Filter session;
    add_years("R3", session);
    session.prefectures = {29};
    Filter typed;
    add_years("R2", typed);
    const Filter both = typed_over(session, typed);
    EXPECT_EQ(both.years, typed.years);
    EXPECT_EQ(both.prefectures, session.prefectures);
    EXPECT_EQ(typed_over(session, {}), session);
}

TEST(SessionState, ADroppedFileIsKnownByItsEnding) {
    EXPECT_EQ(drop_kind("/a/b.mmap"), DropKind::session);
    EXPECT_EQ(drop_kind("/a/N03.GEOJSON"), DropKind::boundaries);
    EXPECT_EQ(drop_kind("x.shp"), DropKind::boundaries);
    EXPECT_EQ(drop_kind("人口.CSV"), DropKind::table);
    EXPECT_EQ(drop_kind("photo.jpg"), DropKind::unknown);
    EXPECT_EQ(drop_kind("noending"), DropKind::unknown);
}

TEST(SessionFiles, TheRecentListKeepsTenFilesThatExistLastUsedFirst) {
    const test::TemporaryFolder folder;
    EXPECT_TRUE(read_recent(folder.path()).empty());
    for (int i = 0; i < 12; ++i) {
        const auto file = folder / ("s" + std::to_string(i) + ".mmap");
        test::write_text(file, "x");
        add_recent(folder / "state", file);
    }
    add_recent(folder / "state", folder / "s5.mmap");
    auto recent = read_recent(folder / "state");
    ASSERT_EQ(recent.size(), 10U);
    EXPECT_EQ(recent[0], folder / "s5.mmap");
    EXPECT_EQ(recent[1], folder / "s11.mmap");
    std::filesystem::remove(folder / "s11.mmap");
    EXPECT_EQ(read_recent(folder / "state").size(), 9U);
    test::write_text(folder / "state/recent.json", "[1, {");
    EXPECT_TRUE(read_recent(folder / "state").empty()) << "a damaged list is an empty one";
}

TEST(SessionFiles, OnlyAnAutosaveWhoseWindowIsGoneIsOffered) {
    const test::TemporaryFolder folder;
    EXPECT_TRUE(abandoned_autosaves(folder.path()).empty());
    test::write_text(own_autosave(folder.path()), "{}");
    test::write_text(folder / "autosave-x.mmap", "{}");
    EXPECT_TRUE(abandoned_autosaves(folder.path()).empty()) << "this process runs";
    const pid_t gone = ::fork();
    if (gone == 0) {
        ::_exit(0);
    }
    ::waitpid(gone, nullptr, 0);
    const auto left = folder / ("autosave-" + std::to_string(gone) + ".mmap");
    test::write_text(left, "{}");
    EXPECT_EQ(abandoned_autosaves(folder.path()), std::vector{left});
    EXPECT_FALSE(time_saved(left).ja.empty());
    EXPECT_TRUE(time_saved(folder / "none").en.empty());
    // A process number that no system gives out.
    const auto older = folder / "autosave-2000000001.mmap";
    test::write_text(older, "{}");
    std::filesystem::last_write_time(
        older, std::filesystem::last_write_time(left) - std::chrono::hours(1));
    EXPECT_EQ(abandoned_autosaves(folder.path()), (std::vector{left, older})) << "newest first";
}

}  // namespace
}  // namespace miraimap::gui
