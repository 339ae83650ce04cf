// SPDX-License-Identifier: MIT
// The charts in a real window: one choice and one hover with map and gap list.
#include <gtest/gtest.h>

#include "tests/gui/real_window.hpp"

namespace miraimap::test {
namespace {

using nlohmann::json;

TEST(ChartsWindow, BarsFilterChooseAndHoverTogetherWithTheOtherViews) {
    if (const std::string reason = why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    RealWindow window({}, 1600, 1000);
    const json ready = window.wait_until_ready();
    window.click("tab:charts");
    window.move_to("bar:technology:AI");
    EXPECT_GT(window.wait_until_still()["hovered_group"].get<int>(), 3) << "the map shows them";
    window.click("bar:year:R2");
    EXPECT_EQ(window.dump()["command_line"], "list --year R2");
    window.hold("ctrl", true);
    window.click("bar:year:R3");
    window.hold("ctrl", false);
    EXPECT_EQ(window.dump()["command_line"], "list --year R2..R3");
    window.click("switch:chart-click:1");
    window.click("bar:technology:AI");
    const json chosen = window.dump();
    EXPECT_GT(chosen["chosen_codes"].size(), 3U);
    EXPECT_EQ(chosen["command_line"], "list --year R2..R3");
    EXPECT_EQ(chosen["counters"]["geometry_uploads"], ready["counters"]["geometry_uploads"]);
    window.click("tab:gaps");
    window.wait_for([](const json& dump) {
        return dump["analysis"].value("current", false) && dump["places"].contains("grid:gaps:1");
    });
    const json listed = window.wait_until_still();
    window.hold("ctrl", true);
    window.click("grid:gaps:1");
    const json added = window.dump();
    window.click("grid:gaps:1");
    window.hold("ctrl", false);
    EXPECT_GT(added["chosen_codes"].size(), chosen["chosen_codes"].size());
    EXPECT_EQ(added["view"], listed["view"]) << "adding does not move the map";
    EXPECT_EQ(window.dump()["chosen_codes"], chosen["chosen_codes"]);
}

}  // namespace
}  // namespace miraimap::test
