// SPDX-License-Identifier: MIT
#include "app/gui/land_tiles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace miraimap::gui {
namespace {

constexpr int tile_px = 32;
/// Borders and markers stand over the edge of their land by less than this.
constexpr double reach_px = 6;

}  // namespace

std::vector<PixelRect> land_tiles(const std::vector<MapBox>& land, const DeviceView& view) {
    const int columns = (view.width_px + tile_px - 1) / tile_px;
    const int rows = (view.height_px + tile_px - 1) / tile_px;
    std::vector<char> marked(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0);
    const MapBox seen = view.box(reach_px);
    const MapBox pane = view.box();
    const auto tile_of = [&](double metres, int count) {
        const double tile = std::floor(metres / view.metres_per_px / tile_px);
        return static_cast<int>(std::clamp(tile, 0.0, static_cast<double>(count - 1)));
    };
    const double reach_m = reach_px * view.metres_per_px;
    for (const MapBox& box : land) {
        if (!seen.overlaps(box)) {
            continue;
        }
        const int left = tile_of(box.min_x_m - reach_m - pane.min_x_m, columns);
        const int right = tile_of(box.max_x_m + reach_m - pane.min_x_m, columns);
        const int bottom = tile_of(box.min_y_m - reach_m - pane.min_y_m, rows);
        const int top = tile_of(box.max_y_m + reach_m - pane.min_y_m, rows);
        for (int y = bottom; y <= top; ++y) {
            const auto row = marked.begin() + static_cast<std::ptrdiff_t>(y) * columns;
            std::fill(row + left, row + right + 1, 1);
        }
    }
    std::vector<PixelRect> tiles;
    for (int y = 0; y < rows; ++y) {
        const auto row = marked.begin() + static_cast<std::ptrdiff_t>(y) * columns;
        const int height = std::min(tile_px, view.height_px - y * tile_px);
        for (int x = 0; x < columns; ++x) {
            if (row[x] == 0) {
                continue;
            }
            const int first = x;
            while (x + 1 < columns && row[x + 1] != 0) {
                ++x;
            }
            const int width = std::min((x + 1) * tile_px, view.width_px) - first * tile_px;
            tiles.push_back({first * tile_px, y * tile_px, width, height});
        }
    }
    return tiles;
}

std::vector<MapBox> land_boxes(const MapShapes& shapes) {
    std::vector<MapBox> boxes;
    for (const std::vector<MapPolygon>& polygons : shapes.municipalities) {
        for (const MapPolygon& polygon : polygons) {
            MapBox box;
            for (const MapPoint& p : polygon.shell) {
                box.add(p);
            }
            boxes.push_back(box);
        }
    }
    return boxes;
}

}  // namespace miraimap::gui
