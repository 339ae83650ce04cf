// SPDX-License-Identifier: MIT
// Rings around chosen and hovered places that are too small to be seen, and picking by rings.
//
// Promises: every painter draws the same rings; a click on a ring means its place. A ring takes
// clicks from open sea and from places that are too small themselves; from a place that can be seen
// only if its own place is smaller than a pixel, and then only within the radius of a MapMarker.
// Tile grids have no rings: no cell is tiny beside its neighbours.
#pragma once

#include <optional>
#include <vector>

#include "shapes/scene.hpp"

namespace miraimap {

inline constexpr double choice_ring_px = 7;
/// A chosen place's ring has four ticks outwards of this length: it is known without its colour.
inline constexpr double choice_tick_px = 4;
/// More chosen places than this are outlined as an area and have no rings.
inline constexpr std::size_t most_outlined_singly = 40;

struct ChoiceRing {
    int municipality = -1;
    double x_px = 0;  ///< in pixels of the main picture (for insets too)
    double y_px = 0;
    int inset = -1;       ///< index of the inset it stands in, -1: the main map
    bool chosen = false;  ///< else hovered
};

/// Rings of the scene's chosen places and of the hovered one, in its main map and insets.
std::vector<ChoiceRing> choice_rings(const Scene& scene);

/// The place a pointer at a pixel of the main picture means.
/// @param inset  the inset the pixel lies in, -1: none
/// @param exact  the place whose area holds the pixel, if any
std::optional<int> place_meant(const Scene& scene, double x_px, double y_px, int inset,
                               std::optional<int> exact);

}  // namespace miraimap
