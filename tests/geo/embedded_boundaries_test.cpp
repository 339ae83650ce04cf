// SPDX-License-Identifier: MIT
// What the embedded boundary set promises, proved on the file itself.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "geo/geometry/geodesic_area.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/geometry/shared_borders.hpp"
#include "geo/io/boundary_reader.hpp"
#include "geo/place/designated_cities.hpp"
#include "tests/geo/boundary_fixtures.hpp"

namespace miraimap {
namespace {

class Embedded : public testing::Test {
protected:
    static const BoundarySet& set() {
        static const BoundarySet read = read_boundaries(test::embedded_boundaries());
        return read;
    }
    static const std::vector<Municipality>& bodies() { return set().catalogue.municipalities; }
    static const Municipality& body(std::string_view code) {
        const auto index = set().catalogue.find(code);
        EXPECT_TRUE(index) << code;
        return bodies().at(static_cast<std::size_t>(index.value_or(0)));
    }
};

TEST_F(Embedded, Holds1741MunicipalitiesIn47PrefecturesAndTheNorthernTerritories) {
    EXPECT_EQ(set().catalogue.counted(), 1741);
    EXPECT_EQ(bodies().size(), 1742U);
    EXPECT_EQ(set().mosaic.shapes.size(), 1742U);
    EXPECT_EQ(set().crs, "EPSG:6668");
    std::set<int> prefectures;
    std::map<BodyKind, int> kinds;
    for (const Municipality& m : bodies()) {
        prefectures.insert(m.prefecture);
        ++kinds[m.kind];
        EXPECT_FALSE(m.name_ja.empty() || m.name_kana.empty() || m.name_en.empty()) << m.code;
    }
    EXPECT_EQ(prefectures.size(), 47U);
    // 総務省: 792 cities (20 of them designated), 743 towns, 183 villages, 23 special wards.
    EXPECT_EQ(kinds[BodyKind::designated_city], 20);
    EXPECT_EQ(kinds[BodyKind::city], 772);
    EXPECT_EQ(kinds[BodyKind::town], 743);
    EXPECT_EQ(kinds[BodyKind::village], 183);
    EXPECT_EQ(kinds[BodyKind::special_ward], 23);
}

TEST_F(Embedded, NorthernTerritoriesAreDrawnButNotCounted) {
    const Municipality& islands = body(northern_territories_code);
    EXPECT_EQ(islands.kind, BodyKind::northern_territories);
    EXPECT_FALSE(islands.counted);
    EXPECT_EQ(islands.prefecture, 1);
    // 国土地理院: 5,003 km²; the JMA's polygons leave out some of the shore and small islands.
    EXPECT_NEAR(islands.area_km2, 5003, 5003 * 0.02);
}

TEST_F(Embedded, DesignatedCitiesAreWhole) {
    for (const DesignatedCity& city : designated_cities()) {
        EXPECT_EQ(body(city.code).name_ja, city.name_ja);
        EXPECT_EQ(body(city.code).kind, BodyKind::designated_city);
    }
    EXPECT_FALSE(set().catalogue.find("26101"));
    EXPECT_FALSE(set().catalogue.find("34101"));
}

TEST_F(Embedded, DividedMunicipalitiesHaveTheirOwnNames) {
    const std::map<std::string, std::array<std::string, 3>> expected{
        {"01206", {"釧路市", "くしろし", "Kushiro City"}},
        {"01346", {"八雲町", "やくもちょう", "Yakumo Town"}},
        {"04421", {"大和町", "たいわちょう", "Taiwa Town"}},
        {"20212", {"大町市", "おおまちし", "Omachi City"}},
        {"24202", {"四日市市", "よっかいちし", "Yokkaichi City"}},
        {"34213", {"廿日市市", "はつかいちし", "Hatsukaichi City"}},
        {"42202", {"佐世保市", "させぼし", "Sasebo City"}},
        {"42209", {"対馬市", "つしまし", "Tsushima City"}},
    };
    for (const auto& [code, names] : expected) {
        const Municipality& m = body(code);
        EXPECT_EQ((std::array{m.name_ja, m.name_kana, m.name_en}), names);
    }
}

TEST_F(Embedded, EveryPolygonIsValid) {
    const GeosContext geos;
    for (std::size_t i = 0; i < bodies().size(); ++i) {
        EXPECT_FALSE(set().mosaic.shapes[i].empty()) << bodies()[i].code;
        EXPECT_EQ(geos.why_invalid(set().mosaic.shapes[i]), "") << bodies()[i].code;
    }
}

TEST_F(Embedded, NothingOverlaps) {
    // If nothing overlaps and borders are the same vertices on both sides, cancelling the shared
    // edges leaves the union's outline: valid, and as large as all bodies together.
    const MultiPolygon japan =
        dissolve(set().mosaic.shapes, std::vector<int>(bodies().size(), 0), 1).at(0);
    EXPECT_EQ(GeosContext().why_invalid(japan), "");
    double sum_km2 = 0;
    for (const Municipality& m : bodies()) {
        sum_km2 += m.area_km2;
    }
    EXPECT_NEAR(geodesic_area_km2(japan), sum_km2, 1e-6);
}

TEST_F(Embedded, NeighboursShareEdges) {
    const auto borders = find_borders(set().mosaic.shapes);
    long long edges = 0;
    for (const Border& border : borders) {
        edges += border.edges;
    }
    EXPECT_EQ(borders.size(), 4404U);
    EXPECT_EQ(edges, 54420);  // 54,349 in the source; noding cuts some in two
    const auto bordering = [&](const char* a, const char* b) {
        const int i = *set().catalogue.find(a);
        const int j = *set().catalogue.find(b);
        return std::any_of(borders.begin(), borders.end(), [&](const Border& border) {
            return border.a == std::min(i, j) && border.b == std::max(i, j);
        });
    };
    EXPECT_TRUE(bordering("15205", "15504"));  // 刈羽村 lies within 柏崎市
    EXPECT_TRUE(bordering("13101", "13102"));  // 千代田区, 中央区
    EXPECT_FALSE(bordering("13101", "01100"));
}

TEST_F(Embedded, StoredAreasAreTheGeodesicAreasOfTheShapes) {
    for (std::size_t i = 0; i < bodies().size(); ++i) {
        EXPECT_NEAR(bodies()[i].area_km2, geodesic_area_km2(set().mosaic.shapes[i]),
                    1e-9 * bodies()[i].area_km2)
            << bodies()[i].code;
    }
}

TEST_F(Embedded, AreasAgreeWithThePublishedOnes) {
    // 国土地理院「全国都道府県市区町村別面積調」, km² rounded. The JMA's outlines are generalised,
    // so prefectures may differ by up to one per cent.
    std::array<double, 48> area_km2{};
    for (const Municipality& m : bodies()) {
        area_km2.at(static_cast<std::size_t>(m.prefecture)) += m.area_km2;
        area_km2[0] += m.area_km2;
    }
    EXPECT_NEAR(area_km2[0], 377975, 377975 * 0.001);
    const std::map<int, double> published{{1, 83424},  {3, 15275},  {7, 13784},  {13, 2194},
                                          {15, 12584}, {20, 13562}, {21, 10621}, {25, 4017},
                                          {27, 1905},  {42, 4131},  {47, 2282}};
    for (const auto& [prefecture, km2] : published) {
        EXPECT_NEAR(area_km2.at(static_cast<std::size_t>(prefecture)), km2, km2 * 0.01)
            << prefecture;
    }
}

TEST_F(Embedded, ReadsTheSameNamesAndAreasWithoutGeometry) {
    const BoundarySet plain = read_boundaries(test::embedded_boundaries(), {.geometry = false});
    EXPECT_TRUE(plain.mosaic.shapes.empty());
    EXPECT_EQ(plain.catalogue.edition, "JMA 2025-03-10");
    ASSERT_EQ(plain.catalogue.municipalities.size(), bodies().size());
    for (std::size_t i = 0; i < bodies().size(); ++i) {
        EXPECT_EQ(plain.catalogue.municipalities[i].code, bodies()[i].code);
        EXPECT_EQ(plain.catalogue.municipalities[i].name_ja, bodies()[i].name_ja);
        EXPECT_EQ(plain.catalogue.municipalities[i].area_km2, bodies()[i].area_km2);
    }
}

TEST_F(Embedded, CodesNamesAndKindsAreThoseOfN03) {
    const std::filesystem::path samples = test::shared();
    if (samples.empty()) {
        GTEST_SKIP() << "needs the N03 samples of ../shared";
    }
    const BoundarySet n03 = read_boundaries(samples / "n03/N03-21_210101.topojson.json");
    int compared = 0;
    for (const Municipality& theirs : n03.catalogue.municipalities) {
        if (theirs.counted) {
            ++compared;
            const Municipality& ours = body(theirs.code);
            // The one difference: N03 writes 梼 for the official 檮.
            EXPECT_EQ(ours.name_ja, theirs.code == "39405" ? "檮原町" : theirs.name_ja);
            EXPECT_EQ(ours.prefecture, theirs.prefecture) << theirs.code;
            EXPECT_EQ(ours.kind, theirs.kind) << theirs.code;
        }
    }
    EXPECT_EQ(compared, 1741);
}

}  // namespace
}  // namespace miraimap
