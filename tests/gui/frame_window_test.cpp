// SPDX-License-Identifier: MIT
// The frame in a real window: borders dragged, panels hidden, sizes remembered, scale typed.
#include <gtest/gtest.h>

#include "tests/gui/real_window.hpp"

namespace miraimap::test {
namespace {

using nlohmann::json;

class FrameWindow : public testing::Test {
protected:
    void SetUp() override {
        if (const std::string reason = why_no_window(); !reason.empty()) {
            GTEST_SKIP() << reason;
        }
    }
};

double width_of(const json& dump, const std::string& place) {
    return dump.at("places").at(place).at(2);
}
double height_of(const json& dump, const std::string& place) {
    return dump.at("places").at(place).at(3);
}

TEST_F(FrameWindow, BordersAreDraggedAndRememberedByTheNextWindow) {
    const TemporaryFolder config;
    {
        RealWindow window({}, 1280, 800, config.path());
        const json opened = window.wait_until_ready();
        window.move_to("split:left");
        window.drag(60, 0);
        const json wider = window.dump();
        EXPECT_NEAR(width_of(wider, "map"), width_of(opened, "map") - 60, 2);
        window.move_to("split:bottom");
        window.drag(0, -80);
        EXPECT_NEAR(height_of(window.dump(), "map"), height_of(opened, "map") - 80, 2);
        window.key("F9");
        EXPECT_EQ(window.dump().at("layout").at("right").value("shown", true), false);
        EXPECT_EQ(window.quit(), 0);
    }
    RealWindow again({}, 1280, 800, config.path());
    const json later = again.wait_until_ready();
    EXPECT_NEAR(later.at("layout").at("left").value("size_px", 0), 332, 2);
    EXPECT_EQ(later.at("layout").at("right").value("shown", true), false);
    EXPECT_TRUE(later["notices"].empty());
    EXPECT_NEAR(width_of(later, "map"), 1280 - 332, 3);
}

TEST_F(FrameWindow, ADamagedSettingsFileIsSaidAndTheWindowOpensAsUsual) {
    const TemporaryFolder config;
    std::filesystem::create_directories(config / "miraimap");
    write_text(config / "miraimap" / "window.json", "{\"version\":1,");
    RealWindow window({}, 1280, 800, config.path());
    const json opened = window.wait_until_ready();
    EXPECT_EQ(opened["step"], "done");
    ASSERT_EQ(opened["notices"].size(), 1U);
    EXPECT_NE(opened["notices"][0]["text"].get<std::string>().find("window.json"),
              std::string::npos);
    EXPECT_TRUE(opened["places"].contains("split:left"));
}

TEST_F(FrameWindow, PanelsHideByButtonAndKeyAndTheMapFillsTheWindow) {
    RealWindow window({}, 1024, 640);
    const json opened = window.wait_until_ready();
    EXPECT_FALSE(opened["places"].contains("row:01")) << "a small window starts with the map";
    window.click("tab:prefectures");
    EXPECT_TRUE(window.dump()["places"].contains("row:01"));
    window.click("tab:prefectures");
    EXPECT_FALSE(window.dump()["places"].contains("row:01"));
    window.click("button:panel-left");
    const json without = window.dump();
    EXPECT_FALSE(without["places"].contains("split:left"));
    EXPECT_GT(width_of(without, "map"), width_of(opened, "map") + 200);
    window.key("F11");
    const json full = window.dump();
    EXPECT_EQ(full["layout"]["full_map"], true);
    EXPECT_EQ(width_of(full, "map"), 1024);
    window.click("button:full-map");
    EXPECT_EQ(window.dump()["layout"]["full_map"], false);
    window.key("F6");
    EXPECT_EQ(width_of(window.dump(), "map"), width_of(opened, "map"));
}

TEST_F(FrameWindow, AtThreeTimesTheSizeEverythingIsStillInReach) {
    RealWindow window({"--scale", "3"}, 1024, 640);
    const json opened = window.wait_until_ready();
    EXPECT_GT(height_of(opened, "map"), 320);
    window.click("button:top-more");
    window.click("menu:window.language");
    EXPECT_EQ(window.dump()["lang"], "en");
    window.click("button:panel-left");
    EXPECT_EQ(window.dump()["layout"]["page"], "left");
    window.move(300, 400);
    // The first section is the one for words.
    const auto chip_y = [&] {
        return window.dump()["places"]["chip:source:mirai"][1].get<double>();
    };
    for (int i = 0; i < 20 && chip_y() > 480; ++i) {
        window.wheel(-1);
    }
    window.click("chip:source:mirai");
    const json filtered = window.dump();
    EXPECT_EQ(filtered["layout"]["page"], "left") << "several filters can be set";
    EXPECT_LT(filtered["counts"]["passed"], opened["counts"]["passed"]);
    window.key("Escape");
    EXPECT_EQ(window.dump()["layout"]["page"], "");
    EXPECT_EQ(height_of(window.dump(), "map"), height_of(opened, "map"));
    window.click("search");
    window.type("sendai");
    window.key("Return");
    const json found = window.dump();
    EXPECT_EQ(found["chosen"], "04100");
    window.key("F9");
    EXPECT_TRUE(window.dump()["places"].contains("place-name"));
    window.key("ctrl+0");
    const json usual = window.dump();
    EXPECT_EQ(usual["layout"]["page"], "");
    EXPECT_TRUE(usual["places"].contains("split:left"));
    EXPECT_TRUE(usual["places"].contains("split:right"));
    window.key("ctrl+z");
    EXPECT_EQ(window.dump()["chosen"], "") << "the last action is undone first";
    window.key("ctrl+z");
    EXPECT_EQ(window.dump()["counts"]["passed"], opened["counts"]["passed"]);
}

TEST_F(FrameWindow, AWindowLargerThanTheScreenIsMadeToFit) {
    RealWindow window({"--size", "2000x1500"}, 1024, 640);
    const json opened = window.wait_until_ready();
    EXPECT_LE(width_of(opened, "map"), 1024);
    window.click("switch:language:1");
    EXPECT_EQ(window.dump()["lang"], "en") << "the top bar is in reach";
    window.key("F11");
    EXPECT_EQ(width_of(window.dump(), "map"), 1024);
}

TEST_F(FrameWindow, TheScaleIsTypedInTheStatusLine) {
    RealWindow window({});
    window.wait_until_ready();
    window.click("scale-field");
    window.type("1:500000");
    window.key("Return");
    const json zoomed = window.dump();
    EXPECT_EQ(zoomed["notices"], json::array());
    EXPECT_NEAR(zoomed["view"]["metres_per_px"].get<double>(), 500000 * 0.0254 / 96, 1e-6);
    window.click("scale-field");
    window.type("near");
    window.key("Return");
    const json wrong = window.dump();
    EXPECT_EQ(wrong["view"]["metres_per_px"], zoomed["view"]["metres_per_px"]);
    ASSERT_EQ(wrong["notices"].size(), 1U);
    EXPECT_NE(wrong["notices"][0]["text"].get<std::string>().find("near"), std::string::npos);
}

TEST(LookWindow, LanguageThemeSizeAndMapModeAreRememberedAndWordsOfTheCommandLineWin) {
    if (const std::string reason = why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    const TemporaryFolder config;
    {
        RealWindow window({}, 1280, 800, config.path());
        window.wait_until_ready();
        window.key("ctrl+l");
        window.key("ctrl+d");
        for (const double expected : {1.1, 1.25, 1.5}) {
            window.key("ctrl+equal");
            EXPECT_DOUBLE_EQ(window.dump()["scale"].get<double>(), expected);
        }
        const json shown = window.dump();
        ASSERT_EQ(shown["notices"].size(), 1U) << "the newest size alone";
        EXPECT_EQ(shown["notices"][0]["text"], "Interface size 150 %");
        window.key("ctrl+minus");
        window.key("m");
        EXPECT_EQ(window.quit(), 0);
    }
    {
        RealWindow window({}, 1280, 800, config.path());
        const json again = window.wait_until_ready();
        EXPECT_EQ(again["lang"], "en");
        EXPECT_EQ(again["theme"], "dark");
        EXPECT_DOUBLE_EQ(again["scale"].get<double>(), 1.25);
        EXPECT_EQ(again["mode"], "selections");
        EXPECT_EQ(window.quit(), 0);
    }
    {
        RealWindow window(
            {"--lang", "ja", "--theme", "light", "--scale", "0.9", "--colour", "technology"}, 1280,
            800, config.path());
        const json said = window.wait_until_ready();
        EXPECT_EQ(said["lang"], "ja");
        EXPECT_EQ(said["theme"], "light");
        EXPECT_DOUBLE_EQ(said["scale"].get<double>(), 0.9);
        EXPECT_EQ(said["mode"], "technology");
        window.key("ctrl+minus");
        EXPECT_DOUBLE_EQ(window.dump()["scale"].get<double>(), 0.8);
        EXPECT_EQ(window.quit(), 0);
    }
    RealWindow window({}, 1280, 800, config.path());
    const json last = window.wait_until_ready();
    EXPECT_EQ(last["lang"], "en") << "what was only typed is not remembered";
    EXPECT_DOUBLE_EQ(last["scale"].get<double>(), 0.8) << "what was changed is";
}

}  // namespace
}  // namespace miraimap::test
