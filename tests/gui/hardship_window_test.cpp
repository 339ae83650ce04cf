// SPDX-License-Identifier: MIT
// The window when the machine lets it down: the graphics context is lost, fonts are missing, the
// disk is full, files are dropped by another program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "tests/gui/file_drop.hpp"
#include "tests/gui/real_window.hpp"
#include "tests/gui/small_disk.hpp"

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

/// How many different colours a picture has.
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

/// A fontconfig set-up with the fonts of one folder, as an environment setting.
std::string fonts_only_of(const TemporaryFolder& folder, const std::string& fonts) {
    write_text(folder / "fonts.conf",
               "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>" +
                   (fonts.empty() ? "" : "<dir>" + fonts + "</dir>") + "<cachedir>" +
                   (folder / "cache").string() + "</cachedir></fontconfig>");
    return "FONTCONFIG_FILE=" + (folder / "fonts.conf").string();
}

TEST_F(HardshipWindow, WithoutAJapaneseFontItSpeaksEnglishAndSaysWhy) {
    const std::string dejavu = "/usr/share/fonts/truetype/dejavu";
    if (!fs::exists(dejavu)) {
        GTEST_SKIP() << "fonts-dejavu-core is not installed";
    }
    const TemporaryFolder folder;
    RealWindow window({}, 1280, 800, {}, {fonts_only_of(folder, dejavu)});
    const json opened = window.wait_until_ready();
    EXPECT_EQ(opened["lang"], "en");
    ASSERT_FALSE(opened["notices"].empty());
    EXPECT_THAT(opened["notices"].back()["text"].get<std::string>(),
                testing::HasSubstr("fonts-noto-cjk"));
    EXPECT_EQ(window.quit(), 0);
}

TEST_F(HardshipWindow, WithoutAnyFontItEndsWith3AndNamesThePackage) {
    const TemporaryFolder folder;
    const std::string fonts = fonts_only_of(folder, "");
    const Ran window = run_program({"xvfb-run", "-a", program(), "gui"}, {fonts});
    EXPECT_EQ(window.code, 3);
    EXPECT_THAT(window.err, testing::HasSubstr("fonts-noto-cjk"));
    // Each several times: painting without fonts fails in a different way now and then.
    for (const char* name : {"map.png", "map.pdf", "map.svg", "map.png", "map.pdf", "map.svg"}) {
        const Ran picture = run({"render", (folder / name).string()}, {fonts});
        EXPECT_EQ(picture.code, 3) << name;
        EXPECT_THAT(picture.err, testing::HasSubstr("fonts-noto-cjk")) << name;
        EXPECT_FALSE(fs::exists(folder / name));
    }
}

TEST_F(HardshipWindow, AFullDiskDuringAutosaveIsSaidAndTheNextAutosaveIsWhole) {
    const SmallDisk disk;
    if (!disk.mounted()) {
        GTEST_SKIP() << "a small disk cannot be mounted here (needs root)";
    }
    RealWindow window({}, 1280, 800, disk.path());
    window.wait_until_ready();
    const std::size_t before = window.dump()["notices"].size();
    disk.fill();
    window.click("chip:year:R2");
    const json told =
        window.wait_for([&](const json& d) { return d["notices"].size() > before; }, 10);
    ASSERT_EQ(told["notices"].size(), before + 1);
    EXPECT_EQ(told["notices"].back()["problem"], true);
    disk.empty();
    window.click("chip:year:R3");
    const auto saved = [&] {
        for (const auto& entry : fs::recursive_directory_iterator(disk.path())) {
            if (entry.path().filename().string().starts_with("autosave")) {
                const json text = json::parse(read_text(entry.path()), nullptr, false);
                return !text.is_discarded();
            }
        }
        return false;
    };
    window.wait_for([&](const json&) { return saved(); }, 10);
    EXPECT_TRUE(saved());
    EXPECT_TRUE(window.running());
}

TEST_F(HardshipWindow, ATableDroppedOnTheMapByAnotherProgramIsJoined) {
    const TemporaryFolder folder;
    write_text(folder / "人口 2020.csv", "code,name,population\n01100,札幌市,1973395\n");
    RealWindow window({});
    const json opened = window.wait_until_ready();
    const std::vector<double> map = opened["places"]["map"];
    ASSERT_EQ(
        drop_file(window.display(), folder / "人口 2020.csv", static_cast<int>(map[0] + map[2] / 2),
                  static_cast<int>(map[1] + map[3] / 2)),
        "");
    const json dropped = window.wait_for([&](const json& d) { return !d["notices"].empty(); }, 10);
    ASSERT_FALSE(dropped["notices"].empty());
    EXPECT_EQ(dropped["notices"].back()["problem"], false);
    EXPECT_THAT(dropped["notices"].back()["text"].get<std::string>(),
                testing::HasSubstr("人口 2020.csv"));
    window.wait_until_still();
    EXPECT_TRUE(window.running());
}

}  // namespace
}  // namespace miraimap::test
