// SPDX-License-Identifier: MIT
// The tile grid: the same area for every prefecture, an equal share of it for each municipality.
#include "shapes/tiles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "geo/place/prefecture.hpp"
#include "shapes/label_point.hpp"
#include "shapes/map_scene.hpp"
#include "shapes/picking.hpp"
#include "tests/shapes/sample_maps.hpp"

namespace miraimap {
namespace {

std::shared_ptr<const MapShapes> japan_tiles() {
    static const auto shapes = std::make_shared<const MapShapes>(
        make_tile_shapes(testing::japan().catalogue, *testing::japan_shapes()));
    return shapes;
}

const Municipality& municipality(std::size_t i) {
    return testing::japan().catalogue.municipalities[i];
}

MapPoint middle_of(const MapBox& box) {
    return {(box.min_x_m + box.max_x_m) / 2, (box.min_y_m + box.max_y_m) / 2};
}

TEST(Tiles, EachPrefectureHasAPlaceOfItsOwn) {
    std::set<std::pair<int, int>> seen;
    for (const TilePlace place : tile_places()) {
        EXPECT_GE(place.column, 0);
        EXPECT_GE(place.row, 0);
        EXPECT_TRUE(seen.emplace(place.column, place.row).second)
            << place.column << "," << place.row << " holds two prefectures";
    }
    EXPECT_EQ(seen.size(), 47U);
}

TEST(Tiles, ThatTouchAreMostlyNeighboursOnTheGround) {
    std::set<std::pair<int, int>> neighbours;
    for (const BorderLine& line : testing::japan_shapes()->borders) {
        if (!line.coast() && line.between_prefectures) {
            const int a = municipality(static_cast<std::size_t>(line.left)).prefecture;
            const int b = municipality(static_cast<std::size_t>(line.right)).prefecture;
            neighbours.emplace(std::min(a, b), std::max(a, b));
        }
    }
    int touching = 0;
    int true_ones = 0;
    for (int a = 1; a <= prefecture_count; ++a) {
        for (int b = a + 1; b <= prefecture_count; ++b) {
            const TilePlace p = tile_places()[static_cast<std::size_t>(a - 1)];
            const TilePlace q = tile_places()[static_cast<std::size_t>(b - 1)];
            if (std::abs(p.column - q.column) + std::abs(p.row - q.row) == 1) {
                ++touching;
                true_ones += neighbours.contains({a, b}) ? 1 : 0;
            }
        }
    }
    EXPECT_GT(touching, 55);
    EXPECT_GE(true_ones * 100, touching * 75) << true_ones << " of " << touching;
}

TEST(Tiles, KeepNorthAndSouthEastAndWestOfNeighbours) {
    // Middles of the prefectures' names on the ground and on the grid must agree in direction for
    // pairs that are far apart in it.
    const MapShapes& ground = *testing::japan_shapes();
    int pairs = 0;
    int wrong = 0;
    for (std::size_t a = 0; a < 47; ++a) {
        for (std::size_t b = 0; b < 47; ++b) {
            const MapPoint p = ground.prefecture_label_points[a];
            const MapPoint q = ground.prefecture_label_points[b];
            const TilePlace s = tile_places()[a];
            const TilePlace t = tile_places()[b];
            if (p.x_m - q.x_m > 150e3) {
                ++pairs;
                wrong += s.column < t.column ? 1 : 0;
            }
            if (p.y_m - q.y_m > 150e3) {
                ++pairs;
                wrong += s.row > t.row ? 1 : 0;
            }
        }
    }
    EXPECT_LT(wrong * 100, pairs * 3) << wrong << " of " << pairs;
}

TEST(Tiles, GiveEveryMunicipalityExactlyOneCell) {
    const MapShapes& tiles = *japan_tiles();
    ASSERT_EQ(tiles.municipalities.size(), testing::japan().catalogue.municipalities.size());
    for (std::size_t i = 0; i < tiles.municipalities.size(); ++i) {
        const std::size_t wanted = municipality(i).kind == BodyKind::unassigned ? 0 : 1;
        EXPECT_EQ(tiles.municipalities[i].size(), wanted) << municipality(i).name_ja;
    }
}

TEST(Tiles, AreAsLargeAsEachOtherAndSharedEqually) {
    const MapShapes& tiles = *japan_tiles();
    std::map<int, int> count;
    for (std::size_t i = 0; i < tiles.municipalities.size(); ++i) {
        count[municipality(i).prefecture] += static_cast<int>(tiles.municipalities[i].size());
    }
    std::map<int, double> sum;
    for (std::size_t i = 0; i < tiles.municipalities.size(); ++i) {
        const int prefecture = municipality(i).prefecture;
        for (const MapPolygon& cell : tiles.municipalities[i]) {
            const double area = planar_area_m2(cell);
            EXPECT_NEAR(area * count[prefecture] / (tile_side_m * tile_side_m), 1, 1e-9)
                << municipality(i).name_ja;
            sum[prefecture] += area;
        }
    }
    ASSERT_EQ(sum.size(), 47U);
    for (const auto& [prefecture, area] : sum) {
        EXPECT_NEAR(area, tile_side_m * tile_side_m, 1) << prefecture;
    }
}

TEST(Tiles, CellsDoNotOverlapAndLieInTheirTile) {
    // Equal areas that add up to the tile and all lie inside it leave no room for an overlap unless
    // there is a gap too; a grid of points finds one cell each.
    const MapShapes& tiles = *japan_tiles();
    const Picker picker(*japan_tiles());
    for (int p = 1; p <= prefecture_count; ++p) {
        const MapBox& box = tiles.prefecture_boxes[static_cast<std::size_t>(p - 1)];
        for (int y = 0; y < 40; ++y) {
            for (int x = 0; x < 40; ++x) {
                const MapPoint at{box.min_x_m + (x + 0.5) * tile_side_m / 40,
                                  box.min_y_m + (y + 0.5) * tile_side_m / 40};
                int hits = 0;
                for (std::size_t i = 0; i < tiles.boxes.size(); ++i) {
                    const MapBox& cell = tiles.boxes[i];
                    hits += at.x_m > cell.min_x_m && at.x_m < cell.max_x_m &&
                                    at.y_m > cell.min_y_m && at.y_m < cell.max_y_m
                                ? 1
                                : 0;
                }
                ASSERT_LE(hits, 1);
                const auto picked = picker.at(at);
                ASSERT_TRUE(picked) << "a gap in prefecture " << p;
                ASSERT_EQ(municipality(static_cast<std::size_t>(*picked)).prefecture, p);
            }
        }
    }
}

TEST(Tiles, PickingReturnsTheCellsMunicipality) {
    const MapShapes& tiles = *japan_tiles();
    const Picker picker(*japan_tiles());
    for (std::size_t i = 0; i < tiles.boxes.size(); ++i) {
        if (!tiles.boxes[i].empty()) {
            EXPECT_EQ(picker.at(middle_of(tiles.boxes[i])).value_or(-1), static_cast<int>(i));
        }
    }
    EXPECT_FALSE(picker.at({tiles.extent.min_x_m + 1, tiles.extent.max_y_m - 1}))
        << "the sea in the north-west belongs to nobody";
}

TEST(Tiles, NeighbouringCellsShareTheirBorderAndTilesStandApart) {
    for (const BorderLine& line : japan_tiles()->borders) {
        EXPECT_FALSE(line.between_prefectures);
        if (line.coast()) {
            continue;
        }
        EXPECT_EQ(municipality(static_cast<std::size_t>(line.left)).prefecture,
                  municipality(static_cast<std::size_t>(line.right)).prefecture);
    }
    // Every edge inside a tile is one line with a cell on both sides: coasts are the rims alone.
    double coast_m = 0;
    for (const BorderLine& line : japan_tiles()->borders) {
        for (std::size_t i = 1; line.coast() && i < line.points.size(); ++i) {
            coast_m += std::hypot(line.points[i].x_m - line.points[i - 1].x_m,
                                  line.points[i].y_m - line.points[i - 1].y_m);
        }
    }
    EXPECT_NEAR(coast_m, 47 * 4 * tile_side_m, 1);
}

TEST(Tiles, StandRoughlyAsOnTheGroundInsideAPrefecture) {
    const auto at = [](const char* code) {
        return middle_of(
            japan_tiles()
                ->boxes[static_cast<std::size_t>(testing::japan().catalogue.find(code).value())]);
    };
    EXPECT_GT(at("01214").y_m, at("01202").y_m) << "Wakkanai is north of Hakodate";
    EXPECT_GT(at("01223").x_m, at("01202").x_m) << "Nemuro is east of Hakodate";
    EXPECT_GT(at("13101").y_m, at("13421").y_m) << "Chiyoda is north of Ogasawara";
    EXPECT_LT(at("47382").x_m, at("47201").x_m) << "Yonaguni is west of Naha";
}

TEST(Tiles, TheSceneNamesEveryPrefectureAndHasNoInsets) {
    SceneOptions options;
    options.width_px = 1200;
    options.height_px = 900;
    options.measure_text = [](const std::string& text, double size_px) {
        return std::pair(static_cast<double>(text.size()) / 3 * size_px, size_px);
    };
    const auto& catalogue = testing::japan().catalogue;
    const Scene scene =
        make_coverage_scene(catalogue, japan_tiles(), testing::sample_coverage(catalogue), options);
    EXPECT_TRUE(scene.insets.empty());
    EXPECT_TRUE(scene.markers.empty());
    std::set<std::string> names;
    for (const MapLabel& label : scene.labels) {
        if (label.kind == LabelKind::prefecture) {
            names.insert(label.text);
        } else {
            const PixelBox name = label.box_px();
            const MapBox& cell = japan_tiles()->boxes[static_cast<std::size_t>(label.municipality)];
            EXPECT_GE(name.left, scene.view.x_px({cell.min_x_m, 0}) - 0.01) << label.text;
            EXPECT_LE(name.right, scene.view.x_px({cell.max_x_m, 0}) + 0.01) << label.text;
        }
    }
    EXPECT_EQ(names.size(), 47U);
    EXPECT_TRUE(names.contains("神奈川"));
    EXPECT_TRUE(names.contains("北海道"));
}

TEST(Tiles, ABoundaryFileOfOneTownMakesOneWholeTile) {
    Catalogue catalogue;
    catalogue.edition = "test";
    Municipality town;
    town.code = "29344";
    town.prefecture = 29;
    catalogue.municipalities = {town};
    Mosaic mosaic;
    mosaic.shapes.resize(1);  // without geometry: it still has its cell
    const MapShapes shapes = make_tile_shapes(
        catalogue, make_map_shapes(catalogue, mosaic, Projection::equal_area_japan()));
    ASSERT_EQ(shapes.municipalities[0].size(), 1U);
    EXPECT_NEAR(planar_area_m2(shapes.municipalities[0][0]), tile_side_m * tile_side_m, 1);
    EXPECT_TRUE(shapes.prefecture_boxes[0].empty());
}

}  // namespace
}  // namespace miraimap
