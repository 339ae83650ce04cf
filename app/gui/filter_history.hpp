// SPDX-License-Identifier: MIT
// The history of filters: every state since the start, what was undone included.
//
// Promises: bounded; a filter that means the same is no step; the changes of one drag or one play
// are one step. Pure.
#pragma once

#include <cstddef>
#include <vector>

#include "geo/select/filter.hpp"

namespace miraimap::gui {

struct AppState;

/// Most states that are kept before the one that is shown.
inline constexpr std::size_t longest_filter_history = 200;

/// Sets the filter, remembers the one before, and counts anew. No change: nothing happens.
void set_filter(AppState& state, const Filter& filter);
/// The same as part of a longer step: the first call remembers the filter before, later ones do not
/// until end_filter_step. Ending where the step began leaves no step.
void set_filter_in_step(AppState& state, const Filter& filter);
void end_filter_step(AppState& state);

/// Steps back or forward through the filters; false at the end of the history.
bool undo_filter(AppState& state);
bool redo_filter(AppState& state);

/// All states, the oldest first: those before, the shown one, those that were undone.
std::vector<Filter> filter_states(const AppState& state);
/// Where the shown one stands among them.
std::size_t shown_filter_state(const AppState& state);
/// Goes to one of them; the others stay. False if there is no such state.
bool go_to_filter_state(AppState& state, std::size_t index);
/// Forgets all but the shown one.
void forget_filter_history(AppState& state);

}  // namespace miraimap::gui
