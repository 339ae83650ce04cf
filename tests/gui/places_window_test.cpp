// SPDX-License-Identifier: MIT
// The table of places in a real window: one selection with the map, filters, many rows.
#include <gtest/gtest.h>

#include "tests/gui/real_window.hpp"

namespace miraimap::test {
namespace {

using nlohmann::json;

TEST(PlacesWindow, RowsAndMapShareOneChoiceAndColumnsFilter) {
    if (const std::string reason = why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    RealWindow window({}, 1600, 1000);
    window.wait_until_ready();
    window.click("tab:places");
    window.click("place-row:0");
    EXPECT_EQ(window.dump()["chosen_codes"], json::array({"01100"}));
    EXPECT_EQ(window.dump()["hovered"], "01100") << "a row under the pointer is hovered everywhere";
    window.hold("ctrl", true);
    window.click("place-row:2");
    window.hold("ctrl", false);
    EXPECT_EQ(window.dump()["chosen_codes"].size(), 2U);
    window.click("filter-column:0");
    window.type("sendai");
    const json filtered = window.dump();
    EXPECT_LT(filtered["place_rows"].get<int>(), 10);
    EXPECT_GT(filtered["place_rows"].get<int>(), 0);
    EXPECT_EQ(filtered["chosen_codes"].size(), 2U) << "filtering rows does not change the choice";
    window.click("rows:clear");
    EXPECT_GT(window.dump()["place_rows"].get<int>(), 1700);
}

}  // namespace
}  // namespace miraimap::test
