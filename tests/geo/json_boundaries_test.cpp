// SPDX-License-Identifier: MIT
// GeoJSON and TopoJSON as programs write them, and as they should not: read by our own reader as
// GDAL reads them, with what GDAL drops in silence said aloud.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <random>

#include "geo/error.hpp"
#include "geo/geometry/geodesic_area.hpp"
#include "geo/io/boundary_reader.hpp"
#include "tests/geo/boundary_fixtures.hpp"

namespace miraimap {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string chiyoda =
    R"("properties":{"N03_001":"東京都","N03_003":null,"N03_004":"千代田区","N03_007":"13101"})";
const std::string minato =
    R"("properties":{"N03_001":"東京都","N03_003":null,"N03_004":"港区","N03_007":"13103"})";

class JsonBoundaries : public testing::Test {
protected:
    fs::path file(const std::string& text) {
        const fs::path path = folder_ / "N03-21_210101.json";
        test::write_text(path, text);
        return path;
    }
    BoundarySet read(const std::string& text, const BoundaryReadOptions& options = {}) {
        return read_boundaries(file(text), options);
    }
    /// Two squares beside each other; arc 0 is their border, 1 and 2 go around.
    static std::string topology(const std::string& left, const std::string& right,
                                const std::string& more = "") {
        return R"({"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[139,35]},)" +
               more +
               R"("objects":{"n03":{"type":"GeometryCollection","geometries":[{"type":"Polygon",)" +
               chiyoda + R"(,"arcs":)" + left + R"(},{"type":"Polygon",)" + minato + R"(,"arcs":)" +
               right +
               R"(}]}},"arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]],[[1,1],[1,0],[0,-1],[-1,0]]]})";
    }
    static std::vector<std::string> codes_of(const Findings& findings) {
        std::vector<std::string> codes;
        for (const Finding& finding : findings) {
            codes.push_back(finding.code);
        }
        return codes;
    }
    test::TemporaryFolder folder_;
};

TEST_F(JsonBoundaries, ArcsAreDecodedAndTurnedAround) {
    const BoundarySet set = read(topology("[[0,1]]", "[[-1,-3]]"));
    EXPECT_TRUE(set.findings.empty());
    EXPECT_EQ(set.format, "TopoJSON");
    EXPECT_EQ(set.layer, "n03");
    EXPECT_EQ(set.ring_vertices, 8);
    ASSERT_EQ(set.mosaic.shapes.size(), 2U);
    const double west = 139 + 0.1;
    EXPECT_THAT(set.mosaic.shapes[0][0].shell,
                testing::UnorderedElementsAre(LonLat{139, 35}, LonLat{west, 35},
                                              LonLat{west, 35 + 0.1}, LonLat{139, 35 + 0.1}));
    EXPECT_GT(set.catalogue.municipalities[1].area_km2, 50);
}

TEST_F(JsonBoundaries, AnArcThatIsNotInTheFileIsNamedWithItsPlaceAndTheRestStays) {
    for (const char* arcs : {"[[0,7]]", "[[-9,0]]", R"([["x"]])", "[[0.5]]", "[[null,1]]"}) {
        const BoundarySet set = read(topology(arcs, "[[-1,-3]]"));
        ASSERT_THAT(codes_of(set.findings), ElementsAre("arc-missing")) << arcs;
        EXPECT_THAT(set.findings[0].text.en,
                    AllOf(HasSubstr("13101 千代田区"), HasSubstr("(3 arcs)")));
        EXPECT_TRUE(set.mosaic.shapes[0].empty());
        EXPECT_EQ(set.mosaic.shapes[1].size(), 1U);
    }
    EXPECT_THAT(read(topology("[[0,7]]", "[[-1,-3]]")).findings[0].text.en, HasSubstr("its arc 7"));
    EXPECT_THAT(read(topology("[[-9,0]]", "[[-1,-3]]")).findings[0].text.en,
                HasSubstr("its arc 8"));
}

TEST_F(JsonBoundaries, ArcsThatDoNotMeetAreSaid) {
    const BoundarySet set = read(topology("[[0,-2]]", "[[-1,-3]]"));
    ASSERT_FALSE(set.findings.empty());
    EXPECT_EQ(set.findings[0].code, "arcs-not-joined");
    EXPECT_THAT(set.findings[0].text.en, HasSubstr("an arc ends at 139.1 35.1 and the next begins "
                                                   "at 139.1 35"));
}

TEST_F(JsonBoundaries, AGeometryThatIsNullOrNoPolygonIsAFeatureAllTheSame) {
    std::string text = topology("[[0,1]]", "[[-1,-3]]");
    const std::size_t at = text.find(R"("Polygon")");
    for (const auto& [type, code] :
         std::map<std::string, std::string>{{"null", "geometry-missing"},
                                            {R"("LineString")", "geometry-not-polygon"},
                                            {R"("Point")", "geometry-not-polygon"}}) {
        std::string odd = text;
        odd.replace(at, 9, type);
        if (type == "null") {
            odd.replace(odd.find(R"(,"arcs":[[0,1]])"), 15, "");
        }
        const BoundarySet set = read(odd);
        EXPECT_EQ(set.features, 2);
        EXPECT_EQ(set.catalogue.municipalities.size(), 2U);
        EXPECT_THAT(codes_of(set.findings), ElementsAre(code)) << type;
    }
}

TEST_F(JsonBoundaries, APolygonInTheWayOfTheOtherFormatIsNamedWithItsPlaceAndTheRestStays) {
    const std::string ring = "[[[139,35],[139.1,35],[139,35.1],[139,35]]]";
    std::string topojson = topology("[[0,1]]", "[[-1,-3]]");
    topojson.replace(topojson.find(R"("arcs":[[0,1]])"), 14, R"("coordinates":)" + ring);
    const BoundarySet of_arcs = read(topojson);
    ASSERT_THAT(codes_of(of_arcs.findings), ElementsAre("geometry-unreadable"));
    EXPECT_THAT(of_arcs.findings[0].text.en,
                AllOf(HasSubstr("13101 千代田区: a polygon was left out"),
                      HasSubstr("\"coordinates\", but TopoJSON wants \"arcs\""),
                      HasSubstr("get it again")));
    EXPECT_TRUE(of_arcs.mosaic.shapes.at(0).empty());
    EXPECT_EQ(of_arcs.mosaic.shapes.at(1).size(), 1U);

    const BoundarySet of_coordinates =
        read(R"({"type":"FeatureCollection","features":[{"type":"Feature",)" + chiyoda +
             R"(,"geometry":{"type":"Polygon","arcs":[[0]]}},{"type":"Feature",)" + minato +
             R"(,"geometry":{"type":"Polygon","coordinates":)" + ring + "}}]}");
    ASSERT_THAT(codes_of(of_coordinates.findings), ElementsAre("geometry-unreadable"));
    EXPECT_EQ(of_coordinates.findings[0].severity, Severity::error);
    EXPECT_THAT(of_coordinates.findings[0].text.ja,
                AllOf(HasSubstr("13101 千代田区"), HasSubstr("GeoJSON の多角形は coordinates")));
    EXPECT_EQ(of_coordinates.mosaic.shapes.at(1).size(), 1U);
}

TEST_F(JsonBoundaries, WhatFollowsTheEndIsNamedByItsByteAndNotCalledTruncated) {
    const std::string text = R"({"type":"FeatureCollection","features":[]})";
    for (const std::string& more : {std::string("x"), std::string(" trailing"), std::string("\n{}"),
                                    std::string("\0{}", 3)}) {
        const std::string said = test::refusal(file(text + more));
        EXPECT_THAT(said, HasSubstr("something follows the end of the JSON")) << more;
        const std::size_t at = text.size() + more.find_first_not_of(" \n");
        EXPECT_THAT(said, HasSubstr(fmt::format("(from byte {} on)", at))) << more;
    }
    EXPECT_THAT(test::refusal(file(text.substr(0, 40))),
                HasSubstr("the JSON is truncated (it ends after 40 bytes)"));
}

TEST_F(JsonBoundaries, MembersMayStandInAnyOrder) {
    const std::string ring = "[[139,35],[139.1,35],[139.1,35.1],[139,35]]";
    const BoundarySet set = read(
        R"({"features":[{"geometry":{"coordinates":[)" + ring +
        R"(],"bbox":[1,2,3,4],"type":"Polygon"},"bbox":[139,35,140,36],)" + chiyoda +
        R"(,"type":"Feature"}],"crs":{"properties":{"name":"urn:ogc:def:crs:EPSG::6668"},"type":"name"},)"
        R"("name":"N03-21_210101","type":"FeatureCollection"})");
    EXPECT_TRUE(set.findings.empty());
    EXPECT_EQ(set.format, "GeoJSON");
    EXPECT_EQ(set.crs, "EPSG:6668");
    EXPECT_EQ(set.layer, "N03-21_210101");
    EXPECT_THAT(set.mosaic.shapes.at(0).at(0).shell,
                ElementsAre(LonLat{139, 35}, LonLat{139.1, 35}, LonLat{139.1, 35.1}));
}

TEST_F(JsonBoundaries, PartsHolesAndCollectionsAreUnderstood) {
    const auto square = [](double west, double size) {
        return fmt::format("[[{0},35],[{1},35],[{1},{2}],[{0},{2}],[{0},35]]", west, west + size,
                           35 + size);
    };
    const std::string hole = "[[139.02,35.02],[139.02,35.04],[139.04,35.04],[139.02,35.02]]";
    const std::string first = "[" + square(139, 0.1) + "," + hole + "]";
    const std::string second = "[" + square(140, 0.1) + "]";
    const auto feature = [&](const std::string& geometry) {
        return R"({"type":"Feature",)" + chiyoda + R"(,"geometry":)" + geometry + "}";
    };
    const auto polygon = [](const std::string& rings) {
        return R"({"type":"Polygon","coordinates":)" + rings + "}";
    };
    for (const std::string& geometry :
         {R"({"type":"MultiPolygon","coordinates":[)" + first + "," + second + "]}",
          R"({"type":"GeometryCollection","geometries":[)" + polygon(first) + "," +
              polygon(second) + "]}"}) {
        for (const std::string& text :
             {R"({"type":"FeatureCollection","features":[)" + feature(geometry) + "]}",
              feature(geometry)}) {
            const BoundarySet set = read(text);
            EXPECT_TRUE(set.findings.empty()) << text;
            ASSERT_EQ(set.mosaic.shapes.size(), 1U);
            ASSERT_EQ(set.mosaic.shapes[0].size(), 2U) << text;
            EXPECT_EQ(set.mosaic.shapes[0][0].holes.size(), 1U);
            EXPECT_EQ(set.mosaic.shapes[0][1].shell.size(), 4U);
            EXPECT_EQ(set.ring_vertices, 11);
        }
    }
    const BoundarySet mixed =
        read(feature(R"({"type":"GeometryCollection","geometries":[{"type":"Point",)"
                     R"("coordinates":[139,35]},)" +
                     polygon(second) + "]}"));
    EXPECT_THAT(codes_of(mixed.findings), ElementsAre("geometry-not-polygon"));
    EXPECT_EQ(mixed.mosaic.shapes[0][0].shell.size(), 4U);
}

TEST_F(JsonBoundaries, AnEmptyShellDoesNotTurnItsHoleIntoLand) {
    const BoundarySet set = read(
        R"({"type":"Feature",)" + chiyoda +
        R"(,"geometry":{"type":"Polygon","coordinates":[[],[[139,35],[139.1,35],[139,35.1],[139,35]]]}})");
    EXPECT_THAT(codes_of(set.findings), ElementsAre("ring-too-short"));
    EXPECT_TRUE(set.mosaic.shapes[0].empty());
}

TEST_F(JsonBoundaries, PositionsThatAreNoNumbersCostTheirRing) {
    for (const char* odd :
         {"[null,35]", R"(["139",35])", "[139]", "[NaN,35]", "[139,-Infinity]", "[{},35]"}) {
        const BoundarySet set = read(R"({"type":"Feature",)" + chiyoda +
                                     R"(,"geometry":{"type":"Polygon","coordinates":[[)" + odd +
                                     ",[139.1,35],[139,35.1],[139.2,35.3]]]}}");
        EXPECT_THAT(codes_of(set.findings), ElementsAre("coordinate-not-finite")) << odd;
    }
}

TEST_F(JsonBoundaries, CodesOfSpreadsheetsAndNumbersOfFeaturesAreKept) {
    const BoundarySet set =
        read(R"({"type":"Feature","id":4711,"properties":{"N03_001":"北海道","N03_003":null,)"
             R"("N03_004":"函館市","N03_007":1202.0},"geometry":{"type":"Polygon",)"
             R"("coordinates":[[[141,43],[141.1,43],[141,43.1],[141,43]]]}})");
    ASSERT_THAT(codes_of(set.findings), ElementsAre("code-lost-leading-zero"));
    EXPECT_EQ(set.findings[0].where, "N03-21_210101:4711");
    EXPECT_EQ(set.catalogue.municipalities.at(0).code, "01202");
}

TEST_F(JsonBoundaries, DeepNestingAndBrokenTextEndInAnErrorThatNamesTheByte) {
    const std::string deep(200000, '[');
    EXPECT_THAT(test::refusal(file("{\"features\":" + deep + "}")),
                HasSubstr("the JSON is broken"));
    EXPECT_THAT(test::refusal(file(R"({"type":"FeatureCollection","features":[}]})")),
                HasSubstr("byte 40: Invalid value)"));
    EXPECT_THAT(test::refusal(file(R"({"type":"FeatureCollection","features":[1e999]})")),
                HasSubstr("byte 40: Number too big"));
    EXPECT_THAT(test::refusal(file("{\"features\":" + deep + std::string(200000, ']') + "}")),
                HasSubstr("it holds no features"));
}

TEST_F(JsonBoundaries, NoDamageOfAByteOrAPieceEndsInAnythingButAnErrorOrFindings) {
    const std::vector<std::string> whole{test::as_geojson(test::small_n03()),
                                         topology("[[0,1]]", "[[-1,-3]]")};
    std::mt19937 random(20211127);
    const std::string bytes = "{}[],:\"\\0123456789.-eN \xFFtfna";
    int refused = 0;
    for (int round = 0; round < 1500; ++round) {
        std::string text = whole[static_cast<std::size_t>(round) % 2];
        for (unsigned hits = random() % 3 + 1; hits > 0; --hits) {
            const std::size_t at = random() % text.size();
            switch (random() % 4) {
                case 0:
                    text[at] = bytes[random() % bytes.size()];
                    break;
                case 1:
                    text.erase(at, random() % 40);
                    break;
                case 2:
                    text.insert(at, text.substr(random() % text.size(), random() % 40));
                    break;
                default:
                    text.insert(at, 1, bytes[random() % bytes.size()]);
                    break;
            }
        }
        try {
            const BoundarySet set = read(text);
            EXPECT_EQ(set.mosaic.shapes.size(), set.catalogue.municipalities.size());
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input) << text;
            ++refused;
        }
    }
    EXPECT_GT(refused, 300);
    EXPECT_LT(refused, 1500);
}

TEST_F(JsonBoundaries, AnUnknownCrsIsRefusedAndNothingIsFetchedForIt) {
    for (const char* crs : {R"({"type":"name","properties":{"name":"urn:x:no"}})",
                            R"({"type":"name","properties":{"name":"http://127.0.0.1:9/x"}})",
                            R"({"type":"name","properties":{"name":"/etc/passwd"}})"}) {
        EXPECT_THAT(test::refusal(file(std::string(R"({"crs":)") + crs + R"(,"type":"Feature",)" +
                                       chiyoda + R"(,"geometry":null})")),
                    HasSubstr("its crs is not known"));
    }
}

TEST_F(JsonBoundaries, SeveralLayersThatWouldDoAreNamed) {
    std::string text = topology("[[0,1]]", "[[-1,-3]]");
    const std::string object =
        R"("n03":{"type":"GeometryCollection","geometries":[{"type":"Polygon",)" + chiyoda +
        R"(,"arcs":[[0,1]]}]})";
    text.insert(text.find(R"("n03":)"), object.substr(0, 3) + "_old" + object.substr(4) + ",");
    const BoundarySet set = read(text);
    ASSERT_THAT(codes_of(set.findings), ElementsAre("layers-several"));
    EXPECT_THAT(set.findings[0].text.en, HasSubstr("n0_old is used, n03 not"));
    EXPECT_EQ(set.features, 1);
}

TEST_F(JsonBoundaries, TheBytesOfTheFileAreCountedWhileItIsReadAndReadingCanStopAtAnyOfThem) {
    std::string text = test::as_geojson(test::small_n03());
    text.insert(text.find('['), std::string(1'000'000, ' '));
    std::vector<int> seen;
    Progress progress([&](WorkStep step, int percent) {
        EXPECT_EQ(step, WorkStep::reading);
        seen.push_back(percent);
    });
    read(text, {.progress = &progress});
    EXPECT_GT(seen.size(), 10U);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
    EXPECT_LT(seen[seen.size() / 4], 60);
    EXPECT_EQ(seen.back(), 100);

    std::atomic<bool> stop = false;
    Progress stopping([&](WorkStep, int percent) { stop = percent >= 30; }, &stop);
    EXPECT_THROW(read(text, {.progress = &stopping}), Cancelled);
}

}  // namespace
}  // namespace miraimap
