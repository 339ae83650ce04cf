// SPDX-License-Identifier: MIT
// Places that cover the same ground are found, each pair with a place that both cover.
#include "geo/geometry/overlaps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "geo/geometry/rings.hpp"
#include "geo/io/boundary_reader.hpp"
#include "tests/geo/boundary_fixtures.hpp"
#include "tests/geo/random_mosaic.hpp"

namespace miraimap {
namespace {

using Pairs = std::set<std::pair<int, int>>;

Pairs pairs_of(const std::vector<MultiPolygon>& shapes) {
    const auto covers = [&](int shape, LonLat p) {
        const MultiPolygon& parts = shapes[static_cast<std::size_t>(shape)];
        return std::any_of(parts.begin(), parts.end(),
                           [p](const Polygon& part) { return encloses(part, p); });
    };
    Pairs pairs;
    for (const Overlap& overlap : find_overlaps(shapes)) {
        EXPECT_LT(overlap.a, overlap.b);
        EXPECT_TRUE(covers(overlap.a, overlap.where));
        EXPECT_TRUE(covers(overlap.b, overlap.where));
        EXPECT_TRUE(pairs.emplace(overlap.a, overlap.b).second);
    }
    return pairs;
}

Ring square(double west, double south, double side) {
    return {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}};
}

Ring backwards(Ring ring) {
    std::reverse(ring.begin(), ring.end());
    return ring;
}

TEST(Overlaps, OfMosaicsWithoutAnyAreNone) {
    for (const std::uint32_t seed : {1U, 2U, 3U, 4U}) {
        EXPECT_THAT(pairs_of(test::random_mosaic(seed, 12, 30)), testing::IsEmpty()) << seed;
        EXPECT_THAT(pairs_of(test::random_archipelago(seed, 12, 30)), testing::IsEmpty()) << seed;
    }
    EXPECT_THAT(pairs_of(read_boundaries(test::embedded_boundaries()).mosaic.shapes),
                testing::IsEmpty());
}

TEST(Overlaps, OfAShapeThatWasMovedAreThoseThatGeosFinds) {
    for (const std::uint32_t seed : {5U, 6U, 7U}) {
        std::vector<MultiPolygon> shapes = test::random_mosaic(seed, 12, 30);
        for (Polygon& polygon : shapes[3]) {
            std::vector<Ring*> rings{&polygon.shell};
            for (Ring& hole : polygon.holes) {
                rings.push_back(&hole);
            }
            for (Ring* ring : rings) {
                for (LonLat& p : *ring) {
                    p = {p.lon + 0.031, p.lat + 0.017};
                }
            }
        }
        const Pairs found = pairs_of(shapes);
        EXPECT_FALSE(found.empty());
        for (int a = 0; a < static_cast<int>(shapes.size()); ++a) {
            for (int b = a + 1; b < static_cast<int>(shapes.size()); ++b) {
                const double both_m2 = test::geos_overlap_m2(shapes[static_cast<std::size_t>(a)],
                                                             shapes[static_cast<std::size_t>(b)]);
                constexpr double wide_m2 = 2 * overlap_step_m * overlap_step_m;
                if (found.contains({a, b})) {
                    EXPECT_GT(both_m2, 0) << seed << ": " << a << " " << b;
                } else {
                    EXPECT_LT(both_m2, wide_m2) << seed << ": " << a << " " << b;
                }
            }
        }
    }
}

TEST(Overlaps, ATownInsideOneThatHasNoHoleForIt) {
    const MultiPolygon around{{square(139, 35, 0.3), {}}};
    const MultiPolygon with_hole{{square(139, 35, 0.3), {backwards(square(139.1, 35.1, 0.1))}}};
    const MultiPolygon inside{{square(139.1, 35.1, 0.1), {}}};
    EXPECT_EQ(pairs_of({around, inside}), (Pairs{{0, 1}}));
    EXPECT_THAT(pairs_of({with_hole, inside}), testing::IsEmpty());
}

TEST(Overlaps, OnePlaceTwiceAndATownWithItsWhole) {
    const MultiPolygon west{{square(139, 35, 0.1), {}}};
    const MultiPolygon east{{square(139.1, 35, 0.1), {}}};
    const MultiPolygon both{
        {{{139, 35}, {139.1, 35}, {139.2, 35}, {139.2, 35.1}, {139.1, 35.1}, {139, 35.1}}, {}}};
    EXPECT_EQ(pairs_of({west, west}), (Pairs{{0, 1}}));
    EXPECT_EQ(pairs_of({west, both, east}), (Pairs{{0, 1}, {1, 2}}));
    EXPECT_THAT(pairs_of({west, east}), testing::IsEmpty());
}

TEST(Overlaps, BarsThatCrossWithoutAVertexInEachOther) {
    const MultiPolygon lying{{{{139, 35.1}, {139.3, 35.1}, {139.3, 35.102}, {139, 35.102}}, {}}};
    const MultiPolygon standing{{{{139.1, 35}, {139.103, 35}, {139.103, 35.3}, {139.1, 35.3}}, {}}};
    EXPECT_EQ(pairs_of({lying, standing}), (Pairs{{0, 1}}));
}

TEST(Overlaps, ThatAreBordersMatchingOnlyNearlyAreNot) {
    constexpr double metre_deg = 1 / 110'950.0;
    const MultiPolygon south{{square(139, 34.9, 0.1), {}}};
    for (const auto& [apart_m, expected] :
         {std::pair(-0.9, 0U), std::pair(-1.2, 1U), std::pair(-5.0, 1U)}) {
        const MultiPolygon north{{square(139, 35 + apart_m * metre_deg, 0.1), {}}};
        EXPECT_EQ(pairs_of({south, north}).size(), expected) << apart_m;
    }
}

TEST(Overlaps, AtAJunctionThatRoundingFoldedOver) {
    // The border of the first two is shared vertex for vertex, but it runs into the third one.
    const MultiPolygon west{
        {{{139, 35}, {139.1, 35}, {139.11, 35.06}, {139.1, 35.1}, {139, 35.1}}, {}}};
    const MultiPolygon east{
        {{{139.1, 35}, {139.2, 35}, {139.2, 35.1}, {139.1, 35.1}, {139.11, 35.06}}, {}}};
    const MultiPolygon north{
        {{{139, 35.1}, {139.1, 35.1}, {139.105, 35.05}, {139.2, 35.1}, {139.2, 35.2}, {139, 35.2}},
         {}}};
    const Pairs found = pairs_of({west, east, north});
    EXPECT_FALSE(found.contains({0, 1}));
    EXPECT_TRUE(found.contains({1, 2}) || found.contains({0, 2}));
}

TEST(Overlaps, OfStarsAndStacksAreFoundInBoundedWork) {
    Ring star;
    constexpr int tips = 20'000;
    for (int i = 0; i < tips; ++i) {
        const double turn = i * 2 * 3.14159265358979 / tips;
        const double reach = i % 2 == 0 ? 0.5 : 0.05;
        star.push_back({139 + reach * std::cos(turn), 35 + reach * std::sin(turn)});
    }
    const MultiPolygon inside{{square(138.99, 34.99, 0.02), {}}};
    EXPECT_EQ(pairs_of({{{star, {}}}, inside}), (Pairs{{0, 1}}));
    std::vector<MultiPolygon> stack(60, {{square(139, 35, 0.1), {}}});
    EXPECT_EQ(pairs_of(stack).size(), 60U * 59 / 2);
}

TEST(Overlaps, EmptyShapesAndRingsOfNoSizeAreNoTrouble) {
    const MultiPolygon town{{square(139, 35, 0.1), {}}};
    const MultiPolygon line{{{{139, 35}, {139.1, 35.1}, {139.05, 35.05}}, {}}};
    EXPECT_THAT(pairs_of({{}, town, line, {}}), testing::IsEmpty());
    EXPECT_THAT(pairs_of({}), testing::IsEmpty());
}

TEST(Overlaps, AreReportedWithBothNamesAndThePlaceByReadingWithValidity) {
    const test::TemporaryFolder folder;
    const std::filesystem::path file = folder / "N03-21_210101.geojson";
    // The second town begins in the middle of the first.
    test::write_text(file, test::as_geojson({{"神奈川県", "", "甲市", "14201", 0, 0, 2},
                                             {"神奈川県", "", "乙市", "14203", 1, 0, 1}}));
    const BoundarySet set = read_boundaries(file, {.geometry = true, .validity = true});
    const auto found = std::find_if(set.findings.begin(), set.findings.end(),
                                    [](const Finding& f) { return f.code == "places-overlap"; });
    ASSERT_NE(found, set.findings.end());
    EXPECT_EQ(found->severity, Severity::warning);
    EXPECT_THAT(found->text.ja, testing::HasSubstr("14201 甲市 – 14203 乙市 (139."));
    EXPECT_THAT(found->text.en, testing::HasSubstr("cover the same ground: 1;"));
}

}  // namespace
}  // namespace miraimap
