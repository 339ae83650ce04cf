// SPDX-License-Identifier: MIT
// Several places chosen in a real window with mouse and modifiers.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/gui/real_window.hpp"

namespace miraimap::test {
namespace {

using nlohmann::json;

class ChoiceWindow : public testing::Test {
protected:
    void SetUp() override {
        if (const std::string reason = why_no_window(); !reason.empty()) {
            GTEST_SKIP() << reason;
        }
    }
};

std::size_t chosen(const RealWindow& window) { return window.dump()["chosen_codes"].size(); }

/// Kanto beside the legend, moved by hand so that its land lies in the middle of the map.
void show_kanto(const RealWindow& window) {
    window.key("ctrl+3");
    window.move_to("map");
    window.drag(110, 0);
}

TEST_F(ChoiceWindow, ShiftAddsABoxAltTakesItOutControlTogglesEscapeClears) {
    RealWindow window({});
    window.wait_until_ready();
    show_kanto(window);
    const json kanto = window.dump();
    window.move_to("map");
    window.hold("shift", true);
    window.drag(80, 60);
    window.hold("shift", false);
    const std::size_t box = chosen(window);
    EXPECT_GT(box, 2U);
    EXPECT_EQ(window.dump()["view"], kanto["view"]) << "a box must not move the map";
    window.move_to("map");
    window.hold("alt", true);
    window.drag(40, 60);
    window.hold("alt", false);
    const std::size_t rest = chosen(window);
    EXPECT_LT(rest, box);
    EXPECT_GT(rest, 0U);
    window.hold("ctrl", true);
    window.click("map");
    const std::size_t toggled = chosen(window);
    window.click("map");
    window.hold("ctrl", false);
    EXPECT_EQ(std::max(rest, toggled) - std::min(rest, toggled), 1U);
    EXPECT_EQ(chosen(window), rest);
    window.click("map");
    EXPECT_EQ(chosen(window), 1U) << "a plain click chooses one place alone";
    window.key("Escape");
    EXPECT_EQ(chosen(window), 0U);
}

TEST_F(ChoiceWindow, TheBrushFollowsTheHandWithoutSendingGeometry) {
    RealWindow window({});
    const json ready = window.wait_until_ready();
    show_kanto(window);
    window.key("b");
    EXPECT_EQ(window.dump()["choice_tool"], "brush");
    window.move_to("map");
    window.drag(40, 40);
    const std::size_t small = chosen(window);
    window.move_to("map");
    window.drag(120, 100);
    const std::size_t large = chosen(window);
    EXPECT_GT(small, 0U);
    EXPECT_GT(large, small);
    EXPECT_EQ(window.dump()["counters"]["geometry_uploads"], ready["counters"]["geometry_uploads"]);
    window.key("alt+2");
    EXPECT_EQ(window.wait_until_still()["rows"]["places"], large) << "the table follows";
    EXPECT_EQ(window.dump()["brush"], large);
    window.key("Escape");
    EXPECT_EQ(window.dump()["choice_tool"], "none");
    EXPECT_EQ(window.dump()["brush"], -1);
    EXPECT_GT(window.wait_until_still()["rows"]["places"], 1700);
    window.key("ctrl+z");
    EXPECT_EQ(window.dump()["brush"], large) << "ending it is taken back too";
    window.click("button:end-brush");
    EXPECT_EQ(window.dump()["brush"], -1);
    EXPECT_EQ(chosen(window), large) << "laying the brush down keeps what it chose";
}

}  // namespace
}  // namespace miraimap::test
