// SPDX-License-Identifier: MIT
// The window as a person uses it: a real display, a real mouse, the real program.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>

#include "tests/gui/real_window.hpp"
#include "tests/support/pictures.hpp"

namespace miraimap::test {
namespace {

using nlohmann::json;

class Window : public testing::Test {
protected:
    void SetUp() override {
        if (const std::string reason = why_no_window(); !reason.empty()) {
            GTEST_SKIP() << reason;
        }
    }
};

std::string data_setting() { return "MIRAIMAP_DATA=" + (root() / "data").string(); }

int passed(const json& dump) { return dump["counts"]["passed"]; }

TEST_F(Window, OpensOnTheWholeCountryAndSleeps) {
    RealWindow window({});
    const json opened = window.wait_until_ready();
    ASSERT_EQ(opened["step"], "done") << opened.dump(1);
    EXPECT_EQ(opened["lang"], "ja");
    EXPECT_EQ(opened["home"], true);
    EXPECT_EQ(opened["counters"]["glyphs_missing"], 0);
    EXPECT_EQ(opened["counters"]["geometry_uploads"], 1);
    EXPECT_GT(passed(opened), 0);
    EXPECT_EQ(passed(opened), opened["counts"]["all"]);
    const double before_s = window.processor_s();
    const int watched_s = 3;
    ::sleep(watched_s);
    const json later = window.dump();
    EXPECT_EQ(later["counters"]["frames"], opened["counters"]["frames"]);
    EXPECT_LE(window.processor_s() - before_s, 0.01 * watched_s);
    window.screenshot(window.folder() / "screen.png");
    EXPECT_GT(std::filesystem::file_size(window.folder() / "screen.png"), 20000U);
    EXPECT_EQ(window.quit(), 0);
}

TEST_F(Window, LooksTheSameWhetherACardOrTheProcessorsDrawTheMap) {
    const TemporaryFolder pictures;
    for (const std::string way : {"card", "processors"}) {
        RealWindow window({"--colour", "technology"}, 1280, 800, {}, {"MIRAIMAP_DRAW=" + way});
        const json opened = window.wait_until_ready();
        EXPECT_EQ(opened["counters"]["drawn_by"], way);
        EXPECT_EQ(opened["counters"]["triangles"] == 0, way == "processors");
        window.move_to("map");
        window.wheel(4);
        const json zoomed = window.wait_until_still();
        EXPECT_EQ(zoomed["counters"]["geometry_uploads"], 1);
        window.screenshot(pictures / (way + ".png"));
        EXPECT_EQ(window.quit(), 0);
    }
    EXPECT_LT(picture_difference(pictures / "card.png", pictures / "processors.png"), 0.01);
}

TEST_F(Window, WithoutAGraphicsCardTheProcessorsDrawTheMap) {
    RealWindow window({});
    const json opened = window.wait_until_ready();
    // Xvfb has no card: OpenGL is imitated there.
    EXPECT_EQ(opened["counters"]["drawn_by"], "processors");
    EXPECT_GT(opened["counters"]["picture_bytes"], 0);
}

TEST_F(Window, WheelZoomsToTheCursorDragPansHomeReturns) {
    RealWindow window({});
    window.wait_until_ready();
    window.move_to("map");
    const json before = window.wait_until_still();
    ASSERT_TRUE(before.contains("cursor"));
    window.wheel(3);
    const json closer = window.dump();
    EXPECT_NEAR(before["view"]["metres_per_px"].get<double>() /
                    closer["view"]["metres_per_px"].get<double>(),
                std::pow(1.25, 3), 1e-6);
    EXPECT_NEAR(before["cursor"][0].get<double>(), closer["cursor"][0].get<double>(), 1e-6);
    EXPECT_NEAR(before["cursor"][1].get<double>(), closer["cursor"][1].get<double>(), 1e-6);
    window.drag(80, -40);
    const json moved = window.dump();
    const double scale = closer["view"]["metres_per_px"];
    EXPECT_NEAR(moved["view"]["x_m"].get<double>(),
                closer["view"]["x_m"].get<double>() - 80 * scale, scale);
    EXPECT_NEAR(moved["view"]["y_m"].get<double>(),
                closer["view"]["y_m"].get<double>() - 40 * scale, scale);
    EXPECT_EQ(moved["chosen"], "");
    window.key("Home");
    const json home = window.dump();
    EXPECT_EQ(home["home"], true);
    EXPECT_EQ(home["view"], before["view"]);
}

TEST_F(Window, ChipsFilterWithoutSendingGeometryAndCanBeUndone) {
    RealWindow window({});
    const json opened = window.wait_until_ready();
    window.click("chip:year:R2");
    const json filtered = window.dump();
    EXPECT_LT(passed(filtered), passed(opened));
    EXPECT_EQ(filtered["filter"]["years"], json::parse("[[2020,2020]]"));
    EXPECT_EQ(filtered["counters"]["geometry_uploads"], 1);
    EXPECT_EQ(filtered["counters"]["class_uploads"].get<int>(),
              opened["counters"]["class_uploads"].get<int>() + 1);
    window.click("chip:technology:AI");
    const json both = window.dump();
    EXPECT_LE(passed(both), passed(filtered));
    EXPECT_EQ(both["undo"], 2);
    window.key("ctrl+z");
    EXPECT_EQ(window.dump()["filter"], filtered["filter"]);
    window.key("ctrl+y");
    EXPECT_EQ(window.dump()["filter"], both["filter"]);
    window.click("button:clear-all");
    EXPECT_EQ(passed(window.dump()), passed(opened));
}

TEST_F(Window, SearchFindsByRomajiAndEscapeClearsTheChoice) {
    RealWindow window({});
    window.wait_until_ready();
    window.key("ctrl+f");
    window.type("sendai");
    EXPECT_EQ(window.dump()["search"]["open"], true);
    window.key("Return");
    const json found = window.dump();
    EXPECT_EQ(found["chosen"], "04100");
    EXPECT_EQ(found["home"], false);
    EXPECT_LT(found["view"]["metres_per_px"].get<double>(), 500);
    EXPECT_TRUE(found["places"].contains("source-line"));
    window.move_to("map");
    EXPECT_EQ(window.wait_until_still()["hovered"], "04100");
    window.key("Escape");
    EXPECT_EQ(window.dump()["chosen"], "");
    window.click("map");
    EXPECT_EQ(window.dump()["chosen"], "04100");
}

TEST_F(Window, CoverageTableZoomsToAPrefecture) {
    RealWindow window({});
    window.wait_until_ready();
    window.click("tab:selections");
    window.click("tab:prefectures");
    EXPECT_EQ(window.dump()["layout"]["tab"], "prefectures");
    window.click("row:03");
    const json zoomed = window.dump();
    EXPECT_EQ(zoomed["home"], false);
    // It lies beside the legend, left of the middle.
    const std::vector<double> map = zoomed["places"]["map"];
    int hits = 0;
    for (const double share : {0.2, 0.3, 0.4, 0.5}) {
        window.move(static_cast<int>(map[0] + map[2] * share),
                    static_cast<int>(map[1] + map[3] / 2));
        const std::string under = window.wait_until_still()["hovered"];
        hits += under.substr(0, 2) == "03" ? 1 : 0;
    }
    EXPECT_GE(hits, 1);
}

TEST_F(Window, LanguageThemeAndScaleSwitchWhileRunning) {
    RealWindow window({"--year", "R3", "--theme", "dark"}, 1024, 640);
    const json opened = window.wait_until_ready();
    EXPECT_EQ(opened["theme"], "dark");
    EXPECT_EQ(opened["filter"]["years"], json::parse("[[2021,2021]]"));
    window.click("switch:language:1");
    EXPECT_EQ(window.dump()["lang"], "en");
    window.click("button:theme");
    EXPECT_EQ(window.dump()["theme"], "light");
    window.key("ctrl+equal");
    const json larger = window.dump();
    EXPECT_GT(larger["scale"].get<double>(), 1.05);
    EXPECT_EQ(larger["counters"]["glyphs_missing"], 0);
}

TEST_F(Window, ExportRunsInTheBackgroundAndNamesTheFile) {
    RealWindow window({});
    window.wait_until_ready();
    window.click("button:export");
    EXPECT_EQ(window.dump()["exporting"]["open"], true);
    window.click("chip:format.csv");
    window.click("export-file");
    window.key("ctrl+a");
    const std::filesystem::path file = window.folder() / "towns.csv";
    window.type(file.string());
    window.click("button:export-start");
    const json done = window.wait_for([](const json& d) { return !d["notices"].empty(); });
    ASSERT_EQ(done["notices"].size(), 1U) << done.dump(1);
    EXPECT_EQ(done["notices"][0]["problem"], false) << done["notices"].dump();
    EXPECT_NE(done["notices"][0]["text"].get<std::string>().find(file.string()), std::string::npos);
    EXPECT_TRUE(std::filesystem::exists(file));
}

TEST_F(Window, AnExportedGeoPackageOpensAgainWithItsFiltersAndView) {
    const TemporaryFolder folder;
    const std::filesystem::path file = folder / "kept.gpkg";
    json before;
    {
        RealWindow window({"--year", "R3", "--prefecture", "29"});
        window.wait_until_ready();
        window.move_to("map");
        window.wheel(2);
        before = window.wait_until_still();
        window.click("button:export");
        window.click("export-file");
        window.key("ctrl+a");
        window.type(file.string());
        window.click("button:export-start");
        window.wait_for([](const json& d) { return !d["notices"].empty(); });
    }
    RealWindow again({"--reopen", file.string()});
    const json after = again.wait_until_ready();
    EXPECT_EQ(after["filter"], before["filter"]);
    EXPECT_EQ(after["counts"], before["counts"]);
    EXPECT_EQ(after["home"], false);
    const double metre_px = before["view"]["metres_per_px"];
    EXPECT_NEAR(after["view"]["x_m"].get<double>(), before["view"]["x_m"].get<double>(), metre_px);
    EXPECT_NEAR(after["view"]["y_m"].get<double>(), before["view"]["y_m"].get<double>(), metre_px);
    EXPECT_NEAR(after["view"]["metres_per_px"].get<double>(), metre_px, metre_px / 100);
}

TEST_F(Window, AFileThatCannotBeReadIsSaidInTheWindow) {
    const TemporaryFolder folder;
    write_text(folder / "broken.gpkg", "no boundaries");
    RealWindow window({"--boundaries", (folder / "broken.gpkg").string()});
    const json failed = window.wait_for([](const json& d) { return d["step"] == "failed"; });
    EXPECT_EQ(failed["step"], "failed");
    EXPECT_NE(failed.value("load_problem", "").find("broken.gpkg"), std::string::npos);
    EXPECT_TRUE(window.running());
}

TEST_F(Window, WithoutDisplayOrOpenGlItSaysSoAndEndsWith3) {
    const Ran blind = run({"gui"}, {"DISPLAY=", "WAYLAND_DISPLAY=", data_setting()});
    EXPECT_EQ(blind.code, 3);
    EXPECT_NE(blind.err.find("地図の窓を開けません"), std::string::npos) << blind.err;
    EXPECT_NE(blind.err.find("cannot be opened"), std::string::npos);
    RealWindow window({});
    const Ran old = run(
        {"gui"}, {"DISPLAY=" + window.display(), "MESA_GL_VERSION_OVERRIDE=3.1", data_setting()});
    EXPECT_EQ(old.code, 3) << old.err;
    EXPECT_NE(old.err.find("3.3"), std::string::npos) << old.err;
}

}  // namespace
}  // namespace miraimap::test
