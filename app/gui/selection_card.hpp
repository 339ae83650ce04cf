// SPDX-License-Identifier: MIT
// One selection as a card: what it is, where it came from, and why it stands here.
#pragma once

#include "app/gui/ui.hpp"

namespace miraimap::gui {

/// @param municipality  the place whose panel shows the card (-1: none); its join reason is given
/// @param grade  the selection's hold on that place
void selection_card(const Ui& ui, const Passed& passed, int municipality, Grade grade);

}  // namespace miraimap::gui
