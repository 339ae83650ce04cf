// SPDX-License-Identifier: MIT
// Far islands: which municipalities they are, which boxes leave them out, and the small frames that
// show them beside the main map.
//
// Municipalities are known by their JIS X 0402 codes, so this holds for any boundary set and any
// projection.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/place/catalogue.hpp"
#include "shapes/scene.hpp"

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

/// Box of the whole country but for Ogasawara, for a picture without room for insets.
MapBox whole_chain(const Catalogue& catalogue, const MapShapes& shapes);

struct InsetQuestion {
    std::vector<int> prefectures;  ///< JIS numbers in focus; empty: the whole country
    View view;                     ///< main map
    double text_scale = 1;
    std::vector<PixelBox> reserved;  ///< places of the main picture that must stay free
    /// Inside of the main picture's frame that insets keep from its edge.
    double margin_px = 12;
};

/// Frames for the island groups that the main view leaves out, placed on open sea where there is
/// any. None if the view is not a view of the whole country or of the prefectures in focus.
std::vector<Inset> place_insets(const Catalogue& catalogue, const MapShapes& shapes,
                                const InsetQuestion& question);

}  // namespace miraimap
