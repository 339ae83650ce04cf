// SPDX-License-Identifier: MIT
// Bars by year and technology without a window: their counts, clicks, and the shared choice.
#include "app/gui/charts.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "app/gui/app_state.hpp"
#include "geo/select/coverage.hpp"
#include "tests/gui/loaded_state.hpp"

namespace miraimap::gui {
namespace {

const ChartBar& bar_of(AppState& state, ChartKind kind, const std::string& key) {
    update_charts(state);
    const std::vector<ChartBar>& bars = bars_of(state.charts, kind);
    return *std::find_if(bars.begin(), bars.end(),
                         [&](const ChartBar& bar) { return bar.key == key; });
}

TEST(Charts, BarsCountWhatTheChipsCount) {
    AppState state = ready_state();
    for (const char* text : {"", "北海道", "スマート"}) {
        Filter filter;
        filter.text = text;
        set_filter(state, filter);
        for (const auto& [year, count] : state.facets.years) {
            EXPECT_EQ(bar_of(state, ChartKind::years, year_key(year)).passing, count) << text;
        }
        EXPECT_EQ(bar_of(state, ChartKind::years, "past").passing, state.facets.past);
        for (int i = 0; i < technology_count; ++i) {
            const auto technology = static_cast<Technology>(i);
            EXPECT_EQ(bar_of(state, ChartKind::technologies, key_of(technology)).passing,
                      state.facets.technologies[static_cast<std::size_t>(i)]);
        }
        for (const ChartBar& bar : state.charts.years) {
            EXPECT_LE(bar.passing, bar.all) << bar.key;
        }
    }
}

TEST(Charts, AClickFiltersByTheBarAloneAndControlAddsAnother) {
    AppState state = ready_state();
    click_bar(state, ChartKind::years, "R2", false);
    EXPECT_EQ(in_words(state.request.filter).ja, "令和2年度");
    click_bar(state, ChartKind::years, "R3", true);
    EXPECT_EQ(in_words(state.request.filter).ja, "令和2年度～令和3年度");
    click_bar(state, ChartKind::years, "R4", false);
    EXPECT_EQ(in_words(state.request.filter).ja, "令和4年度");
    EXPECT_TRUE(bar_of(state, ChartKind::years, "R4").asked);
    EXPECT_GT(bar_of(state, ChartKind::years, "R3").passing, 0)
        << "the other bars stay what a click would give";
    click_bar(state, ChartKind::years, "R4", false);
    EXPECT_TRUE(state.request.filter.empty()) << "a second click takes it back";
    click_bar(state, ChartKind::technologies, "AI", false);
    click_bar(state, ChartKind::technologies, "IoT", true);
    EXPECT_EQ(in_words(state.request.filter).en, "AI or IoT");
    EXPECT_EQ(state.undo.size(), 6U);
}

TEST(Charts, AClickChoosesThePlacesOfTheBarWhereThatIsWanted) {
    AppState state = ready_state();
    state.charts.choosing = true;
    const std::vector<int> places = bar_of(state, ChartKind::technologies, "ドローン").places;
    ASSERT_GT(places.size(), 3U);
    const auto selected_by_it = [&] {
        Filter drones;
        drones.technologies = {Technology::drone};
        const World& world = *state.loaded->world;
        const auto coverage =
            cover(world.catalogue, world.join, apply_filter(drones, world.selections, world.join));
        return std::count_if(coverage.begin(), coverage.end(), [](const auto& place) {
            return place.grade == Grade::direct || place.grade == Grade::part;
        });
    };
    EXPECT_EQ(static_cast<std::ptrdiff_t>(places.size()), selected_by_it())
        << "as many as map and legend show, no whole prefecture";
    click_bar(state, ChartKind::technologies, "ドローン", false);
    EXPECT_EQ(state.chosen.places, places);
    EXPECT_TRUE(state.request.filter.empty());
    click_bar(state, ChartKind::technologies, "ドローン", true);
    EXPECT_TRUE(state.chosen.empty());
}

TEST(Charts, AChosenPlaceIsCountedInItsBarsAndMarksThemWhenHovered) {
    AppState state = ready_state();
    const int sendai = state.loaded->world->catalogue.find("04100").value();
    const ChartBar& h30 = bar_of(state, ChartKind::years, "H30");
    EXPECT_EQ(chosen_in(state, h30), 0);
    choose(state, sendai);
    EXPECT_EQ(chosen_in(state, h30), 1) << "mirai-H30-2 is Sendai's";
    hover(state, {sendai});
    EXPECT_TRUE(hovered_of(state, h30.places));
    EXPECT_FALSE(hovered_of(state, bar_of(state, ChartKind::years, "R1").places));
}

TEST(Charts, AreMadeAnewOnlyWhenTheFilterChanged) {
    AppState state = ready_state();
    update_charts(state);
    const ChartBar* before = state.charts.years.data();
    choose(state, 7);
    hover(state, {8});
    update_charts(state);
    EXPECT_EQ(state.charts.years.data(), before);
}

}  // namespace
}  // namespace miraimap::gui
