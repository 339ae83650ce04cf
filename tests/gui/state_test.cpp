// SPDX-License-Identifier: MIT
// The window's behaviour without a window: state, search, counts, line breaks, worker, mesh.
#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <cstdio>
#include <future>

#include "app/gui/app_state.hpp"
#include "app/gui/line_breaks.hpp"
#include "app/gui/map_mesh.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/utf8.hpp"
#include "app/gui/worker.hpp"
#include "geo/error.hpp"
#include "tests/gui/loaded_state.hpp"

namespace miraimap::gui {
namespace {

TEST(Facets, CountWhatEachValueWouldGive) {
    const World& world = *loaded()->world;
    Filter filter;
    filter.sources = {Source::mirai};
    const Facets facets = count_facets(filter, world);
    EXPECT_EQ(facets.passed, 35);
    EXPECT_EQ(facets.sources[0], 35);
    EXPECT_EQ(facets.sources[1], 26) << "other kinds of filters are kept, its own is not";
    EXPECT_EQ(facets.years.at(2018), 9);
    EXPECT_EQ(facets.years.at(2019), 5);
    EXPECT_EQ(facets.years.at(2020), 12);
    EXPECT_EQ(facets.years.at(2021), 9);
    for (const auto& [year, count] : facets.years) {
        Filter chosen = filter;
        toggle_year(chosen, year, {2018, 2019, 2020, 2021, 2022});
        EXPECT_EQ(count_facets(chosen, world).passed, count) << year;
    }
}

TEST(Facets, YearsBecomeRanges) {
    Filter filter;
    const std::vector<int> years{2018, 2019, 2020, 2021, 2022};
    for (const int year : {2018, 2020, 2019, 2022}) {
        toggle_year(filter, year, years);
    }
    EXPECT_EQ(filter.years, (std::vector<YearRange>{{2018, 2020}, {2022, 2022}}));
    toggle_year(filter, 2019, years);
    EXPECT_EQ(filter.years, (std::vector<YearRange>{{2018, 2018}, {2020, 2020}, {2022, 2022}}));
}

TEST(State, ZoomKeepsThePointUnderTheCursor) {
    AppState state = ready_state();
    const MapPoint before = state.view.at_px(200, 450);
    zoom_at(state, 3, 200, 450);
    const MapPoint after = state.view.at_px(200, 450);
    EXPECT_NEAR(before.x_m, after.x_m, 1e-3);
    EXPECT_NEAR(before.y_m, after.y_m, 1e-3);
    EXPECT_FALSE(state.home);
    go_home(state);
    EXPECT_TRUE(state.home);
}

TEST(State, APlaceOfAnInsetComesUnderTheCursor) {
    AppState state = ready_state();
    const MapPoint okinawa = loaded()->shapes->prefecture_label_points[46];
    show_at(state, okinawa, 900, 150, 120);
    EXPECT_NEAR(state.view.x_px(okinawa), 150, 1e-6);
    EXPECT_NEAR(state.view.y_px(okinawa), 120, 1e-6);
    EXPECT_DOUBLE_EQ(state.view.metres_per_px, 900);
    EXPECT_FALSE(state.home);
}

TEST(State, FiltersCanBeUndoneAndDone) {
    AppState state = ready_state();
    const int all = state.facets.passed;
    Filter filter;
    filter.technologies = {Technology::drone};
    set_filter(state, filter);
    set_filter(state, filter);
    EXPECT_EQ(state.undo.size(), 1U) << "the same filter again is no step";
    EXPECT_LT(state.facets.passed, all);
    EXPECT_TRUE(undo_step(state));
    EXPECT_EQ(state.facets.passed, all);
    EXPECT_FALSE(undo_step(state));
    EXPECT_TRUE(redo_step(state));
    EXPECT_EQ(state.request.filter, filter);
}

TEST(State, PrefecturesOfTheFilterBecomeTheView) {
    AppState state = ready_state();
    const double national = state.view.metres_per_px;
    Filter filter;
    filter.prefectures = {29};
    set_filter(state, filter);
    EXPECT_LT(state.view.metres_per_px, national / 3);
    undo_step(state);
    EXPECT_TRUE(state.home);
}

TEST(State, AViewThatWasKeptComesBackInAnotherWindow) {
    AppState state = ready_state();
    EXPECT_EQ(view_text(state), "");
    zoom_to_prefecture(state, 29);
    MapBox kept;
    ASSERT_EQ(std::sscanf(view_text(state).c_str(), "%lf,%lf,%lf,%lf", &kept.min_x_m, &kept.min_y_m,
                          &kept.max_x_m, &kept.max_y_m),
              4);
    AppState later;
    later.wanted_view = kept;
    later.view.width_px = 500;
    later.view.height_px = 700;
    take_loaded(later, loaded());
    EXPECT_FALSE(later.home);
    EXPECT_NEAR(later.view.centre.x_m, state.view.centre.x_m, 1);
    EXPECT_NEAR(later.view.centre.y_m, state.view.centre.y_m, 1);
    EXPECT_LE(later.view.box().min_x_m, kept.min_x_m + 1);
    EXPECT_GE(later.view.box().max_y_m, kept.max_y_m - 1);
}

TEST(Mesh, EveryLevelCoversTheCountryWithoutGaps) {
    const auto all = loaded();
    double full_m2 = 0;
    for (std::size_t level = 0; level < all->mesh->fills.size(); ++level) {
        const FillLevel& fill = all->mesh->fills[level];
        double area_m2 = 0;
        for (std::size_t i = 0; i + 2 < fill.corners.size(); i += 3) {
            const MeshVertex& a = fill.vertices[fill.corners[i]];
            const MeshVertex& b = fill.vertices[fill.corners[i + 1]];
            const MeshVertex& c = fill.vertices[fill.corners[i + 2]];
            area_m2 +=
                std::abs(
                    (static_cast<double>(b.x_m) - a.x_m) * (static_cast<double>(c.y_m) - a.y_m) -
                    (static_cast<double>(c.x_m) - a.x_m) * (static_cast<double>(b.y_m) - a.y_m)) /
                2;
        }
        if (level == 0) {
            full_m2 = area_m2;
        } else {
            EXPECT_LT(fill.corners.size(), all->mesh->fills[level - 1].corners.size());
        }
        EXPECT_NEAR(area_m2 / full_m2, 1, 0.004) << "level " << level;
        EXPECT_EQ(fill.runs.size(), all->shapes->municipalities.size());
    }
}

TEST(LineBreaks, KeepWordsAndMarksTogether) {
    const auto wide = [](char32_t c) { return c < 0x2000 ? 1.0F : 2.0F; };
    EXPECT_EQ(break_lines("あいうえお、か", 10, wide), "あいうえ\nお、か");
    EXPECT_EQ(break_lines("smart city plan", 10, wide), "smart city \nplan");
    EXPECT_EQ(break_lines("推進Society5.0タイプ", 16, wide), "推進Society5.0\nタイプ");
    EXPECT_EQ(break_lines("abcdefghij", 4, wide), "abcd\nefgh\nij");
    EXPECT_EQ(break_lines("a\nb", 10, wide), "a\nb");
    EXPECT_EQ(break_lines("", 10, wide), "");
}

TEST(Utf8, RoundTripsAndSurvivesBrokenBytes) {
    std::string out;
    for (const char32_t c : decode_utf8("aé仙𠮷")) {
        append_utf8(c, out);
    }
    EXPECT_EQ(out, "aé仙𠮷");
    EXPECT_EQ(decode_utf8("\xE4\xBB").size(), 1U);
    EXPECT_EQ(decode_utf8("\x80z").back(), U'z');
}

TEST(Worker, BringsResultsAndFailuresBack) {
    std::promise<void> woken;
    std::atomic<int> wakes{0};
    Worker worker([&] {
        if (++wakes == 2) {
            woken.set_value();
        }
    });
    std::string said;
    worker.run([&]() -> Worker::Result { return [&] { said += "done "; }; },
               [&](const Text&) { said += "wrong "; });
    worker.run(
        []() -> Worker::Result {
            throw Error(ErrorKind::input, "x.gpkg", {"壊れ", "broken"});
        },
        [&](const Text& text) { said += text.en; });
    woken.get_future().wait();
    for (const Worker::Result& result : worker.take_results()) {
        result();
    }
    EXPECT_EQ(said.find("done "), 0U);
    EXPECT_NE(said.find("broken"), std::string::npos);
}

}  // namespace
}  // namespace miraimap::gui
