// SPDX-License-Identifier: MIT
// The guided tour: a card for each part of the window, which is outlined while all else is dimmed.
//
// Promises: nothing is blocked, everything can be clicked and typed meanwhile; a card never lies on
// what it points at. Panels that a step has to show are as before afterwards, unless the reader
// changed them meanwhile. Does not: change filter, choice or view.
#pragma once

#include <cstddef>

#include "app/gui/commands.hpp"
#include "app/gui/ui.hpp"

namespace miraimap::gui {

inline constexpr std::size_t tour_steps = 7;

void start_tour(AppState& state);
void end_tour(AppState& state);
/// Shows a step; the one after the last ends the tour.
void go_to_tour_step(AppState& state, std::size_t step);

/// True while the tour runs and has this key (Enter, Left, Right, Esc) for itself, or is offered
/// and answered by it (Enter, Esc). Inside a frame only.
bool tour_takes(const AppState& state, const Key& key);

/// Where the panels are on the screen; hidden ones have no width.
struct PanelPlaces {
    ScreenRect left;
    ScreenRect right;
    ScreenRect bottom;
};

/// The card of this step with the outline of what it points at, or the card that offers the tour.
/// Draw it last; Ui::probes must be there while a tour runs. True if another frame is needed.
bool guided_tour(const Ui& ui, const PanelPlaces& panels);

}  // namespace miraimap::gui
