// SPDX-License-Identifier: MIT
// How a map looks to eyes that see colours differently.
//
// Method: the matrices of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A physiologically-
// based model for simulation of color vision deficiency", IEEE Trans. Vis. Comput. Graph. 15
// (2009), at severity 1.0, on linear sRGB.
// Promises: greys keep their lightness to within rounding; opacity is kept. A preview only: nothing
// that is exported or printed passes through here unless it was asked for.
#pragma once

#include <cstdint>
#include <string>

#include "geo/text.hpp"
#include "shapes/scene.hpp"
#include "shapes/style.hpp"

namespace miraimap {

enum class Vision : std::uint8_t { usual, protanopia, deuteranopia, tritanopia };
inline constexpr int vision_count = 4;
/// "usual", "protanopia", "deuteranopia", "tritanopia".
const std::string& key_of(Vision vision);
const Text& name_of(Vision vision);

/// A colour as these eyes see it.
Colour seen_with(Vision vision, Colour colour);
/// Fill and hatch of a class.
ClassStyle seen_with(Vision vision, ClassStyle style);
/// All colours around the classes.
MapStyle seen_with(Vision vision, MapStyle style);
/// The whole palette of a scene: classes, borders, labels, circles, ground.
void see_with(Vision vision, Scene& scene);

}  // namespace miraimap
