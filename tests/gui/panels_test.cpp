// SPDX-License-Identifier: MIT
// All panels over scripted frames, without a window and without OpenGL.
#include <gtest/gtest.h>
#include <imgui_internal.h>

#include <fstream>

#include "app/gui/background.hpp"
#include "app/gui/bottom_tabs.hpp"
#include "tests/gui/loaded_state.hpp"
#include "tests/gui/panel_stage.hpp"
#include "tests/support/program.hpp"

namespace miraimap::gui {
namespace {

TEST(Panels, DrawEveryTabInBothLanguagesThemesAndThreeSizes) {
    AppState state = ready_state(600, 600);
    Stage stage(state);
    const auto& world = *state.loaded->world;
    const int sendai = world.catalogue.find("04100").value();
    for (const auto& [width_px, height_px] :
         {std::pair(1024.0F, 640.0F), std::pair(1280.0F, 800.0F), std::pair(1920.0F, 1080.0F)}) {
        for (const Lang lang : {Lang::ja, Lang::en}) {
            for (const Theme theme : {Theme::light, Theme::dark}) {
                for (const BottomTab& tab : bottom_tabs()) {
                    state.request.lang = lang;
                    state.theme = theme;
                    choose(state, &tab == &bottom_tabs().front() ? sendai : -1);
                    state.layout.tab = tab.key;
                    state.layout.bottom.shown = true;
                    stage.frame(width_px, height_px);
                    stage.frame(width_px, height_px);
                    for (const auto& [id, rect] : stage.probes()) {
                        EXPECT_GE(rect.width, 1) << id;
                        EXPECT_LE(rect.x + rect.width, width_px + 0.5F) << id << " sticks out";
                    }
                    EXPECT_GT(stage.scene().labels.size(), 5U);
                }
            }
        }
    }
}

TEST(Panels, WhatTheScaleFieldDoesIsSaidAboveTheStatusLine) {
    AppState state = ready_state();
    Stage stage(state);
    stage.frame(1280, 800);
    const ScreenRect field = stage.probes().at("scale-field");
    ImGui::GetIO().MousePos = {field.x + field.width / 2, field.y + field.height / 2};
    for (int i = 0; i < 4; ++i) {
        stage.frame(1280, 800);
    }
    const ImGuiWindow* tooltip = ImGui::FindWindowByName("##Tooltip_00");
    ASSERT_NE(tooltip, nullptr);
    ASSERT_TRUE(tooltip->Active);
    EXPECT_LE(tooltip->Pos.y + tooltip->Size.y, 800 - size::status_bar_px) << "the counts stay";
    EXPECT_GE(tooltip->Pos.x, 0);
    EXPECT_LE(tooltip->Pos.x + tooltip->Size.x, 1280);
}

TEST(Panels, AMunicipalityShowsEverySelectionWithItsSource) {
    AppState state = ready_state(600, 600);
    Stage stage(state);
    for (std::size_t i = 0; i < state.snapshot.coverage.size(); ++i) {
        if (state.snapshot.coverage[i].holds.size() < 2) {
            continue;
        }
        choose(state, static_cast<int>(i));
        stage.frame(1280, 800);
        stage.frame(1280, 800);
        EXPECT_TRUE(stage.probes().contains("source-line"));
    }
}

TEST(Panels, EvidenceOpensTheSourceTheProgrammesAndTheLimits) {
    const test::TemporaryFolder folder;
    AppState state;
    state.request.data = test::root() / "data";
    {
        std::ofstream deck(folder / "deck.txt");
        for (int line = 1; line <= 1000; ++line) {
            deck << (line == 84 ? "2 宮城県仙台市" : "行") << "\n";
        }
    }
    state.request.source_text = folder / "deck.txt";
    state.view.width_px = 600;
    state.view.height_px = 600;
    take_loaded(state, load_all(state.request));
    Stage stage(state);
    choose(state, state.loaded->world->catalogue.find("04100").value());
    stage.frame(1280, 800);
    stage.frame(1280, 800);
    EXPECT_TRUE(stage.probes().contains("printed-row"));
    EXPECT_TRUE(stage.probes().contains("contradiction:smartcity-sendai-past"));
    EXPECT_FALSE(stage.probes().contains("source-marked"));
    EXPECT_FALSE(stage.probes().contains("programme-card:mirai"));
    state.evidence.toggle("source:mirai-H30-2");
    state.evidence.toggle("programme:mirai-H30-2:mirai");
    state.evidence.toggle("limits");
    stage.frame(1280, 800);
    stage.frame(1280, 800);
    EXPECT_TRUE(stage.probes().contains("source-marked"));
    EXPECT_TRUE(stage.probes().contains("programme-card:mirai"));
    EXPECT_TRUE(stage.probes().contains("limit:先駆"));
    for (const auto& [id, rect] : stage.probes()) {
        EXPECT_LE(rect.x + rect.width, 1280.5F) << id << " sticks out";
    }
}

}  // namespace
}  // namespace miraimap::gui
