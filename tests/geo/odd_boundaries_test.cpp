// SPDX-License-Identifier: MIT
// Boundary files with a few rings that are not right: the rest is read, and the findings say what
// and where.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "geo/error.hpp"
#include "geo/io/boundary_reader.hpp"
#include "tests/geo/boundary_fixtures.hpp"

namespace miraimap {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class OddBoundaries : public testing::Test {
protected:
    /// Three towns side by side, the first one with this geometry.
    fs::path with_first(const std::string& geometry) {
        std::string text = test::as_geojson({{"奈良県", "生駒郡", "斑鳩町", "29344", 0, 0},
                                             {"奈良県", "生駒郡", "安堵町", "29345", 1, 0},
                                             {"奈良県", "", "大和郡山市", "29203", 2, 0}});
        const std::size_t at = text.find("\"geometry\":") + 11;
        text.replace(at, text.find("]]]}", at) + 4 - at, geometry);
        const fs::path file = folder_ / "N03-21_210101.geojson";
        test::write_text(file, text);
        return file;
    }
    static std::string polygon(const std::string& points) {
        return R"({"type":"Polygon","coordinates":[[)" + points + "]]}";
    }
    static const MultiPolygon& shape_of(const BoundarySet& set, const std::string& code) {
        return set.mosaic.shapes.at(static_cast<std::size_t>(set.catalogue.find(code).value()));
    }
    test::TemporaryFolder folder_;
};

TEST_F(OddBoundaries, ABowTieWithEqualLobesIsKeptAndReportedAsUnclean) {
    const BoundarySet set =
        read_boundaries(with_first(polygon("[139,35],[139.1,35.1],[139.1,35],[139,35.1],[139,35]")),
                        {.geometry = true, .validity = true});
    EXPECT_EQ(shape_of(set, "29344").size(), 1U);
    ASSERT_EQ(set.findings.size(), 2U);
    EXPECT_EQ(set.findings[0].code, "area-not-positive");
    EXPECT_EQ(set.findings[1].code, "ring-self-intersection");
}

TEST_F(OddBoundaries, PolygonsWhoseAreaComesOutAsNothingAreNamedWithoutTheThoroughCheckToo) {
    const std::string square = "[139,35],[139.1,35],[139.1,35.1],[139,35.1],[139,35]";
    for (const std::string& points :
         {std::string("[139,35],[139.1,35.1],[139.1,35],[139,35.1],[139,35]"),  // a bow tie
          square + "],[" + square,
          square + "],[[138.5,35],[138.6,35],[138.6,35.1],[138.5,35.1],[138.5,35]"}) {
        const BoundarySet set = read_boundaries(with_first(polygon(points)));
        EXPECT_EQ(shape_of(set, "29344").size(), 1U) << points;
        ASSERT_EQ(set.findings.size(), 1U) << points;
        const Finding& finding = set.findings[0];
        EXPECT_EQ(finding.severity, Severity::warning);
        EXPECT_EQ(finding.code, "area-not-positive");
        EXPECT_EQ(finding.where, "N03-21_210101:0");
        EXPECT_THAT(finding.text.en, AllOf(HasSubstr("29344 斑鳩町: "), HasSubstr("get it again")));
        EXPECT_THAT(finding.text.ja, AllOf(HasSubstr("29344 斑鳩町: "), HasSubstr("取得し直す")));
    }
}

TEST_F(OddBoundaries, PolygonsAndHolesThatStandTwiceInAFeatureCountOnceAndAreNamed) {
    const std::string shell = "[[139,35],[139.1,35],[139.1,35.1],[139,35.1],[139,35]]";
    const std::string hole =
        "[[139.02,35.02],[139.02,35.04],[139.04,35.04],[139.04,35.02],[139.02,35.02]]";
    const std::string whole = "[" + shell + "," + hole + "]";
    const auto multi = [](const std::string& polygons) {
        return R"({"type":"MultiPolygon","coordinates":[)" + polygons + "]}";
    };
    const BoundarySet once = read_boundaries(with_first(multi(whole)));
    EXPECT_TRUE(once.findings.empty());
    for (const std::string& again :
         {whole + "," + whole, "[" + shell + "," + hole + "," + hole + "]"}) {
        const BoundarySet set = read_boundaries(with_first(multi(again)));
        EXPECT_EQ(set.mosaic.shapes, once.mosaic.shapes) << again;
        EXPECT_EQ(set.ring_vertices, once.ring_vertices);
        EXPECT_EQ(set.catalogue.municipalities[1].area_km2,
                  once.catalogue.municipalities[1].area_km2);
        ASSERT_EQ(set.findings.size(), 1U) << again;
        EXPECT_EQ(set.findings[0].severity, Severity::warning);
        EXPECT_EQ(set.findings[0].code, "feature-duplicate");
        EXPECT_THAT(set.findings[0].text.en,
                    AllOf(HasSubstr("29344 生駒郡斑鳩町: "), HasSubstr("again (1), counted once")));
    }
}

TEST_F(OddBoundaries, ARingOnOneLineIsLeftOut) {
    for (const char* points : {"[139,35],[139.5,35.5],[139.25,35.25],[139,35]",
                               "[139,35],[139.1,35],[139.2,35],[139.1,35],[139,35]"}) {
        const BoundarySet set = read_boundaries(with_first(polygon(points)));
        EXPECT_TRUE(shape_of(set, "29344").empty()) << points;
        ASSERT_EQ(set.findings.size(), 1U);
        EXPECT_EQ(set.findings[0].code, "ring-too-short");
    }
}

TEST_F(OddBoundaries, SurfacesAndCurvePolygonsAreReadLikePolygons) {
    const fs::path plain = folder_ / "N03-21_210101.geojson";
    test::write_text(plain, test::as_geojson(test::small_n03()));
    const BoundarySet expected = read_boundaries(plain);
    for (const char* type : {"MULTISURFACE", "CURVEPOLYGON"}) {
        const fs::path file = folder_ / (std::string(type) + ".gpkg");
        test::translate(plain, file, {"-f", "GPKG", "-nlt", type, "-a_srs", "EPSG:6668"});
        const BoundarySet set = read_boundaries(file);
        EXPECT_TRUE(set.findings.empty()) << type;
        EXPECT_EQ(set.mosaic.shapes, expected.mosaic.shapes) << type;
    }
}

TEST_F(OddBoundaries, OneVertexOutOfRangeCostsItsRingOnlyAndIsNamed) {
    for (const auto& [vertex, value] : std::map<std::string, std::string>{
             {"[999,999]", "999 E 999 N"},
             {"[139,91]", "139 E 91 N"},
             {"[0,0]", "0 E 0 N"},
             {"[1e300,35]", "1e+300 E 35 N"},
             {"[139.123456789,-35.123456789]", "139.123 E -35.1235 N"}}) {
        const BoundarySet set = read_boundaries(
            with_first(polygon("[139,35],[139.1,35]," + vertex + ",[139,35.1],[139,35]")));
        EXPECT_EQ(set.catalogue.municipalities.size(), 3U);
        EXPECT_TRUE(shape_of(set, "29344").empty());
        EXPECT_EQ(shape_of(set, "29345").size(), 1U);
        ASSERT_EQ(set.findings.size(), 1U) << vertex;
        const Finding& finding = set.findings[0];
        EXPECT_EQ(finding.severity, Severity::error);
        EXPECT_EQ(finding.code, "coordinate-out-of-range");
        EXPECT_EQ(finding.where, "N03-21_210101:0");
        EXPECT_THAT(finding.text.en, AllOf(HasSubstr("29344 生駒郡斑鳩町: "), HasSubstr(value),
                                           HasSubstr("in N03-21_210101.geojson")));
        EXPECT_LT(finding.text.en.size(), 250U);
        EXPECT_THAT(finding.text.ja, HasSubstr("除いた"));
    }
}

TEST_F(OddBoundaries, AVertexFarAwayInsideJapanIsSuspectedAndNothingIsLeftOut) {
    const BoundarySet set =
        read_boundaries(with_first(polygon("[139,35],[139.1,35],[125,24],[139,35.1],[139,35]")));
    EXPECT_EQ(shape_of(set, "29344").at(0).shell.size(), 4U);
    ASSERT_EQ(set.findings.size(), 1U);
    EXPECT_EQ(set.findings[0].code, "edge-very-long");
    EXPECT_EQ(set.findings[0].severity, Severity::warning);
    EXPECT_THAT(set.findings[0].text.en,
                AllOf(HasSubstr("29344 生駒郡斑鳩町"), HasSubstr("to 125 24: is a vertex wrong?")));
}

TEST_F(OddBoundaries, OtherRingsOfTheSamePlaceStay) {
    const BoundarySet set = read_boundaries(with_first(
        R"({"type":"MultiPolygon","coordinates":[[[[139,35],[139.1,35],[139.1,95],[139,35]]],)"
        R"([[[139,34],[139.1,34],[139.1,34.1],[139,34]]]]})"));
    EXPECT_EQ(shape_of(set, "29344").size(), 1U);
    EXPECT_EQ(set.findings.size(), 1U);
}

TEST_F(OddBoundaries, AFileThatLiesMostlyOutsideIsRefusedInAShortLine) {
    std::string text = test::read_text(with_first(polygon("[0,0],[1e300,1],[0,1],[0,0]")));
    for (std::size_t at = text.find("[139.1,"); at != std::string::npos;
         at = text.find("[139.1,")) {
        text.replace(at, 7, "[1e299,");
    }
    const fs::path file = folder_ / "metres.geojson";
    test::write_text(file, text);
    const std::string message = test::refusal(file);
    EXPECT_THAT(message, HasSubstr("are not longitudes and latitudes of Japan (0 0 – 1e+300 1)"));
    EXPECT_LT(message.size(), 500U);
}

TEST_F(OddBoundaries, WhatIsMissingOrNoNumberNamesThePlace) {
    for (const char* geometry :
         {"null", R"({"type":"Polygon","coordinates":[[[139,35],[NaN,35],[139,36],[139,35]]]})",
          R"({"type":"Point","coordinates":[139,35]})"}) {
        const BoundarySet set = read_boundaries(with_first(geometry));
        ASSERT_EQ(set.findings.size(), 1U) << geometry;
        EXPECT_THAT(set.findings[0].text.en,
                    AllOf(HasSubstr("29344 生駒郡斑鳩町"), HasSubstr("or get it again")));
        EXPECT_THAT(set.findings[0].text.ja, HasSubstr("29344 生駒郡斑鳩町"));
    }
}

TEST_F(OddBoundaries, AGeoPackageRowWhoseGeometryCannotBeReadCostsThatGeometryOnly) {
    const fs::path plain = folder_ / "N03-21_210101.geojson";
    test::write_text(plain, test::as_geojson(test::small_n03()));
    const fs::path file = folder_ / "broken.gpkg";
    test::translate(plain, file, {"-f", "GPKG", "-a_srs", "EPSG:6668"});
    std::string bytes = test::read_text(file);
    // Rows fill their page from its end: the last geometry of the file is that of the first row.
    const std::size_t geometry = bytes.rfind(std::string("GP\0", 3));
    ASSERT_NE(geometry, std::string::npos);
    bytes.replace(geometry, 2, "XX");
    test::write_text(file, bytes);
    const BoundarySet whole = read_boundaries(plain);
    const BoundarySet set = read_boundaries(file);
    ASSERT_EQ(set.findings.size(), 1U);
    EXPECT_EQ(set.findings[0].code, "geometry-unreadable");
    EXPECT_EQ(set.findings[0].where, "N03-21_210101:1");
    EXPECT_THAT(set.findings[0].text.en, AllOf(HasSubstr("川崎区"), HasSubstr("in broken.gpkg")));
    EXPECT_EQ(set.features, whole.features);
    for (std::size_t i = 0; i < whole.mosaic.shapes.size(); ++i) {
        const std::string& code = whole.catalogue.municipalities[i].code;
        EXPECT_EQ(shape_of(set, code) == whole.mosaic.shapes[i], code != "14130") << code;
    }
}

TEST_F(OddBoundaries, WardsWithHolesOutsideOrBackwardLobesAreUnitedWithoutLoss) {
    const std::vector<test::Square> wards{{"大阪府", "大阪市", "都島区", "27102", 0, 0},
                                          {"大阪府", "大阪市", "福島区", "27103", 1, 0}};
    const std::string square = "[139.0,35.0],[139.1,35.0],[139.1,35.1],[139.0,35.1]";
    const std::string hole = "[138.5,35.0],[138.5,35.1],[138.6,35.1],[138.6,35.0],[138.5,35.0]";
    const std::string lobe = "[139.0,35.1],[138.9,35.1],[138.9,35.2],[139.0,35.2]";
    for (const std::string& rings : {"[" + square + ",[139.0,35.0]],[" + hole + "]",
                                     "[" + square + "," + lobe + ",[139.0,35.1],[139.0,35.0]]"}) {
        std::string text = test::as_geojson(wards);
        const std::size_t at = text.find("[[[") + 1;
        text.replace(at, text.find("]]]", at) + 2 - at, rings);
        const fs::path file = folder_ / "N03-21_210101.geojson";
        test::write_text(file, text);
        const BoundarySet set = read_boundaries(file);
        const MultiPolygon& city = shape_of(set, "27100");
        ASSERT_EQ(city.size(), 2U) << rings;
        EXPECT_EQ(city[0].shell.size(), 4U) << "the ring that was a hole or a lobe";
        EXPECT_EQ(city[1].shell.size(), 6U) << "both wards";
    }
}

}  // namespace
}  // namespace miraimap
