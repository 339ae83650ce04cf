// SPDX-License-Identifier: MIT
// Borders, point contacts and sea links: against GEOS, brute force, and places known by name.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "geo/geometry/geos.hpp"
#include "geo/geometry/rings.hpp"
#include "geo/geometry/shared_borders.hpp"
#include "geo/io/boundary_reader.hpp"
#include "geo/select/neighbourhood.hpp"
#include "tests/geo/boundary_fixtures.hpp"
#include "tests/geo/random_mosaic.hpp"

namespace miraimap {
namespace {

using testing::ElementsAre;

/// How two shapes meet, by the DE-9IM matrix of GEOS: -1 apart, 0 in points, 1 along a line.
int geos_contact(const GeosContext& geos, const MultiPolygon& a, const MultiPolygon& b) {
    const auto ga = geos.multi_polygon(a);
    const auto gb = geos.multi_polygon(b);
    if (GEOSRelatePattern_r(geos.get(), ga.get(), gb.get(), "****1****") == 1) {
        return 1;
    }
    return GEOSRelatePattern_r(geos.get(), ga.get(), gb.get(), "****0****") == 1 ? 0 : -1;
}

std::map<std::pair<int, int>, int> contact_map(const Contacts& contacts) {
    std::map<std::pair<int, int>, int> all;
    for (const Contact& c : contacts.pairs) {
        all[{c.a, c.b}] = c.is_border() ? 1 : 0;
    }
    return all;
}

bool overlap(const LonLatBox& a, const LonLatBox& b) {
    return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

TEST(Contacts, OnRandomMosaicsAreWhatGeosSees) {
    const GeosContext geos;
    int points = 0;
    for (std::uint32_t seed = 1; seed <= 25; ++seed) {
        const auto shapes = test::random_mosaic(seed, 7, 10);
        const auto found = contact_map(find_contacts(shapes));
        for (int a = 0; a < 10; ++a) {
            for (int b = a + 1; b < 10; ++b) {
                const auto at = found.find({a, b});
                const int expected = geos_contact(geos, shapes[static_cast<std::size_t>(a)],
                                                  shapes[static_cast<std::size_t>(b)]);
                EXPECT_EQ(at == found.end() ? -1 : at->second, expected)
                    << seed << ": " << a << " " << b;
                points += expected == 0 ? 1 : 0;
            }
        }
    }
    EXPECT_GT(points, 10);  // the mosaics do hold the awkward case
}

/// The rule of the links with every pair of places measured (Kruskal): what the tree must find.
std::vector<std::tuple<int, int, double>> links_of_all_pairs(Neighbourhood& neighbourhood,
                                                             int places) {
    std::vector<std::tuple<double, int, int>> ways;
    for (int a = 0; a < places; ++a) {
        for (int b = a + 1; b < places; ++b) {
            if (const auto km = neighbourhood.distances().boundary_km(a, b)) {
                ways.emplace_back(*km, a, b);
            }
        }
    }
    std::sort(ways.begin(), ways.end());
    std::vector<int> group = land_groups(neighbourhood.land());
    std::vector<std::tuple<int, int, double>> links;
    for (const auto& [km, a, b] : ways) {
        const int keep = group[static_cast<std::size_t>(a)];
        const int gone = group[static_cast<std::size_t>(b)];
        if (keep != gone) {
            links.emplace_back(a, b, km);
            std::replace(group.begin(), group.end(), gone, keep);
        }
    }
    std::sort(links.begin(), links.end());
    return links;
}

void expect_the_links_of_all_pairs(const std::vector<MultiPolygon>& shapes, std::uint32_t seed) {
    const Mosaic mosaic{shapes};
    const Catalogue catalogue = test::catalogue_of(mosaic.shapes);
    Neighbourhood neighbourhood(catalogue, mosaic);
    const std::vector<int> groups = land_groups(neighbourhood.land());
    std::vector<std::tuple<int, int, double>> found;
    for (const SeaLink& link : neighbourhood.sea_links()) {
        found.emplace_back(link.a, link.b, link.distance_km);
        EXPECT_EQ(link.point, link.distance_km == 0);
        EXPECT_EQ(link.point, neighbourhood.meet_in_point(link.a, link.b));
        EXPECT_NE(groups[static_cast<std::size_t>(link.a)],
                  groups[static_cast<std::size_t>(link.b)]);
    }
    EXPECT_EQ(found, links_of_all_pairs(neighbourhood, static_cast<int>(shapes.size()))) << seed;
    EXPECT_EQ(found.size(), *std::max_element(groups.begin(), groups.end())) << seed;
    EXPECT_TRUE(places_without_neighbours(catalogue, neighbourhood.adjacency(true)).empty());
    const std::vector<int> linked = land_groups(neighbourhood.adjacency(true));
    EXPECT_EQ(*std::max_element(linked.begin(), linked.end()), 0);
}

TEST(SeaLinks, OnRandomMosaicsAreThoseOfMeasuringAllPairs) {
    for (std::uint32_t seed = 1; seed <= 15; ++seed) {
        expect_the_links_of_all_pairs(test::random_mosaic(seed, 8, 12), seed);
    }
}

TEST(SeaLinks, OnRandomArchipelagosAreThoseOfMeasuringAllPairs) {
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        expect_the_links_of_all_pairs(test::random_archipelago(seed, 15, 60), seed);
    }
}

TEST(SeaLinks, OfEqualLengthGoToTheLowestCodes) {
    // Nine equal squares in three rows: all gaps along a row are the same number of millimetres.
    std::vector<MultiPolygon> squares;
    for (int i = 0; i < 9; ++i) {
        const double west = 139 + 0.02 * (i % 3);
        const double south = 36 + 0.03 * (i / 3);  // NOLINT(bugprone-integer-division): rows
        squares.push_back({{{{west, south},
                             {west + 0.01, south},
                             {west + 0.01, south + 0.01},
                             {west, south + 0.01}},
                            {}}});
    }
    expect_the_links_of_all_pairs(squares, 0);
    // Numbered the other way round, the links are between the mirrored places of the lowest codes.
    std::reverse(squares.begin(), squares.end());
    expect_the_links_of_all_pairs(squares, 1);
}

TEST(SeaLinks, APlaceThatNothingReachesIsAFinding) {
    const Mosaic mosaic{{{{{{139, 36}, {139.1, 36}, {139.1, 36.1}}, {}}}, {}}};
    Catalogue catalogue = test::catalogue_of(mosaic.shapes);
    Neighbourhood neighbourhood(catalogue, mosaic);
    const Findings findings = places_without_neighbours(catalogue, neighbourhood.adjacency(true));
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[1].code, "place-without-neighbours");
    EXPECT_EQ(findings[1].where, "10001");
}

class Japan : public testing::Test {
protected:
    static const BoundarySet& set() {
        static const BoundarySet read = read_boundaries(test::embedded_boundaries());
        return read;
    }
    static Neighbourhood& neighbourhood() {
        static Neighbourhood made(set().catalogue, set().mosaic);
        return made;
    }
    static int place(std::string_view code) { return set().catalogue.find(code).value(); }
    static std::vector<std::string> neighbours(std::string_view code) {
        std::vector<std::string> codes;
        for (const int other : neighbourhood().land()[static_cast<std::size_t>(place(code))]) {
            codes.push_back(set().catalogue.municipalities[static_cast<std::size_t>(other)].code);
        }
        return codes;
    }
    static const SeaLink* link(std::string_view a, std::string_view b) {
        for (const SeaLink& one : neighbourhood().sea_links()) {
            if (one.a == place(a) && one.b == place(b)) {
                return &one;
            }
        }
        return nullptr;
    }
};

TEST_F(Japan, ContactsOfASampleAreWhatGeosSees) {
    const GeosContext geos;
    const auto& shapes = set().mosaic.shapes;
    const auto found = contact_map(neighbourhood().contacts());
    std::vector<LonLatBox> boxes;
    for (const MultiPolygon& shape : shapes) {
        boxes.push_back(box_of(shape));
    }
    for (std::size_t a = 4; a < shapes.size(); a += 23) {
        for (std::size_t b = 0; b < shapes.size(); ++b) {
            if (a == b || !overlap(boxes[a], boxes[b])) {
                continue;
            }
            const auto at = found.find(std::minmax(static_cast<int>(a), static_cast<int>(b)));
            EXPECT_EQ(at == found.end() ? -1 : at->second, geos_contact(geos, shapes[a], shapes[b]))
                << set().catalogue.municipalities[a].code << " "
                << set().catalogue.municipalities[b].code;
        }
    }
}

TEST_F(Japan, BordersAreThoseOfTheEdgeTable) {
    std::vector<std::tuple<int, int, int>> by_vertex;
    for (const Contact& c : neighbourhood().contacts().pairs) {
        if (c.is_border()) {
            by_vertex.emplace_back(c.a, c.b, c.edges);
        }
    }
    std::vector<std::tuple<int, int, int>> by_edge;
    for (const Border& b : find_borders(set().mosaic.shapes)) {
        by_edge.emplace_back(b.a, b.b, b.edges);
    }
    EXPECT_EQ(by_vertex, by_edge);
}

TEST_F(Japan, EnclavesHaveOneNeighbour) {
    // 府中町 (広島県) is wholly surrounded by 広島市: the town's own description of its position.
    EXPECT_THAT(neighbours("34302"), ElementsAre("34100"));
    EXPECT_EQ(neighbourhood().shores()[static_cast<std::size_t>(place("34302"))], Shore::inland);
    // Surrounded by one municipality and the sea: 日吉津村 by 米子市, 太地町 by 那智勝浦町.
    EXPECT_THAT(neighbours("31384"), ElementsAre("31202"));
    EXPECT_THAT(neighbours("30422"), ElementsAre("30421"));
    EXPECT_EQ(neighbourhood().shores()[static_cast<std::size_t>(place("30422"))], Shore::coast);
}

TEST_F(Japan, AnExclaveOfItsPrefectureBordersOnlyOtherPrefectures) {
    // 北山村 is the only village that is an exclave of its prefecture as a whole (和歌山県): it
    // lies between 三重県 and 奈良県.
    for (const std::string& code : neighbours("30427")) {
        EXPECT_TRUE(code.starts_with("24") || code.starts_with("29")) << code;
    }
}

TEST_F(Japan, ExclavesOfAMunicipalityKeepTheNeighboursOfEveryPart) {
    // 飛地: municipalities in parts that another one separates on land, by the mergers that made
    // them (総務省「市町村合併資料集」); 川崎市 by 麻生区岡上 (the city's own description of its
    // area).
    struct Exclave {
        const char* code;
        const char* between;  ///< lies between two of the parts and borders on both
        std::vector<std::string> neighbours_of_the_exclave;
    };
    const std::vector<Exclave> exclaves{
        {"01206", "01668", {"01649", "01668"}},  // 釧路市: 音別
        {"01601", "01602", {"01207", "01462", "01463", "01602", "01636", "01637"}},  // 日高町: 日高
        {"01233", "01575", {"01205", "01230", "01575", "01584"}},  // 伊達市 without 大滝
        {"02307", "02303", {"02205", "02303", "02387"}},           // 外ヶ浜町: 三厩
        {"02205", "02387", {"02209", "02303", "02307", "02387"}},  // 五所川原市: 市浦
        {"10203", "10212", {"10201", "10204", "10206", "10212"}},  // 桐生市: 新里・黒保根
        {"21202", "21383", {"21201", "21209", "21216", "21383"}},  // 大垣市: 墨俣
        {"14130", "13209", {"13209", "14100"}},                    // 川崎市: 岡上
    };
    for (const Exclave& e : exclaves) {
        const std::vector<std::string> all = neighbours(e.code);
        std::set<std::string> of_parts;
        bool found = false;
        int at_what_parts_them = 0;
        for (const Polygon& part : set().mosaic.shapes[static_cast<std::size_t>(place(e.code))]) {
            std::vector<std::string> own;
            for (const std::string& code : all) {
                const auto other = static_cast<std::size_t>(place(code));
                if (shared_border_km({part}, set().mosaic.shapes[other]) > 0) {
                    own.push_back(code);
                    of_parts.insert(code);
                    at_what_parts_them += code == e.between ? 1 : 0;
                }
            }
            found = found || own == e.neighbours_of_the_exclave;
        }
        EXPECT_TRUE(found) << e.code;
        EXPECT_GE(at_what_parts_them, 2) << e.code;
        // No part's neighbour is lost: a gap or a way may go through any of them.
        EXPECT_EQ(of_parts, (std::set<std::string>(all.begin(), all.end()))) << e.code;
    }
}

TEST_F(Japan, IslandsHaveNoLandNeighbourAndAreFlagged) {
    // Municipalities that are islands of their own (国土交通省, 離島振興法 and other island laws).
    for (const char* code :
         {"01367", "13361", "13401", "13402", "13421", "15224", "15586", "32528", "37322", "42210",
          "42209", "44322", "46501", "46505", "47315", "47357", "47358", "47382"}) {
        const auto index = set().catalogue.find(code);
        ASSERT_TRUE(index) << code;
        const bool has_neighbours =
            std::string_view(code) == "46501" || std::string_view(code) == "37322";
        EXPECT_EQ(neighbours(code).empty(), !has_neighbours) << code;
        EXPECT_EQ(neighbourhood().shores()[static_cast<std::size_t>(*index)], Shore::island)
            << code;
    }
    // The four main islands are none.
    for (const char* code : {"01202", "35201", "37201", "40100"}) {
        EXPECT_EQ(neighbourhood().shores()[static_cast<std::size_t>(place(code))], Shore::coast);
    }
}

TEST_F(Japan, SeaLinksCrossTheStraitsThatMapsShow) {
    struct Strait {
        const char* a;
        const char* b;
        double least_km;  ///< published width or distance, with room for the coast's generalisation
        double most_km;
    };
    const std::vector<Strait> straits{
        {"01202", "02423", 17, 19},    // 津軽海峡: 汐首岬 - 大間崎 17.5 km
        {"28224", "36202", 1.2, 1.5},  // 鳴門海峡: 1.3 km
        {"01214", "01519", 18, 21},    // 利尻水道: 19 km
        {"01517", "01518", 8, 11},     // 礼文水道: 10 km
        {"15100", "15224", 30, 34},    // 佐渡海峡: 32 km
        {"15212", "15586", 18, 20},    // 粟島 - 本土: 19 km
        {"44214", "44322", 3, 6},      // 姫島 - 国東半島: 4 km
        {"13361", "22208", 21, 26},    // 伊豆大島 - 伊豆半島: 22 to 25 km
        {"13401", "13402", 60, 70},    // 八丈島 - 青ヶ島: 65 km
        {"47357", "47358", 7, 12},     // 南大東島 - 北大東島: 8 km
        {"47308", "47315", 4, 6},      // 伊江水道: 5 km
        {"32525", "32526", 0.2, 1.5},  // 島前: within one group of islands
    };
    for (const Strait& strait : straits) {
        const SeaLink* found = link(strait.a, strait.b);
        ASSERT_NE(found, nullptr) << strait.a << " " << strait.b;
        EXPECT_GE(found->distance_km, strait.least_km) << strait.a << " " << strait.b;
        EXPECT_LE(found->distance_km, strait.most_km) << strait.a << " " << strait.b;
        EXPECT_FALSE(found->point);
    }
}

TEST_F(Japan, EveryPlaceHasANeighbourOfANamedKindAndEachSeesTheOther) {
    const auto places = static_cast<int>(set().mosaic.shapes.size());
    std::set<std::tuple<int, int, int>> seen;
    for (int place = 0; place < places; ++place) {
        const std::vector<Neighbour> all = neighbours_of(
            place, set().mosaic, neighbourhood().contacts(), neighbourhood().sea_links());
        EXPECT_FALSE(all.empty())
            << set().catalogue.municipalities[static_cast<std::size_t>(place)].code;
        for (const Neighbour& n : all) {
            seen.emplace(place, n.place, static_cast<int>(n.kind));
            EXPECT_EQ(n.shared_km > 0, n.kind == NeighbourKind::border);
            EXPECT_EQ(n.distance_km > 0, n.kind == NeighbourKind::sea);
        }
    }
    for (const auto& [a, b, kind] : seen) {
        EXPECT_EQ(seen.count({b, a, kind}), 1U) << a << " " << b;
    }
}

TEST_F(Japan, TheCommonBorderIsAsLongAsGeosFindsIt) {
    // In an azimuthal plane centred on the pair, lengths near the centre are true.
    for (const auto& [a, b] : {std::pair("29344", "29343"),
                               {"34302", "34100"},
                               {"30427", "24212"},
                               {"01100", "01235"}}) {
        const auto& first = set().mosaic.shapes[static_cast<std::size_t>(place(a))];
        const auto& second = set().mosaic.shapes[static_cast<std::size_t>(place(b))];
        const double expected_km = test::geos_shared_border_m(first, second) / 1000;
        EXPECT_GT(expected_km, 0) << a << " " << b;
        EXPECT_NEAR(shared_border_km(first, second), expected_km, expected_km * 1e-4)
            << a << " " << b;
        EXPECT_EQ(shared_border_km(first, second), shared_border_km(second, first));
    }
    // 斑鳩町 and 天理市 are not next to each other.
    EXPECT_EQ(shared_border_km(set().mosaic.shapes[static_cast<std::size_t>(place("29344"))],
                               set().mosaic.shapes[static_cast<std::size_t>(place("29204"))]),
              0);
}

TEST_F(Japan, NobodyIsLeftWithoutNeighboursOnceLinksAreOn) {
    EXPECT_TRUE(
        places_without_neighbours(set().catalogue, neighbourhood().adjacency(true)).empty());
    const std::vector<int> groups = land_groups(neighbourhood().adjacency(true));
    EXPECT_EQ(*std::max_element(groups.begin(), groups.end()), 0);
}

TEST_F(Japan, LakeShoresAreInland) {
    // 大津市 and 猪苗代町 lie at great lakes, none at the sea.
    for (const char* code : {"25201", "07408"}) {
        EXPECT_EQ(neighbourhood().shores()[static_cast<std::size_t>(place(code))], Shore::inland)
            << code;
    }
}

}  // namespace
}  // namespace miraimap
