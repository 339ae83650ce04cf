// SPDX-License-Identifier: MIT
// The tile grid in the window's state: one choice, one hover, one filter with the map.
#include <gtest/gtest.h>

#include "app/gui/commands.hpp"
#include "app/gui/map_choice.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/view_moves.hpp"
#include "app/gui/window_session.hpp"
#include "app/gui/window_settings.hpp"
#include "tests/gui/loaded_state.hpp"
#include "tests/gui/panel_stage.hpp"

namespace miraimap::gui {
namespace {

int index_of(const AppState& state, const char* code) {
    return state.loaded->world->catalogue.find(code).value();
}

MapPoint middle_of(const AppState& state, int place) {
    const MapBox& box = shown_shapes(state).boxes[static_cast<std::size_t>(place)];
    return {(box.min_x_m + box.max_x_m) / 2, (box.min_y_m + box.max_y_m) / 2};
}

void press_tiles(AppState& state) {
    Wishes wishes;
    ASSERT_TRUE(run_command("map.tiles", state, wishes));
}

TEST(TileView, SwitchesThereAndBackAndShowsTheWholeCountry) {
    AppState state = ready_state(1000, 700);
    press_tiles(state);
    EXPECT_EQ(state.request.layout, MapLayout::tiles);
    EXPECT_TRUE(state.home);
    const MapBox seen = state.view.box();
    const MapBox& grid = state.loaded->tiles.shapes->extent;
    EXPECT_TRUE(seen.contains({grid.min_x_m, grid.min_y_m}));
    EXPECT_TRUE(seen.contains({grid.max_x_m, grid.max_y_m}));
    press_tiles(state);
    EXPECT_EQ(state.request.layout, MapLayout::country);
    EXPECT_TRUE(state.home);
}

TEST(TileView, PicksAndChoosesTheSamePlaces) {
    AppState state = ready_state(1000, 700);
    const int nara = index_of(state, "29201");
    choose(state, nara);
    press_tiles(state);
    EXPECT_EQ(state.chosen.primary, nara) << "the choice belongs to the places, not to the map";
    EXPECT_EQ(shown_geometry(state).picker->at(middle_of(state, nara)).value_or(-1), nara);
    zoom_to_prefecture(state, 29);
    const std::vector<int> seen = places_in_view(state);
    int in_nara = 0;
    for (const int place : seen) {
        in_nara += state.loaded->world->catalogue.municipalities[static_cast<std::size_t>(place)]
                               .prefecture == 29
                       ? 1
                       : 0;
    }
    EXPECT_EQ(in_nara, 39) << "a box around the tile holds every cell of it";
    state.view.centre = middle_of(state, nara);
    EXPECT_EQ(municipality_at_centre(state), nara);
}

TEST(TileView, KeepsThePrefectureInTheMiddleOfTheMap) {
    AppState state = ready_state(1000, 700);
    zoom_to_municipality(state, index_of(state, "04100"));
    press_tiles(state);
    EXPECT_FALSE(state.home);
    const int middle = municipality_at_centre(state);
    ASSERT_GE(middle, 0);
    EXPECT_EQ(
        state.loaded->world->catalogue.municipalities[static_cast<std::size_t>(middle)].prefecture,
        4);
}

TEST(TileView, TheFilterOfPrefecturesIsItsFocusToo) {
    AppState state = ready_state(1000, 700);
    press_tiles(state);
    Filter filter;
    filter.prefectures = {27};
    set_filter(state, filter);
    const MapBox& tile = state.loaded->tiles.shapes->prefecture_boxes[26];
    EXPECT_TRUE(state.view.box().contains({tile.min_x_m, tile.min_y_m}));
    EXPECT_TRUE(state.view.box().contains({tile.max_x_m, tile.max_y_m}));
    EXPECT_LT(state.view.box().width_m(), 6 * tile.width_m());
}

TEST(TileView, GoesBackThroughTheHistoryOfViews) {
    AppState state = ready_state(1000, 700);
    state.view_history.observe(shown_place(state), 0, false);
    press_tiles(state);
    state.view_history.observe(shown_place(state), 1, false);
    zoom_to_prefecture(state, 29);
    state.view_history.observe(shown_place(state), 2, false);
    state.view_history.observe(shown_place(state), 3, false);
    view_back(state);
    EXPECT_EQ(state.request.layout, MapLayout::tiles);
    view_back(state);
    EXPECT_EQ(state.request.layout, MapLayout::country);
    EXPECT_EQ(state.layout.map, MapLayout::country);
    view_forward(state);
    EXPECT_EQ(state.request.layout, MapLayout::tiles);
}

TEST(TileView, IsRememberedSavedAndCopied) {
    AppState state = ready_state(1000, 700);
    press_tiles(state);
    const ReadSettings read = parse_settings(settings_text(state.layout), "window.json");
    EXPECT_EQ(read.choices.map, MapLayout::tiles);
    EXPECT_NE(picture_command(state).find(" --layout tiles"), std::string::npos);
    EXPECT_EQ(view_text(state), "") << "a grid is no part of a map";

    const Session session = session_of(state);
    AppState other = ready_state(1000, 700);
    Wishes wishes;
    show_session(other, session, wishes);
    EXPECT_EQ(other.request.layout, MapLayout::tiles);
    EXPECT_EQ(other.layout.map, MapLayout::tiles);
    EXPECT_TRUE(other.home);
}

TEST(TileView, HasNoPositionAndNoScale) {
    AppState state = ready_state(1000, 700);
    state.cursor = LonLat{135, 35};
    press_tiles(state);
    EXPECT_FALSE(state.cursor) << "a cell has no longitude";
    Wishes wishes;
    run_command("map.scale", state, wishes);
    EXPECT_FALSE(state.scale_entry.open);
}

TEST(TileView, PrefecturesHaveTheirWholeNamesWhereTheyFit) {
    AppState state = ready_state();
    Stage stage(state);
    press_tiles(state);
    struct Window {
        float width;
        float height;
        Lang lang;
        int shortened;  ///< at most
    };
    for (const auto& [width, height, lang, shortened] :
         {Window{1280, 800, Lang::ja, 0}, Window{1280, 800, Lang::en, 8},
          Window{1920, 1080, Lang::en, 0}, Window{1920, 1080, Lang::ja, 0}}) {
        state.request.lang = lang;
        for (int i = 0; i < 3; ++i) {
            stage.frame(width, height);
        }
        int names = 0;
        int cut = 0;
        for (const MapLabel& label : stage.scene().labels) {
            const bool shorter = label.kind == LabelKind::prefecture && label.text.ends_with(".");
            names += label.kind == LabelKind::prefecture ? 1 : 0;
            cut += shorter ? 1 : 0;
        }
        EXPECT_EQ(names, 47) << width;
        EXPECT_LE(cut, shortened) << width << " x " << height;
    }
}

}  // namespace
}  // namespace miraimap::gui
