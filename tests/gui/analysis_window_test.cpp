// SPDX-License-Identifier: MIT
// The analysis panels in a real window: gaps outlined and chosen, examples weighed, suggestions
// supposed, a table loaded.
#include <gtest/gtest.h>

#include "tests/gui/real_window.hpp"

namespace miraimap::test {
namespace {

using nlohmann::json;

class AnalysisWindow : public testing::Test {
protected:
    void SetUp() override {
        if (const std::string reason = why_no_window(); !reason.empty()) {
            GTEST_SKIP() << reason;
        }
    }
    static json settled(const RealWindow& window) {
        return window.wait_for([](const json& dump) {
            return dump.contains("analysis") && !dump["analysis"].value("running", true) &&
                   dump["analysis"].value("current", false);
        });
    }
};

TEST_F(AnalysisWindow, AGapIsOutlinedChosenWholeAndReRanked) {
    RealWindow window({}, 1440, 900);
    window.wait_until_ready();
    window.click("tab:gaps");
    const json listed = settled(window);
    EXPECT_EQ(listed["analysis"]["regions"], 37);
    EXPECT_EQ(listed["analysis"]["first_region"], "gap-04202");
    window.click("toggle:outlines");
    EXPECT_EQ(window.dump()["analysis"]["outlined"], 12);
    const json home = window.dump();
    window.click("grid:gaps:2");
    const json chosen = window.dump();
    EXPECT_EQ(chosen["analysis"]["chosen_region"], 2);
    EXPECT_EQ(chosen["chosen_codes"].size(), 40U);
    EXPECT_LT(chosen["view"]["metres_per_px"], home["view"]["metres_per_px"]);
    window.click("switch:gap-rank:2");
    settled(window);
    EXPECT_TRUE(window.wait_for([](const json& dump) {
        return dump["analysis"]["first_region"] != "gap-04202";
    })["analysis"]["first_region"] != "gap-04202");
    window.click("toggle:sea-links");
    EXPECT_LT(window
                  .wait_for([](const json& dump) {
                      return dump["analysis"].value("regions", 37) < 37;
                  })["analysis"]["regions"]
                  .get<int>(),
              37);
    EXPECT_EQ(window.quit(), 0);
}

TEST_F(AnalysisWindow, SuggestionsAreSupposedAndTheMapAndEveryFigureSayIt) {
    RealWindow window({}, 1440, 900);
    window.wait_until_ready();
    window.click("tab:what-if");
    settled(window);
    window.click("grid:suggestions:0");
    const json one = window.wait_for([](const json& dump) {
        return dump["analysis"]["supposed"].size() == 1 &&
               dump["analysis"].value("effect_rows", 0) > 0;
    });
    EXPECT_EQ(one["analysis"]["supposed"].size(), 1U);
    EXPECT_GE(one["analysis"].value("effect_rows", 0), 13);
    EXPECT_TRUE(one["places"].contains("button:banner-clear"));
    window.click("button:banner-clear");
    EXPECT_TRUE(window
                    .wait_for([](const json& dump) {
                        return dump["analysis"]["supposed"].empty();
                    })["analysis"]["supposed"]
                    .empty());
}

TEST_F(AnalysisWindow, ATableOfTheReaderIsLoadedJoinedAndColoursTheMap) {
    const TemporaryFolder folder;
    const auto file = folder / "t.csv";
    write_text(file, "code,x\n29343,300\n29201,100\n29205,600\n13206,5\n");
    RealWindow window({}, 1440, 900);
    window.wait_until_ready();
    window.click("tab:table");
    settled(window);
    window.click("field:table-file");
    window.type(file.string());
    window.key("Return");
    const json loaded = window.wait_for([](const json& dump) {
        return dump["analysis"].value("table", false) && dump["places"].contains("grid:join:3");
    });
    EXPECT_TRUE(loaded["analysis"].value("table", false));
    EXPECT_TRUE(loaded["places"].contains("grid:join:3"));
    window.click("toggle:colour-figure");
    EXPECT_EQ(window.dump()["analysis"]["colour"], "figure");
    window.click("button:table-unload");
    const json gone = window.dump();
    EXPECT_FALSE(gone["analysis"].value("table", true));
    EXPECT_EQ(gone["analysis"]["colour"], "grade");
}

TEST_F(AnalysisWindow, WeightsMoveAndTheMapIsColouredByDistance) {
    RealWindow window({"--lang", "en"}, 1440, 900);
    window.wait_until_ready();
    window.click("tab:adopters");
    const json before = settled(window);
    window.click("button:weights");
    window.move_to("weight:distance");
    window.drag(30, 0);
    window.key("Escape");
    EXPECT_NE(window.dump()["analysis"]["weights"], before["analysis"]["weights"]);
    window.click("tab:distances");
    settled(window);
    window.click("toggle:colour-distance");
    EXPECT_EQ(window.dump()["analysis"]["colour"], "distance");
}

TEST_F(AnalysisWindow, NeighboursOfTheChosenPlaceAreListedDrawnAndWalked) {
    RealWindow window({"--prefecture", "奈良県"}, 1440, 900);
    window.wait_until_ready();
    window.key("ctrl+f");
    window.type("29344");
    window.key("Return");
    window.key("ctrl+shift+p");
    window.type("neighbours");
    window.key("Return");
    const json listed = window.wait_for([](const json& dump) {
        return dump["analysis"].value("neighbours", 0) == 7 &&
               dump["places"].contains("grid:neighbours:0");
    });
    EXPECT_EQ(listed["chosen"], "29344");
    EXPECT_EQ(listed["analysis"].value("meetings", 0), 7);
    window.click("toggle:draw-neighbours");
    EXPECT_EQ(window.dump()["analysis"].value("meetings", -1), 0);
    window.click("grid:neighbours:0");
    EXPECT_TRUE(window.wait_for([](const json& dump) {
        return dump["chosen"] != "29344" && dump["analysis"].value("current", false);
    })["chosen"] != "29344");
    EXPECT_EQ(window.quit(), 0);
}

TEST_F(AnalysisWindow, TheDenominatorIsChangedBelowAnyTab) {
    RealWindow window({}, 1280, 800);
    window.wait_until_ready();
    window.click("denominator");
    window.click("switch:wards:2");
    EXPECT_EQ(window.wait_for([](const json& dump) {
        return dump["analysis"].value("denominator", 0) == 1892;
    })["analysis"]["wards"],
              "all");
    window.key("Escape");
    window.key("ctrl+alt+c");
    EXPECT_NE(window
                  .wait_for([](const json& dump) {
                      return !dump["analysis"].value("copied", std::string()).empty();
                  })["analysis"]["copied"]
                  .get<std::string>()
                  .find("1,892"),
              std::string::npos);
    EXPECT_EQ(window.quit(), 0);
}

TEST_F(AnalysisWindow, ATableIsOpenedLikeAnyFileAndComesBackWithItsSession) {
    const TemporaryFolder folder;
    const auto file = folder / "t.csv";
    write_text(file, "code,x\n29343,300\n29201,*\n29205,600\n");
    RealWindow window({}, 1280, 800);
    window.wait_until_ready();
    window.key("ctrl+o");
    window.type(file.string());
    window.key("Return");
    EXPECT_TRUE(window
                    .wait_for([](const json& dump) {
                        return dump["analysis"].value("table", false) &&
                               dump["places"].contains("grid:join:2");
                    })["analysis"]
                    .value("table", false));
    window.key("ctrl+s");
    window.type((folder / "s.mmap").string());
    window.key("Return");
    window.wait_for([](const json& dump) { return !dump["session"]["file"].empty(); });
    EXPECT_EQ(window.quit(), 0);
    RealWindow again({(folder / "s.mmap").string()}, 1280, 800);
    EXPECT_TRUE(again
                    .wait_for([](const json& dump) {
                        return dump.contains("analysis") && dump["analysis"].value("table", false);
                    })["analysis"]
                    .value("table", false));
    EXPECT_EQ(again.quit(), 0);
}

}  // namespace
}  // namespace miraimap::test
