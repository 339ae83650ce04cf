// SPDX-License-Identifier: MIT
// The legend, the buttons and the far islands beside the map they belong to, over scripted frames.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/gui/map_modes.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/scene_compare.hpp"
#include "app/gui/work_history.hpp"
#include "shapes/islands.hpp"
#include "tests/gui/panel_stage.hpp"

namespace miraimap::gui {
namespace {

class LegendRoom : public testing::Test {
protected:
    void frames(float width_px, float height_px) {
        for (int i = 0; i < 3; ++i) {
            stage_.frame(width_px, height_px);
        }
    }
    [[nodiscard]] PixelBox on_map(const std::string& id) const {
        const ScreenRect map = stage_.probes().at("map");
        const ScreenRect r = stage_.probes().at(id);
        return {static_cast<double>(r.x - map.x), static_cast<double>(r.y - map.y),
                static_cast<double>(r.x + r.width - map.x),
                static_cast<double>(r.y + r.height - map.y)};
    }
    /// How many of the parts lie under one of these.
    [[nodiscard]] int hidden(const std::vector<MapBox>& parts,
                             std::initializer_list<const char*> ids) const {
        return static_cast<int>(std::count_if(parts.begin(), parts.end(), [&](const MapBox& part) {
            const PixelBox land = state_.view.box_px(part);
            return std::any_of(ids.begin(), ids.end(),
                               [&](const char* id) { return on_map(id).overlaps(land); });
        }));
    }

    AppState state_ = ready_state();
    Stage stage_{state_};
};

TEST_F(LegendRoom, TheWholeCountryLiesBesideTheLegendInEveryModeAndSize) {
    const std::vector<MapBox> country =
        main_island_parts(state_.loaded->world->catalogue, *state_.loaded->shapes);
    for (const auto& [width, height] :
         {std::pair(1024.0F, 640.0F), std::pair(1280.0F, 800.0F), std::pair(1366.0F, 768.0F),
          std::pair(1600.0F, 1000.0F), std::pair(1920.0F, 1080.0F), std::pair(3840.0F, 2160.0F)}) {
        for (const Lang lang : {Lang::ja, Lang::en}) {
            state_.request.lang = lang;
            for (int mode = 0; mode < map_colour_count; ++mode) {
                const auto colour = static_cast<MapColour>(mode);
                if (needs_nearness(colour) || colour == MapColour::figure) {
                    continue;  // nothing is loaded for them here
                }
                set_map_colour(state_, colour);
                frames(width, height);
                EXPECT_TRUE(state_.home);
                EXPECT_EQ(hidden(country, {"legend", "button:zoom-in", "button:tiles", "mode"}), 0)
                    << key_of(colour) << " at " << width << " x " << height << ", "
                    << (lang == Lang::ja ? "ja" : "en");
            }
        }
    }
}

TEST_F(LegendRoom, TheMapStandsStillWhileModesAreCompared) {
    for (const auto& [width, height] :
         {std::pair(1280.0F, 800.0F), std::pair(1440.0F, 900.0F), std::pair(1920.0F, 1080.0F)}) {
        for (const Lang lang : {Lang::ja, Lang::en}) {
            state_.request.lang = lang;
            set_map_colour(state_, MapColour::grade);
            state_.analysis.answer.reset();
            frames(width, height);
            const View before = state_.view;
            const std::vector<Inset> insets = stage_.scene().insets;
            answer_now(state_);
            for (int mode = 0; mode < map_colour_count; ++mode) {
                set_map_colour(state_, static_cast<MapColour>(mode));
                frames(width, height);
                EXPECT_TRUE(same_view(state_.view, before))
                    << key_of(state_.request.colour) << " at " << width;
                ASSERT_EQ(stage_.scene().insets.size(), insets.size());
                for (std::size_t i = 0; i < insets.size(); ++i) {
                    EXPECT_EQ(stage_.scene().insets[i].frame_px(), insets[i].frame_px());
                }
            }
        }
    }
}

TEST_F(LegendRoom, WhatPlusNMeansStandsInTheLegend) {
    answer_now(state_);
    for (const Lang lang : {Lang::ja, Lang::en}) {
        state_.request.lang = lang;
        for (const MapColour mode : {MapColour::programme, MapColour::technology,
                                     MapColour::distance, MapColour::borders}) {
            set_map_colour(state_, mode);
            frames(1920, 1080);
            EXPECT_TRUE(stage_.probes().contains("legend-among")) << key_of(mode);
        }
        set_map_colour(state_, MapColour::grade);
        frames(1920, 1080);
        EXPECT_FALSE(stage_.probes().contains("legend-among")) << "nothing is counted twice";
    }
}

TEST_F(LegendRoom, OnASmallLaptopEveryModeHasNamesAndLeavesMostOfTheMap) {
    answer_now(state_);
    for (const Lang lang : {Lang::ja, Lang::en}) {
        state_.request.lang = lang;
        for (int mode = 0; mode < map_colour_count; ++mode) {
            set_map_colour(state_, static_cast<MapColour>(mode));
            frames(1280, 800);
            const PixelBox legend = on_map("legend");
            EXPECT_LE(legend.right - legend.left, state_.view.width_px * 0.45)
                << key_of(state_.request.colour);
            EXPECT_TRUE(stage_.probes().contains("legend-head"));
        }
    }
}

TEST_F(LegendRoom, AClickOnAHeadingChoosesThePlacesBelowIt) {
    answer_now(state_);
    set_map_colour(state_, MapColour::distance);
    frames(1920, 1080);
    const ScreenRect heading = stage_.probes().at("legend-group");
    ImGui::GetIO().MousePos = {heading.x + 20, heading.y + heading.height / 2};
    frames(1920, 1080);
    ImGui::GetIO().MouseDown[0] = true;
    frames(1920, 1080);
    ImGui::GetIO().MouseDown[0] = false;
    frames(1920, 1080);
    EXPECT_EQ(state_.chosen.places.size(), 1186U) << "as many as the coverage map calls so";
}

TEST_F(LegendRoom, ItsNamesAreThereOnAnUsualScreen) {
    frames(1280, 800);
    EXPECT_TRUE(stage_.probes().contains("legend-tiny"));
    const View with_names = state_.view;
    state_.legend_names = false;
    frames(1280, 800);
    EXPECT_FALSE(stage_.probes().contains("legend-tiny"));
    EXPECT_LE(state_.view.metres_per_px, with_names.metres_per_px) << "the map takes the room";
    state_.legend_names.reset();
    frames(1280, 800);
    EXPECT_TRUE(same_view(state_.view, with_names));
}

TEST_F(LegendRoom, AViewMovedByHandStaysWhereItIs) {
    frames(1280, 800);
    pan_by(state_, 40, 0);
    const View mine = state_.view;
    set_map_colour(state_, MapColour::programme);
    frames(1280, 800);
    EXPECT_TRUE(same_view(state_.view, mine));
}

TEST_F(LegendRoom, APrefectureIsShownWholeBesideItAndFollowsTheWindow) {
    const Catalogue& catalogue = state_.loaded->world->catalogue;
    for (const int prefecture : {1, 13, 22, 27, 47}) {
        Filter filter;
        filter.prefectures = {prefecture};
        show_filter(state_, filter);
        const auto parts = prefecture_parts(catalogue, *state_.loaded->shapes, {prefecture});
        for (const float width : {1600.0F, 1280.0F}) {
            frames(width, width * 0.625F);
            EXPECT_EQ(hidden(parts, {"legend", "button:zoom-in", "button:tiles"}), 0)
                << prefecture << " at " << width;
            for (const MapBox& part : parts) {
                const PixelBox all{0, 0, state_.view.width_px, state_.view.height_px};
                EXPECT_TRUE(all.contains(state_.view.box_px(part))) << prefecture;
            }
        }
    }
}

TEST_F(LegendRoom, AFilterOnTokyoShowsItsIslandsInFramesUntilTheMapIsMoved) {
    Filter filter;
    filter.prefectures = {13};
    show_filter(state_, filter);
    frames(1280, 800);
    ASSERT_EQ(stage_.scene().insets.size(), 2U);
    EXPECT_EQ(stage_.scene().insets[0].key, "izu");
    EXPECT_EQ(stage_.scene().insets[1].key, "ogasawara");
    for (const Inset& inset : stage_.scene().insets) {
        EXPECT_FALSE(on_map("legend").overlaps(inset.frame_px())) << inset.key;
    }
    pan_by(state_, 30, 0);
    frames(1280, 800);
    EXPECT_TRUE(stage_.scene().insets.empty());
}

TEST_F(LegendRoom, AFrameNamesOnlyItsOwnIslands) {
    for (const auto& [width, height] : {std::pair(1024.0F, 640.0F), std::pair(1280.0F, 800.0F)}) {
        frames(width, height);
        ASSERT_FALSE(stage_.scene().insets.empty());
        for (const MapLabel& label : stage_.scene().labels) {
            if (label.inset < 0 || label.municipality < 0) {
                continue;
            }
            const Inset& inset = stage_.scene().insets[static_cast<std::size_t>(label.inset)];
            const auto place = static_cast<std::size_t>(label.municipality);
            EXPECT_TRUE(inset.land.contains(state_.loaded->shapes->label_points[place]))
                << label.text << " in " << inset.key;
        }
    }
}

}  // namespace
}  // namespace miraimap::gui
