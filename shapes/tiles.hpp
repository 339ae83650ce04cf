// SPDX-License-Identifier: MIT
// The tile grid: a map on which every prefecture has the same area, whatever its size on the
// ground.
//
// On the usual map Hokkaido takes a fifth of the picture and the towns around Osaka a few pixels,
// so the eye counts square kilometres. Here each of the 47 prefectures is one square of the same
// size, and each municipality an equal share of its prefecture's square. Cells are equal within a
// prefecture, not over the country: with equal cells everywhere Hokkaido would again be twelve
// times Toyama, and a prefecture's share of coloured area could not be read off its tile.
//
// Promises: a prefecture's cells fill its tile without gap or overlap, each with exactly the same
// area; neighbouring cells share their border line, so painters, picking and outlines work on them
// as on any MapShapes. Unassigned land has no cell: it is no municipality.
// Does not: show areas, shapes, distances or neighbours as they are on the ground.
#pragma once

#include <array>

#include "geo/place/catalogue.hpp"
#include "geo/place/prefecture.hpp"
#include "shapes/map_shapes.hpp"

namespace miraimap {

/// Where a prefecture's tile stands, from the north-west corner of the grid.
struct TilePlace {
    int column = 0;
    int row = 0;
};

/// Per prefecture number - 1. Our own arrangement: rows go from north to south and columns from
/// west to east as far as the squares allow; tiles that touch are neighbours on the ground (or
/// face each other across a strait) wherever that was possible, and the seas that people look for
/// stay open: south of Honshu, and west of Shikoku.
const std::array<TilePlace, prefecture_count>& tile_places();

inline constexpr double tile_side_m = 94e3;     ///< of the square that holds a prefecture's cells
inline constexpr double tile_name_m = 22e3;     ///< of the strip above it that holds its name
inline constexpr double tile_step_x_m = 100e3;  ///< from tile to tile
inline constexpr double tile_step_y_m = 120e3;

/// The shapes of the grid. A tile's cells stand in rows from north to south, and in each row from
/// west to east, by the label points of the municipalities on the map; places without geometry come
/// last. A prefecture's label point stands in the strip above its tile.
/// @param country  the map of the same catalogue
MapShapes make_tile_shapes(const Catalogue& catalogue, const MapShapes& country);

}  // namespace miraimap
