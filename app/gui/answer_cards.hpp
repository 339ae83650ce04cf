// SPDX-License-Identifier: MIT
// Parts of the details that answer a question at once: what several places have together, why a
// place has its colour, what lies around a place without a selection, what a project is.
//
// Promises: every figure is made by app/core (answers.hpp, analysis_state.hpp), none here; what the
// analysis has not answered yet is said to be computed and never waited for.
#pragma once

#include "app/gui/ui.hpp"

namespace miraimap::gui {

/// Figures, years, technologies, prefectures, selections and a sentence of several places, or of a
/// whole prefecture.
void choice_card(const Ui& ui, const CountedPlaces& counted);
/// A selection as a card of its own, with the places that it may mean where that is not settled.
void project_card(const Ui& ui, int selection);
/// The classes of the map that a place is in, and why.
/// @param tooltip  in a window that is as wide as its content
void place_reason(const Ui& ui, int place, bool tooltip = false);
/// Selections that may mean this place; nothing if there are none.
void possible_projects(const Ui& ui, int place);
/// The prefecture's state, the nearest selected place, gap region, neighbours, examples.
void surroundings(const Ui& ui, int place);
/// A place as a link that chooses it, with its grade as a dot of colour.
void place_link(const Ui& ui, const std::string& id, int place, bool with_prefecture);

}  // namespace miraimap::gui
