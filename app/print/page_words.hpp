// SPDX-License-Identifier: MIT
// The words around the map: title, filter, legend with counts, scale, notes, sources.
#pragma once

#include "app/print/cairo_handles.hpp"
#include "app/print/page_layout.hpp"

namespace miraimap {

/// Paints all words of the scene. Long texts wrap; if they do not fit, the small print shrinks, so
/// that nothing is cut off.
void paint_words(cairo_t* cr, const Scene& scene, const PageLayout& page, Lang lang);

}  // namespace miraimap
