// SPDX-License-Identifier: MIT
// How the guided tour looks: cards, outline, dimming.
//
// Promises: a card lies inside the window and not on what it points at.
#pragma once

#include <cstddef>

#include "app/gui/ui.hpp"

namespace miraimap::gui {

struct TourPoint {
    ScreenRect place;         ///< without width: nothing is pointed at
    bool opens_with = false;  ///< it is the button of a panel that has no room
};

/// The card of a step beside what it points at; all else is dimmed. Its buttons go on.
void tour_card(const Ui& ui, const TourPoint& point, std::size_t step, T title, T text);

/// The small card in the corner that offers the tour.
void tour_offer(const Ui& ui);

}  // namespace miraimap::gui
