// SPDX-License-Identifier: MIT
// How the painters draw where chosen places meet their neighbours: common borders as lines, point
// contacts as squares, links across water as dashes. Three shapes, so that colour is not needed to
// tell them apart.
//
// Promises: window and paper ask here, so both draw the same. Does not: know who is a neighbour
// (geo/select/neighbours.hpp).
#pragma once

#include <array>
#include <vector>

#include "shapes/scene.hpp"

namespace miraimap {

inline constexpr double meeting_px = 3.0;        ///< width of a common border
inline constexpr double meeting_link_px = 2.4;   ///< width of a dash
inline constexpr double meeting_point_px = 8.0;  ///< side of a square
inline constexpr double meeting_halo_px = 2.2;   ///< beside each of them
inline constexpr double meeting_dash_px = 8.0;   ///< length of a dash
inline constexpr double meeting_gap_px = 5.0;    ///< between two dashes

/// The lines of the map along which the meetings of kind border stand.
std::vector<const BorderLine*> meeting_borders(const Scene& scene);

/// The dashes of a link, as far as they may touch the view; ends of the link always begin or end a
/// dash. Empty for other kinds.
std::vector<std::array<MapPoint, 2>> meeting_dashes(const MapMeeting& meeting, const View& view);

}  // namespace miraimap
