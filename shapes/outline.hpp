// SPDX-License-Identifier: MIT
// Outlines of unions of municipalities from their shared border lines, at the detail a picture
// needs.
//
// Each border line is simplified once, so neighbours stay joined. The union of all municipalities
// of one class is then traced along the lines that have the class on one side only: no inner seams.
#pragma once

#include <vector>

#include "shapes/map_shapes.hpp"

namespace miraimap {

/// Border lines at the detail of a picture; same order as MapShapes::borders.
struct LineDetail {
    std::vector<std::vector<MapPoint>> lines;  ///< never fewer than two points, unless dropped
};

/// All border lines for a picture of `box`, at the level of detail whose side is `side_m`
/// (level_of_detail.hpp); lines wholly outside are cut down to their ends.
LineDetail simplify_borders(const MapShapes& shapes, const MapBox& box, double side_m);

/// The rings of one municipality, shells and holes, as they run in the data: what a place covers
/// whose rings cross or double back. Fill them with the non-zero winding rule.
std::vector<MapRing> rings_of(const MapShapes& shapes, const LineDetail& detail, int municipality);

/// Closed outlines of the union of the municipalities whose group is `group`; land lies left.
/// Fill them with the non-zero winding rule.
/// @param group_of  per municipality
std::vector<MapRing> trace_outlines(const MapShapes& shapes, const LineDetail& detail,
                                    const std::vector<int>& group_of, int group);

}  // namespace miraimap
