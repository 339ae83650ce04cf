// SPDX-License-Identifier: MIT
// What the window knows about its guided tour.
#pragma once

#include <cstddef>
#include <optional>

#include "app/gui/frame_layout.hpp"

namespace miraimap::gui {

struct TourState {
    bool offered = false;             ///< the card that offers the tour is shown
    bool wanted = false;              ///< to be started with the next frame that shows the map
    std::optional<std::size_t> step;  ///< shown now, from 0; empty: no tour
    LayoutChoices before;             ///< panels as the reader had them
    LayoutChoices arranged;           ///< as the tour shows them in this step
};

}  // namespace miraimap::gui
