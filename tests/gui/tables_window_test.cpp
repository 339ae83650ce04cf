// SPDX-License-Identifier: MIT
// Tables of selections and prefectures in a real window: shared choice, columns over a restart.
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace miraimap::test
