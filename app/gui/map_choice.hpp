// SPDX-License-Identifier: MIT
// Choosing places on the map with a shape: a box, a lasso, or a brush that every view follows.
//
// Promises: Shift+drag adds what lies in the box, Alt+drag takes it out; the lasso and the brush
// are tools that are taken up by command, and take Shift and Alt the same way. A place lies in a
// shape if its label point does, so what is chosen does not depend on the scale. A shape begun in
// an inset chooses there. Does not: move the map or choose by a plain click (map_view.cpp).
#pragma once

#include <vector>

#include "app/gui/place_set.hpp"
#include "shapes/map_shapes.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

struct AppState;
struct Ui;

/// Municipalities whose label point lies in a ring (closed by itself, even-odd), ascending.
std::vector<int> places_in(const MapShapes& shapes, const std::vector<MapPoint>& ring);
/// The same for what the map shows.
std::vector<int> places_in_view(const AppState& state);
/// All municipalities of the prefectures that the chosen places lie in, ascending.
std::vector<int> prefectures_of_chosen(const AppState& state);

/// The inset under a position of the map (pixels at scale 1), or -1.
int inset_at(const Scene& scene, double x_px, double y_px);
/// The map point there, seen through an inset or, with -1, through the map.
MapPoint map_point_in(const Scene& scene, int inset, double x_px, double y_px);

}  // namespace miraimap::gui
