// SPDX-License-Identifier: MIT
// The window's longest work, run on its worker thread: loading.
#pragma once

#include <memory>

#include "app/gui/app_state.hpp"

namespace miraimap::gui {

/// Reads, joins, projects, makes ready to draw, or takes what an earlier run kept.
/// @param loading  cache and progress; with `keep_later`, world.cache->flush is left to the caller
/// @param drawn_by  the map is made ready for this way of drawing only
/// @throws Error as load_world does, Cancelled if the progress says so
std::shared_ptr<const Loaded> load_all(const Request& request, const LoadOptions& loading = {},
                                       DrawnBy drawn_by = DrawnBy::card);

}  // namespace miraimap::gui
