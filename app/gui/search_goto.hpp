// SPDX-License-Identifier: MIT
// Where a found thing leads.
#pragma once

#include "app/gui/app_state.hpp"

namespace miraimap::gui {

/// Shows a hit: a place is shown whole (a municipality is chosen too), a programme becomes the
/// filter, a project shows all its places and chooses the first. Closes the list.
/// Hovers the places of the hit that is marked in the open list, for this frame.
void hover_found(AppState& state);
void go_to_hit(AppState& state, const SearchHit& hit);

}  // namespace miraimap::gui
