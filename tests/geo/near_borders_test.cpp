// SPDX-License-Identifier: MIT
// Borders that match only nearly are counted, and nothing else is.
#include "geo/geometry/near_borders.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "geo/geometry/arcs.hpp"
#include "geo/io/boundary_reader.hpp"
#include "tests/geo/boundary_fixtures.hpp"
#include "tests/geo/random_mosaic.hpp"

namespace miraimap {
namespace {

constexpr double metre_deg = 1 / 110'950.0;  // of latitude at 35 N
constexpr double width_m = 9'128;            // a tenth of a degree of longitude there

/// Two squares of a tenth of a degree, the second north of the first, `apart_m` between them
/// (negative: they overlap).
std::vector<MultiPolygon> pair(double apart_m) {
    const double low = 35 + apart_m * metre_deg;
    return {{{{{139, 34.9}, {139.1, 34.9}, {139.1, 35}, {139, 35}}, {}}},
            {{{{139, low}, {139.1, low}, {139.1, 35.1}, {139, 35.1}}, {}}}};
}

TEST(NearBorders, OfCleanMosaicsAreNone) {
    EXPECT_TRUE(find_near_borders(pair(0)).empty());
    for (const std::uint32_t seed : {1U, 2U, 3U, 4U}) {
        EXPECT_TRUE(find_near_borders(test::random_mosaic(seed, 12, 30)).empty()) << seed;
        EXPECT_TRUE(find_near_borders(test::random_archipelago(seed, 12, 30)).empty()) << seed;
    }
    EXPECT_TRUE(
        find_near_borders(read_boundaries(test::embedded_boundaries()).mosaic.shapes).empty());
}

TEST(NearBorders, ATenthOfAMetreApartOrOverlappingIsOneStretch) {
    for (const double apart_m : {0.1, -0.1, 0.9, -0.9}) {
        const auto found = find_near_borders(pair(apart_m));
        ASSERT_EQ(found.size(), 1U) << apart_m;
        EXPECT_EQ(found[0].a, 0);
        EXPECT_EQ(found[0].b, 1);
        EXPECT_EQ(found[0].stretches, 1);
        EXPECT_NEAR(found[0].length_m, width_m, width_m * 0.01);
        EXPECT_NEAR(found[0].largest_m, std::abs(apart_m), 0.01);
    }
}

TEST(NearBorders, AcrossAStraitAreNone) {
    for (const double apart_m : {1.5, 5.0, 50.0, -1.5}) {
        EXPECT_TRUE(find_near_borders(pair(apart_m)).empty()) << apart_m;
    }
}

TEST(NearBorders, AVertexOnOneSideOnlyIsSeen) {
    auto shapes = pair(0);
    auto& ring = shapes[0][0].shell;
    ring.insert(ring.begin() + 3, {139.04, 35});  // exactly on the other's edge
    const auto found = find_near_borders(shapes);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_NEAR(found[0].length_m, width_m, width_m * 0.01);
    EXPECT_LT(found[0].largest_m, 1e-6);
}

TEST(NearBorders, SliversThatOpenAndCloseAreMeasuredAtTheirWidest) {
    for (const double wide_m : {0.5, -0.5}) {
        auto shapes = pair(0);
        auto& ring = shapes[0][0].shell;
        ring.insert(ring.begin() + 3, {139.05, 35 - wide_m * metre_deg});
        const auto found = find_near_borders(shapes);
        ASSERT_EQ(found.size(), 1U) << wide_m;
        EXPECT_NEAR(found[0].largest_m, 0.5, 0.01);
        EXPECT_EQ(found[0].stretches, 1);
    }
}

TEST(NearBorders, AWideGapSplitsTheStretch) {
    auto shapes = pair(0.2);
    auto& ring = shapes[0][0].shell;  // from (139.1, 35) back to (139, 35)
    ring.insert(ring.begin() + 3, {{139.06, 35}, {139.05, 34.99}, {139.04, 35}});
    const auto found = find_near_borders(shapes);
    ASSERT_EQ(found.size(), 1U);
    // The finer side has two stretches; the other's one long edge is not near all along.
    EXPECT_EQ(found[0].stretches, 2);
    EXPECT_NEAR(found[0].length_m, width_m * 0.8, width_m * 0.01);
}

TEST(NearBorders, CoastsThatMeetInAPointAreNone) {
    // Two wedges whose tips touch: close to each other for centimetres only.
    const std::vector<MultiPolygon> shapes{{{{{139, 35}, {139.1, 34.9}, {139.1, 34.99}}, {}}},
                                           {{{{139, 35}, {139.1, 35.01}, {139.1, 35.1}}, {}}}};
    EXPECT_TRUE(find_near_borders(shapes).empty());
}

TEST(NearBorders, ARingWithinAHoleOfAnotherCountsOnceHoweverItsVerticesStart) {
    for (int turn = 0; turn < 4; ++turn) {
        MultiPolygon frame{{{{139, 35}, {139.3, 35}, {139.3, 35.3}, {139, 35.3}},
                            {{{139.1, 35.1}, {139.1, 35.2}, {139.2, 35.2}, {139.2, 35.1}}}}};
        const double in = 0.3 * metre_deg;
        Ring island{{139.1 + in, 35.1 + in},
                    {139.2 - in, 35.1 + in},
                    {139.2 - in, 35.2 - in},
                    {139.1 + in, 35.2 - in}};
        std::rotate(island.begin(), island.begin() + turn, island.end());
        const auto found = find_near_borders({frame, {{island, {}}}});
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found[0].stretches, 1) << turn;
    }
}

TEST(NearBorders, ReadingWithValidityNamesThePlacesAndTheFigures) {
    const test::TemporaryFolder folder;
    std::vector<test::Square> squares = test::small_n03();
    const std::filesystem::path clean = folder / "N03-clean.geojson";
    test::write_text(clean, test::as_geojson(squares));
    const auto codes = [](const std::filesystem::path& file) {
        int near = 0;
        for (const Finding& f :
             read_boundaries(file, {.geometry = true, .validity = true}).findings) {
            near += f.code == "borders-match-nearly" ? 1 : 0;
        }
        return near;
    };
    EXPECT_EQ(codes(clean), 0);
    // Off by 0.1 m from one place's vertices on.
    std::string text = test::as_geojson(
        {{"神奈川県", "", "甲市", "14201", 0, 0, 1}, {"神奈川県", "", "乙市", "14203", 1, 0, 1}});
    const std::string shared = "139.1";
    const std::size_t second = text.find("14203");
    const std::size_t at = text.find(shared, second);
    ASSERT_NE(at, std::string::npos);
    for (std::size_t i = at; i != std::string::npos; i = text.find(shared + ",", i + 1)) {
        text.replace(i, shared.size(), "139.100001");
    }
    const std::filesystem::path dirty = folder / "N03-dirty.geojson";
    test::write_text(dirty, text);
    const BoundarySet set = read_boundaries(dirty, {.geometry = true, .validity = true});
    ASSERT_EQ(codes(dirty), 1);
    for (const Finding& f : set.findings) {
        if (f.code == "borders-match-nearly") {
            EXPECT_EQ(f.severity, Severity::warning);
            EXPECT_NE(f.text.ja.find("甲市"), std::string::npos) << f.text.ja;
            EXPECT_NE(f.text.en.find("14203"), std::string::npos) << f.text.en;
        }
    }
}

/// Arcs of a set, as positions.
std::vector<std::vector<LonLat>> arcs_of(const std::filesystem::path& file) {
    const BoundarySet set = read_boundaries(file);
    VertexNumbers numbers(count_vertices(set.mosaic.shapes));
    const RingTable rings = number_rings(set.mosaic.shapes, numbers);
    const Arcs arcs = find_arcs(rings, numbers.positions().size());
    std::vector<std::vector<LonLat>> lines;
    for (std::size_t i = 0; i < arcs.arcs.size(); ++i) {
        auto& line = lines.emplace_back();
        for (const std::uint32_t v : arcs.line(i)) {
            line.push_back(numbers.positions()[v]);
        }
    }
    return lines;
}

TEST(Arcs, AreTheSameFromGeoPackageFlatGeobufAndTopoJson) {
    const test::TemporaryFolder folder;
    std::filesystem::path topojson = folder / "N03-21_210101.topojson";
    test::write_text(topojson, test::as_topojson(test::small_n03()));
    if (!test::shared().empty()) {
        topojson = test::shared() / "n03" / "N03-21_210101.topojson.json";
    }
    const auto expected = arcs_of(topojson);
    EXPECT_FALSE(expected.empty());
    for (const auto& [name, format] :
         {std::pair("N03-21_210101.gpkg", "GPKG"), std::pair("N03-21_210101.fgb", "FlatGeobuf")}) {
        const std::filesystem::path file = folder / name;
        test::translate(topojson, file,
                        {"-f", format, "-nlt", "PROMOTE_TO_MULTI", "-a_srs", "EPSG:6668"});
        const auto found = arcs_of(file);
        ASSERT_EQ(found.size(), expected.size()) << name;
        auto sorted = found;
        auto right = expected;
        for (auto* lines : {&sorted, &right}) {
            for (auto& line : *lines) {  // whichever way, from wherever a ring begins
                if (line.front() == line.back()) {
                    line.pop_back();
                    std::rotate(line.begin(), std::min_element(line.begin(), line.end()),
                                line.end());
                    if (line.size() > 2 && line.back() < line[1]) {
                        std::reverse(line.begin() + 1, line.end());
                    }
                } else if (line.back() < line.front()) {
                    std::reverse(line.begin(), line.end());
                }
            }
            std::sort(lines->begin(), lines->end());
        }
        EXPECT_TRUE(sorted == right) << name;
    }
}

}  // namespace
}  // namespace miraimap
