// SPDX-License-Identifier: MIT
// Makes Cairo's SVG the same from run to run, smaller, and its words text.
#pragma once

#include <string>
#include <vector>

#include "app/print/typesetter.hpp"
#include "geo/text.hpp"

namespace miraimap {

/// Renumbers the `surfaceN` ids, which Cairo counts over the whole process, from 1.
std::string renumber_surfaces(const std::string& svg);

/// Rounds the coordinates inside `d="…"` to two decimals (a hundredth of a pixel).
std::string shorten_paths(const std::string& svg);

struct SvgFrame {
    std::string title;
    std::string description;
    Lang lang = Lang::ja;
    double width_mm = 0;  ///< size on paper; 0: as Cairo wrote it, in px
    double height_mm = 0;
};

/// Adds title, language and paper size to Cairo's SVG and the collected texts on top, as `<text>`
/// that names its font. Each text states its length, so that it keeps its place in another font.
std::string finish_svg(const std::string& svg, const SvgFrame& frame,
                       const std::vector<PlacedText>& texts);

}  // namespace miraimap
