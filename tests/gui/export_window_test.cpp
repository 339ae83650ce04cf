// SPDX-License-Identifier: MIT
// Export and print in a real window: the dialog clicked through, the bytes compared with the
// command line's, work stopped, refused, queued, and the window closed meanwhile.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <map>
#include <set>

#include "tests/gui/real_window.hpp"
#include "tests/gui/small_disk.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::HasSubstr;

class ExportWindow : public testing::Test {
protected:
    void SetUp() override {
        if (const std::string reason = why_no_window(); !reason.empty()) {
            GTEST_SKIP() << reason;
        }
    }
};

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

void type_file(const RealWindow& window, const fs::path& file) {
    window.click("export-file");
    window.key("ctrl+a");
    window.type(file.string());
    window.wait_for([&](const json& d) {
        return d["exporting"]["file"] == file.string() && d["exporting"]["looked"] == true;
    });
}

/// Waits until the dialog is closed, nothing is written any more and the end is told.
json wait_for_end(const RealWindow& window) {
    return window.wait_for(
        [](const json& d) {
            return d["exporting"]["open"] == false && d["exporting"]["running"] == false &&
                   !d["notices"].empty();
        },
        60);
}

TEST_F(ExportWindow, PrintPreviewsAnA4PageAndMakesThatPdf) {
    const TemporaryFolder folder;
    RealWindow window({"--year", "R3"}, 1280, 800, {}, {"PATH=/nowhere"});
    window.wait_until_ready();
    window.key("ctrl+p");
    const json shown = window.wait_for(
        [](const json& d) { return d["exporting"]["preview"].value("width_px", 0) > 0; });
    EXPECT_EQ(shown["exporting"]["printing"], true);
    EXPECT_EQ(shown["exporting"]["format"], ".pdf");
    EXPECT_EQ(shown["exporting"]["preview"]["pages"], 1);
    const double wide = shown["exporting"]["preview"]["width_px"];
    const double high = shown["exporting"]["preview"]["height_px"];
    EXPECT_NEAR(wide / high, 297.0 / 210, 0.02) << "the page itself";
    EXPECT_EQ(window.wait_until_still()["exporting"]["textured"], true);
    EXPECT_TRUE(window.dump()["places"].contains("print-none")) << "no lp on this machine";
    const fs::path file = folder / "page 1.pdf";
    type_file(window, file);
    window.click("button:export-start");
    const json done = wait_for_end(window);
    ASSERT_EQ(done["notices"].size(), 1U);
    EXPECT_EQ(done["notices"][0]["problem"], false) << done["notices"].dump();
    EXPECT_THAT(done["notices"][0]["text"].get<std::string>(), HasSubstr(file.string()));
    EXPECT_EQ(done["exporting"]["open"], false);
    EXPECT_THAT(run_program({"pdfinfo", file.string()}).out, HasSubstr("(A4)"));
    window.click("button:copy-path-0");
    EXPECT_EQ(window.dump()["exporting"]["copied"], file.string());
}

TEST_F(ExportWindow, PrintSendsThePdfToThePrinterAndSaysIfThatFails) {
    const TemporaryFolder tools;
    const TemporaryFolder folder;
    const auto make_lp = [&](const std::string& end) {
        write_text(tools / "lp", "#!/bin/sh\necho \"$@\" > '" + (folder / "asked").string() +
                                     "'\necho no printer is set up >&2\nexit " + end + "\n");
        ::chmod((tools / "lp").c_str(), 0755);
    };
    make_lp("0");
    RealWindow window({}, 1280, 800, {}, {"PATH=" + tools.path().string()});
    window.wait_until_ready();
    for (const char* end : {"0", "1"}) {
        make_lp(end);
        window.key("ctrl+p");
        ASSERT_TRUE(window.dump()["places"].contains("toggle:print-send"));
        const fs::path file = folder / (std::string("to print ") + end + ".pdf");
        type_file(window, file);
        window.click("button:export-start");
        const json done = wait_for_end(window);
        EXPECT_TRUE(fs::exists(file)) << "the PDF is kept";
        EXPECT_EQ(lines(read_text(folder / "asked")).front(), file.string());
        EXPECT_EQ(done["notices"].back()["problem"], std::string(end) == "1");
        EXPECT_THAT(done["notices"].back()["text"].get<std::string>(), HasSubstr(file.string()));
    }
    EXPECT_THAT(window.dump()["notices"].back()["text"].get<std::string>(),
                HasSubstr("no printer is set up"));
}

struct Chosen {
    const char* kind;
    const char* ending;
    std::vector<const char*> more;
};

TEST_F(ExportWindow, EveryFormatHasTheBytesOfItsCopiedCommand) {
    const TemporaryFolder folder;
    write_text(folder / "jinko.csv", "code,population\n29209,118000\n11208,340000\n");
    write_text(folder / "asked.mmap", R"({"miraimap_session": 1,
        "filter": {"year": ["R1..R3"]}, "count": {"wards": "none"},
        "analysis": {"what_if": ["29209"], "gap_rank": "depth"},
        "map": {"colour": "technology", "outlined_gaps": 2},
        "window": {"lang": "en", "theme": "dark"}, "files": {"table": "jinko.csv"}})");
    RealWindow window({(folder / "asked.mmap").string()});
    window.wait_for(
        [](const json& d) { return d["session"]["offer"] == true || d["session"]["file"] != ""; });
    if (window.wait_until_ready()["session"]["offer"] == true) {
        window.click("button:offer-take");
    }
    ASSERT_EQ(window.wait_until_still()["analysis"]["supposed"], json::parse("[\"29209\"]"));
    window.key("ctrl+f");
    window.type("sendai");
    window.key("Return");
    for (const Chosen& chosen :
         std::vector<Chosen>{{"0", ".gpkg", {"toggle:export-manifest"}},
                             {"0", ".geojson", {"chip:layer:gap_regions"}},
                             {"0", ".fgb", {"chip:layer:prefectures"}},
                             {"0", ".shp", {"chip:layer:municipalities"}},
                             {"0", ".csv", {"chip:layer:selections", "toggle:for-excel"}},
                             {"1", ".pdf", {"switch:export-page:1", "switch:export-orientation:1"}},
                             {"1", ".png", {"switch:export-page:0"}},
                             {"1", ".svg", {"switch:export-page:2"}},
                             {"2", ".html", {}}}) {
        SCOPED_TRACE(chosen.ending);
        window.key("ctrl+e");
        window.click(std::string("switch:export-kind:") + chosen.kind);
        if (std::string(chosen.kind) != "2") {
            window.click(std::string("chip:format") + chosen.ending);
        }
        for (const char* place : chosen.more) {
            window.click(place);
        }
        const fs::path own = folder / (std::string("own") + (chosen.ending + 1));
        fs::create_directory(own);
        type_file(window, own / (std::string("x") + chosen.ending));
        window.click("button:export-copy");
        const std::string command = window.dump()["exporting"]["copied"];
        window.click("button:export-start");
        const json done = wait_for_end(window);
        EXPECT_EQ(done["notices"].back()["problem"], false) << done["notices"].back().dump();
        std::map<std::string, std::string> made;
        for (const std::string& name : names_in(own)) {
            made[name] = read_text(own / name);
        }
        EXPECT_GE(made.size(), 2U) << "the file and its record";
        const Ran ran =
            run_program({"sh", "-c", command},
                        {"PATH=" + fs::path(program()).parent_path().string() + ":/usr/bin:/bin",
                         "MIRAIMAP_DATA=" + (root() / "data").string()},
                        folder.path());
        ASSERT_EQ(ran.code, 0) << command << "\n" << ran.err;
        for (const auto& [name, bytes] : made) {
            EXPECT_TRUE(read_text(own / name) == bytes) << name << " differs: " << command;
        }
        EXPECT_EQ(names_in(own).size(), made.size());
    }
}

TEST_F(ExportWindow, CancellingAnAtlasLeavesTheOldFileWholeAndNothingBesideIt) {
    const TemporaryFolder folder;
    const fs::path file = folder / "atlas.pdf";
    write_text(file, "old");
    RealWindow window({});
    window.wait_until_ready();
    window.key("ctrl+p");
    window.click("switch:export-pages:1");
    const json turned = window.wait_for(
        [](const json& d) { return d["exporting"]["preview"].value("pages", 0) == 47; });
    EXPECT_EQ(turned["exporting"]["preview"]["pages"], 47);
    window.click("button:preview-next");
    EXPECT_EQ(window.dump()["exporting"]["preview"].value("page", 0), 1);
    type_file(window, file);
    EXPECT_EQ(window.dump()["exporting"]["replaces"], true);
    window.hold_export(true);
    window.click("button:export-start");
    const json running = window.wait_for([](const json& d) {
        return d["exporting"]["running"] == true && d["places"].contains("button:stop-export");
    });
    EXPECT_EQ(running["exporting"]["jobs"][0]["step"], "painting the map");
    EXPECT_EQ(running["exporting"]["open"], false);
    window.click("chip:year:R2");
    EXPECT_EQ(window.dump()["filter"]["years"], json::parse("[[2020,2020]]"))
        << "the window works on";
    window.click("button:stop-export");
    window.hold_export(false);
    const json stopped = wait_for_end(window);
    EXPECT_EQ(stopped["notices"].back()["problem"], false);
    EXPECT_EQ(read_text(file), "old");
    EXPECT_EQ(names_in(folder.path()), std::set<std::string>{"atlas.pdf"});
}

TEST_F(ExportWindow, AFileThatCannotBeThereIsSaidAndTheDialogWaitsForABetterName) {
    const TemporaryFolder folder;
    const fs::path input = root() / "data" / "boundaries" / "municipalities.gpkg";
    const std::string before = read_text(input);
    RealWindow window({"--lang", "en"});
    window.wait_until_ready();
    window.key("ctrl+e");
    for (const fs::path& wrong : {folder / "none" / "x.gpkg", input}) {
        type_file(window, wrong);
        const json told = window.dump();
        EXPECT_NE(told["exporting"]["problem"], "") << wrong;
        window.click("button:export-start");
        EXPECT_EQ(window.dump()["exporting"]["open"], true) << wrong;
        EXPECT_EQ(window.dump()["exporting"]["running"], false);
        EXPECT_TRUE(window.dump()["notices"].empty());
    }
    EXPECT_TRUE(read_text(input) == before);
    type_file(window, folder / "towns.csv");
    EXPECT_EQ(window.dump()["exporting"]["problem"], "");
    EXPECT_EQ(window.dump()["exporting"]["format"], ".csv") << "the typed ending chooses";
    window.key("Return");
    EXPECT_EQ(wait_for_end(window)["notices"].back()["problem"], false);
    EXPECT_EQ(names_in(folder.path()), std::set<std::string>{"towns.csv"});
}

TEST_F(ExportWindow, AFullDiskIsSaidAndTheDialogComesBackAsItWas) {
    const SmallDisk disk;
    if (!disk.mounted()) {
        GTEST_SKIP() << "a small disk cannot be mounted here (needs root)";
    }
    const TemporaryFolder folder;
    RealWindow window({});
    window.wait_until_ready();
    window.key("ctrl+e");
    window.click("switch:export-kind:1");
    window.click("chip:format.png");
    window.click("switch:export-orientation:1");
    write_text(disk.path() / "map.png", "old");
    disk.fill();
    type_file(window, disk.path() / "map.png");
    window.click("button:export-start");
    const json failed = wait_for_end(window);
    EXPECT_EQ(failed["notices"].back()["problem"], true);
    EXPECT_THAT(failed["notices"].back()["text"].get<std::string>(), HasSubstr("map.png"));
    EXPECT_EQ(read_text(disk.path() / "map.png"), "old");
    EXPECT_EQ(names_in(disk.path()), (std::set<std::string>{"filler", "map.png"}));
    window.click("button:retry-0");
    const json back = window.dump();
    EXPECT_EQ(back["exporting"]["open"], true);
    EXPECT_EQ(back["exporting"]["file"], (disk.path() / "map.png").string());
    EXPECT_EQ(back["exporting"]["format"], ".png");
    type_file(window, folder / "map.png");
    window.click("button:export-start");
    EXPECT_EQ(wait_for_end(window)["notices"].back()["problem"], false);
    EXPECT_TRUE(fs::exists(folder / "map.png"));
}

TEST_F(ExportWindow, TwoExportsAreWrittenOneAfterTheOther) {
    const TemporaryFolder folder;
    RealWindow window({});
    window.wait_until_ready();
    window.hold_export(true);
    for (const char* name : {"one.csv", "two.html"}) {
        window.key("ctrl+e");
        type_file(window, folder / name);
        window.click("button:export-start");
    }
    EXPECT_EQ(window.dump()["exporting"]["jobs"].size(), 2U);
    EXPECT_TRUE(names_in(folder.path()).empty());
    window.hold_export(false);
    wait_for_end(window);
    EXPECT_EQ(names_in(folder.path()), (std::set<std::string>{"one.csv", "two.html"}));
}

TEST_F(ExportWindow, ClosingMeanwhileAsksAndNeitherAnswerLosesAFile) {
    const TemporaryFolder folder;
    write_text(folder / "kept.pdf", "old");
    for (const bool finish : {false, true}) {
        SCOPED_TRACE(finish);
        RealWindow window({});
        window.wait_until_ready();
        window.hold_export(true);
        window.key("ctrl+p");
        type_file(window, folder / "kept.pdf");
        window.click("button:export-start");
        window.key("ctrl+q");
        ASSERT_TRUE(window.running());
        window.click("button:quit-not");
        EXPECT_FALSE(window.dump()["places"].contains("button:quit-not"));
        window.key("ctrl+q");
        if (finish) {
            window.click("button:quit-when-done");
            ASSERT_TRUE(window.running());
            window.hold_export(false);
        } else {
            window.click_at_once("button:quit-now");
        }
        EXPECT_EQ(window.wait_for_end(), 0);
        EXPECT_EQ(read_text(folder / "kept.pdf").substr(0, 5), finish ? "%PDF-" : "old");
        EXPECT_EQ(names_in(folder.path()), std::set<std::string>{"kept.pdf"});
    }
}

TEST_F(ExportWindow, TheDialogWorksOnASmallScreenAtTwiceTheSize) {
    const TemporaryFolder folder;
    RealWindow window({"--scale", "2", "--lang", "en"}, 1024, 640);
    window.wait_until_ready();
    window.key("ctrl+p");
    window.move_to("switch:export-kind:1");
    window.wheel(-60);
    const json scrolled = window.wait_until_still();
    EXPECT_EQ(scrolled["exporting"]["textured"], true);
    window.wheel(60);
    window.wait_until_still();
    window.click("chip:format.png");
    window.click("button:export-copy");
    EXPECT_THAT(window.dump()["exporting"]["copied"].get<std::string>(), HasSubstr(".png"));
    window.key("Escape");
    EXPECT_EQ(window.dump()["exporting"]["open"], false);
}

}  // namespace
}  // namespace miraimap::test
