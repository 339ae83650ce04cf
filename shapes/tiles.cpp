// SPDX-License-Identifier: MIT
#include "shapes/tiles.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace miraimap {
namespace {

constexpr int columns = 14;
constexpr int rows = 10;

struct Cell {
    int municipality = 0;
    MapPoint middle;
};

/// How many cells each row of a tile has, from the top: as square as `count` allows.
std::vector<std::size_t> row_lengths(std::size_t count) {
    const auto row_count =
        std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(std::sqrt(count))));
    std::vector<std::size_t> lengths;
    for (std::size_t row = 0; row < row_count; ++row) {
        lengths.push_back((row + 1) * count / row_count - row * count / row_count);
    }
    return lengths;
}

/// Where the cells of a row begin and end.
std::vector<double> breaks_of(double left, std::size_t cells) {
    std::vector<double> breaks;
    for (std::size_t i = 0; i <= cells; ++i) {
        // One division: the same fraction gives the same number in every row.
        breaks.push_back(left + tile_side_m * static_cast<double>(i) / static_cast<double>(cells));
    }
    return breaks;
}

/// Puts one tile's cells in order: rows from the north, each from the west.
void order_cells(std::vector<Cell>& cells, const std::vector<std::size_t>& lengths) {
    std::stable_sort(cells.begin(), cells.end(),
                     [](const Cell& a, const Cell& b) { return a.middle.y_m > b.middle.y_m; });
    auto first = cells.begin();
    for (const std::size_t length : lengths) {
        const auto last = first + static_cast<std::ptrdiff_t>(length);
        std::stable_sort(first, last,
                         [](const Cell& a, const Cell& b) { return a.middle.x_m < b.middle.x_m; });
        first = last;
    }
}

/// A cell with the corners of the rows above and below on its edges, so that borders are shared.
MapPolygon cell_shape(double left, double right, double top, double bottom,
                      const std::vector<double>& above, const std::vector<double>& below) {
    MapPolygon polygon;
    polygon.shell.push_back({left, bottom});
    for (const double x : below) {
        if (x > left && x < right) {
            polygon.shell.push_back({x, bottom});
        }
    }
    polygon.shell.push_back({right, bottom});
    polygon.shell.push_back({right, top});
    for (auto x = above.rbegin(); x != above.rend(); ++x) {
        if (*x > left && *x < right) {
            polygon.shell.push_back({*x, top});
        }
    }
    polygon.shell.push_back({left, top});
    return polygon;
}

MapPoint top_left(TilePlace place) {
    return {(place.column - columns / 2.0) * tile_step_x_m,
            (rows / 2.0 - place.row) * tile_step_y_m - tile_name_m};
}

void fill_tile(TilePlace place, std::vector<Cell> cells,
               std::vector<std::vector<MapPolygon>>& polygons) {
    const std::vector<std::size_t> lengths = row_lengths(cells.size());
    order_cells(cells, lengths);
    const MapPoint corner = top_left(place);
    std::vector<std::vector<double>> breaks;
    for (const std::size_t length : lengths) {
        breaks.push_back(breaks_of(corner.x_m, length));
    }
    const std::vector<double> none;
    std::size_t done = 0;
    const auto count = static_cast<double>(cells.size());
    for (std::size_t row = 0; row < lengths.size(); ++row) {
        const double top = corner.y_m - tile_side_m * static_cast<double>(done) / count;
        const double bottom =
            corner.y_m - tile_side_m * static_cast<double>(done + lengths[row]) / count;
        for (std::size_t i = 0; i < lengths[row]; ++i) {
            const auto municipality = static_cast<std::size_t>(cells[done + i].municipality);
            polygons[municipality].push_back(cell_shape(
                breaks[row][i], breaks[row][i + 1], top, bottom, row > 0 ? breaks[row - 1] : none,
                row + 1 < lengths.size() ? breaks[row + 1] : none));
        }
        done += lengths[row];
    }
}

}  // namespace

const std::array<TilePlace, prefecture_count>& tile_places() {
    // clang-format off
    static const std::array<TilePlace, prefecture_count> places{{
        {13, 0},                                                                   // 北海道
        {13, 1}, {13, 2}, {13, 3}, {12, 2}, {12, 3}, {12, 4},                      // 東北
        {13, 5}, {12, 5}, {11, 5}, {12, 6}, {13, 6}, {12, 7}, {11, 7},             // 関東
        {11, 4}, {10, 4}, {9, 4}, {8, 5}, {11, 6}, {10, 5}, {9, 5}, {10, 7}, {10, 6},  // 中部
        {9, 6}, {8, 6}, {7, 6}, {7, 7}, {6, 6}, {8, 7}, {8, 8},                    // 近畿
        {5, 6}, {4, 6}, {5, 7}, {4, 7}, {3, 7},                                    // 中国
        {6, 9}, {6, 8}, {5, 8}, {5, 9},                                            // 四国
        {2, 7}, {1, 7}, {0, 7}, {2, 8}, {3, 8}, {3, 9}, {2, 9}, {0, 9},            // 九州・沖縄
    }};
    // clang-format on
    return places;
}

MapShapes make_tile_shapes(const Catalogue& catalogue, const MapShapes& country) {
    assert(catalogue.municipalities.size() == country.label_points.size());
    // Without a place on the ground: after all others.
    constexpr MapPoint nowhere{0, -1e12};
    std::array<std::vector<Cell>, prefecture_count> tiles;
    for (std::size_t i = 0; i < catalogue.municipalities.size(); ++i) {
        const Municipality& m = catalogue.municipalities[i];
        if (m.kind != BodyKind::unassigned && m.prefecture >= 1 &&
            m.prefecture <= prefecture_count) {
            const MapPoint p = country.label_points[i];
            tiles[static_cast<std::size_t>(m.prefecture - 1)].push_back(
                {static_cast<int>(i), std::isfinite(p.x_m) ? p : nowhere});
        }
    }
    std::vector<std::vector<MapPolygon>> polygons(catalogue.municipalities.size());
    for (std::size_t p = 0; p < tiles.size(); ++p) {
        if (!tiles[p].empty()) {
            fill_tile(tile_places()[p], std::move(tiles[p]), polygons);
        }
    }
    MapShapes shapes = make_plane_shapes(catalogue, polygons);
    shapes.layout = MapLayout::tiles;
    for (std::size_t p = 0; p < tile_places().size(); ++p) {
        if (shapes.prefecture_boxes[p].empty()) {
            continue;
        }
        const MapPoint corner = top_left(tile_places()[p]);
        shapes.prefecture_label_points[p] = {corner.x_m + tile_side_m / 2,
                                             corner.y_m + tile_name_m * 0.56};
        shapes.prefecture_label_radii_m[p] = tile_name_m * 0.44;
        shapes.prefecture_boxes[p].add(MapPoint{corner.x_m, corner.y_m + tile_name_m});
        shapes.extent.add(shapes.prefecture_boxes[p]);
    }
    return shapes;
}

}  // namespace miraimap
