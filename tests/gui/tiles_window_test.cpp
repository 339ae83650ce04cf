// SPDX-License-Identifier: MIT
// The tile grid in a real window: by key and button, picked with the mouse, remembered.
#include <gtest/gtest.h>

#include "tests/gui/real_window.hpp"

namespace miraimap::test {
namespace {

using nlohmann::json;

TEST(TilesWindow, SwitchesByKeyAndButtonIsPickedFromAndIsRememberedNextTime) {
    if (const std::string reason = why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    const TemporaryFolder config;
    {
        RealWindow window({}, 1280, 800, config.path());
        EXPECT_EQ(window.wait_until_ready()["map_layout"], "map");
        window.key("t");
        EXPECT_EQ(window.dump()["map_layout"], "tiles");
        window.click("button:tiles");
        EXPECT_EQ(window.dump()["map_layout"], "map");
        window.key("t");
        window.key("ctrl+5");
        window.click("map");
        EXPECT_EQ(window.dump()["map_layout"], "tiles");
        const json chosen = window.dump()["chosen"];
        window.key("Return");
        EXPECT_EQ(window.dump()["chosen"], chosen)
            << "the middle of the map is where it was clicked";
        EXPECT_EQ(window.quit(), 0);
    }
    RealWindow again({}, 1280, 800, config.path());
    EXPECT_EQ(again.wait_until_ready()["map_layout"], "tiles");
}

}  // namespace
}  // namespace miraimap::test
