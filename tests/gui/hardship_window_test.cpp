// SPDX-License-Identifier: MIT
// The window when the machine lets it down: the graphics context is lost, fonts are missing, the
// disk is full, files are dropped by another program.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tests/gui/real_window.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class HardshipWindow : public testing::Test {
protected:
    void SetUp() override {
        if (const std::string reason = why_no_window(); !reason.empty()) {
            GTEST_SKIP() << reason;
        }
    }
};

/// Colours of a picture, most frequent first, as `convert` counts them.
int colours_of(const fs::path& picture) {
    const Ran ran = run_program({"identify", "-format", "%k", picture.string()});
    return std::stoi(ran.out);
}

TEST_F(HardshipWindow, ALostGraphicsContextIsMadeAnewAndNothingElseIsLost) {
    RealWindow window({"--year", "R3"});
    window.wait_until_ready();
    window.key("ctrl+f");
    window.type("sendai");
    window.key("Return");
    const json before = window.wait_until_still();
    window.screenshot(window.folder() / "before.png");
    window.order("lose-context");
    const json after = window.wait_for([](const json& d) { return !d["notices"].empty(); });
    window.wait_until_ready();
    EXPECT_EQ(after["notices"].back()["problem"], true);
    EXPECT_EQ(after["filter"], before["filter"]);
    EXPECT_EQ(after["view"], before["view"]);
    EXPECT_EQ(after["chosen"], before["chosen"]);
    window.screenshot(window.folder() / "after.png");
    EXPECT_GT(colours_of(window.folder() / "after.png"), 200) << "the map is painted again";
    window.key("ctrl+z");
    window.click("chip:year:R2");
    const json later = window.wait_until_still();
    EXPECT_NE(later["filter"], before["filter"]) << "mouse and keys arrive in the new window";
    EXPECT_EQ(later["counters"]["geometry_uploads"], 1) << "one upload for the new card";
    EXPECT_EQ(window.quit(), 0);
}

}  // namespace
}  // namespace miraimap::test
