// SPDX-License-Identifier: MIT
// The frame from the smallest window at the largest scale to the largest at the smallest, without a
// window.
#include <gtest/gtest.h>

#include "app/gui/map_moves.hpp"
#include "app/gui/panel_actions.hpp"
#include "app/gui/work_history.hpp"
#include "tests/gui/panel_stage.hpp"

namespace miraimap::gui {
namespace {

constexpr float scales[] = {0.75F, 1.0F, 1.5F, 2.0F, 3.0F};
constexpr std::pair<float, float> sizes[] = {{1024, 640}, {1280, 800}, {1920, 1080}, {3840, 2160}};

/// What the map keeps of the window before anyone shows or pulls a panel.
constexpr double map_width_share = 0.45;
constexpr double map_height_share = 0.5;

bool overlap(const ScreenRect& a, const ScreenRect& b) {
    constexpr float seam = 0.5F;  // places are whole pixels, widths are not
    return a.x + seam < b.x + b.width && b.x + seam < a.x + a.width &&
           a.y + seam < b.y + b.height && b.y + seam < a.y + a.height;
}

using Probes = std::map<std::string, ScreenRect>;

/// Those of a list that are drawn.
Probes among(const Probes& probes, const std::vector<std::string>& ids) {
    Probes out;
    for (const std::string& id : ids) {
        if (probes.contains(id)) {
            out.emplace(id, probes.at(id));
        }
    }
    return out;
}

Probes in_top_bar(const Probes& probes) {
    return among(probes,
                 {"top:name", "top:subtitle", "search", "button:find", "switch:language:0",
                  "switch:language:1", "button:theme", "button:panel-left", "button:panel-bottom",
                  "button:panel-right", "button:keys", "button:export", "button:top-more"});
}

Probes in_status_line(const Probes& probes) {
    return among(probes, {"status:position", "status:place", "scale-field", "status:counts",
                          "status:edition", "button:findings", "button:status-more"});
}

Probes in_sentence_bar(const Probes& probes) {
    return among(probes, {"sentence", "sentence-count", "button:undo", "button:redo",
                          "button:history", "button:clear-all"});
}

void expect_apart(const Probes& probes, float width_px, float top, float bottom,
                  const std::string& where) {
    for (auto a = probes.begin(); a != probes.end(); ++a) {
        EXPECT_GE(a->second.x, 0) << a->first << where;
        EXPECT_LE(a->second.x + a->second.width, width_px + 0.5F) << a->first << where;
        EXPECT_GE(a->second.y, top - 0.5F) << a->first << where;
        EXPECT_LE(a->second.y + a->second.height, bottom + 0.5F) << a->first << where;
        for (auto b = std::next(a); b != probes.end(); ++b) {
            EXPECT_FALSE(overlap(a->second, b->second))
                << a->first << " lies on " << b->first << where;
        }
    }
}

std::string words(std::pair<float, float> size, float scale, Lang lang) {
    return fmt::format(" in {}x{} at {} % in {}", size.first, size.second, scale * 100,
                       lang == Lang::ja ? "Japanese" : "English");
}

void expect_usable(AppState& state, Stage& stage, std::pair<float, float> size, float scale) {
    const auto [width_px, height_px] = size;
    const std::string where = words(size, scale, state.request.lang);
    stage.frame(width_px, height_px);
    stage.frame(width_px, height_px);
    const Probes& probes = stage.probes();
    const BarHeights bars = bar_heights(std::ceil(height_px / scale));
    const Probes top = in_top_bar(probes);
    const float status_px = height_px - bars.status * scale;
    const Probes status = in_status_line(probes);
    expect_apart(top, width_px, 0, bars.top * scale, where);
    expect_apart(status, width_px, status_px - scale, height_px, where);
    const Probes sentence = in_sentence_bar(probes);
    EXPECT_TRUE(sentence.contains("sentence")) << where;
    expect_apart(sentence, width_px, bars.top * scale, (bars.top + bars.sentence) * scale, where);
    EXPECT_TRUE(top.contains("search") || top.contains("button:find")) << where;
    EXPECT_TRUE(top.contains("button:panel-left") || top.contains("button:top-more")) << where;
    EXPECT_TRUE(top.contains("button:export") || top.contains("button:top-more")) << where;
    EXPECT_TRUE(status.contains("button:findings")) << where;
    const ScreenRect map = probes.at("map");
    EXPECT_GE(map.width, width_px * map_width_share) << where;
    EXPECT_GE(map.height, height_px * map_height_share) << where;
    // What lies over the map stays on it, apart from each other.
    Probes over;
    for (const char* id : {"mode", "legend", "button:zoom-in", "button:zoom-out", "button:home",
                           "button:full-map", "button:tiles"}) {
        over.emplace(id, probes.at(id));
        EXPECT_GE(probes.at(id).x, map.x) << id << where;
    }
    expect_apart(over, map.x + map.width, map.y, map.y + map.height, where);
}

TEST(SmallWindow, BarsHaveNoOverlapsAndTheMapKeepsItsShareInEverySizeScaleAndLanguage) {
    for (const float scale : scales) {
        AppState state = ready_state();
        Stage stage(state, scale);
        for (const auto& size : sizes) {
            for (const Lang lang : {Lang::ja, Lang::en}) {
                state.request.lang = lang;
                set_filter(state, {});
                choose(state, -1);
                go_home(state);
                expect_usable(state, stage, size, scale);
                // A long sentence, a place with a long name under the pointer.
                Filter filter;
                filter.years = {{2020, 2021}};
                filter.technologies = {Technology::drone, Technology::ai};
                filter.text = "スマート";
                set_filter(state, filter);
                state.cursor = LonLat{135.1234, 35.1234};
                expect_usable(state, stage, size, scale);
            }
        }
    }
}

TEST(SmallWindow, APanelWithoutRoomIsAPageAndIsLeftByEscOrAnotherZoom) {
    AppState state = ready_state();
    Stage stage(state, 3);
    stage.frame(1024, 640);
    for (const Panel panel : {Panel::left, Panel::right, Panel::bottom}) {
        ASSERT_TRUE(stage.probes().contains("map"));
        EXPECT_FALSE(panel_shown(state, panel));
        toggle_panel(state, panel);
        stage.frame(1024, 640);
        stage.frame(1024, 640);
        EXPECT_EQ(shown_page(state), panel);
        EXPECT_FALSE(stage.probes().contains("map"));
        for (const auto& [id, rect] : stage.probes()) {
            const bool scrolls = id.starts_with("sort:") || id.starts_with("row:");
            EXPECT_TRUE(scrolls || rect.x + rect.width <= 1024.5F) << id << " sticks out";
        }
        panel == Panel::left ? zoom_to_prefecture(state, 13) : toggle_panel(state, panel);
        stage.frame(1024, 640);
        EXPECT_FALSE(shown_page(state));
    }
    EXPECT_TRUE(stage.probes().contains("map"));
}

TEST(SmallWindow, WhatWasChosenForALargeWindowComesBackWithIt) {
    LayoutChoices choices;
    toggle_panel(choices, Panel::right, 1280, 800);
    ASSERT_FALSE(panel_shown(choices, Panel::right, 1280, 800));
    const LayoutChoices chosen = choices;
    EXPECT_FALSE(panel_shown(choices, Panel::left, 342, 214));
    toggle_panel(choices, Panel::right, 342, 214);
    EXPECT_EQ(arrange(choices, 342, 214).page, Panel::right);
    toggle_panel(choices, Panel::right, 342, 214);
    EXPECT_FALSE(panel_shown(choices, Panel::right, 342, 214));
    EXPECT_TRUE(panel_shown(choices, Panel::left, 1280, 800));
    EXPECT_FALSE(panel_shown(choices, Panel::right, 1280, 800));
    EXPECT_EQ(choices.left, chosen.left);
    EXPECT_EQ(choices.right, chosen.right);
}

TEST(SmallWindow, OfTwoSidesTheOneAskedForLastStaysAndBothComeBackWithRoom) {
    LayoutChoices choices;
    show_panel(choices, Panel::right, 600, 500);
    EXPECT_TRUE(panel_shown(choices, Panel::right, 600, 500));
    EXPECT_FALSE(panel_shown(choices, Panel::left, 600, 500));
    EXPECT_TRUE(panel_shown(choices, Panel::left, 1280, 500));
    EXPECT_TRUE(panel_shown(choices, Panel::right, 1280, 500));
}

TEST(SmallWindow, TheWholeCountryIsSeenWhereFramesForFarIslandsHaveNoRoom) {
    AppState state = ready_state();
    Stage stage(state, 3);
    stage.frame(1024, 640);
    stage.frame(1024, 640);
    EXPECT_TRUE(stage.scene().insets.empty());
    const auto& world = *state.loaded->world;
    const MapBox seen = state.view.box();
    for (const char* code : {"01214", "13101", "47201", "47382"}) {
        const int place = world.catalogue.find(code).value();
        EXPECT_TRUE(
            seen.contains(state.loaded->shapes->label_points[static_cast<std::size_t>(place)]))
            << code;
    }
}

TEST(SmallWindow, WhatIsChosenIsSaidOverTheMapWhereTheDetailsAreHidden) {
    AppState state = ready_state();
    Stage stage(state, 1.75F);
    const auto frames = [&] {
        for (int i = 0; i < 3; ++i) {
            stage.frame(1280, 800);
        }
    };
    frames();
    ASSERT_FALSE(panel_shown(state, Panel::right)) << "there is no room for it";
    EXPECT_FALSE(stage.probes().contains("button:chosen-chip"));
    choose(state, 100);
    frames();
    ASSERT_TRUE(stage.probes().contains("button:chosen-chip"));
    const ScreenRect chip = stage.probes().at("button:chosen-chip");
    ImGui::GetIO().MousePos = {chip.x + chip.width / 2, chip.y + chip.height / 2};
    frames();
    for (const bool down : {true, false}) {
        ImGui::GetIO().MouseDown[0] = down;
        frames();
    }
    EXPECT_TRUE(panel_shown(state, Panel::right)) << "a click opens them";
    EXPECT_EQ(state.chosen.primary, 100);
    EXPECT_FALSE(stage.probes().contains("button:chosen-chip"));
}

}  // namespace
}  // namespace miraimap::gui
