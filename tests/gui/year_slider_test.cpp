// SPDX-License-Identifier: MIT
// Years with gaps between them on the slider: said as what they are, and left in one step.
#include "app/gui/year_slider.hpp"

#include <gtest/gtest.h>

#include "app/gui/app_state.hpp"
#include "tests/gui/loaded_state.hpp"

namespace miraimap::gui {
namespace {

std::string command_of(const AppState& state) { return as_command_line(state.request, "list"); }

TEST(YearSlider, YearsWithGapsAreAStateOfTheirOwnHoweverTheyArise) {
    AppState state = ready_state();
    const std::vector<int> years = slider_years(state);
    const auto several = [&](const std::vector<int>& asked, const std::string& how) {
        EXPECT_EQ(shown_year_mode(state), YearMode::several) << how;
        EXPECT_EQ(asked_years(state), asked) << how;
        EXPECT_EQ(shown_years(state), std::nullopt) << how;
    };
    // Chips.
    ask_years(state, YearMode::single, 2018, 2018);
    end_filter_step(state);
    Filter filter = state.request.filter;
    toggle_year(filter, 2020, years);
    set_filter(state, filter);
    several({2018, 2020}, "chips");
    // A year between them closes the gap.
    toggle_year(filter, 2019, years);
    set_filter(state, filter);
    EXPECT_EQ(shown_year_mode(state), YearMode::range);
    undo_step(state);
    several({2018, 2020}, "undo");
    // The command line and a session.
    AppState typed = ready_state();
    Filter words;
    add_years("H30", words);
    add_years("R2", words);
    show_filter(typed, words);
    EXPECT_EQ(shown_year_mode(typed), YearMode::several);
    // Neighbours that are written one by one are a range all the same.
    words.years = {{2018, 2018}, {2019, 2019}};
    show_filter(typed, words);
    EXPECT_EQ(shown_year_mode(typed), YearMode::range);
    EXPECT_EQ(shown_years(typed), (YearRange{2018, 2019}));
    // Years that the data do not have.
    words.years = {{1999, 1999}};
    show_filter(typed, words);
    EXPECT_EQ(shown_year_mode(typed), YearMode::several);
    EXPECT_TRUE(asked_years(typed).empty());
}

TEST(YearSlider, EveryWayOutOfYearsWithGapsIsOneStep) {
    AppState state = ready_state();
    Filter gaps;
    gaps.years = {{2018, 2018}, {2020, 2020}};
    const auto begin = [&] {
        set_filter(state, gaps);
        end_filter_step(state);
    };
    begin();
    set_year_mode(state, YearMode::range);
    EXPECT_EQ(command_of(state), "list --year H30..R2") << "from the first to the last";
    begin();
    set_year_mode(state, YearMode::single);
    EXPECT_EQ(command_of(state), "list --year R2") << "single is never left with two";
    begin();
    set_year_mode(state, YearMode::cumulative);
    EXPECT_EQ(command_of(state), "list --year ..R2");
    begin();
    ASSERT_TRUE(step_years(state, 1));
    EXPECT_EQ(command_of(state), "list --year R3");
    end_filter_step(state);
    begin();
    ASSERT_TRUE(step_years(state, -1));
    EXPECT_EQ(command_of(state), "list --year H30");
    end_filter_step(state);
    begin();
    start_playing(state);
    EXPECT_EQ(asked_years(state).size(), 1U);
    stop_playing(state);
}

}  // namespace
}  // namespace miraimap::gui
