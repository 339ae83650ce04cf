// SPDX-License-Identifier: MIT
// Where things stand on the page. Depends on the page's size only, never on the words, so that the
// map's size is known before the scene is made.
#pragma once

#include "app/print/paper.hpp"

namespace miraimap {

struct PageLayout {
    double unit = 1;        ///< factor of all text sizes and gaps; 1 on a page 1000 px high
    bool landscape = true;  ///< words left of the map; else above and below it
    PixelBox map;
    PixelBox head;  ///< title, filter; landscape: the whole column
    PixelBox foot;  ///< portrait: legend, notes, sources; landscape: empty
};

/// @throws Error{usage} if the page is too small for its words or too large to paint
PageLayout lay_out_page(const PaperOptions& options);

}  // namespace miraimap
