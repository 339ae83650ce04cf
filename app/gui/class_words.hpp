// SPDX-License-Identifier: MIT
// Classes and their styles as the numbers that shading looks up, on a graphics card or in memory.
#pragma once

#include <cstdint>
#include <vector>

#include "shapes/scene.hpp"

namespace miraimap::gui {

/// A class's own borders are drawn in the covered colour.
inline constexpr std::uint32_t flag_covered = 1;
/// A class's borders say nothing.
inline constexpr std::uint32_t flag_outside = 2;

/// RGBA, red in the lowest byte.
std::uint32_t packed(Colour c);

/// One word a municipality: class | (second + 1) << 8 | (third + 1) << 16.
std::vector<std::uint32_t> class_words(const Scene& scene);

/// Four words a class: fill, hatch colour, hatch, flags.
std::vector<std::uint32_t> style_words(const Scene& scene);

}  // namespace miraimap::gui
