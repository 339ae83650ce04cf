// SPDX-License-Identifier: MIT
// Colours, hatches and line widths: what each class of the map looks like.
//
// Promises: every grade has a second channel besides colour (hatch or symbol); sequences of steps
// differ in lightness, so they need no colour at all; palettes keep their order in greyscale and
// for the three kinds of colour blindness (tested).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/text.hpp"

namespace miraimap {

/// sRGB with straight alpha, 0..255.
struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;
    friend bool operator==(const Colour&, const Colour&) = default;
};

enum class Hatch : std::uint8_t { none, diagonal, back_diagonal, cross, dots, horizontal };

struct ClassStyle {
    std::string key;  ///< "direct", "part", "prefecture", "none", "not-counted"
    Text name;
    Colour fill;
    Hatch hatch = Hatch::none;
    Colour hatch_colour;
    Text short_name = {};  ///< where there is little room; empty: the name

    /// The short name, or the name if that is short already.
    [[nodiscard]] const Text& brief() const { return short_name.ja.empty() ? name : short_name; }
};

enum class Theme : std::uint8_t { light, dark };

/// Everything a painter needs besides shapes.
struct MapStyle {
    Colour sea;
    Colour municipality_border;
    Colour covered_border;  ///< between two selected municipalities, whose fills are strong
    Colour prefecture_border;
    Colour coast;
    Colour label;
    Colour label_halo;
    Colour selection;  ///< outline of the chosen place
    Colour hover;
    Colour region;       ///< outline and number of a region
    Colour region_halo;  ///< beside that outline, and the number itself
    Colour meeting;      ///< where a chosen place meets its neighbours; region_halo beside it
    Colour ink;          ///< words beside the map
    Colour quiet_ink;    ///< notes and sources
    Colour page;         ///< paper around the map
    Colour rule;         ///< thin lines and frames around the map
    double municipality_border_px = 0.4;
    double prefecture_border_px = 0.9;
    double coast_px = 0.6;
    double region_px = 1.8;
    double region_halo_px = 1.8;    ///< added to the width of a region's outline
    double region_marked_px = 1.6;  ///< added to the width of the marked region's outline
};

const MapStyle& map_style(Theme theme);

/// How borders look at a scale: thousands of outlines must not become a grey net.
struct BorderLook {
    double municipality_px = 0;
    double municipality_strength = 1;  ///< 0..1, on top of the colour's own
    double covered_px = 0;             ///< between two classes with strong fills
    double coast_px = 0;
    double prefecture_px = 0;
};
/// @param metres_per_px  of the scene, not of a screen with more pixels
BorderLook border_look(const MapStyle& style, double metres_per_px);
/// True if a fill is so far from the map's ground that the usual borders would vanish on it.
bool has_strong_fill(const MapStyle& style, const ClassStyle& entry);

/// The five classes of the coverage map, best first: direct, part, prefecture, none, not counted.
const std::vector<ClassStyle>& grade_classes(Theme theme);
/// Places that are only supposed to be selected ("what if"): never mistaken for data.
const ClassStyle& supposed_class(Theme theme);
/// Steps for figures, from little to much.
const std::vector<Colour>& figure_steps(Theme theme);
/// Steps for the way to the nearest selected place, from near to far.
const std::vector<Colour>& distance_steps(Theme theme);
/// Places for which a map has nothing to show (no figure, no way).
const ClassStyle& nothing_class(Theme theme);
/// Places that a filter on prefectures leaves out: drawn faintly, in no legend.
const ClassStyle& outside_class(Theme theme);

}  // namespace miraimap
