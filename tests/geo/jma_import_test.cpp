// SPDX-License-Identifier: MIT
#include "geo/io/jma_import.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

#include "geo/error.hpp"
#include "geo/io/boundary_reader.hpp"
#include "geo/io/jma_names.hpp"
#include "tests/geo/boundary_fixtures.hpp"

namespace miraimap {
namespace {

namespace fs = std::filesystem;

void write_packed(const fs::path& folder, const std::string& name, const std::string& text) {
    const std::string path =
        fmt::format("/vsizip/{}/{}.json.zip/{}.json", folder.string(), name, name);
    VSILFILE* file = VSIFOpenL(path.c_str(), "wb");
    ASSERT_NE(file, nullptr);
    VSIFWriteL(text.data(), 1, text.size(), file);
    VSIFCloseL(file);
}

std::string feature(const std::string& code, double x) {
    return fmt::format(
        R"({{"type":"Feature","properties":{{"code":"{}","name":"?","enName":"?"}},"geometry":{{"type":"MultiPolygon","coordinates":[[[[{},35],[{},36],[{},36],[{},35],[{},35]]]]}}}})",
        code, x, x, x + 1, x + 1, x);
}

/// A source of a few one-degree cells in a row.
void write_source(const fs::path& folder) {
    for (int i = 0; i < 10; ++i) {
        std::string features;
        if (i == 0) {
            features = feature("0120601", 130) + "," + feature("0120602", 131) + "," +
                       feature("2610100", 132) + "," + feature("2610200", 133) + "," +
                       feature("hoppo", 140) + "," + feature("strange", 150);
        }
        write_packed(folder, fmt::format("landslides_{}", i),
                     fmt::format(R"({{"type":"FeatureCollection","features":[{}]}})", features));
    }
    write_packed(folder, "area", R"({"class20s":{
        "0120601":{"name":"釧路市釧路","enName":"Kushiro, Kushiro City","kana":"くしろしくしろ"},
        "0120602":{"name":"釧路市阿寒","enName":"Akan, Kushiro City","kana":"くしろしあかん"}}})");
}

TEST(JmaImport, UnitesNamesAndReportsEveryFeature) {
    const test::TemporaryFolder folder;
    write_source(folder.path());
    const JmaImport import = import_jma(folder.path());
    const auto& bodies = import.catalogue.municipalities;
    ASSERT_EQ(bodies.size(), 3U);
    EXPECT_EQ(bodies[0].code, "01206");
    EXPECT_EQ(bodies[0].name_ja, "釧路市");
    EXPECT_EQ(bodies[0].name_kana, "くしろし");
    EXPECT_EQ(bodies[0].name_en, "Kushiro City");
    EXPECT_EQ(bodies[1].code, northern_territories_code);
    EXPECT_FALSE(bodies[1].counted);
    EXPECT_EQ(bodies[2].code, "26100");
    EXPECT_EQ(bodies[2].kind, BodyKind::designated_city);
    EXPECT_EQ(import.features, 6);
    EXPECT_EQ(import.valid_bodies, 3);
    ASSERT_EQ(import.findings.size(), 1U);
    EXPECT_EQ(import.findings[0].code, "code-unknown");
    EXPECT_EQ(import.findings[0].where, "strange");
    EXPECT_THAT(to_text(import, Lang::en), testing::HasSubstr("source features"));
    EXPECT_THAT(to_text(import, Lang::ja), testing::HasSubstr("code-unknown strange"));
}

TEST(JmaImport, WritesTheSameBytesAndReadsBackTheSame) {
    const test::TemporaryFolder folder;
    write_source(folder.path());
    const JmaImport import = import_jma(folder.path());
    for (const char* name : {"a.gpkg", "b.gpkg"}) {
        write_boundaries(folder / name, import.catalogue, import.mosaic, import.origin);
    }
    EXPECT_EQ(test::read_text(folder / "a.gpkg"), test::read_text(folder / "b.gpkg"));
    const BoundarySet read = read_boundaries(folder / "a.gpkg");
    ASSERT_EQ(read.catalogue.municipalities.size(), 3U);
    EXPECT_EQ(read.catalogue.edition, import.catalogue.edition);
    EXPECT_EQ(read.mosaic.shapes, import.mosaic.shapes);
}

TEST(JmaImport, AnIncompleteOrBrokenSourceIsNamed) {
    const test::TemporaryFolder folder;
    try {
        import_jma(folder.path());
        FAIL() << "a folder without the source was accepted";
    } catch (const Error& error) {
        EXPECT_THAT(error.message(Lang::en),
                    testing::HasSubstr("landslides_0.json.zip: is missing"));
        EXPECT_THAT(error.message(Lang::en), testing::HasSubstr("reversejp 0.2.1"));
    }
    write_source(folder.path());
    fs::remove(folder / "area.json.zip");
    write_packed(folder.path(), "area", "{\"class20s\":");
    EXPECT_THROW(import_jma(folder.path()), Error);
    fs::resize_file(folder / "landslides_3.json.zip", 40);
    EXPECT_THROW(import_jma(folder.path()), Error);
}

TEST(JmaImport, AnOutputThatCannotBeWrittenLeavesNothingBehind) {
    const test::TemporaryFolder folder;
    write_source(folder.path());
    const JmaImport import = import_jma(folder.path());
    EXPECT_THROW(
        write_boundaries(folder / "none/x.gpkg", import.catalogue, import.mosaic, import.origin),
        Error);
    fs::create_directory(folder / "taken.gpkg");
    test::write_text(folder / "taken.gpkg/file", "x");
    EXPECT_THROW(
        write_boundaries(folder / "taken.gpkg", import.catalogue, import.mosaic, import.origin),
        Error);
    EXPECT_FALSE(fs::exists(folder / ".taken.unfinished.gpkg"));
}

TEST(JmaImport, TheRealSourceGivesTheEmbeddedFileByteForByte) {
    const char* source = std::getenv("MIRAIMAP_REVERSEJP");
    if (source == nullptr) {
        GTEST_SKIP() << "set MIRAIMAP_REVERSEJP to the folder data/ of reversejp 0.2.1";
    }
    const test::TemporaryFolder folder;
    const JmaImport import = import_jma(source);
    EXPECT_TRUE(import.findings.empty());
    EXPECT_EQ(import.features, 1855);
    EXPECT_EQ(import.invalid_features, 355);
    EXPECT_EQ(import.valid_bodies, 1742);
    for (const PrefectureArea& area : import.areas) {
        EXPECT_LT(std::fabs(area.repaired_km2 / area.source_km2 - 1), 1e-4);
    }
    write_boundaries(folder / "m.gpkg", import.catalogue, import.mosaic, import.origin);
    EXPECT_EQ(test::read_text(folder / "m.gpkg"), test::read_text(test::embedded_boundaries()));
}

TEST(JmaNames, FollowTheStatedRules) {
    const JmaName sasebo = name_of_municipality(
        "42202",
        {{"4220201", "佐世保市（宇久地域を除く）", "Sasebo City (Excluding Uku Area)", "させぼし"},
         {"4220202", "佐世保市（宇久地域）", "Sasebo City (Uku Area)", "させぼし"}});
    EXPECT_EQ(sasebo.ja, "佐世保市");
    EXPECT_EQ(sasebo.en, "Sasebo City");
    const JmaName kurihara = name_of_municipality(
        "04213", {{"0421301", "栗原市東部", "Eastern Kurihara City", "くりはらしとうぶ"},
                  {"0421302", "栗原市西部", "Western Kurihara City", "くりはらしせいぶ"}});
    EXPECT_EQ(kurihara.en, "Kurihara City");
    EXPECT_EQ(kurihara.kana, "くりはらし");
    EXPECT_EQ(
        name_of_municipality("24202", {{"2420200", "四日市市", "Yokkaichi City", "よっかいちし"}})
            .ja,
        "四日市市");
    EXPECT_EQ(name_of_municipality("34100", {}).kana, "ひろしまし");
    EXPECT_EQ(name_of_municipality("99999", {}).ja, "");
}

}  // namespace
}  // namespace miraimap
