// SPDX-License-Identifier: MIT
// Answers in a real window: the legend, a whole prefecture, an unsettled project, a lonely place.
#include <gtest/gtest.h>

#include "tests/gui/real_window.hpp"

namespace miraimap::test {
namespace {

using nlohmann::json;

TEST(AnswersWindow, TheLegendChoosesWhatItCountsAndTheDetailsSumItUp) {
    if (const std::string reason = why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    RealWindow window({}, 1600, 1000);
    window.wait_until_ready();
    EXPECT_EQ(window.dump()["answers"]["counts"], "該当 117／全 117 件");
    window.click("legend:prefecture");
    json dump = window.dump();
    EXPECT_EQ(dump["chosen_codes"].size(), 464U);
    EXPECT_EQ(dump["answers"]["summary"]["municipalities"], 464);
    EXPECT_EQ(dump["answers"]["summary"]["covered"], 0);
    EXPECT_GT(dump["answers"]["summary"]["selections"], 5);
    EXPECT_TRUE(dump["places"].contains("choice-title"));
    EXPECT_EQ(dump["filter"]["scopes"], json::array()) << "a plain click does not filter";
    EXPECT_EQ(dump["counters"]["glyphs_missing"], 0);
    window.key("m");
    window.key("m");
    window.key("m");
    window.key("m");
    ASSERT_EQ(window.dump()["mode"], "technology");
    window.hold("alt", true);
    window.click("legend:ドローン");
    window.hold("alt", false);
    dump = window.dump();
    EXPECT_EQ(dump["filter"]["technologies"].size(), 1U);
    window.key("ctrl+z");
    EXPECT_EQ(window.dump()["filter"]["technologies"], json::array()) << "a step of the history";
}

TEST(AnswersWindow, TheLegendIsUsedByTheKeyboardLikeByTheMouse) {
    if (const std::string reason = why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    RealWindow window({}, 1600, 1000);
    window.wait_until_ready();
    window.key("F6");  // the filters' many chips would come first
    const auto walk_to = [&](const std::string& place, const std::string& key) {
        for (int i = 0; i < 60; ++i) {
            window.key(key);
            const json now = window.dump();
            if (!now["key_ring"].empty() && now["key_ring"] == now["places"][place]) {
                return true;
            }
        }
        return false;
    };
    ASSERT_TRUE(walk_to("legend:prefecture", "Tab"));
    window.key("Return");
    EXPECT_EQ(window.dump()["chosen_codes"].size(), 464U);
    for (int i = 0; i < 4; ++i) {
        window.key("m");
    }
    ASSERT_TRUE(walk_to("legend:ドローン", "shift+Tab"));
    window.key("alt+Return");
    EXPECT_EQ(window.dump()["filter"]["technologies"], json::parse("[\"ドローン\"]"));
    window.key("ctrl+z");
    EXPECT_TRUE(window.dump()["filter"]["technologies"].empty());
}

TEST(AnswersWindow, SearchOpensTheCardOfAProjectThatIsNotSettled) {
    if (const std::string reason = why_no_window(); !reason.empty()) {
        GTEST_SKIP() << reason;
    }
    RealWindow window({}, 1600, 1000);
    window.wait_until_ready();
    window.key("ctrl+f");
    window.type("smartcity-R3-45");
    window.key("Return");
    json dump = window.wait_until_still();
    EXPECT_EQ(dump["answers"]["project"], "smartcity-R3-45");
    EXPECT_EQ(dump["chosen_codes"], json::array({"28229", "28481", "28501"}));
    EXPECT_TRUE(dump["places"].contains("project-card"));
    window.click("button:candidate:28501");
    dump = window.wait_for(
        [](const json& state) { return state["places"].contains("around-neighbours"); });
    EXPECT_EQ(dump["chosen"], "28501");
    EXPECT_TRUE(dump["places"].contains("possible-project"));
    EXPECT_TRUE(dump["places"].contains("around-nearest"))
        << "what the analysis found beside the window";
    window.wait_until_still();
}

}  // namespace
}  // namespace miraimap::test
