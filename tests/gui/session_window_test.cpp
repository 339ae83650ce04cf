// SPDX-License-Identifier: MIT
// Sessions in a real window: saved, opened, recovered after a crash, copied as a command line.
#include <gtest/gtest.h>

#include "tests/gui/real_window.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class SessionWindow : public testing::Test {
protected:
    void SetUp() override {
        if (const std::string reason = why_no_window(); !reason.empty()) {
            GTEST_SKIP() << reason;
        }
    }
};

/// Files whose names begin so.
std::vector<fs::path> files_of(const fs::path& folder, const std::string& begin) {
    std::vector<fs::path> found;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        if (entry.path().filename().string().starts_with(begin)) {
            found.push_back(entry.path());
        }
    }
    return found;
}

TEST_F(SessionWindow, SavesWithCtrlSAndOpensAgainFromTheCommandLine) {
    const TemporaryFolder folder;
    const fs::path file = folder / "kept.mmap";
    json before;
    {
        RealWindow window({"--year", "R3", "--theme", "dark"});
        window.wait_until_ready();
        window.key("ctrl+f");
        window.type("sendai");
        window.key("Return");
        window.key("ctrl+s");
        EXPECT_EQ(window.dump()["session"]["dialog"], true);
        window.key("ctrl+a");
        window.type((folder / "kept").string());
        window.key("Return");
        before = window.wait_for([](const json& d) { return d["session"]["file"] != ""; });
        EXPECT_EQ(before["session"]["file"], file.string()) << "the ending is added";
        EXPECT_EQ(before["notices"].size(), 1U);
        before = window.wait_until_still();
        EXPECT_EQ(window.quit(), 0);
    }
    RealWindow again({file.string(), "--technology", "AI"});
    again.wait_for([](const json& d) { return d["session"]["file"] != ""; });
    const json after = again.wait_until_ready();
    EXPECT_EQ(after["session"]["offer"], false);
    EXPECT_EQ(after["filter"]["years"], before["filter"]["years"]);
    EXPECT_EQ(after["filter"]["technologies"], json::parse("[\"AI\"]"));
    EXPECT_EQ(after["chosen"], "04100");
    EXPECT_EQ(after["theme"], "dark");
    EXPECT_NEAR(after["view"]["x_m"].get<double>(), before["view"]["x_m"].get<double>(), 1);
    EXPECT_NEAR(after["view"]["metres_per_px"].get<double>(),
                before["view"]["metres_per_px"].get<double>(), 0.1);
    EXPECT_EQ(after["counters"]["geometry_uploads"], 1) << "the same inputs are loaded once";
}

TEST_F(SessionWindow, TheProjectionThatIsTypedBesideASessionWinsAndIsSavedWithIt) {
    const TemporaryFolder folder;
    const fs::path file = folder / "kept.mmap";
    const auto saved = [](const json& d) { return !d["notices"].empty(); };
    {
        RealWindow window({});
        window.wait_until_ready();
        window.key("ctrl+s");
        window.key("ctrl+a");
        window.type(file.string());
        window.key("Return");
        ASSERT_TRUE(saved(window.wait_for(saved)));
        EXPECT_EQ(window.quit(), 0);
    }
    ASSERT_EQ(json::parse(read_text(file))["map"]["crs"], 0);
    RealWindow again({file.string(), "--map-crs", "EPSG:6677"});
    again.wait_for([](const json& d) { return d["session"]["file"] != ""; });
    again.wait_until_ready();
    again.key("ctrl+s");
    ASSERT_TRUE(saved(again.wait_for(saved)));
    EXPECT_EQ(json::parse(read_text(file))["map"]["crs"], 6677);
}

TEST_F(SessionWindow, WhatIsOpenedByHandReplacesTheFilterAndWhatIsTypedWinsOnlyAtTheStart) {
    const TemporaryFolder folder;
    const fs::path all = folder / "all.mmap";
    write_text(all, R"({"miraimap_session": 1, "filter": {}, "window": {"lang": "en"}})");
    const auto accept = [](const RealWindow& window) {
        const auto offered = [](const json& d) { return d["session"]["offer"] == true; };
        ASSERT_TRUE(offered(window.wait_for(offered))) << "parts are missing";
        window.wait_until_ready();
        window.key("Return");
        window.wait_for([](const json& d) { return d["session"]["offer"] == false; });
    };
    {
        RealWindow window({"--lang", "ja"});
        window.wait_until_ready();
        window.click("chip:year:R3");
        window.key("ctrl+o");
        window.key("ctrl+a");
        window.type(all.string());
        window.key("Return");
        accept(window);
        const json opened = window.wait_until_still();
        EXPECT_TRUE(opened["filter"]["years"].empty()) << "as it was saved";
        EXPECT_EQ(opened["lang"], "en");
        EXPECT_EQ(opened["undo"], 2) << "the filter, then the session";
        window.key("ctrl+h");
        EXPECT_TRUE(window.wait_until_still()["places"].contains("history:2"));
        window.key("Escape");
        window.key("ctrl+z");
        const json undone = window.wait_until_still();
        EXPECT_EQ(undone["filter"]["years"], json::parse("[[2021,2021]]"));
        EXPECT_EQ(undone["lang"], "ja");
        EXPECT_EQ(undone["session"]["file"], "");
        window.key("ctrl+y");
        const json again = window.wait_until_still();
        EXPECT_EQ(again["filter"], opened["filter"]);
        EXPECT_EQ(again["lang"], "en");
        EXPECT_EQ(window.quit(), 0);
    }
    RealWindow typed({"--year", "R3", "--lang", "ja", "--reopen", all.string()});
    accept(typed);
    const json shown = typed.wait_until_still();
    EXPECT_FALSE(shown["filter"]["years"].empty());
    EXPECT_EQ(shown["lang"], "ja");
}

TEST_F(SessionWindow, UndoingASessionWithOtherBoundariesLoadsTheFormerOnesAgain) {
    const TemporaryFolder folder;
    const Ran made = run_program({"ogr2ogr", "-f", "GPKG", (folder / "west.gpkg").string(),
                                  (root() / "data" / "boundaries" / "municipalities.gpkg").string(),
                                  "municipalities", "-where", "prefecture_code >= '25'"});
    ASSERT_EQ(made.code, 0) << made.err;
    write_text(folder / "west.mmap",
               R"({"miraimap_session": 1, "files": {"boundaries": "west.gpkg"},)"
               R"( "map": {"chosen": ["47201", "99999"]}})");
    RealWindow window({});
    window.wait_until_ready();
    window.key("ctrl+f");
    window.type("sendai");
    window.key("Return");
    const json before = window.wait_until_still();
    ASSERT_EQ(before["chosen"], "04100");
    window.key("ctrl+o");
    window.key("ctrl+a");
    window.type((folder / "west.mmap").string());
    window.key("Return");
    window.wait_for([](const json& d) { return d["session"]["offer"] == true; });
    window.key("Return");
    const auto naha = [](const json& d) { return d["chosen"] == "47201"; };
    const json west = window.wait_for(naha);
    ASSERT_TRUE(naha(west));
    bool said = false;
    for (const json& notice : west["notices"]) {
        said = said || notice["text"].get<std::string>().find("99999") != std::string::npos;
    }
    EXPECT_TRUE(said) << "which chosen place the data do not have";
    window.key("ctrl+z");
    const auto sendai = [](const json& d) { return d["chosen"] == "04100"; };
    const json back = window.wait_for(sendai);
    EXPECT_TRUE(sendai(back)) << "a place that the other boundaries lack";
    EXPECT_EQ(back["filter"], before["filter"]);
    window.key("ctrl+y");
    EXPECT_TRUE(naha(window.wait_for(naha)));
}

TEST_F(SessionWindow, AFileAloneOpensTheWindow) {
    const TemporaryFolder folder;
    write_text(folder / "a.mmap", "{}");
    const std::string file = (folder / "a.mmap").string();
    const std::vector<std::string> blind{
        "DISPLAY=", "WAYLAND_DISPLAY=", "MIRAIMAP_DATA=" + (root() / "data").string()};
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{file}, {"gui", file}, {"gui", "--reopen", file}}) {
        const Ran ran = run(words, blind);
        EXPECT_EQ(ran.code, 3) << "only the display is missing: " << ran.err;
        EXPECT_NE(ran.err.find("cannot be opened"), std::string::npos) << ran.err;
    }
    EXPECT_EQ(run({"gui", "picture.png"}, blind).code, 2);
}

TEST_F(SessionWindow, AfterACrashTheLastWorkIsOfferedAndRestored) {
    const TemporaryFolder state;
    json before;
    {
        RealWindow window({}, 1280, 800, state.path());
        window.wait_until_ready();
        EXPECT_TRUE(files_of(state / "miraimap", "autosave-").empty()) << "nothing changed yet";
        window.click("chip:year:R2");
        window.key("ctrl+5");
        const auto saved = [&](const json&) {
            const auto files = files_of(state / "miraimap", "autosave-");
            return files.size() == 1 &&
                   read_text(files.front()).find("\"R2\"") != std::string::npos &&
                   read_text(files.front()).find("\"view\": \"\"") == std::string::npos;
        };
        ASSERT_TRUE(saved(window.wait_for(saved, 10)));
        before = window.wait_until_still();
        window.crash();
    }
    {
        RealWindow window({}, 1280, 800, state.path());
        window.wait_for([](const json& d) { return d["session"]["offer"] == true; });
        const json offered = window.wait_until_ready();
        ASSERT_EQ(offered["session"]["offer"], true);
        window.key("Return");  // presses the main button
        const json after =
            window.wait_for([](const json& d) { return d["session"]["offer"] == false; });
        EXPECT_EQ(after["filter"], before["filter"]);
        EXPECT_NEAR(after["view"]["x_m"].get<double>(), before["view"]["x_m"].get<double>(), 1);
        EXPECT_EQ(window.quit(), 0);
    }
    EXPECT_TRUE(files_of(state / "miraimap", "autosave-").empty()) << "a closed window leaves none";
}

/// What a crash leaves behind, by a process number that no system gives out.
fs::path leave_work(const TemporaryFolder& state) {
    fs::path file = state / "miraimap" / "autosave-2000000001.mmap";
    fs::create_directories(file.parent_path());
    write_text(file, R"({"miraimap_session": 1, "filter": {"year": ["R2"]}})");
    return file;
}

TEST_F(SessionWindow, WorkLeftBehindStaysUntilTheReaderDiscardsIt) {
    const TemporaryFolder state;
    const fs::path left = leave_work(state);
    const auto offered = [](const json& d) { return d["session"]["offer"] == true; };
    const auto answered = [](const json& d) { return d["session"]["offer"] == false; };
    {
        RealWindow window({}, 1280, 800, state.path());
        window.wait_for(offered);
        window.wait_until_ready();
        window.key("Escape");
        ASSERT_TRUE(answered(window.wait_for(answered)));
        EXPECT_TRUE(fs::exists(left)) << "Esc is no answer";
        window.key("ctrl+o");
        window.click("button:left-0");
        ASSERT_TRUE(offered(window.wait_for(offered))) << "it is offered where files are opened";
        window.click("button:offer-decline");
        ASSERT_TRUE(answered(window.wait_for(answered)));
        EXPECT_TRUE(fs::exists(left));
        EXPECT_EQ(window.quit(), 0);
    }
    {
        RealWindow window({}, 1280, 800, state.path());
        window.wait_for(offered);
        window.wait_until_ready();
        window.move(20, 400);
        window.drag(1, 1);
        ASSERT_TRUE(answered(window.wait_for(answered))) << "a press beside it is no answer either";
        EXPECT_TRUE(fs::exists(left));
        EXPECT_TRUE(window.dump()["filter"]["years"].empty());
        EXPECT_EQ(window.quit(), 0);
    }
    RealWindow window({}, 1280, 800, state.path());
    window.wait_for(offered);
    window.wait_until_ready();
    window.click("button:offer-discard");
    ASSERT_TRUE(answered(window.wait_for(answered)));
    EXPECT_FALSE(fs::exists(left));
    EXPECT_EQ(window.dump()["session"]["left"], 0);
}

TEST_F(SessionWindow, RestoredWorkOutlivesTheNextCrashToo) {
    const TemporaryFolder state;
    leave_work(state);
    {
        RealWindow window({}, 1280, 800, state.path());
        window.wait_for([](const json& d) { return d["session"]["offer"] == true; });
        window.wait_until_ready();
        window.click("button:offer-take");
        window.wait_until_still();
        window.crash();
    }
    ASSERT_EQ(files_of(state / "miraimap", "autosave-").size(), 1U);
    RealWindow window({}, 1280, 800, state.path());
    EXPECT_EQ(window.wait_for(
                  [](const json& d) { return d["session"]["offer"] == true; })["session"]["offer"],
              true);
}

TEST_F(SessionWindow, TheCopiedCommandPaintsTheBytesThatTheWindowExports) {
    for (const std::string colour : {"grade", "technology", "granted"}) {
        const TemporaryFolder folder;
        RealWindow window({"--year", "R3", "--theme", "dark", "--colour", colour});
        window.wait_until_ready();
        window.key("ctrl+f");
        window.type("sendai");
        window.key("Return");
        window.key("ctrl+shift+c");
        const std::string command = window.dump()["session"]["copied"];
        EXPECT_NE(command.find("--mark 04100"), std::string::npos) << command;
        window.key("ctrl+e");
        window.click("switch:export-kind:1");
        window.click("chip:format.png");
        window.click("switch:export-page:2");
        window.click("export-file");
        window.key("ctrl+a");
        const fs::path exported = folder / "window.png";
        window.type(exported.string());
        window.click("button:export-start");
        window.wait_for([](const json& d) { return d["notices_said"] == 2; }, 60);
        const Ran ran =
            run_program({"sh", "-c", command},
                        {"PATH=" + fs::path(program()).parent_path().string() + ":/usr/bin:/bin",
                         "MIRAIMAP_DATA=" + (root() / "data").string()},
                        folder.path());
        ASSERT_EQ(ran.code, 0) << command << "\n" << ran.err;
        EXPECT_TRUE(read_text(folder / "miraimap.png") == read_text(exported)) << command;
    }
}

TEST_F(SessionWindow, OfADamagedFileWhatIsWholeOpensAndTheFileIsNeverWrittenOver) {
    const TemporaryFolder folder;
    const fs::path file = folder / "cut.mmap";
    const std::string text = R"({"miraimap_session": 1, "filter": {"year": ["R2"]}, "map": {)";
    write_text(file, text);
    RealWindow window({file.string()});
    window.wait_for([](const json& d) { return d["session"]["offer"] == true; });
    window.wait_until_ready();
    EXPECT_TRUE(window.dump()["filter"]["years"].empty()) << "nothing happens unasked";
    window.click("button:offer-take");
    EXPECT_EQ(window.dump()["filter"]["years"], json::parse("[[2020,2020]]"));
    window.key("ctrl+s");
    EXPECT_EQ(window.dump()["session"]["dialog"], true) << "it asks for a name";
    window.key("ctrl+a");
    window.type(file.string());
    window.key("Return");
    const json refused = window.wait_for([](const json& d) { return !d["notices"].empty(); });
    EXPECT_EQ(refused["notices"][0]["problem"], true);
    EXPECT_EQ(read_text(file), text);
}

TEST_F(SessionWindow, WhereAutosaveCannotWriteItSaysSoOnceAndWorksOn) {
    const TemporaryFolder state;
    write_text(state / "miraimap", "a file where the folder should be");
    RealWindow window({}, 1280, 800, state.path());
    window.wait_until_ready();
    const std::size_t before = window.dump()["notices"].size();
    window.click("chip:year:R2");
    const json told =
        window.wait_for([&](const json& d) { return d["notices"].size() > before; }, 10);
    EXPECT_EQ(told["notices"].size(), before + 1);
    EXPECT_EQ(told["notices"].back()["problem"], true);
    window.key("ctrl+z");
    EXPECT_TRUE(window.wait_until_still()["filter"]["years"].empty());
    EXPECT_TRUE(window.running());
}

}  // namespace
}  // namespace miraimap::test
