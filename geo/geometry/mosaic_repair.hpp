// SPDX-License-Identifier: MIT
// Repairs a mosaic of polygons as a whole, so that no gap opens between neighbours.
//
// Repairing polygons one by one moves a border on one side only. Here all edges of all polygons are
// noded together on one fixed grid (snap rounding), the faces between them are formed, and each
// face is given to exactly one body; the bodies' outlines are then the faces' outer edges. A border
// is therefore the same vertices on both sides, before and after. Promises: every result is valid
// by the OGC rules; results do not overlap; the same input gives the same output. Does not: close
// gaps that are water (see `max_gap_width_m`).
#pragma once

#include <vector>

#include "geo/geometry/polygon.hpp"

namespace miraimap {

/// How a face was settled that was not claimed by exactly one body.
struct SettledFace {
    LonLat where;             ///< a point inside
    double area_km2 = 0;      ///< geodesic
    double width_m = 0;       ///< mean width: twice the area over the perimeter
    std::vector<int> claims;  ///< bodies whose polygons hold the point, ascending; empty: none
    int given_to = -1;        ///< body; -1: left open (water or sea between islands)
};

struct MosaicRepair {
    std::vector<MultiPolygon> shapes;  ///< one per body; empty if none of its faces is left
    long long edges_before = 0;        ///< different edges of the source
    long long shared_before = 0;       ///< of these, edges used by several bodies
    long long edges_after = 0;         ///< edges after noding
    int faces = 0;
    int dangling_lines = 0;            ///< edges that bound no face (spikes), left out
    std::vector<SettledFace> settled;  ///< in order of `where`
};

/// Grid of the result: 1e-7 degrees, about a centimetre.
inline constexpr double repair_grid_per_degree = 1e7;

/// Repairs and unites.
/// @param parts  polygons as they come; rings may cross themselves and each other; a ring holds
/// what
///               an even-odd test says it holds
/// @param body_of  body of each part, 0..bodies-1
/// @param max_gap_width_m  a face nobody claims is a gap between neighbours, and given to the body
///               with the longest common border, if its mean width is below this and no edge of it
///               lies free; else it is left open
/// A face that several bodies claim goes to the one with the smallest source area (the enclave in
/// its surroundings), the first of equals.
/// @throws Error{data} if GEOS fails
MosaicRepair repair_mosaic(const std::vector<MultiPolygon>& parts, const std::vector<int>& body_of,
                           int bodies, double max_gap_width_m);

}  // namespace miraimap
