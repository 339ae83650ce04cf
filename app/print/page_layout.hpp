// SPDX-License-Identifier: MIT
// Where things stand on the page. The words are measured first; the map gets the rest.
//
// Promises: the boxes lie inside the page's margins and none overlaps another; every block of words
// has the height it needs (a list may be cut, and says so). Depends on the words only, so that the
// map's size is known before the map is made.
#pragma once

#include <vector>

#include "app/print/paper.hpp"
#include "app/print/word_blocks.hpp"

namespace miraimap {

struct PlacedBlock {
    Block block;
    PixelBox box;
};

struct PageLayout {
    double unit = 1;  ///< factor of all text sizes and gaps; 1 on A4 and on a page 1000 px high
    PixelBox map;
    std::vector<PlacedBlock> blocks;
};

/// Words beside the map on a wide page (a long title and filter above both), above and below it on
/// a tall one. Where they do not fit, the list goes first, then the table, and only then does the
/// type shrink.
/// @param words  title, legend, notes, figures …; neither view nor shapes are looked at
/// @throws Error{usage} if the page is too small for its words or too large to paint
PageLayout lay_out_page(const PaperOptions& options, const Scene& words);

}  // namespace miraimap
