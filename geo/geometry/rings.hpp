// SPDX-License-Identifier: MIT
// Small questions about single rings, in plain longitude/latitude coordinates.
//
// Promises: no tolerance. Rings are open (see polygon.hpp); a ring may cross itself unless a
// function says otherwise.
#pragma once

#include <vector>

#include "geo/geometry/polygon.hpp"

namespace miraimap {

/// Signed planar area in square degrees (shoelace formula, relative to the first vertex):
/// positive if the ring runs counter-clockwise. Good for directions and comparisons, not for km².
double signed_area_deg2(const Ring& ring);

/// Even-odd test of a point against one ring. Points exactly on the ring may go either way.
bool encloses(const Ring& ring, LonLat point);

/// Even-odd test against shell and holes together.
bool encloses(const Polygon& polygon, LonLat point);

/// Smallest box around a ring, a polygon, or all polygons.
LonLatBox box_of(const Ring& ring);
LonLatBox box_of(const MultiPolygon& shape);

/// Turns the ring so that it starts at its least vertex (westernmost, then southernmost).
void start_at_least_vertex(Ring& ring);

/// Shells and holes from simple rings that touch each other in points at most. Counter-clockwise
/// rings are shells, clockwise ones holes; each hole goes to the smallest shell around it.
/// @returns polygons and holes in ascending order of their vertices; identical rings once
/// @pre rings are simple and none crosses another; a hole without shell is a broken precondition
MultiPolygon assemble(std::vector<Ring> rings);

}  // namespace miraimap
