// SPDX-License-Identifier: MIT
// A painted picture as the bytes of a PNG file.
//
// Our own few lines instead of Cairo's writer: a map has few colours in large areas, for which
// rows without a filter come out smaller, and libdeflate packs them several times faster. Promises:
// the same picture gives the same bytes; colours are exact. Does not: keep transparency.
#pragma once

#include <cairo.h>

#include <optional>
#include <string>

namespace miraimap {

/// @param surface  an image of CAIRO_FORMAT_RGB24
/// @param dots_per_inch  how large it is on paper (pHYs chunk); empty: it counts pixels
/// @throws Error{output} if there is no memory for it
std::string png_bytes(cairo_surface_t* surface, std::optional<double> dots_per_inch);

}  // namespace miraimap
