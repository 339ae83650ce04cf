// SPDX-License-Identifier: MIT
// Boundary files that must be refused whole, each with a message that says why and what to try.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <map>

#include "geo/io/boundary_reader.hpp"
#include "tests/geo/boundary_fixtures.hpp"

namespace miraimap {
namespace {

namespace fs = std::filesystem;
using test::refusal;
using testing::AllOf;
using testing::HasSubstr;

class Refusal : public testing::Test {
protected:
    fs::path file(const std::string& name, const std::string& bytes) {
        test::write_text(folder_ / name, bytes);
        return folder_ / name;
    }
    fs::path n03(const std::string& name, const std::vector<std::string>& arguments) {
        const fs::path source = file("source.geojson", test::as_geojson(test::small_n03()));
        test::translate(source, folder_ / name, arguments);
        return folder_ / name;
    }
    test::TemporaryFolder folder_;
};

TEST_F(Refusal, AMissingFile) {
    EXPECT_THAT(refusal(folder_ / "none.gpkg"), HasSubstr("there is no such file. check the path"));
    EXPECT_THAT(refusal(folder_ / "none.gpkg"), HasSubstr("ファイルがない"));
}

TEST_F(Refusal, AnEmptyFile) {
    EXPECT_THAT(refusal(file("empty.gpkg", "")), HasSubstr("the file is empty"));
}

TEST_F(Refusal, AFolder) {
    fs::create_directory(folder_ / "n03.gdb");
    EXPECT_THAT(refusal(folder_ / "n03.gdb"), HasSubstr("it is a folder"));
}

TEST_F(Refusal, APipe) {
    ASSERT_EQ(mkfifo((folder_ / "pipe.json").c_str(), 0600), 0);
    EXPECT_THAT(refusal(folder_ / "pipe.json"), HasSubstr("not a regular file"));
}

TEST_F(Refusal, NetworkAndVirtualPathsAndConnectionStringsButOfPostgis) {
    for (const char* path :
         {"/vsicurl/https://example.org/x.gpkg", "/vsizip/x.zip/x.gpkg",
          "http://example.org/x.json", "https://example.org/x.fgb", "/vsimem/x.gpkg"}) {
        EXPECT_THAT(refusal(path), HasSubstr("network and virtual paths are not read")) << path;
    }
    for (const char* path : {"GPKG:x.gpkg:municipalities", "MYSQL:x"}) {
        EXPECT_THAT(refusal(path), HasSubstr("connection strings")) << path;
    }
    EXPECT_THAT(refusal("PG:host=127.0.0.1 port=1 dbname=x"), HasSubstr("cannot be reached"));
}

TEST_F(Refusal, AVrtWhateverItsName) {
    const std::string vrt =
        "<OGRVRTDataSource><OGRVRTLayer name=\"municipalities\"><SrcDataSource>" +
        test::embedded_boundaries().string() + "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>";
    for (const char* name : {"n03.gpkg", "n03.geojson", "n03.shp", "n03.fgb", "n03.vrt", "n03"}) {
        EXPECT_THAT(refusal(file(name, vrt)), HasSubstr("a VRT")) << name;
    }
}

TEST_F(Refusal, ForeignFiles) {
    EXPECT_THAT(refusal(file("a.gpkg", "hello\n")), HasSubstr("its format is not read"));
    EXPECT_THAT(refusal(file("a.zip", "PK\3\4xxxx")), HasSubstr("unpack it"));
    EXPECT_THAT(refusal(file("a.gml", "<?xml version=\"1.0\"?><gml/>")), HasSubstr("ogr2ogr"));
    EXPECT_THAT(refusal(file("a.geojson", "{\"a\":1}")), HasSubstr("neither GeoJSON nor TopoJSON"));
    EXPECT_THAT(
        refusal(file("b.gpkg", std::string("SQLite format 3\0", 16) + std::string(84, '\0'))),
        HasSubstr("cannot be read as GPKG"));
}

TEST_F(Refusal, AFileWithoutTheFields) {
    const fs::path other = file("other.geojson",
                                R"({"type":"FeatureCollection","features":[{"type":"Feature",
        "properties":{"colour":"red"},"geometry":null}]})");
    EXPECT_THAT(refusal(other), AllOf(HasSubstr("N03_007"), HasSubstr("fields: colour")));
}

TEST_F(Refusal, ALayerWithoutFeatures) {
    const fs::path empty = n03("empty.gpkg", {"-f", "GPKG", "-where", "N03_007='x'"});
    EXPECT_THAT(refusal(empty), HasSubstr("it holds no features"));
}

TEST_F(Refusal, ProjectedCoordinatesAndOtherDatums) {
    EXPECT_THAT(refusal(n03("plane.gpkg", {"-f", "GPKG", "-t_srs", "EPSG:6677"})),
                AllOf(HasSubstr("not longitude/latitude"), HasSubstr("JGD2011 / Japan Plane"),
                      HasSubstr("-t_srs EPSG:6668")));
    EXPECT_THAT(refusal(n03("tokyo.gpkg", {"-f", "GPKG", "-a_srs", "EPSG:4301"})),
                HasSubstr("its datum is none of"));
    for (const char* srs : {"EPSG:6668", "EPSG:4612", "EPSG:4326"}) {
        const fs::path good =
            n03(std::string("good") + (srs + 5) + ".shp",
                {"-f", "ESRI Shapefile", "-lco", "ENCODING=CP932", "-a_srs", srs});
        EXPECT_EQ(read_boundaries(good).crs, srs);
    }
}

TEST_F(Refusal, CoordinatesThatAreNoLongitudesAndLatitudesOfJapan) {
    std::string text = test::as_topojson({{"東京都", "", "千代田区", "13101", 0, 0}});
    for (std::size_t at = text.find("[139."); at != std::string::npos; at = text.find("[139.")) {
        text.replace(at, 11, fmt::format("[{},{}", text.substr(at + 7, 4), text.substr(at + 1, 5)));
    }
    EXPECT_THAT(
        refusal(file("swapped.json", text)),
        HasSubstr("the coordinates of 13101 千代田区 are not longitudes and latitudes of Japan"));
}

TEST_F(Refusal, AGeoJsonWhoseCrsIsALink) {
    std::string text = test::as_geojson(test::small_n03());
    text.insert(1, R"("crs":{"type":"link","properties":{"href":"http://127.0.0.1:9/x"}},)");
    EXPECT_THAT(refusal(file("linked.geojson", text)), HasSubstr("link to elsewhere"));
}

TEST_F(Refusal, AGeoPackageInUse) {
    const fs::path copy = folder_ / "used.gpkg";
    fs::copy(test::embedded_boundaries(), copy);
    file("used.gpkg-wal", "changes");
    EXPECT_THAT(refusal(copy), HasSubstr("used.gpkg-wal"));
}

TEST_F(Refusal, AShapefileWithoutItsParts) {
    const fs::path shp = n03("n03.shp", {"-f", "ESRI Shapefile", "-lco", "ENCODING=CP932"});
    fs::rename(folder_ / "n03.dbf", folder_ / "away.dbf");
    EXPECT_THAT(refusal(shp), HasSubstr("n03.dbf is missing beside it"));
    fs::rename(folder_ / "away.dbf", folder_ / "n03.dbf");
    EXPECT_THAT(refusal(folder_ / "n03.dbf"), HasSubstr("name the .shp"));
    fs::remove(folder_ / "n03.shx");
    EXPECT_THAT(refusal(shp), HasSubstr("n03.shx is missing beside it"));
    EXPECT_FALSE(fs::exists(folder_ / "n03.shx"));
}

TEST_F(Refusal, ATextThatIsNeitherUtf8NorCp932) {
    const fs::path shp = n03("n03.shp", {"-f", "ESRI Shapefile", "-lco", "ENCODING=CP932"});
    std::string dbf = test::read_text(folder_ / "n03.dbf");
    const std::size_t at = dbf.find("\x90\xE7\x91\xE3\x93\x63");  // 千代田 in CP932
    ASSERT_NE(at, std::string::npos);
    dbf.replace(at, 4, "\xFF\xFF\xFF\xFF");
    file("n03.dbf", dbf);
    EXPECT_THAT(refusal(shp), HasSubstr("neither UTF-8 nor CP932"));
}

/// Cuts a file at many places: reading must refuse each, and never crash.
class Truncation : public Refusal, public testing::WithParamInterface<const char*> {};

TEST_P(Truncation, IsAlwaysNoticed) {
    const std::string name = GetParam();
    const std::map<std::string, std::vector<std::string>> recipes{
        {"n.gpkg", {"-f", "GPKG"}},
        {"n.shp", {"-f", "ESRI Shapefile", "-lco", "ENCODING=CP932"}},
        {"n.dbf", {"-f", "ESRI Shapefile", "-lco", "ENCODING=CP932"}},
        {"n.shx", {"-f", "ESRI Shapefile", "-lco", "ENCODING=CP932"}},
        {"n.fgb", {"-f", "FlatGeobuf"}},
    };
    fs::path whole = folder_ / name;
    if (recipes.contains(name)) {
        n03(name == "n.dbf" || name == "n.shx" ? "n.shp" : name, recipes.at(name));
    } else if (name == "n.geojson") {
        file(name, test::as_geojson(test::small_n03()));
    } else {
        file(name, test::as_topojson(test::small_n03()));
    }
    const fs::path opened = name == "n.dbf" || name == "n.shx" ? folder_ / "n.shp" : whole;
    ASSERT_EQ(refusal(opened), "");
    std::string bytes = test::read_text(whole);
    // Trailing white space of JSON and the end mark of a .dbf may be missing without any loss.
    const std::size_t end = bytes.find_last_not_of(" \r\n\x1a") + 1;
    for (std::size_t i = 0; i < 60; ++i) {
        const std::size_t length = (end - 1) * i / 59;
        test::write_text(whole, bytes.substr(0, length));
        EXPECT_NE(refusal(opened), "") << name << " cut to " << length << " of " << bytes.size();
    }
    for (std::size_t at = bytes.find('}'); name.ends_with("json") && at < end - 1;
         at = bytes.find('}', at + 1)) {
        test::write_text(whole, bytes.substr(0, at + 1));
        EXPECT_NE(refusal(opened), "") << name << " cut after a brace at " << at;
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, Truncation,
                         testing::Values("n.gpkg", "n.shp", "n.shx", "n.dbf", "n.fgb", "n.geojson",
                                         "n.json"),
                         [](const auto& tested) { return std::string(tested.param + 2); });

}  // namespace
}  // namespace miraimap
