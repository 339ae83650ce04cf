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

/// The other ring lies outside of the first: its first vertex that is none of the first ring's
/// does. A ring without any such vertex, e.g. the same ring backwards, does not lie outside.
bool lies_outside(const Ring& ring, const Ring& other);

/// All points lie on one line, so that the ring covers nothing. A figure eight whose lobes cancel
/// in the signed area covers land all the same.
bool on_one_line(const Ring& ring);

/// Shells and holes from rings. Counter-clockwise rings are shells, clockwise ones holes; each hole
/// goes to the smallest shell around it. Rings should be simple and touch each other in points at
/// most. Where they do not, no land is lost: a clockwise ring without a shell around it (the
/// backward lobe of a figure eight, a hole outside its shell) covers what it encloses by the
/// even-odd and by the non-zero rule, so it becomes a shell of its own, reversed. Rings on one line
/// are left out.
/// @returns polygons and holes in ascending order of their vertices; identical rings once
MultiPolygon assemble(std::vector<Ring> rings);

}  // namespace miraimap
