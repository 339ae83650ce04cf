// SPDX-License-Identifier: MIT
#include "app/gui/filter_history.hpp"

#include <algorithm>

#include "app/gui/app_state.hpp"

namespace miraimap::gui {
namespace {

/// How technologies are matched says nothing as long as none is asked for.
bool same_meaning(Filter a, Filter b) {
    for (Filter* filter : {&a, &b}) {
        filter->match = filter->technologies.empty() ? TechnologyMatch::any : filter->match;
    }
    return a == b;
}

void remember(AppState& state) {
    state.undo.push_back(state.request.filter);
    if (state.undo.size() > longest_filter_history) {
        state.undo.erase(state.undo.begin());
    }
    state.redo.clear();
}

}  // namespace

void set_filter(AppState& state, const Filter& filter) {
    if (filter == state.request.filter) {
        return;
    }
    stop_playing(state);
    end_filter_step(state);
    if (!same_meaning(filter, state.request.filter)) {
        remember(state);
    }
    show_filter(state, filter);
}

void set_filter_in_step(AppState& state, const Filter& filter) {
    if (filter == state.request.filter) {
        return;
    }
    if (!state.in_filter_step) {
        state.in_filter_step = true;
        remember(state);
    }
    show_filter(state, filter);
}

void end_filter_step(AppState& state) {
    if (state.in_filter_step && !state.undo.empty() &&
        same_meaning(state.undo.back(), state.request.filter)) {
        state.undo.pop_back();
    }
    state.in_filter_step = false;
}

bool undo_filter(AppState& state) {
    stop_playing(state);
    end_filter_step(state);
    return !state.undo.empty() && go_to_filter_state(state, state.undo.size() - 1);
}

bool redo_filter(AppState& state) {
    stop_playing(state);
    end_filter_step(state);
    return go_to_filter_state(state, state.undo.size() + 1);
}

std::vector<Filter> filter_states(const AppState& state) {
    std::vector<Filter> states = state.undo;
    states.push_back(state.request.filter);
    states.insert(states.end(), state.redo.rbegin(), state.redo.rend());
    return states;
}

std::size_t shown_filter_state(const AppState& state) { return state.undo.size(); }

bool go_to_filter_state(AppState& state, std::size_t index) {
    stop_playing(state);
    end_filter_step(state);
    const std::vector<Filter> states = filter_states(state);
    if (index >= states.size() || index == shown_filter_state(state)) {
        return false;
    }
    const auto at = states.begin() + static_cast<std::ptrdiff_t>(index);
    state.undo.assign(states.begin(), at);
    state.redo.assign(at + 1, states.end());
    std::reverse(state.redo.begin(), state.redo.end());
    show_filter(state, *at);
    return true;
}

void forget_filter_history(AppState& state) {
    stop_playing(state);
    state.in_filter_step = false;
    state.undo.clear();
    state.redo.clear();
}

}  // namespace miraimap::gui
