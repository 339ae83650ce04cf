// SPDX-License-Identifier: MIT
// Commands in a real window: palette, key sheet, view history, zoom to a box.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/gui/real_window.hpp"

namespace miraimap::test {
namespace {

using nlohmann::json;

class CommandWindow : public testing::Test {
protected:
    void SetUp() override {
        if (const std::string reason = why_no_window(); !reason.empty()) {
            GTEST_SKIP() << reason;
        }
    }
};

TEST_F(CommandWindow, ThePaletteFindsByRomajiAndRunsWithEnter) {
    RealWindow window({});
    window.wait_until_ready();
    window.key("ctrl+shift+p");
    EXPECT_EQ(window.dump()["palette"]["open"], true);
    window.type("sikoku");
    EXPECT_EQ(window.dump()["palette"]["hits"][0], "map.region-shikoku");
    window.key("Return");
    const json moved = window.dump();
    EXPECT_EQ(moved["palette"]["open"], false);
    EXPECT_EQ(moved["home"], false);
    EXPECT_EQ(moved["palette"]["recent"][0], "map.region-shikoku");
    EXPECT_EQ(moved["chosen"], "") << "Enter was the palette's";
    window.key("ctrl+shift+p");
    EXPECT_EQ(window.dump()["palette"]["hits"][0], "map.region-shikoku");
    window.key("Escape");
    EXPECT_EQ(window.dump()["palette"]["open"], false);
}

TEST_F(CommandWindow, APointerThatOnlyLiesThereDoesNotChooseTheHit) {
    RealWindow window({});
    window.wait_until_ready();
    window.key("ctrl+f");
    window.type("nara");
    const json open = window.wait_for([](const json& d) { return d["search"]["hits"] > 5; });
    const json row = open["places"]["hit:4"];
    window.key("Escape");
    window.key("Escape");
    window.move(row[0].get<int>() + 40, row[1].get<int>() + 10);
    window.key("ctrl+f");
    window.type("nara");
    const json listed = window.wait_until_still();
    ASSERT_EQ(listed["search"]["open"], true);
    EXPECT_EQ(listed["search"]["marked"], 0) << "the list opened under the pointer";
    window.move(row[0].get<int>() + 60, row[1].get<int>() + 12);
    const auto pointed = [](const json& d) { return d["search"]["marked"] == 4; };
    EXPECT_TRUE(pointed(window.wait_for(pointed))) << "a pointer that moves points";
}

TEST_F(CommandWindow, EscClosesEveryPopupAndOtherKeysGoOnWorking) {
    RealWindow window({}, 1024, 640);
    window.wait_until_ready();
    const auto open = [&] { return window.dump()["popups"].get<int>(); };
    const std::string button[] = {"mode", "denominator", "button:more-tabs", "rows:columns"};
    window.key("alt+2");
    for (const std::string& one : button) {
        ASSERT_TRUE(window.dump()["places"].contains(one)) << one;
        window.click(one);
        EXPECT_EQ(open(), 1) << one;
        window.key("ctrl+d");
        const std::string theme = window.dump()["theme"];
        window.key("ctrl+d");
        EXPECT_NE(window.dump()["theme"], theme) << "keys work while it is open: " << one;
        window.key("Escape");
        EXPECT_EQ(open(), 0) << one;
    }
    for (const std::string key : {"ctrl+h", "ctrl+e", "ctrl+o", "ctrl+s"}) {
        window.key(key);
        EXPECT_EQ(open(), 1) << key;
        window.key("Escape");
        EXPECT_EQ(open(), 0) << key;
    }
    window.click("mode");
    window.key("m");
    EXPECT_EQ(window.dump()["mode"], "selections");
    EXPECT_EQ(open(), 1) << "the list shows the step";
}

TEST_F(CommandWindow, KeysWalkRegionsAndTheViewHistory) {
    RealWindow window({});
    const json opened = window.wait_until_ready();
    window.key("ctrl+2");
    const json tohoku = window.dump();
    EXPECT_EQ(tohoku["home"], false);
    window.key("ctrl+8");
    const json kyushu = window.dump();
    EXPECT_LT(kyushu["view"]["y_m"].get<double>(), tohoku["view"]["y_m"].get<double>());
    window.key("alt+Left");
    EXPECT_EQ(window.dump()["view"], tohoku["view"]);
    window.key("alt+Left");
    EXPECT_EQ(window.dump()["view"], opened["view"]);
    window.key("alt+Right");
    EXPECT_EQ(window.dump()["view"], tohoku["view"]);
    window.key("Home");
    EXPECT_EQ(window.dump()["home"], true);
}

TEST_F(CommandWindow, ADoubleClickZoomsToThePlaceUnderTheCursor) {
    RealWindow window({});
    const json opened = window.wait_until_ready();
    // Hokkaido is large enough to be hit at the national scale.
    window.key("ctrl+1");
    window.move_to("map");
    window.drag(50, 0);  // the legend leaves the sea in the middle
    window.move_to("map");
    const json before = window.wait_until_still();
    ASSERT_NE(before["hovered"], "");
    window.double_click();
    const json closer = window.wait_until_still();
    EXPECT_EQ(closer["chosen"], before["hovered"]);
    EXPECT_LT(closer["view"]["metres_per_px"].get<double>(),
              before["view"]["metres_per_px"].get<double>());
    EXPECT_EQ(window.dump()["history"]["back"], true);
    EXPECT_LT(closer["view"]["metres_per_px"].get<double>(),
              opened["view"]["metres_per_px"].get<double>());
}

TEST_F(CommandWindow, WhenNothingPassesTheFilterThatDidItIsClearedWithOneClick) {
    RealWindow window({"--year", "R3", "--text", "no such word"});
    const json opened = window.wait_until_ready();
    ASSERT_EQ(opened["counts"]["passed"], 0);
    ASSERT_TRUE(opened["places"].contains("empty"));
    window.click("button:way-out-0");
    const json after = window.dump();
    EXPECT_EQ(after["filter"]["text"], "");
    EXPECT_EQ(after["filter"]["years"], json::parse("[[2021,2021]]"));
    EXPECT_GT(after["counts"]["passed"].get<int>(), 0);
    EXPECT_FALSE(after["places"].contains("empty"));
    window.key("ctrl+z");
    EXPECT_EQ(window.dump()["counts"]["passed"], 0) << "and it can be undone";
}

TEST_F(CommandWindow, ZThenADragZoomsToTheBox) {
    RealWindow window({});
    const json opened = window.wait_until_ready();
    window.move_to("map");
    window.key("z");
    EXPECT_EQ(window.dump()["zoom_box"], true);
    window.drag(120, 80);
    const json closer = window.dump();
    EXPECT_EQ(closer["zoom_box"], false);
    const double scale = opened["view"]["metres_per_px"];
    const double width_px = opened["view"]["width_px"];
    const double height_px = opened["view"]["height_px"];
    EXPECT_NEAR(closer["view"]["metres_per_px"].get<double>(),
                std::max(120 * scale / width_px, 80 * scale / height_px), scale * 0.01);
    EXPECT_NEAR(closer["view"]["x_m"].get<double>(),
                opened["view"]["x_m"].get<double>() + 60 * scale, 4 * scale);
}

TEST_F(CommandWindow, FiltersAreSetFromThePalette) {
    RealWindow window({});
    window.wait_until_ready();
    window.key("ctrl+shift+p");
    window.type("drone");
    EXPECT_EQ(window.dump()["palette"]["hits"][0], "filter.technology-ドローン");
    window.key("Return");
    EXPECT_EQ(window.dump()["palette"]["open"], false);
    EXPECT_EQ(window.dump()["filter"]["technologies"], json::parse("[\"ドローン\"]"));
    window.key("ctrl+shift+p");
    window.type("zzzz");
    EXPECT_TRUE(window.dump()["palette"]["hits"].empty());
}

TEST_F(CommandWindow, TabWalksThroughTheControlsAndEnterPressesThem) {
    RealWindow window({});
    const json opened = window.wait_until_ready();
    bool reached = false;
    for (int i = 0; i < 60 && !reached; ++i) {
        window.key("Tab");
        const json now = window.dump();
        reached = !now["key_ring"].empty() && now["key_ring"] == now["places"]["chip:source:mirai"];
    }
    ASSERT_TRUE(reached);
    window.key("space");
    EXPECT_EQ(window.dump()["filter"]["sources"], json::parse("[\"mirai\"]"));
    EXPECT_EQ(window.dump()["playing"], false) << "Space belongs to the control";
    window.key("Return");
    EXPECT_EQ(window.dump()["filter"], opened["filter"]);
    window.key("Escape");
    EXPECT_TRUE(window.dump()["key_ring"].empty());
}

TEST_F(CommandWindow, CtrlZUndoesTheLastActionWhateverItWas) {
    RealWindow window({});
    window.wait_until_ready();
    window.click("chip:year:R2");
    window.key("ctrl+f");
    window.type("sendai");
    window.key("Return");
    window.key("ctrl+i");
    const json inverted = window.dump();
    EXPECT_GT(inverted["chosen_codes"].size(), 1500U);
    window.key("Escape");
    window.key("m");
    window.key("t");
    EXPECT_EQ(window.dump()["map_layout"], "tiles");
    window.key("ctrl+z");
    EXPECT_NE(window.dump()["map_layout"], "tiles");
    window.key("ctrl+z");
    EXPECT_EQ(window.dump()["mode"], "grade");
    window.key("ctrl+z");
    EXPECT_EQ(window.dump()["chosen_codes"], inverted["chosen_codes"]) << "Esc lost nothing";
    window.key("ctrl+z");
    EXPECT_EQ(window.dump()["chosen"], "04100");
    EXPECT_EQ(window.dump()["filter"], inverted["filter"]) << "the filter is older";
    window.key("ctrl+z");
    window.key("ctrl+z");
    EXPECT_TRUE(window.dump()["filter"]["years"].empty());
    for (int i = 0; i < 6; ++i) {
        window.key("ctrl+y");
    }
    EXPECT_EQ(window.dump()["map_layout"], "tiles");
}

TEST_F(CommandWindow, WhatIsTypedWhileTheWindowIsBusyArrivesWholeWithinAFewFrames) {
    RealWindow window({});
    window.wait_until_ready();
    window.key("ctrl+f");
    const json before = window.wait_until_still();
    const std::string text = "the quick brown fox jumps over the lazy dog";
    const json after = window.type_while_busy(text);
    EXPECT_EQ(after["search"]["text"], text);
    const int frames =
        after["counters"]["frames"].get<int>() - before["counters"]["frames"].get<int>();
    EXPECT_LT(frames, 20) << "not a frame or two for each letter";
    // Keys that are no letters keep their place among them.
    window.type("x");
    window.key("BackSpace");
    EXPECT_EQ(window.dump()["search"]["text"], text);
}

}  // namespace
}  // namespace miraimap::test
