// SPDX-License-Identifier: MIT
// Chips, year slider, play and history in a real window.
#include <gtest/gtest.h>

#include "tests/gui/real_window.hpp"

namespace miraimap::test {
namespace {

using nlohmann::json;

class FilterWindow : public testing::Test {
protected:
    void SetUp() override {
        if (const std::string reason = why_no_window(); !reason.empty()) {
            GTEST_SKIP() << reason;
        }
    }
};

std::string command(const RealWindow& window) {
    return window.dump()["command_line"].get<std::string>();
}

TEST_F(FilterWindow, TheSliderAsksForOneYearARangeOrAllUpToOne) {
    RealWindow window({}, 1280, 900);
    window.wait_until_ready();
    window.click("year-stop:R2");
    EXPECT_EQ(command(window), "list --year R2");
    window.click("switch:year-mode:1");
    window.move_to("year-stop:R1");
    const json places = window.dump()["places"];
    const int step = static_cast<int>(places["year-stop:R1"][2].get<double>());
    window.drag(2 * step, 0);
    EXPECT_EQ(command(window), "list --year R1..R3");
    window.click("switch:year-mode:2");
    EXPECT_EQ(command(window), "list --year ..R3");
    EXPECT_EQ(window.dump()["undo"], 3) << "a drag is one step";
    window.key("bracketleft");
    EXPECT_EQ(command(window), "list --year ..R2");
}

TEST_F(FilterWindow, PlayGoesThroughTheYearsWhileTheWindowSleepsInBetween) {
    RealWindow window({}, 1280, 900);
    const json ready = window.wait_until_ready();
    window.key("space");
    const auto shows = [](int year) {
        return [year](const json& dump) {
            return dump["filter"]["years"] == json::array({json::array({year, year})});
        };
    };
    const json first = window.wait_for(shows(2018));
    EXPECT_EQ(first["filter"]["years"], json::parse("[[2018,2018]]"));
    const json last = window.wait_for(
        [](const json& dump) { return !dump["playing"].get<bool>() && dump["undo"] == 1; });
    EXPECT_EQ(last["filter"]["years"], json::parse("[[2022,2022]]"));
    EXPECT_EQ(last["undo"], 1);
    EXPECT_LT(
        last["counters"]["frames"].get<long long>() - ready["counters"]["frames"].get<long long>(),
        80)
        << "a few frames for each year, none while it waits";
    EXPECT_EQ(last["counters"]["geometry_uploads"], ready["counters"]["geometry_uploads"]);
    window.key("ctrl+z");
    EXPECT_EQ(command(window), "list");
    window.key("space");
    window.wait_for([](const json& dump) { return dump["playing"].get<bool>(); });
    window.key("Escape");
    EXPECT_FALSE(window.dump()["playing"].get<bool>());
}

TEST_F(FilterWindow, TheHistoryListsStatesAndAClickGoesThere) {
    RealWindow window({"--lang", "en"}, 1280, 900);
    window.wait_until_ready();
    window.click("chip:year:R2");
    window.click("chip:technology:AI");
    window.key("ctrl+h");
    const json open = window.wait_until_still();
    ASSERT_TRUE(open["places"].contains("history:2"));
    window.click("history:0");
    EXPECT_EQ(command(window), "list --lang en");
    EXPECT_EQ(window.dump()["redo"], 2);
    EXPECT_TRUE(window.dump()["places"].contains("history:2")) << "undone states stay listed";
    window.key("Down");
    EXPECT_EQ(command(window), "list --year R2 --lang en");
    window.key("Escape");
    EXPECT_FALSE(window.wait_until_still()["places"].contains("history:0"));
}

TEST_F(FilterWindow, WordsFilterWhileTheyAreTypedAndAPauseMakesAStep) {
    RealWindow window({});
    const json opened = window.wait_until_ready();
    window.key("ctrl+shift+f");
    window.type("Maa");
    EXPECT_EQ(window.dump()["filter"]["text"], "Maa") << "without Enter";
    window.type("S");
    const json typed = window.dump();
    EXPECT_EQ(typed["filter"]["text"], "MaaS");
    EXPECT_LT(typed["counts"]["passed"].get<int>(), opened["counts"]["passed"].get<int>());
    const auto stepped = [](const json& d) { return d["undo"] == 1; };
    EXPECT_TRUE(stepped(window.wait_for(stepped))) << "one step for the word";
    window.type(" ");
    window.key("BackSpace");
    window.key("Return");
    window.key("ctrl+z");
    const auto undone = [](const json& d) { return d["filter"]["text"] == ""; };
    EXPECT_TRUE(undone(window.wait_for(undone)));
}

TEST_F(FilterWindow, SectionsFoldAndStaySoOverARestart) {
    const TemporaryFolder config;
    {
        RealWindow window({}, 1280, 800, config.path());
        const json opened = window.wait_until_ready();
        EXPECT_LT(opened["places"]["filter-text"][1].get<double>(), 300) << "in sight at once";
        window.click("fold:source");
        EXPECT_FALSE(window.wait_until_still()["places"].contains("chip:source:mirai"));
        EXPECT_EQ(window.quit(), 0);
    }
    RealWindow window({}, 1280, 800, config.path());
    EXPECT_FALSE(window.wait_until_ready()["places"].contains("chip:source:mirai"));
    window.click("fold:source");
    EXPECT_TRUE(window.wait_until_still()["places"].contains("fold:source"));
}

}  // namespace
}  // namespace miraimap::test
