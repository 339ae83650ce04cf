// SPDX-License-Identifier: MIT
// The guided tour over scripted frames: where its cards stand, its keys, what it leaves behind.
#include "app/gui/tour.hpp"

#include <GLFW/glfw3.h>
#include <gtest/gtest.h>
#include <imgui_internal.h>

#include "app/gui/panel_actions.hpp"
#include "tests/gui/panel_stage.hpp"

namespace miraimap::gui {
namespace {

bool overlap(const ScreenRect& a, const ScreenRect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

bool inside(const ScreenRect& a, float width_px, float height_px) {
    return a.x >= -0.5F && a.y >= -0.5F && a.x + a.width <= width_px + 0.5F &&
           a.y + a.height <= height_px + 0.5F;
}

/// How far in front a window is drawn; -1: it is not there.
int place_in_front(const std::string& name) {
    const auto& windows = ImGui::GetCurrentContext()->Windows;
    for (int i = 0; i < windows.Size; ++i) {
        if (windows[i]->Name == name) {
            return i;
        }
    }
    return -1;
}

void press(Stage& stage, int key) {
    ImGui::GetIO().KeysDown[key] = true;
    stage.frame(1280, 800);
    ImGui::GetIO().KeysDown[key] = false;
    stage.frame(1280, 800);
    stage.frame(1280, 800);
}

/// Shown steps count from 1; 0: no tour.
std::size_t shown(const AppState& state) { return state.tour.step ? *state.tour.step + 1 : 0; }

TEST(Tour, EveryCardStandsInTheWindowBesideWhatItPointsAt) {
    for (const float scale : {0.75F, 1.0F, 1.5F, 2.0F, 3.0F}) {
        AppState state = ready_state();
        Stage stage(state, scale);
        for (const auto& [width_px, height_px] :
             {std::pair(1024.0F, 640.0F), std::pair(1280.0F, 800.0F), std::pair(1920.0F, 1080.0F),
              std::pair(3840.0F, 2160.0F)}) {
            for (const Lang lang : {Lang::ja, Lang::en}) {
                state.request.lang = lang;
                stage.frame(width_px, height_px);
                start_tour(state);
                for (std::size_t step = 0; step < tour_steps; ++step) {
                    const std::string where =
                        fmt::format(" in step {} in {}x{} at {} % in {}", step + 1, width_px,
                                    height_px, scale * 100, lang == Lang::ja ? "ja" : "en");
                    go_to_tour_step(state, step);
                    stage.frame(width_px, height_px);
                    stage.frame(width_px, height_px);
                    ASSERT_TRUE(stage.probes().contains("tour")) << where;
                    ASSERT_TRUE(stage.probes().contains("tour-target")) << "nothing" << where;
                    const ScreenRect card = stage.probes().at("tour");
                    const ScreenRect target = stage.probes().at("tour-target");
                    EXPECT_TRUE(inside(card, width_px, height_px)) << "card" << where;
                    EXPECT_TRUE(inside(target, width_px, height_px)) << "target" << where;
                    EXPECT_GE(target.width, 10) << where;
                    EXPECT_FALSE(overlap(card, target)) << "covered" << where;
                    const ScreenRect next = stage.probes().at("button:tour-next");
                    EXPECT_TRUE(next.y + next.height <= card.y + card.height) << where;
                    EXPECT_LT(place_in_front("##tour-dim"), place_in_front("##tour")) << where;
                }
                end_tour(state);
            }
        }
    }
}

TEST(Tour, EnterAndArrowsWalkEscClosesAndNoneOfThemMeansAnythingElse) {
    AppState state = ready_state();
    Stage stage(state);
    stage.frame(1280, 800);
    const int sendai = state.loaded->world->catalogue.find("04100").value();
    choose(state, sendai);
    start_tour(state);
    stage.frame(1280, 800);
    const MapPoint centre = state.view.centre;
    press(stage, GLFW_KEY_RIGHT);
    EXPECT_EQ(shown(state), 2U);
    press(stage, GLFW_KEY_ENTER);
    EXPECT_EQ(shown(state), 3U);
    press(stage, GLFW_KEY_LEFT);
    EXPECT_EQ(shown(state), 2U);
    EXPECT_EQ(state.chosen.primary, sendai) << "Enter chooses nothing on the map";
    EXPECT_EQ(state.view.centre, centre) << "arrows do not move it";
    press(stage, GLFW_KEY_ESCAPE);
    EXPECT_EQ(shown(state), 0U);
    EXPECT_EQ(state.chosen.primary, sendai);
    press(stage, GLFW_KEY_ESCAPE);
    EXPECT_EQ(state.chosen.primary, -1) << "Esc is the map's again";
}

TEST(Tour, TheLastStepEndsItAndThePanelsAreAsBefore) {
    AppState state = ready_state();
    Stage stage(state);
    state.layout.left.shown = false;
    state.layout.full_map = true;
    stage.frame(1280, 800);
    const LayoutChoices before = state.layout;
    start_tour(state);
    EXPECT_TRUE(panel_shown(state, Panel::left));
    for (std::size_t step = 1; step < tour_steps; ++step) {
        press(stage, GLFW_KEY_RIGHT);
        EXPECT_EQ(shown(state), step + 1);
    }
    press(stage, GLFW_KEY_RIGHT);
    EXPECT_EQ(shown(state), 0U);
    EXPECT_EQ(state.layout, before);
}

TEST(Tour, WhatTheReaderChangesMeanwhileStays) {
    AppState state = ready_state();
    Stage stage(state);
    stage.frame(1280, 800);
    start_tour(state);
    toggle_panel(state, Panel::left);
    end_tour(state);
    EXPECT_FALSE(panel_shown(state, Panel::left));
}

TEST(Tour, InASmallWindowTheButtonItPointsAtOpensThePageAndTheTourGoesOn) {
    AppState state = ready_state();
    Stage stage(state, 3);
    state.tour.wanted = true;
    const auto frames = [&] {
        for (int i = 0; i < 3; ++i) {
            stage.frame(1024, 640);
        }
    };
    frames();
    EXPECT_EQ(shown(state), 1U);
    EXPECT_FALSE(shown_page(state)) << "a page would leave no room for the card";
    toggle_panel(state, Panel::left);
    frames();
    EXPECT_EQ(shown_page(state), Panel::left);
    EXPECT_EQ(shown(state), 1U);
    EXPECT_TRUE(stage.probes().contains("tour-target")) << "its button still";
    go_to_tour_step(state, 1);
    frames();
    EXPECT_FALSE(shown_page(state));
    EXPECT_TRUE(stage.probes().contains("tour-target"));
}

TEST(Tour, IsACommandWithAKey) {
    AppState state = ready_state();
    Wishes wishes;
    const Command* command = find_command("window.tour");
    ASSERT_NE(command, nullptr);
    EXPECT_FALSE(command->keys.empty()) << "so it stands in the key sheet";
    EXPECT_TRUE(run_command("window.tour", state, wishes));
    EXPECT_EQ(shown(state), 1U);
}

}  // namespace
}  // namespace miraimap::gui
