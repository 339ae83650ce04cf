// SPDX-License-Identifier: MIT
// The frame of the window without a window: where panels stand, what is remembered.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "app/gui/app_state.hpp"
#include "app/gui/commands.hpp"
#include "app/gui/config_folder.hpp"
#include "app/gui/frame_layout.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/window_settings.hpp"
#include "geo/error.hpp"
#include "tests/support/program.hpp"

namespace miraimap::gui {
namespace {

bool overlap(const PanelRect& a, const PanelRect& b) {
    return !a.empty() && !b.empty() && a.x < b.right() && b.x < a.right() && a.y < b.bottom() &&
           b.y < a.bottom();
}

double area(const PanelRect& r) {
    return r.empty() ? 0 : static_cast<double>(r.width) * static_cast<double>(r.height);
}

void expect_tiled(const LayoutChoices& choices, float width_px, float height_px) {
    const FrameLayout f = arrange(choices, width_px, height_px);
    const PanelRect all[] = {f.top, f.left, f.sentence, f.map, f.right, f.bottom, f.status};
    double sum = 0;
    for (const PanelRect& a : all) {
        EXPECT_GE(a.width, 0);
        EXPECT_GE(a.height, 0);
        EXPECT_LE(a.right(), width_px);
        EXPECT_LE(a.bottom(), height_px);
        sum += area(a);
        for (const PanelRect& b : all) {
            EXPECT_TRUE(&a == &b || !overlap(a, b)) << width_px << "x" << height_px;
        }
    }
    EXPECT_NEAR(sum, static_cast<double>(width_px) * static_cast<double>(height_px), 1)
        << width_px << "x" << height_px << " has holes";
}

TEST(Frame, PartsFillEveryWindowWithoutOverlap) {
    for (const float width_px : {341.0F, 512.0F, 700.0F, 1024.0F, 1280.0F, 1920.0F, 5120.0F}) {
        for (const float height_px : {120.0F, 213.0F, 427.0F, 640.0F, 800.0F, 2880.0F}) {
            for (int choice = 0; choice < 32; ++choice) {
                LayoutChoices choices;
                if ((choice & 1) != 0) {
                    choices.left.shown = (choice & 2) != 0;
                    choices.bottom.shown = (choice & 4) != 0;
                }
                if ((choice & 8) != 0) {
                    choices.right.shown = true;
                    choices.right.size_px = 4000;
                    choices.bottom.size_px = 4000;
                    choices.left.size_px = 1;
                }
                choices.full_map = (choice & 16) != 0;
                if ((choice & 4) != 0) {
                    choices.front = (choice & 2) != 0   ? Panel::left
                                    : (choice & 8) != 0 ? Panel::right
                                                        : Panel::bottom;
                }
                expect_tiled(choices, width_px, height_px);
            }
        }
    }
}

TEST(Frame, ASmallWindowStartsWithTheTablesClosedAndKeepsAMap) {
    const FrameLayout small = arrange({}, 1024, 640);
    EXPECT_FALSE(small.bottom_open);
    EXPECT_FLOAT_EQ(small.bottom.height, bar_heights(640).tabs);
    EXPECT_GE(small.map.width, 400);
    EXPECT_GE(small.map.height, 400);
    EXPECT_FALSE(small.left.empty());
    EXPECT_FALSE(small.right.empty());
    EXPECT_TRUE(arrange({}, 1920, 1080).bottom_open);
    LayoutChoices open;
    toggle_panel(open, Panel::bottom, 1024, 640);
    EXPECT_TRUE(arrange(open, 1024, 640).bottom_open);
}

TEST(Frame, TallTablesTakeMostOfTheHeightUntilTheirBorderIsDragged) {
    LayoutChoices choices;
    toggle_tall_bottom(choices, 1280, 800);
    const FrameLayout tall = arrange(choices, 1280, 800);
    EXPECT_GT(tall.bottom.height, 400);
    EXPECT_GE(tall.map.height, 200);
    expect_tiled(choices, 1280, 800);
    drag_panel(choices, Panel::bottom, 250);
    EXPECT_FLOAT_EQ(arrange(choices, 1280, 800).bottom.height, 250);
    EXPECT_FLOAT_EQ(arrange(choices, 1280, 800, true).bottom.height, 250) << "as the hand set it";
    EXPECT_GT(arrange({}, 1280, 800, true).bottom.height, arrange({}, 1280, 800).bottom.height);
    toggle_tall_bottom(choices, 1280, 800);
    forget_panel_sizes(choices);
    EXPECT_FLOAT_EQ(arrange(choices, 1280, 800).bottom.height, arrange({}, 1280, 800).bottom.height)
        << "usual sizes are not tall";
}

TEST(Frame, DraggingABorderResizesClosesAndOpensThePanel) {
    LayoutChoices choices;
    drag_panel(choices, Panel::left, 333.4F);
    EXPECT_FLOAT_EQ(arrange(choices, 1400, 900).left.width, 333);
    drag_panel(choices, Panel::left, 40);
    EXPECT_TRUE(arrange(choices, 1400, 900).left.empty());
    EXPECT_FLOAT_EQ(*choices.left.size_px, 333) << "it comes back as it was";
    toggle_panel(choices, Panel::left, 1400, 900);
    EXPECT_FLOAT_EQ(arrange(choices, 1400, 900).left.width, 333);
    drag_panel(choices, Panel::right, 2000);
    const FrameLayout wide = arrange(choices, 1400, 900);
    EXPECT_GE(wide.map.width, 259) << "the map is never covered";
    EXPECT_GT(wide.right.width, 700);
}

TEST(Frame, WhereOnlyOneSideHasRoomOpeningOneClosesTheOther) {
    LayoutChoices choices;
    EXPECT_TRUE(panel_shown(choices, Panel::left, 600, 500));
    EXPECT_FALSE(panel_shown(choices, Panel::right, 600, 500));
    toggle_panel(choices, Panel::right, 600, 500);
    EXPECT_TRUE(panel_shown(choices, Panel::right, 600, 500));
    EXPECT_FALSE(panel_shown(choices, Panel::left, 600, 500));
    toggle_panel(choices, Panel::left, 600, 500);
    EXPECT_TRUE(panel_shown(choices, Panel::left, 600, 500));
}

TEST(Frame, TheFullMapHasTheWholeWindowAndComesBack) {
    LayoutChoices choices;
    choices.full_map = true;
    const FrameLayout full = arrange(choices, 1280, 800);
    EXPECT_FLOAT_EQ(full.map.width, 1280);
    EXPECT_GT(full.map.height, 720);
    EXPECT_TRUE(full.left.empty() && full.right.empty() && full.bottom.empty());
    toggle_panel(choices, Panel::left, 1280, 800);
    EXPECT_FALSE(choices.full_map);
    EXPECT_FALSE(arrange(choices, 1280, 800).left.empty()) << "asking for a panel shows it";
}

TEST(Settings, ComeBackAsTheyWereWithoutTheFullMap) {
    LayoutChoices choices;
    drag_panel(choices, Panel::right, 411);
    choices.bottom.shown = false;
    choices.tab = "selections";
    choices.full_map = true;
    const ReadSettings read = parse_settings(settings_text(choices), "window.json");
    EXPECT_FALSE(read.problem);
    choices.full_map = false;
    EXPECT_EQ(read.choices, choices);
    EXPECT_EQ(settings_text(read.choices), settings_text(choices));
}

TEST(Settings, ADamagedFileIsIgnoredAndSaidByName) {
    for (const std::string text : {"", "{", "[]", "{\"version\":1,\"left\":{\"size_px\":\"wide\"}}",
                                   "{\"version\":1,\"left\":{\"size_px\":-5}}",
                                   "{\"version\":1,\"left\":{\"size_px\":1e99}}",
                                   "{\"version\":1,\"left\":7}", "{\"version\":1,\"tab\":[]}",
                                   "{\"version\":99}", "{\"version\":1,\"left\":{\"shown\":3}}"}) {
        const ReadSettings read = parse_settings(text, "/some/window.json");
        ASSERT_TRUE(read.problem) << text;
        EXPECT_EQ(read.choices, LayoutChoices{}) << text;
        EXPECT_NE(read.problem->ja.find("/some/window.json"), std::string::npos);
        EXPECT_NE(read.problem->en.find("/some/window.json"), std::string::npos);
    }
}

TEST(Settings, AreWrittenOnlyWhenTheyChangeAndAFailureIsSaidOnce) {
    const test::TemporaryFolder folder;
    WindowSettings settings(folder / "config");
    EXPECT_FALSE(settings.load().problem);
    LayoutChoices choices;
    EXPECT_FALSE(settings.keep(choices));
    EXPECT_FALSE(std::filesystem::exists(folder / "config")) << "nothing chosen, nothing written";
    drag_panel(choices, Panel::left, 300);
    EXPECT_FALSE(settings.keep(choices));
    EXPECT_EQ(test::read_text(folder / "config" / "window.json"), settings_text(choices));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder / "config"), {}), 1);

    test::write_text(folder / "a-file", "");
    WindowSettings blocked(folder / "a-file");
    blocked.load();
    const auto said = blocked.keep(choices);
    ASSERT_TRUE(said);
    EXPECT_NE(said->en.find("window.json"), std::string::npos);
    drag_panel(choices, Panel::left, 310);
    EXPECT_FALSE(blocked.keep(choices));
}

TEST(Scale, IsReadInEveryWayPeopleWriteIt) {
    EXPECT_EQ(parse_scale("500000"), 500000);
    EXPECT_EQ(parse_scale("1:500,000"), 500000);
    EXPECT_EQ(parse_scale(" 1 : 2 500 "), 2500);
    EXPECT_EQ(parse_scale("１：５０万"), 500000);
    EXPECT_EQ(parse_scale("2.5万"), 25000);
    for (const std::string wrong :
         {"", "0", "-5", "abc", "1:", "2:500", "1e5", "5万万", "1:1:5", "1.2.3", "万"}) {
        EXPECT_FALSE(parse_scale(wrong)) << wrong;
    }
    EXPECT_FALSE(parse_scale(std::string(400, '9')));
}

TEST(Scale, IsReachedAroundTheCentreAndStaysInItsLimits) {
    AppState state;
    state.view = {{0, 0}, 1000, 800, 600};
    const MapPoint centre = state.view.centre;
    set_scale(state, 250000);
    EXPECT_NEAR(scale_denominator(state.view), 250000, 1e-6);
    EXPECT_EQ(state.view.centre, centre);
    set_scale(state, 1);
    EXPECT_GT(scale_denominator(state.view), 1000);
    set_scale(state, std::numeric_limits<double>::max());
    EXPECT_TRUE(std::isfinite(state.view.metres_per_px));
}

TEST(Choice, IsASetWithOnePrimaryPlace) {
    PlaceSet set;
    change(set, SetChange::replace, {7});
    EXPECT_EQ(set.primary, 7);
    change(set, SetChange::toggle, {3});
    EXPECT_EQ(set.places, (std::vector<int>{3, 7}));
    EXPECT_EQ(set.primary, 3);
    change(set, SetChange::add, {9, 5, 9, 3});
    EXPECT_EQ(set.places, (std::vector<int>{3, 5, 7, 9}));
    EXPECT_EQ(set.primary, 3);
    change(set, SetChange::toggle, {3});
    EXPECT_EQ(set.primary, 5) << "it was taken out, so another place is shown";
    change(set, SetChange::remove, {9, 100});
    EXPECT_EQ(set.places, (std::vector<int>{5, 7}));
    EXPECT_EQ(set.primary, 5);
    EXPECT_EQ(inverse(set, 9).places, (std::vector<int>{0, 1, 2, 3, 4, 6, 8}));
    EXPECT_EQ(inverse(inverse(set, 9), 9).places, set.places);
    change(set, SetChange::replace, {});
    EXPECT_EQ(set, PlaceSet{});
}

TEST(Frame, KeysChangeTheSizeOfEachPanelAndBringTheUsualOnesBack) {
    AppState state;
    state.step = LoadStep::done;
    state.window_width_px = 1600;
    state.window_height_px = 1000;
    Wishes wishes;
    const auto shown = [&] { return arrange(state.layout, 1600, 1000); };
    const FrameLayout usual = shown();
    const auto size = [](const FrameLayout& frame, Panel panel) {
        return panel == Panel::left    ? frame.left.width
               : panel == Panel::right ? frame.right.width
                                       : frame.bottom.height;
    };
    const std::tuple<Panel, const char*, const char*> keys[] = {
        {Panel::left, "window.filters-wider", "window.filters-narrower"},
        {Panel::right, "window.details-wider", "window.details-narrower"},
        {Panel::bottom, "window.tables-higher", "window.tables-lower"}};
    for (const auto& [panel, larger, smaller] : keys) {
        ASSERT_TRUE(run_command(larger, state, wishes));
        EXPECT_FLOAT_EQ(size(shown(), panel), size(usual, panel) + 24) << larger;
        ASSERT_TRUE(run_command(smaller, state, wishes));
        EXPECT_FLOAT_EQ(size(shown(), panel), size(usual, panel)) << smaller;
        for (int i = 0; i < 40; ++i) {
            run_command(smaller, state, wishes);
        }
        EXPECT_GT(size(shown(), panel), 100) << "it stays at its least, it does not vanish";
        hide_panel(state.layout, panel, 1600, 1000);
        ASSERT_TRUE(run_command(larger, state, wishes));
        EXPECT_TRUE(panel_shown(state.layout, panel, 1600, 1000)) << "a hidden one is shown first";
    }
    ASSERT_TRUE(run_command("window.usual-panels", state, wishes));
    for (const auto& [panel, larger, smaller] : keys) {
        EXPECT_FLOAT_EQ(size(shown(), panel), size(usual, panel));
    }
}

TEST(Frame, KeysChangeTheHeightThatATabOfTheAnalysisHas) {
    AppState state;
    state.step = LoadStep::done;
    state.window_width_px = 1280;
    state.window_height_px = 800;
    state.layout.tab = "gaps";
    Wishes wishes;
    const float roomy = arrange(state.layout, 1280, 800, true).bottom.height;
    ASSERT_GT(roomy, arrange(state.layout, 1280, 800).bottom.height + 24);
    ASSERT_TRUE(run_command("window.tables-higher", state, wishes));
    EXPECT_FLOAT_EQ(arrange(state.layout, 1280, 800, true).bottom.height, roomy + 24);
}

}  // namespace
}  // namespace miraimap::gui
