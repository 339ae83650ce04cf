// SPDX-License-Identifier: MIT
// Tables of selections and prefectures in a real window: shared choice, columns over a restart.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/gui/real_window.hpp"

namespace miraimap::test {
namespace {

using nlohmann::json;

TEST(TablesWindow, SelectionsAndPrefecturesShareTheChoiceAndColumnsAreRemembered) {
    if (const std::string reason = why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    const TemporaryFolder config;
    {
        RealWindow window({}, 1600, 1000, config.path());
        window.wait_until_ready();
        window.click("tab:selections");
        window.click("selection:0");
        const json one = window.dump();
        EXPECT_GE(one["chosen_codes"].size(), 1U);
        window.hold("ctrl", true);
        window.click("selection:1");
        window.hold("ctrl", false);
        EXPECT_GT(window.dump()["chosen_codes"].size(), one["chosen_codes"].size());
        window.click("rows:columns");
        window.click("column:title");
        window.key("Escape");
        const json hidden = window.wait_until_still();
        EXPECT_FALSE(hidden["places"].contains("sort:title"));
        EXPECT_TRUE(hidden["places"].contains("sort:area"));
        window.click("tab:prefectures");
        window.hold("ctrl", true);
        window.click("row:05");
        window.hold("ctrl", false);
        EXPECT_GT(window.dump()["chosen_codes"].size(), 20U) << "all of Akita";
        EXPECT_EQ(window.dump()["home"], true) << "adding does not move the map";
        EXPECT_EQ(window.quit(), 0);
    }
    RealWindow window({}, 1600, 1000, config.path());
    window.wait_until_ready();
    window.click("tab:selections");
    EXPECT_FALSE(window.wait_until_still()["places"].contains("sort:title"))
        << "a hidden column stays hidden";
    window.click("rows:columns");
    window.click("button:columns-reset");
    window.key("Escape");
    EXPECT_TRUE(window.wait_until_still()["places"].contains("sort:title"));
}

TEST(TablesWindow, KeysWalkChooseCopyAndShowOnTheMap) {
    if (const std::string reason = why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    RealWindow window({}, 1600, 1000);
    window.wait_until_ready();
    window.click("tab:places");
    window.click("place-row:1");
    const json clicked = window.dump();
    EXPECT_EQ(clicked["table_keys"]["table"], "places");
    window.key("Down");
    window.key("Down");
    const json down = window.dump();
    EXPECT_NE(down["chosen"], clicked["chosen"]);
    EXPECT_EQ(down["chosen_codes"].size(), 1U);
    EXPECT_EQ(down["view"], clicked["view"]) << "the map does not move with the arrows";
    window.key("shift+Down");
    EXPECT_EQ(window.dump()["chosen_codes"].size(), 2U);
    window.key("ctrl+c");
    const std::string copied = window.dump()["table_keys"]["copied"];
    EXPECT_EQ(std::count(copied.begin(), copied.end(), '\n'), 3) << "a heading and two rows";
    EXPECT_NE(copied.find('\t'), std::string::npos);
    window.key("End");
    const json last = window.dump();
    EXPECT_EQ(last["chosen"].get<std::string>().substr(0, 2), "47");
    window.key("Return");
    EXPECT_EQ(window.dump()["home"], false) << "Enter shows the row on the map";
    window.key("ctrl+z");
    EXPECT_EQ(window.dump()["chosen_codes"].size(), 2U) << "the choice is undone, not a filter";
    window.key("ctrl+a");
    EXPECT_EQ(window.dump()["chosen_codes"].size(), window.dump()["place_rows"]);
    window.key("Escape");
    EXPECT_EQ(window.dump()["table_keys"]["table"], "");
}

TEST(TablesWindow, ARightClickOpensAMenuAndAnEmptiedTableOffersAWayOut) {
    if (const std::string reason = why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    RealWindow window({}, 1600, 1000);
    window.wait_until_ready();
    window.click("tab:places");
    window.right_click("place-row:2");
    EXPECT_EQ(window.dump()["popups"], 1);
    window.key("Down");
    window.key("Down");
    window.key("Return");
    const json chosen = window.dump();
    EXPECT_EQ(chosen["popups"], 0);
    EXPECT_EQ(chosen["chosen_codes"].size(), 1U) << "the second line chooses";
    window.click("filter-column:6");
    window.type("xx");
    const auto emptied = [](const json& d) {
        return d["places"].contains("button:table-clear-area");
    };
    ASSERT_TRUE(emptied(window.wait_for(emptied)));
    EXPECT_EQ(window.dump()["place_rows"], 0);
    window.click("button:table-clear-area");
    EXPECT_GT(window.dump()["place_rows"], 1000);
}

TEST(TablesWindow, TablesOfTheAnalysisSortFilterAndCopyLikeTheOthers) {
    if (const std::string reason = why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    RealWindow window({}, 1600, 1000);
    window.wait_until_ready();
    window.key("alt+7");
    for (int tab = 4; tab <= 9 && !window.dump()["places"].contains("grid:distances:0"); ++tab) {
        window.key("alt+" + std::to_string(tab));
        window.wait_for([](const json& d) { return d["analysis"].value("current", false); });
        window.wait_until_still();
    }
    ASSERT_TRUE(window.dump()["places"].contains("grid:distances:0"));
    window.click("rows:filters");
    EXPECT_TRUE(window.dump()["places"].contains("filter-column:1"));
    window.click("rows:copy");
    const std::string copied = window.dump()["table_keys"]["copied"];
    EXPECT_GT(std::count(copied.begin(), copied.end(), '\n'), 1000);
    window.click("sort:name");
    window.click("grid:distances:0");
    EXPECT_EQ(window.dump()["chosen_codes"].size(), 1U);
}

TEST(TablesWindow, TabReachesHeadingsAndColumnFiltersAndKeysChangeThem) {
    if (const std::string reason = why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    RealWindow window({}, 1600, 1000);
    window.wait_until_ready();
    window.key("alt+2");
    const auto walk_to = [&](const std::string& place) {
        for (int i = 0; i < 160; ++i) {
            window.key("shift+Tab");
            const json now = window.dump();
            const json& at = now["places"][place];
            if (!now["key_ring"].empty() &&
                std::abs(now["key_ring"][0].get<double>() - at[0].get<double>()) < 8 &&
                std::abs(now["key_ring"][1].get<double>() - at[1].get<double>()) < 8) {
                return true;
            }
        }
        return false;
    };
    ASSERT_TRUE(walk_to("filter-column:1"));
    window.type("29344");
    EXPECT_EQ(window.wait_until_still()["place_rows"], 1) << "one can type at once";
    ASSERT_TRUE(walk_to("sort:code"));
    const json before = window.dump();
    window.key("Right");
    window.key("Right");
    const json wider = window.wait_until_still();
    EXPECT_EQ(wider["view"], before["view"]) << "the arrow was the heading's";
    EXPECT_GT(wider["places"]["sort:code"][2].get<double>(),
              before["places"]["sort:code"][2].get<double>());
    window.key("shift+Right");
    const json moved = window.wait_until_still();
    EXPECT_GT(moved["places"]["sort:code"][0].get<double>(),
              moved["places"]["sort:prefecture"][0].get<double>());
}

}  // namespace
}  // namespace miraimap::test
