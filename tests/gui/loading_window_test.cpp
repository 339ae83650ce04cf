// SPDX-License-Identifier: MIT
// Another boundary file on a real window: the old map stays until the new one is there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/gui/file_drop.hpp"
#include "tests/gui/real_window.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

class LoadingWindow : public testing::Test {
protected:
    void SetUp() override {
        if (const std::string reason = why_no_window(); !reason.empty()) {
            GTEST_SKIP() << reason;
        }
        // The embedded set with its edges cut, so that reading it takes a while.
        const Ran made =
            run_program({"ogr2ogr", "-f", "GPKG", large_.string(),
                         (root() / "data" / "boundaries" / "municipalities.gpkg").string(),
                         "municipalities", "-segmentize", "0.0005"});
        ASSERT_EQ(made.code, 0) << made.err;
    }

    static json wait_for_loading(const RealWindow& window, bool running) {
        return window.wait_for([&](const json& d) { return d["loading"]["running"] == running; },
                               120);
    }

    void drop(const RealWindow& window) const {
        const json map = window.dump()["places"]["map"];
        ASSERT_EQ(drop_file(window.display(), large_, static_cast<int>(map[0]) + 200,
                            static_cast<int>(map[1]) + 200),
                  "");
    }

    TemporaryFolder folder_;
    fs::path large_ = folder_ / "large.gpkg";
};

TEST_F(LoadingWindow, KeepsTheOldMapUntilTheNewOneIsThereAndGoesOnDrawing) {
    RealWindow window({});
    window.wait_until_ready();
    drop(window);
    const json during = wait_for_loading(window, true);
    ASSERT_EQ(during["loading"]["running"], true);
    EXPECT_EQ(during["step"], "done");
    EXPECT_THAT(during["command_line"].get<std::string>(), testing::Not(HasSubstr("large.gpkg")));
    EXPECT_TRUE(during["places"].contains("map"));
    const json after = wait_for_loading(window, false);
    ASSERT_EQ(after["loading"]["running"], false);
    EXPECT_EQ(after["step"], "done");
    EXPECT_THAT(after["command_line"].get<std::string>(), HasSubstr("large.gpkg"));
    EXPECT_GT(after["loading"]["frames"], 20);  // drawn meanwhile, with the old map
}

TEST_F(LoadingWindow, ADroppedFileIsTakenBackByUndoAndComesAgainByRedo) {
    RealWindow window({"--year", "R3"});
    window.wait_until_ready();
    const auto shows_large = [](const json& d) {
        return d["step"] == "done" && d["loading"]["running"] == false &&
               d["command_line"].get<std::string>().find("large.gpkg") != std::string::npos;
    };
    const auto shows_former = [&](const json& d) {
        return d["step"] == "done" && d["loading"]["running"] == false && !shows_large(d);
    };
    drop(window);
    ASSERT_TRUE(shows_large(window.wait_for(shows_large, 120)));
    window.key("ctrl+z");
    const json former = window.wait_for(shows_former, 120);
    ASSERT_TRUE(shows_former(former));
    EXPECT_THAT(former["command_line"].get<std::string>(), HasSubstr("--year R3"));
    window.key("ctrl+y");
    const json again = window.wait_for(shows_large, 120);
    EXPECT_TRUE(shows_large(again));
    EXPECT_THAT(again["command_line"].get<std::string>(), HasSubstr("--year R3"));
}

TEST_F(LoadingWindow, CanBeStoppedAndShowsWhatItShowed) {
    RealWindow window({"--lang", "en"});
    window.wait_until_ready();
    drop(window);
    wait_for_loading(window, true);
    // A card finds its place with its second frame.
    window.wait_for([](const json& d) {
        const json& places = d["places"];
        return places.contains("button:stop-loading") &&
               places["button:stop-loading"][0] > places["map"][0].get<double>() + 100 &&
               d["loading"]["frames"] > 5;
    });
    window.click_at_once("button:stop-loading");
    const json after = wait_for_loading(window, false);
    EXPECT_EQ(after["step"], "done");
    EXPECT_THAT(after["command_line"].get<std::string>(), testing::Not(HasSubstr("large.gpkg")));
    ASSERT_FALSE(after["notices"].empty());
    EXPECT_EQ(after["notices"].back()["text"], "Loading was cancelled");
}

TEST_F(LoadingWindow, StoppedAtTheStartItTakesTheEmbeddedSet) {
    RealWindow window({"--boundaries", large_.string()});
    const json during =
        window.wait_for([](const json& d) { return d["places"].contains("button:stop-loading"); });
    EXPECT_EQ(during["step"], "reading");
    window.key("Escape");
    const json after = window.wait_until_ready();
    EXPECT_EQ(after["step"], "done");
    EXPECT_THAT(after["command_line"].get<std::string>(), testing::Not(HasSubstr("large.gpkg")));
}

}  // namespace
}  // namespace miraimap::test
