// SPDX-License-Identifier: MIT
// `export`, `render`, `boundaries`: files appear whole or not at all, inputs are never changed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <map>
#include <nlohmann/json.hpp>

#include "tests/support/program.hpp"

namespace miraimap::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

fs::path embedded() { return root() / "data" / "boundaries" / "municipalities.gpkg"; }

TEST(Export, GeoPackageHoldsTheLayersOfTheContract) {
    const TemporaryFolder folder;
    const fs::path file = folder / "out.gpkg";
    const Ran ran = run({"export", file.string(), "--year", "R3"});
    ASSERT_EQ(ran.code, 0) << ran.err;
    const Ran info = run_program({"ogrinfo", "-so", "-al", file.string()});
    for (const char* expected :
         {"Layer name: municipalities", "Layer name: prefectures", "Layer name: selections",
          "Layer name: gap_regions", "Layer name: selection_areas", "ID[\"EPSG\",6668]",
          "Feature Count: 1742", "Feature Count: 47", "code: String"}) {
        EXPECT_THAT(info.out, HasSubstr(expected));
    }
    const Ran sql = run_program({"ogrinfo", "-ro", "-q", file.string(), "-sql",
                                 "SELECT count(*) AS n FROM municipalities WHERE code = '01204' "
                                 "AND grade = 'direct'"});
    EXPECT_THAT(sql.out, HasSubstr("n (Integer) = 1"));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}), 1);
}

TEST(Export, GeoPackageMetadataNamesSourcesFiltersAndDecisionsButNoPath) {
    const TemporaryFolder folder;
    const fs::path file = folder / "out.gpkg";
    const std::string boundaries = embedded().string();
    ASSERT_EQ(run({"export", file.string(), "--year", "R3", "--boundaries", boundaries}).code, 0);
    const Ran info = run_program({"gdalinfo", "-json", file.string()});
    const Ran rows = run_program(
        {"ogrinfo", "-ro", "-q", file.string(), "-sql", "SELECT metadata FROM gpkg_metadata"});
    for (const char* expected : {"miraimap_version", "令和3年度", "播磨科学公園都市", "内閣府"}) {
        EXPECT_THAT(rows.out, HasSubstr(expected));
    }
    EXPECT_EQ(rows.out.find(root().string()), std::string::npos);
    static_cast<void>(info);
}

TEST(Export, AViewIsForGeoPackagesThatTheWindowOpensAgain) {
    const TemporaryFolder folder;
    const std::string view = "--view=-400000,-300000,400000,300000";
    ASSERT_EQ(run({"export", (folder / "a.gpkg").string(), view}).code, 0);
    const Ran rows = run_program({"ogrinfo", "-ro", "-q", (folder / "a.gpkg").string(), "-sql",
                                  "SELECT metadata FROM gpkg_metadata"});
    EXPECT_THAT(rows.out, HasSubstr("-400000.0,-300000.0,400000.0,300000.0"));
    const Ran other = run({"export", (folder / "a.csv").string(), view});
    EXPECT_EQ(other.code, 2);
    EXPECT_THAT(other.err, HasSubstr("--view"));
    EXPECT_EQ(run({"export", (folder / "b.gpkg").string(), "--view", "here"}).code, 2);
    EXPECT_FALSE(fs::exists(folder / "a.csv") || fs::exists(folder / "b.gpkg"));
}

TEST(Render, AViewBeyondTheEarthIsRefusedAndOneWithoutLandIsNoted) {
    const TemporaryFolder folder;
    const std::string file = (folder / "a.png").string();
    for (const char* view : {"--view=-1e300,-1e300,1e300,1e300", "--view=0,0,3e7,1e5",
                             "--view=0,0,nan,1e5", "--view=0,0,inf,1e5"}) {
        const Ran ran = run({"render", file, view, "--lang", "en"});
        EXPECT_EQ(ran.code, 2) << view;
        EXPECT_THAT(ran.err, AllOf(HasSubstr(view + 7), HasSubstr("up to 20000000"))) << view;
        EXPECT_FALSE(fs::exists(file));
    }
    const auto noted = [&](const std::string& view) {
        const Ran ran = run({"render", file, "--size", "640x480", "--lang", "en", view});
        EXPECT_EQ(ran.code, 0) << ran.err;
        return ran.err.find("note view-without-land --view: ") != std::string::npos;
    };
    EXPECT_TRUE(noted("--view=-1900000,900000,-1800000,1000000"));
    EXPECT_FALSE(noted("--view=-400000,-300000,400000,300000"));
}

TEST(Render, CharactersThatXmlForbidsDoNotBreakAnSvg) {
    const TemporaryFolder folder;
    const std::string file = (folder / "a.svg").string();
    ASSERT_EQ(run({"render", file, "--text", "a\x01\x1b\xEF\xBF\xBF<b"}).code, 0);
    const std::string svg = read_text(file);
    EXPECT_THAT(svg, HasSubstr("a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD&lt;b"));
    EXPECT_EQ(svg.find_first_of("\x01\x1b"), std::string::npos);
    const Ran parsed = run_program(
        {"python3", "-c", "import sys, xml.dom.minidom as x; x.parse(sys.argv[1])", file});
    EXPECT_EQ(parsed.code, 0) << parsed.err;
}

TEST(Output, ControlCharactersOfNamesDoNotReachTheTerminal) {
    const TemporaryFolder folder;
    const fs::path file = folder / "N03-21_210101.geojson";
    write_text(file, R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
                     R"({"N03_001":"東京都","N03_003":null,"N03_004":"港\u001b[31m\u009b区",)"
                     R"("N03_007":"13103"},"geometry":{"type":"Polygon","coordinates":[[[139,35],)"
                     R"([139.1,35.1],[139.1,35],[139,35.1],[139,35]]]}}]})");
    const std::string shown = "港\xEF\xBF\xBD[31m\xEF\xBF\xBD区";
    const auto distances = [&](const std::string& format) {
        return run({"distances", "--boundaries", file.string(), "--format", format});
    };
    const Ran table = distances("table");
    EXPECT_THAT(table.out, HasSubstr(shown));
    EXPECT_THAT(table.err, HasSubstr(shown));  // its finding
    EXPECT_EQ((table.out + table.err).find('\x1b'), std::string::npos);
    EXPECT_THAT(distances("csv").out, HasSubstr("港\x1b[31m\xC2\x9B区"));
    const Ran described = run({"boundaries", file.string()});
    EXPECT_THAT(described.out, HasSubstr(shown));
    EXPECT_EQ(described.out.find('\x1b'), std::string::npos);
}

TEST(Outputs, ProgressNamesTheStepsOfEveryKindOfFile) {
    const TemporaryFolder folder;
    const auto told = [&](std::vector<std::string> words) {
        words.insert(words.end(), {"--quiet", "--progress", "always", "--lang", "en"});
        const Ran ran = run(words);
        EXPECT_EQ(ran.code, 0) << ran.err;
        return ran.err;
    };
    const std::string layers = told({"export", (folder / "a.gpkg").string()});
    for (const char* step : {"making the layers 40%", "encoding the file 50%", "saving the file"}) {
        EXPECT_THAT(layers, HasSubstr(step));
    }
    const std::string pages = told(
        {"render", (folder / "a.pdf").string(), "--atlas", "prefecture", "--prefecture", "1,2"});
    EXPECT_THAT(pages, HasSubstr("painting the map 50%"));
    EXPECT_THAT(pages, HasSubstr("saving the file"));
    const std::string sections = told({"report", (folder / "a.html").string()});
    for (const char* step : {"checking the data", "composing the page 42%", "saving the file"}) {
        EXPECT_THAT(sections, HasSubstr(step));
    }
}

TEST(Export, EveryFormatIsTheSameBytesEachTime) {
    for (const std::string name : {"a.gpkg", "a.geojson", "a.fgb", "a.csv"}) {
        const TemporaryFolder one;
        const TemporaryFolder two;
        ASSERT_EQ(run({"export", (one / name).string()}).code, 0) << name;
        ASSERT_EQ(run({"export", (two / name).string()}).code, 0) << name;
        EXPECT_TRUE(read_text(one / name) == read_text(two / name)) << name;
    }
}

TEST(Export, EveryFormatKeepsCodesAsText) {
    const TemporaryFolder folder;
    for (const std::string name : {"a.gpkg", "a.geojson", "a.fgb", "a.shp"}) {
        ASSERT_EQ(run({"export", (folder / name).string()}).code, 0) << name;
        const Ran info = run_program({"ogrinfo", "-ro", "-al", "-q", "-where", "code = '01204'",
                                      "-geom=NO", (folder / name).string()});
        EXPECT_THAT(info.out, HasSubstr("旭川市")) << name;
    }
    ASSERT_EQ(run({"export", (folder / "a.csv").string()}).code, 0);
    EXPECT_THAT(read_text(folder / "a.csv"), HasSubstr("\n01204,旭川市,"));
}

TEST(Export, GeoJsonFollowsRfc7946) {
    const TemporaryFolder folder;
    ASSERT_EQ(run({"export", (folder / "a.geojson").string(), "--layer", "selections"}).code, 0);
    const auto json = nlohmann::json::parse(read_text(folder / "a.geojson"));
    EXPECT_FALSE(json.contains("crs"));
    ASSERT_EQ(json["features"].size(), 123U);
    const auto point = json["features"][0]["geometry"]["coordinates"][0];
    EXPECT_GT(point[0].get<double>(), 120);
    EXPECT_LT(point[1].get<double>(), 50);
}

TEST(Export, AnotherCrsIsHonoured) {
    const TemporaryFolder folder;
    ASSERT_EQ(run({"export", (folder / "a.gpkg").string(), "--crs", "EPSG:3857"}).code, 0);
    EXPECT_THAT(run_program({"ogrinfo", "-so", (folder / "a.gpkg").string(), "municipalities"}).out,
                HasSubstr("ID[\"EPSG\",3857]"));
}

TEST(Output, WhatCannotBeWrittenEndsWith3AndLeavesNothing) {
    const TemporaryFolder folder;
    fs::create_directory(folder / "folder.gpkg");
    fs::create_directory(folder / "folder.png");
    for (const auto& [verb, ending] :
         {std::pair{"export", ".gpkg"}, std::pair{"export", ".csv"}, std::pair{"export", ".shp"},
          std::pair{"render", ".png"}, std::pair{"render", ".svg"}, std::pair{"render", ".pdf"}}) {
        const Ran missing = run({verb, (folder / "none").string() + "/x" + ending, "--lang", "en"});
        EXPECT_EQ(missing.code, 3) << verb << ending;
        EXPECT_THAT(missing.err, HasSubstr("does not exist")) << verb << ending;
        EXPECT_FALSE(fs::exists(folder / "none"));
    }
    EXPECT_EQ(run({"export", (folder / "folder.gpkg").string()}).code, 3);
    EXPECT_EQ(run({"render", (folder / "folder.png").string()}).code, 3);
    EXPECT_TRUE(fs::is_empty(folder / "folder.gpkg"));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}), 2);
}

TEST(Output, AnExistingFileIsReplacedWholeOrKept) {
    const TemporaryFolder folder;
    write_text(folder / "x.csv", "old\n");
    EXPECT_EQ(run({"export", (folder / "x.csv").string(), "--no-overwrite"}).code, 3);
    EXPECT_EQ(read_text(folder / "x.csv"), "old\n");
    EXPECT_EQ(run({"export", (folder / "x.csv").string()}).code, 0);
    EXPECT_THAT(read_text(folder / "x.csv"), HasSubstr("code,name"));
}

TEST(Output, TheInputItselfIsNeverOverwritten) {
    const TemporaryFolder folder;
    fs::copy(embedded(), folder / "in.gpkg");
    const std::string before = read_text(folder / "in.gpkg");
    const Ran ran = run({"export", (folder / "in.gpkg").string(), "--boundaries",
                         (folder / "in.gpkg").string(), "--lang", "en"});
    EXPECT_EQ(ran.code, 3);
    EXPECT_THAT(ran.err, HasSubstr("input"));
    EXPECT_TRUE(read_text(folder / "in.gpkg") == before);
}

TEST(Render, PaintsPngSvgAndPdfTheSameEachTime) {
    const std::vector<std::pair<std::string, std::string>> magic{
        {"a.png", "\x89PNG"}, {"a.svg", "<?xml"}, {"a.pdf", "%PDF"}};
    for (const auto& [name, begins] : magic) {
        const TemporaryFolder one;
        const TemporaryFolder two;
        ASSERT_EQ(run({"render", (one / name).string()}).code, 0) << name;
        ASSERT_EQ(run({"render", (two / name).string()}).code, 0) << name;
        const std::string bytes = read_text(one / name);
        EXPECT_TRUE(bytes.starts_with(begins)) << name;
        EXPECT_GT(bytes.size(), 20000U) << name;
        EXPECT_TRUE(bytes == read_text(two / name)) << name;
    }
}

// --- boundary files ---

Ran boundaries(const fs::path& file) {
    return run({"coverage", "--boundaries", file.string(), "--lang", "en"});
}

TEST(Boundaries, TheEmbeddedSetHolds1741Municipalities) {
    const auto rows = csv_rows(run({"boundaries", "--format", "csv"}).out);
    ASSERT_EQ(rows.size(), 2U);
    std::map<std::string, std::string> row;
    for (std::size_t i = 0; i < rows[0].size(); ++i) {
        row[rows[0][i]] = rows[1][i];
    }
    EXPECT_EQ(row["municipalities"], "1741");
    EXPECT_EQ(row["designated_cities"], "20");
    EXPECT_EQ(row["special_wards"], "23");
    EXPECT_EQ(row["not_counted"], "1");
    EXPECT_EQ(row["crs"], "EPSG:6668");
    EXPECT_NEAR(std::stod(row["area_km2"]), 377975, 378);
}

TEST(Boundaries, BadFilesEndWith3AndSayWhatToTry) {
    const TemporaryFolder folder;
    const std::string whole = read_text(embedded());
    write_text(folder / "empty.gpkg", "");
    write_text(folder / "cut.gpkg", whole.substr(0, whole.size() / 3));
    write_text(folder / "text.gpkg", "this is no GeoPackage\n");
    write_text(folder / "vrt.gpkg", "<OGRVRTDataSource><OGRVRTLayer name=\"x\"><SrcDataSource>" +
                                        embedded().string() +
                                        "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
    write_text(folder / "foreign.geojson",
               R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1},)"
               R"("geometry":{"type":"Point","coordinates":[139,35]}}]})");
    for (const char* name :
         {"empty.gpkg", "cut.gpkg", "text.gpkg", "vrt.gpkg", "foreign.geojson", "missing.gpkg"}) {
        const Ran ran = boundaries(folder / name);
        EXPECT_EQ(ran.code, 3) << name << ran.err;
        EXPECT_THAT(ran.err, HasSubstr(name));
        EXPECT_EQ(ran.out, "") << name;
    }
    for (const char* address : {"/vsicurl/http://127.0.0.1:9/x.gpkg", "http://127.0.0.1:9/x.gpkg",
                                "PG:host=127.0.0.1", "/vsizip/x.zip"}) {
        EXPECT_EQ(boundaries(address).code, 3) << address;
    }
}

TEST(Boundaries, OneBadFileAmongSeveralDoesNotKeepTheOthersFromBeingDescribed) {
    const TemporaryFolder folder;
    write_text(folder / "empty.gpkg", "");
    const Ran ran = run({"boundaries", (folder / "missing.gpkg").string(), embedded().string(),
                         (folder / "empty.gpkg").string()});
    EXPECT_EQ(ran.code, 3);
    EXPECT_THAT(ran.out, HasSubstr("municipalities.gpkg"));
    EXPECT_THAT(ran.err, AllOf(HasSubstr("missing.gpkg"), HasSubstr("empty.gpkg")));
}

TEST(Boundaries, ReadingJsonAndJudgingItShowProgress) {
    const TemporaryFolder folder;
    const fs::path file = folder / "N03-21_210101.geojson";
    write_text(file, R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":)"
                     R"({"N03_001":"東京都","N03_003":null,"N03_004":"港区","N03_007":"13103"},)"
                     R"("geometry":{"type":"Polygon","coordinates":[[[139,35],[139.1,35],)"
                     R"([139,35.1],[139,35]]]}}]})");
    const Ran ran = run({"boundaries", file.string(), "--progress", "always"});
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.err, HasSubstr("100"));
}

TEST(Boundaries, AnInputIsNeverChangedNorGivenCompany) {
    const TemporaryFolder folder;
    fs::copy(embedded(), folder / "in.gpkg");
    const auto time = fs::last_write_time(folder / "in.gpkg");
    const std::string before = read_text(folder / "in.gpkg");
    ASSERT_EQ(boundaries(folder / "in.gpkg").code, 0);
    EXPECT_TRUE(read_text(folder / "in.gpkg") == before);
    EXPECT_EQ(fs::last_write_time(folder / "in.gpkg"), time);
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator{}), 1);
}

TEST(Boundaries, N03GivesTheSameAnswerInFiveFormats) {
    if (shared().empty()) {
        GTEST_SKIP() << "the N03 samples are not beside this checkout (../shared/n03)";
    }
    const TemporaryFolder folder;
    const fs::path source = shared() / "n03" / "N03-21_210101.topojson.json";
    const std::vector<std::pair<std::string, std::vector<std::string>>> made{
        {"n.gpkg", {}}, {"n.fgb", {}}, {"n.geojson", {}}, {"n.shp", {"-lco", "ENCODING=CP932"}}};
    const auto counted = [](const fs::path& file) {
        const Ran ran = run(
            {"coverage", "--by", "prefecture", "--format", "csv", "--boundaries", file.string()});
        EXPECT_EQ(ran.code, 0) << file << ran.err;
        std::string text;
        for (const auto& row : csv_rows(ran.out)) {
            for (std::size_t i = 0; i < 8; ++i) {
                text += row[i] + ",";
            }
            text += "\n";
        }
        return text;
    };
    const std::string expected = counted(source);
    EXPECT_THAT(expected, HasSubstr("01,北海道,179,"));
    for (const auto& [name, options] : made) {
        std::vector<std::string> command{"ogr2ogr", "-a_srs", "EPSG:6668", "-nln", "n03"};
        command.insert(command.end(), options.begin(), options.end());
        command.insert(command.end(), {(folder / name).string(), source.string()});
        ASSERT_EQ(run_program(command).code, 0) << name;
        EXPECT_EQ(counted(folder / name), expected) << name;
    }
}

}  // namespace
}  // namespace miraimap::test
