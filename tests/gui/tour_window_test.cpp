// SPDX-License-Identifier: MIT
// The guided tour in a real window: offered once, walked by mouse and keys, never in the way.
#include <gtest/gtest.h>

#include "tests/gui/real_window.hpp"

namespace miraimap::test {
namespace {

using nlohmann::json;

class TourWindow : public testing::Test {
protected:
    void SetUp() override {
        if (const std::string reason = why_no_window(); !reason.empty()) {
            GTEST_SKIP() << reason;
        }
    }
};

TEST_F(TourWindow, IsOfferedAtTheVeryFirstStartOnly) {
    const TemporaryFolder config;
    {
        RealWindow window({"--tour", "offer"}, 1280, 800, config.path());
        const json opened = window.wait_until_ready();
        EXPECT_EQ(opened["tour"]["offered"], true);
        EXPECT_TRUE(opened["places"].contains("tour-offer"));
        window.key("Home");  // the card takes no key
        window.click("button:tour-later");
        EXPECT_EQ(window.dump()["tour"]["offered"], false);
        EXPECT_EQ(window.quit(), 0);
    }
    RealWindow again({"--tour", "offer"}, 1280, 800, config.path());
    const json later = again.wait_until_ready();
    EXPECT_EQ(later["tour"]["offered"], false);
    again.key("shift+F1");
    EXPECT_EQ(again.dump()["tour"]["step"], 1) << "but it can be asked for";
}

TEST_F(TourWindow, IsNotOfferedToWhoeverHasSettingsAlready) {
    const TemporaryFolder config;
    std::filesystem::create_directories(config / "miraimap");
    write_text(config / "miraimap" / "window.json", R"({"version":1,"left":{"size_px":300}})");
    RealWindow window({"--tour", "offer"}, 1280, 800, config.path());
    EXPECT_EQ(window.wait_until_ready()["tour"]["offered"], false);
}

TEST_F(TourWindow, LetsTheReaderUseWhatItPointsAtAndLeavesNothingBehind) {
    RealWindow window({"--tour", "offer"}, 1024, 640);
    const json opened = window.wait_until_ready();
    window.click("button:tour-start");
    const json first = window.dump();
    EXPECT_EQ(first["tour"]["step"], 1);
    EXPECT_EQ(first["tour"]["offered"], false);
    window.click("chip:year:R3");
    const json filtered = window.dump();
    EXPECT_EQ(filtered["tour"]["step"], 1) << "a click on the panel is the panel's";
    EXPECT_LT(filtered["counts"]["passed"], opened["counts"]["passed"]);
    window.click("button:tour-next");
    window.key("Right");
    EXPECT_EQ(window.dump()["tour"]["step"], 3);
    window.key("Return");
    const json tables = window.dump();
    EXPECT_EQ(tables["tour"]["step"], 4);
    EXPECT_TRUE(tables["places"].contains("row:01")) << "the tables are shown for it";
    window.key("Right");
    EXPECT_FALSE(window.dump()["places"].contains("row:01")) << "and put away again";
    window.key("ctrl+shift+p");
    EXPECT_EQ(window.dump()["palette"]["open"], true);
    window.key("Escape");
    EXPECT_EQ(window.dump()["tour"]["step"], 5) << "Esc was the palette's";
    window.key("Escape");
    const json ended = window.dump();
    EXPECT_EQ(ended["tour"]["step"], 0);
    EXPECT_EQ(ended["layout"]["bottom"], opened["layout"]["bottom"]);
    EXPECT_EQ(ended["places"]["map"], opened["places"]["map"]);
    EXPECT_EQ(ended["asleep"], true);
}

TEST_F(TourWindow, TheOfferIsAnsweredByEscAndEnter) {
    RealWindow window({"--tour", "offer"});
    window.wait_until_ready();
    window.key("Escape");
    EXPECT_EQ(window.dump()["tour"]["offered"], false);
    EXPECT_EQ(window.dump()["tour"]["step"], 0);
    RealWindow other({"--tour", "offer"});
    other.wait_until_ready();
    other.key("ctrl+f");
    other.type("nara");
    other.key("Escape");
    EXPECT_EQ(other.dump()["tour"]["offered"], true) << "Esc was the search's";
    other.key("Escape");
    EXPECT_EQ(other.dump()["tour"]["offered"], false);
    RealWindow third({"--tour", "offer"});
    third.wait_until_ready();
    third.key("Return");
    EXPECT_EQ(third.dump()["tour"]["step"], 1);
    EXPECT_EQ(third.dump()["chosen"], "") << "Enter was the offer's";
}

}  // namespace
}  // namespace miraimap::test
