// SPDX-License-Identifier: MIT
// Marks over the map, as on paper (app/print/map_painter.hpp): discs of selected places that are
// too small to be seen, rings of such chosen and hovered ones, circles of money.
#pragma once

#include <vector>

#include "app/gui/ui.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

/// One disc in the current window: a sector for each class of its place.
void draw_marker(const Ui& ui, const MapStyle& style, const std::vector<Colour>& fills,
                 ImVec2 centre);
/// All discs of the scene.
/// @param low  top left of the map on the screen
void draw_markers(const Ui& ui, const Scene& scene, ImVec2 low);
/// A circle of money (shapes/circles.hpp), hollow for a prefecture as a whole.
void draw_circle(const Ui& ui, const MapStyle& style, ImVec2 centre, float radius,
                 bool of_prefecture);
/// All circles of the scene.
void draw_circles(const Ui& ui, const Scene& scene, ImVec2 low);
/// All rings of the scene (shapes/choice_rings.hpp): a chosen place's has ticks.
void draw_choice_rings(const Ui& ui, const Scene& scene, ImVec2 low);

}  // namespace miraimap::gui
