// SPDX-License-Identifier: MIT
// Proportional symbols: one circle a selected body, its area in proportion to an amount of money.
//
// Promises: the scale depends on the largest amount of all data, so circles keep their size under
// any filter and can be compared between maps of one size; large circles come first, so that small
// ones are painted over them and stay visible.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/select/place_facts.hpp"
#include "shapes/scene.hpp"

namespace miraimap {

/// Radius of the largest amount at text scale 1.
inline constexpr double largest_circle_px = 26;
inline constexpr double rim_of_disc_px = 1.2;
inline constexpr double hollow_rim_px = 2.4;  ///< of a prefecture's circle

/// @param thousand_yen  0..largest
/// @param largest  of all data; 0: there are none
double circle_radius_px(std::int64_t thousand_yen, std::int64_t largest, double text_scale);

/// One circle an amount and pane that shows its place; an amount at no place has none.
/// @param scene  with view, insets and shapes
std::vector<MapCircle> place_circles(const Scene& scene, const std::vector<PlaceAmount>& amounts,
                                     std::int64_t largest, double text_scale);

/// Three round amounts (1, 2 or 5 times a power of ten) with their circles, largest first; fewer
/// for small data, none without.
CircleLegend circle_legend(const std::vector<PlaceAmount>& amounts, std::int64_t largest,
                           AmountKind kind, double text_scale);

}  // namespace miraimap
