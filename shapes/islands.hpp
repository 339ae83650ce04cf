// SPDX-License-Identifier: MIT
// Far islands: which municipalities they are, and what a map shows whole without them.
//
// Municipalities are known by their JIS X 0402 codes, so this holds for any boundary set and any
// projection.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "geo/place/catalogue.hpp"
#include "shapes/map_shapes.hpp"

namespace miraimap {

/// Island groups that would shrink the rest of a map if they had to fit in: of the country's, or
/// only of their own prefecture's (the last two).
enum class FarIslands : std::uint8_t {
    none,
    izu,        ///< 伊豆諸島: Oshima to Aogashima
    ogasawara,  ///< 小笠原村
    amami,      ///< 奄美群島 and トカラ列島 (十島村)
    okinawa,    ///< 沖縄諸島
    sakishima,  ///< 先島諸島: Miyako and Yaeyama
    daito,      ///< 大東諸島
    tsushima,   ///< 対馬市 and 壱岐市
    northern,   ///< 北方領土
};
FarIslands far_islands_of(const Municipality& municipality);

/// A municipality's box without parts that begin further than this from its label point; its whole
/// box if that leaves nothing.
MapBox box_without_far_parts(const MapShapes& shapes, std::size_t municipality, double reach_m);

/// Boxes of the polygons of the main islands (without Okinawa, Ogasawara and other far islands):
/// what the opening view shows whole.
std::vector<MapBox> main_island_parts(const Catalogue& catalogue, const MapShapes& shapes);
/// The box around them.
MapBox main_islands(const Catalogue& catalogue, const MapShapes& shapes);

/// Box of the whole country but for Ogasawara, for a picture without room for insets.
MapBox whole_chain(const Catalogue& catalogue, const MapShapes& shapes);

/// Boxes of the polygons of one or several prefectures' municipalities (JIS numbers), far islands
/// left out where they would shrink the rest (Tokyo: the islands south of Izu).
std::vector<MapBox> prefecture_parts(const Catalogue& catalogue, const MapShapes& shapes,
                                     const std::vector<int>& prefectures);
/// The box around them.
MapBox prefecture_box(const Catalogue& catalogue, const MapShapes& shapes,
                      const std::vector<int>& prefectures);

}  // namespace miraimap
