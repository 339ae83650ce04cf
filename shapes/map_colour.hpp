// SPDX-License-Identifier: MIT
// The modes of the map: what its colours (or circles) show.
#pragma once

#include <cstdint>
#include <string>

#include "geo/text.hpp"

namespace miraimap {

enum class MapColour : std::uint8_t {
    grade,       ///< coverage
    selections,  ///< number of selections
    first_year,  ///< the first year with a selection
    programme,   ///< programmes, several in one place remain visible
    technology,  ///< technologies, several in one place remain visible
    distance,    ///< kilometres to the nearest selected place, between boundaries
    borders,     ///< borders crossed to the nearest selected place
    granted,     ///< granted money as circles
    requested,   ///< requested money as circles
    figure,      ///< a figure of the user's table
};
inline constexpr int map_colour_count = 10;
inline bool is_money(MapColour colour) {
    return colour == MapColour::granted || colour == MapColour::requested;
}

/// "grade", "selections", "first-year", "programme", "technology", "distance", "borders",
/// "granted", "requested", "figure".
const std::string& key_of(MapColour colour);
/// For a heading.
const Text& name_of(MapColour colour);
/// For a switch with little room.
const Text& short_name_of(MapColour colour);

}  // namespace miraimap
