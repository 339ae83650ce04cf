// SPDX-License-Identifier: MIT
// Polygons that are hard to cut, made at random, and what must hold of their triangles.
#pragma once

#include <random>

#include "shapes/tessellate.hpp"

namespace miraimap::testing {

/// Cells of a square grid that hang together, with every cell's corner on the outline: collinear
/// runs, turns at one height, and many places where holes touch the shell or each other.
struct CellPolygon {
    MapPolygon polygon;
    double area_m2 = 0;
};
/// @param touching_holes  where the outline meets itself: true makes two rings that touch, as OGC
///        asks for; false one ring that passes the point twice
CellPolygon random_cells(std::mt19937& random, int side, double density, bool touching_holes);

/// A ring through random points of a grid; crossings are taken out by reversing stretches.
/// @param most_steps  stretches that are reversed; with few of them, crossings stay
MapRing random_ring(std::mt19937& random, int corners, int grid, int most_steps);

/// Turned, stretched and moved: what was on one line is so only nearly.
MapPolygon moved(const MapPolygon& polygon, double turn_rad, double scale, MapPoint by);

/// Two edges of any rings cross each other at inner points of both.
bool has_crossing(const MapPolygon& polygon);

/// n + 2 * holes - 2
std::size_t promised_triangles(const MapPolygon& polygon);
/// Sum of the triangles' areas; a test fails if one is turned over.
double area_of(const Triangles& triangles);
/// As `Tessellator::cut` promises for clean polygons.
void expect_exact(const MapPolygon& polygon);

}  // namespace miraimap::testing
