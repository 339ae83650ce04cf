// SPDX-License-Identifier: MIT
// Names of prefectures above their tiles: which words, how large, and where.
//
// Promises: one size for all 47; a name stands above its own tile or over open sea beside it, never
// over the tile of another prefecture.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "geo/place/prefecture.hpp"
#include "geo/text.hpp"
#include "shapes/labels.hpp"

namespace miraimap {

/// 神奈川 for 神奈川県; 北海道 stays.
std::string tile_name(const Prefecture& prefecture, Lang lang);

/// As much of a name as there is room for: "Kagoshima", "Kagos."; "" if not even three letters.
std::string fitted_name(const std::string& name, double size_px, double room_px,
                        const MeasureText& measure);

/// Room for the name of a tile: its own width, and half a tile of the sea at either side.
struct TileRoom {
    double width_px = 0;
    std::vector<double> shifts_px;  ///< of the name's middle from that of the tile, best first
};
/// @param tile  0..46, as `tile_places`
/// @param wanted_px  width of the whole name
/// @param step_px  from one tile to the next
TileRoom tile_room(std::size_t tile, double wanted_px, double step_px);
/// Room above the tile alone.
double tile_name_room_px(double step_px);

/// The largest size at which all names fit whole, or the least size.
double tile_name_size_px(double largest_px, double least_px, double step_px, Lang lang,
                         const MeasureText& measure);

}  // namespace miraimap
