// SPDX-License-Identifier: MIT
// Reading N03: one data set in five formats, and what its features become.
#include "geo/io/boundary_reader.hpp"

#include <gtest/gtest.h>

#include <map>

#include "geo/geometry/geodesic_area.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/place/n03.hpp"
#include "tests/geo/boundary_fixtures.hpp"

namespace miraimap {
namespace {

namespace fs = std::filesystem;

/// The same data in every format GDAL and we can write; file names by format.
std::map<std::string, fs::path> in_five_formats(const fs::path& topojson,
                                                const test::TemporaryFolder& folder) {
    const std::map<std::string, std::pair<std::string, std::vector<std::string>>> recipes{
        {"GPKG", {"N03-21_210101.gpkg", {"-f", "GPKG"}}},
        {"GeoJSON",
         {"N03-21_210101.geojson", {"-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=15"}}},
        {"FlatGeobuf", {"N03-21_210101.fgb", {"-f", "FlatGeobuf", "-nlt", "PROMOTE_TO_MULTI"}}},
        {"ESRI Shapefile",
         {"N03-21_210101.shp", {"-f", "ESRI Shapefile", "-lco", "ENCODING=CP932"}}},
    };
    std::map<std::string, fs::path> files{{"TopoJSON", topojson}};
    for (const auto& [format, recipe] : recipes) {
        std::vector<std::string> arguments = recipe.second;
        arguments.insert(arguments.end(), {"-a_srs", "EPSG:6668"});
        files[format] = folder / recipe.first;
        test::translate(topojson, files[format], arguments);
    }
    return files;
}

void expect_same(const BoundarySet& a, const BoundarySet& b) {
    EXPECT_EQ(a.features, b.features);
    EXPECT_EQ(a.wards_dissolved, b.wards_dissolved);
    EXPECT_EQ(a.ring_vertices, b.ring_vertices);
    EXPECT_EQ(a.catalogue.edition, b.catalogue.edition);
    ASSERT_EQ(a.catalogue.municipalities.size(), b.catalogue.municipalities.size());
    for (std::size_t i = 0; i < a.catalogue.municipalities.size(); ++i) {
        const Municipality& x = a.catalogue.municipalities[i];
        const Municipality& y = b.catalogue.municipalities[i];
        EXPECT_EQ(x.code, y.code);
        EXPECT_EQ(x.name_ja, y.name_ja);
        EXPECT_EQ(x.kind, y.kind);
        EXPECT_EQ(x.prefecture, y.prefecture);
        EXPECT_EQ(x.counted, y.counted);
        EXPECT_NEAR(x.area_km2, y.area_km2, 1e-8 * x.area_km2) << x.code;
        EXPECT_EQ(a.mosaic.shapes[i].size(), b.mosaic.shapes[i].size()) << x.code;
    }
}

TEST(N03, FiveFormatsOfASmallSetGiveTheSameCatalogueAndAreas) {
    const test::TemporaryFolder folder;
    const fs::path topojson = folder / "N03-21_210101.json";
    test::write_text(topojson, test::as_topojson(test::small_n03()));
    const BoundarySet reference = read_boundaries(topojson);
    EXPECT_EQ(reference.format, "TopoJSON");
    EXPECT_EQ(reference.crs, "");
    EXPECT_EQ(reference.catalogue.edition, "N03 2021-01-01");
    for (const auto& [format, file] : in_five_formats(topojson, folder)) {
        SCOPED_TRACE(format);
        const BoundarySet read = read_boundaries(file);
        EXPECT_EQ(read.format, format);
        EXPECT_EQ(read.crs, format == "TopoJSON" ? "" : "EPSG:6668");
        expect_same(reference, read);
    }
}

TEST(N03, FiveFormatsOfTheRealSetGiveTheSameCatalogueAndAreas) {
    const std::filesystem::path samples = test::shared();
    if (samples.empty()) {
        GTEST_SKIP() << "needs the N03 samples of ../shared";
    }
    const test::TemporaryFolder folder;
    const fs::path topojson = samples / "n03/N03-21_210101.topojson.json";
    const BoundarySet reference = read_boundaries(topojson);
    EXPECT_EQ(reference.features, 1906);
    EXPECT_EQ(reference.wards_dissolved, 175);
    EXPECT_EQ(reference.catalogue.counted(), 1741);
    EXPECT_EQ(reference.catalogue.municipalities.size(), 1751U);
    for (const auto& [format, file] : in_five_formats(topojson, folder)) {
        SCOPED_TRACE(format);
        expect_same(reference, read_boundaries(file));
    }
}

TEST(N03, WardsOfTheRealSetDissolveToTheSetWithWholeCities) {
    const std::filesystem::path samples = test::shared();
    if (samples.empty()) {
        GTEST_SKIP() << "needs the N03 samples of ../shared";
    }
    const BoundarySet wards = read_boundaries(samples / "n03/N03-21_210101.topojson.json");
    const BoundarySet cities =
        read_boundaries(samples / "n03/N03-21_210101_designated_city.topojson.json");
    EXPECT_EQ(cities.wards_dissolved, 0);
    ASSERT_EQ(wards.catalogue.municipalities.size(), cities.catalogue.municipalities.size());
    const GeosContext geos;
    for (std::size_t i = 0; i < wards.catalogue.municipalities.size(); ++i) {
        const Municipality& a = wards.catalogue.municipalities[i];
        const Municipality& b = cities.catalogue.municipalities[i];
        EXPECT_EQ(a.code, b.code);
        EXPECT_EQ(a.name_ja, b.name_ja);
        // The published set with whole cities was simplified on its own.
        EXPECT_NEAR(a.area_km2, b.area_km2, a.counted ? 0.005 * b.area_km2 : 5) << a.code;
        if (a.kind == BodyKind::designated_city) {
            EXPECT_EQ(geos.why_invalid(wards.mosaic.shapes[i]), "") << a.name_ja;
        }
    }
}

class SmallSet : public testing::Test {
protected:
    BoundarySet read(const std::vector<test::Square>& squares) {
        test::write_text(file(), test::as_geojson(squares));
        return read_boundaries(file());
    }
    [[nodiscard]] fs::path file() const { return folder_ / "n03.geojson"; }
    static const Municipality& body(const BoundarySet& set, std::string_view code) {
        const auto index = set.catalogue.find(code);
        EXPECT_TRUE(index) << code;
        return set.catalogue.municipalities.at(static_cast<std::size_t>(index.value_or(0)));
    }
    test::TemporaryFolder folder_;
};

TEST_F(SmallSet, WardsGoToTheirCitysOwnCode) {
    const BoundarySet set = read(test::small_n03());
    EXPECT_EQ(set.wards_dissolved, 5);
    EXPECT_EQ(body(set, "14130").name_ja, "川崎市");
    EXPECT_EQ(body(set, "40130").kind, BodyKind::designated_city);
    EXPECT_FALSE(set.catalogue.find("14100"));
    EXPECT_FALSE(set.catalogue.find("14131"));
    const auto kawasaki = static_cast<std::size_t>(*set.catalogue.find("14130"));
    ASSERT_EQ(set.mosaic.shapes[kawasaki].size(), 1U);
    EXPECT_EQ(set.mosaic.shapes[kawasaki][0].shell.size(), 8U);
}

TEST_F(SmallSet, SpecialWardsAreMunicipalities) {
    const BoundarySet set = read(test::small_n03());
    EXPECT_EQ(body(set, "13101").kind, BodyKind::special_ward);
    EXPECT_EQ(body(set, "13103").name_ja, "港区");
}

TEST_F(SmallSet, PartsOfOneCodeAreOneBody) {
    const BoundarySet set = read(test::small_n03());
    EXPECT_EQ(set.mosaic.shapes[static_cast<std::size_t>(*set.catalogue.find("28585"))].size(), 2U);
}

TEST_F(SmallSet, UnassignedLandAndTheNorthernTerritoriesAreKeptButNotCounted) {
    const BoundarySet set = read(test::small_n03());
    EXPECT_EQ(body(set, "12x01").kind, BodyKind::unassigned);
    EXPECT_FALSE(body(set, "12x01").counted);
    EXPECT_EQ(body(set, "01695").kind, BodyKind::northern_territories);
    EXPECT_FALSE(body(set, "01695").counted);
    EXPECT_EQ(set.catalogue.counted(), 5);
    EXPECT_EQ(set.features, 12);
    EXPECT_EQ(set.rejected, 0);
    EXPECT_TRUE(set.findings.empty());
}

TEST_F(SmallSet, ALostLeadingZeroIsRestoredAndReported) {
    const BoundarySet set = read({{"北海道", "石狩振興局", "江別市", "1217", 0, 0}});
    EXPECT_EQ(body(set, "01217").name_ja, "江別市");
    ASSERT_EQ(set.findings.size(), 1U);
    EXPECT_EQ(set.findings[0].code, "code-lost-leading-zero");
    EXPECT_EQ(set.findings[0].where, "N03-21_210101:0");
    EXPECT_NE(set.findings[0].text.ja.find("1217"), std::string::npos);
}

TEST_F(SmallSet, ACodeStoredAsANumberIsReadToo) {
    std::string text = test::as_geojson({{"北海道", "", "江別市", "1217", 0, 0}});
    text.replace(text.find("\"1217\""), 6, "1217");
    test::write_text(file(), text);
    EXPECT_TRUE(read_boundaries(file()).catalogue.find("01217"));
}

TEST_F(SmallSet, BlanksAroundCodesAndNamesAreCutInEveryFormat) {
    test::write_text(file(), test::as_geojson({{"東京都", "", " 千代田区　", "　13101 ", 0, 0},
                                               {"東京都 ", "", "港区", "\\t13103", 1, 0}}));
    const fs::path geopackage = folder_ / "blanks.gpkg";
    test::translate(file(), geopackage, {"-f", "GPKG", "-a_srs", "EPSG:6668"});
    for (const fs::path& read : {file(), geopackage}) {
        const BoundarySet set = read_boundaries(read);
        EXPECT_TRUE(set.findings.empty()) << read;
        EXPECT_EQ(set.rejected, 0);
        EXPECT_EQ(body(set, "13101").name_ja, "千代田区");
        EXPECT_EQ(body(set, "13103").name_ja, "港区");
    }
}

TEST_F(SmallSet, AnEmptyMunicipalityNameIsReportedOnceAndAnotherPartMayHaveIt) {
    const BoundarySet set = read({{"東京都", "", "", "13101", 0, 0},
                                  {"東京都", "", "", "13103", 1, 0},
                                  {"東京都", "", "", "13103", 3, 0},
                                  {"東京都", "", "港区", "13103", 5, 0}});
    ASSERT_EQ(set.findings.size(), 2U);
    for (const Finding& finding : set.findings) {
        EXPECT_EQ(finding.severity, Severity::warning);
        EXPECT_EQ(finding.code, "name-missing");
    }
    EXPECT_EQ(set.findings[0].where, "N03-21_210101:0");
    EXPECT_NE(set.findings[0].text.en.find("13101"), std::string::npos);
    EXPECT_NE(set.findings[0].text.ja.find("N03_004"), std::string::npos);
    EXPECT_EQ(body(set, "13103").name_ja, "港区");
    EXPECT_EQ(body(set, "13103").kind, BodyKind::special_ward);
}

TEST_F(SmallSet, ACheckDigitIsVerifiedAndCutOff) {
    const BoundarySet good = read({{"東京都", "", "千代田区", "131016", 0, 0}});
    EXPECT_TRUE(good.catalogue.find("13101"));
    EXPECT_EQ(good.findings.at(0).code, "code-check-digit");
    EXPECT_EQ(good.findings.at(0).severity, Severity::note);

    const BoundarySet bad = read({{"東京都", "", "千代田区", "131013", 0, 0}});
    EXPECT_EQ(bad.rejected, 1);
    EXPECT_EQ(bad.findings.at(0).severity, Severity::error);
}

TEST(CheckDigit, IsThatOfJisX0402) {
    EXPECT_EQ(check_digit_of("01100"), 2);  // 札幌市 011002
    EXPECT_EQ(check_digit_of("13101"), 6);  // 千代田区 131016
    EXPECT_EQ(check_digit_of("01202"), 5);  // 函館市 012025
    EXPECT_EQ(check_digit_of("14130"), 5);  // 川崎市 141305
}

TEST_F(SmallSet, FeaturesWithoutAKnownCodeAreRejectedByName) {
    const BoundarySet set = read({{"東京都", "", "千代田区", "13101", 0, 0},
                                  {"東京都", "", "某区", "", 1, 0},
                                  {"東京都", "", "某市", "99999", 2, 0},
                                  {"東京都", "", "某村", "ABCDE", 3, 0},
                                  {"東京都", "", "東京都", "13000", 4, 0}});
    EXPECT_EQ(set.features, 5);
    EXPECT_EQ(set.rejected, 4);
    EXPECT_EQ(set.catalogue.municipalities.size(), 1U);
    ASSERT_EQ(set.findings.size(), 4U);
    EXPECT_EQ(set.findings[0].code, "code-missing");
    EXPECT_NE(set.findings[0].text.ja.find("某区"), std::string::npos);
    EXPECT_EQ(set.findings[1].code, "code-unknown");
    EXPECT_EQ(set.findings[1].where, "N03-21_210101:2");
    EXPECT_TRUE(has_error(set.findings));
}

TEST_F(SmallSet, ADuplicateFeatureCountsOnceAndIsReported) {
    const std::vector<test::Square> once{{"兵庫県", "美方郡", "香美町", "28585", 0, 0},
                                         {"兵庫県", "美方郡", "香美町", "28585", 3, 0}};
    std::vector<test::Square> twice = once;
    twice.push_back(once.front());
    const double area_km2 = body(read(once), "28585").area_km2;
    const BoundarySet set = read(twice);
    EXPECT_NEAR(body(set, "28585").area_km2, area_km2, 1e-9);
    ASSERT_EQ(set.findings.size(), 1U);
    EXPECT_EQ(set.findings[0].code, "feature-duplicate");
    EXPECT_EQ(set.findings[0].where, "N03-21_210101:2");
}

TEST_F(SmallSet, AMissingOrCollapsedGeometryIsReportedAndItsBodyKept) {
    for (const char* geometry :
         {"null", R"({"type":"Polygon","coordinates":[]})",
          R"({"type":"Point","coordinates":[139,35]})",
          R"({"type":"Polygon","coordinates":[[[139,35],[140,35],[139,35]]]})"}) {
        SCOPED_TRACE(geometry);
        std::string text = test::as_geojson(
            {{"東京都", "", "千代田区", "13101", 0, 0}, {"東京都", "", "港区", "13103", 1, 0}});
        const std::size_t at = text.find("\"geometry\":") + 11;
        text.replace(at, text.find("]]]}", at) + 4 - at, geometry);
        test::write_text(file(), text);
        const BoundarySet set = read_boundaries(file());
        EXPECT_EQ(set.catalogue.municipalities.size(), 2U);
        ASSERT_EQ(set.findings.size(), 1U);
        EXPECT_EQ(set.findings[0].severity, Severity::error);
        EXPECT_EQ(body(set, "13101").area_km2, 0);
    }
}

TEST_F(SmallSet, ASelfCrossingRingIsReportedWhenAskedFor) {
    std::string text = test::as_geojson({{"東京都", "", "千代田区", "13101", 0, 0, 2}});
    const std::size_t at = text.find("[139.2,35.0]");
    text.replace(at, 12, "[139.2,35.3]");
    test::write_text(file(), text);
    EXPECT_TRUE(read_boundaries(file()).findings.empty());
    const Findings findings =
        read_boundaries(file(), {.geometry = true, .validity = true}).findings;
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].code, "ring-self-intersection");
    EXPECT_EQ(findings[0].where, "N03-21_210101:13101");
}

TEST_F(SmallSet, APrefectureThatContradictsItsCodeIsReported) {
    const BoundarySet set = read({{"大阪府", "", "千代田区", "13101", 0, 0}});
    EXPECT_EQ(set.findings.at(0).code, "code-prefecture-mismatch");
    EXPECT_EQ(body(set, "13101").prefecture, 13);
}

TEST_F(SmallSet, TheFieldsOfNewerEditionsAreUnderstood) {
    // From 2024 on the ward stands in N03_005 and the city in N03_004; names may be lower case.
    test::write_text(file(),
                     R"({"type":"FeatureCollection","name":"N03-20240101","features":[
        {"type":"Feature","properties":{"n03_001":"静岡県","n03_003":null,"n03_004":"浜松市","n03_005":"浜名区","n03_007":"22139"},
         "geometry":{"type":"Polygon","coordinates":[[[137,34],[138,34],[138,35],[137,34]]]}},
        {"type":"Feature","properties":{"n03_001":"静岡県","n03_003":null,"n03_004":"沼津市","n03_005":null,"n03_007":"22203"},
         "geometry":{"type":"Polygon","coordinates":[[[138,34],[139,34],[139,35],[138,34]]]}}]})");
    const BoundarySet set = read_boundaries(file());
    EXPECT_EQ(set.catalogue.edition, "N03 2024-01-01");
    EXPECT_EQ(body(set, "22130").name_ja, "浜松市");
    EXPECT_EQ(body(set, "22203").kind, BodyKind::city);
    EXPECT_EQ(set.wards_dissolved, 1);
}

TEST_F(SmallSet, InputsStayAsTheyAreAndNothingAppearsBesideThem) {
    const fs::path topojson = folder_ / "N03-21_210101.json";
    test::write_text(topojson, test::as_topojson(test::small_n03()));
    const auto files = in_five_formats(topojson, folder_);
    fs::copy(test::embedded_boundaries(), folder_ / "municipalities.gpkg");
    std::map<fs::path, std::string> before;
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
        before[entry.path()] = test::read_text(entry.path());
        fs::permissions(entry.path(), fs::perms::owner_read);
    }
    fs::permissions(folder_.path(), fs::perms::owner_read | fs::perms::owner_exec);
    for (const auto& [format, file] : files) {
        EXPECT_EQ(read_boundaries(file).features, 12) << format;
    }
    EXPECT_EQ(read_boundaries(folder_ / "municipalities.gpkg").features, 1742);
    fs::permissions(folder_.path(), fs::perms::owner_all);
    std::map<fs::path, std::string> after;
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
        after[entry.path()] = test::read_text(entry.path());
    }
    EXPECT_EQ(before, after);
}

}  // namespace
}  // namespace miraimap
