// SPDX-License-Identifier: MIT
#include "shapes/clean_polygons.hpp"

#include <gtest/gtest.h>

#include "sample_maps.hpp"

namespace miraimap {
namespace {

TEST(CleanPolygons, TheEmbeddedMapHasNothingToReport) {
    const auto& map = testing::japan();
    EXPECT_TRUE(
        unclean_polygons(map.catalogue, map.mosaic, Projection::equal_area_japan()).empty());
}

TEST(CleanPolygons, EachOneIsNamedByItsCodeItsNumberAndAPlace) {
    testing::SampleMap map = testing::grid_map();
    map.mosaic.shapes[3].push_back(
        {{{139, 36}, {139.1, 36.1}, {139.1, 36}, {139, 36.1}}, {}});  // a bow tie
    const Findings found =
        unclean_polygons(map.catalogue, map.mosaic, Projection::equal_area_japan());
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "polygon-not-clean");
    EXPECT_EQ(found[0].severity, Severity::warning);
    EXPECT_EQ(found[0].where, map.catalogue.municipalities[3].code);
    EXPECT_NE(found[0].text.en.find("polygon 2 of 2"), std::string::npos) << found[0].text.en;
    EXPECT_NE(found[0].text.en.find("139.00000 E 36.00000 N"), std::string::npos);
    EXPECT_NE(found[0].text.ja.find("2 番目"), std::string::npos) << found[0].text.ja;
}

TEST(CleanPolygons, ShapesKnowWhichPlacesAreNotClean) {
    Catalogue catalogue;
    catalogue.municipalities.resize(2);
    const MapPolygon square{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, {}};
    const MapPolygon bow_tie{{{20, 0}, {30, 10}, {30, 0}, {20, 10}}, {}};
    EXPECT_EQ(make_plane_shapes(catalogue, {{square}, {square, bow_tie}}).unclean,
              std::vector<int>{1});
    EXPECT_TRUE(testing::japan_shapes()->unclean.empty());
}

}  // namespace
}  // namespace miraimap
