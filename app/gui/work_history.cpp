// SPDX-License-Identifier: MIT
#include "app/gui/work_history.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "app/gui/app_state.hpp"
#include "app/gui/map_moves.hpp"

namespace miraimap::gui {
namespace {

/// How technologies are matched says nothing as long as none is asked for.
bool same_meaning(Filter a, Filter b) {
    for (Filter* filter : {&a, &b}) {
        filter->match = filter->technologies.empty() ? TechnologyMatch::any : filter->match;
    }
    return a == b;
}

/// The details may go from one chosen place to another without a step.
bool same_meaning(const WorkState& a, const WorkState& b) {
    return same_meaning(a.filter, b.filter) && a.chosen.places == b.chosen.places &&
           a.wards == b.wards && a.count_northern_territories == b.count_northern_territories &&
           a.what_if == b.what_if && a.colour == b.colour && a.layout == b.layout &&
           a.outlined_gaps == b.outlined_gaps && a.analysis == b.analysis;
}

WorkState work_of(const AppState& state) {
    const Request& r = state.request;
    return {r.filter,
            state.chosen,
            r.wards,
            r.count_northern_territories,
            r.what_if,
            r.colour,
            r.layout,
            r.outlined_gaps,
            {r.cumulative, r.sea_links, r.gap_rank, r.prefecture_only_is_gap, r.peer_rank,
             r.adopter_rank, r.weights, r.suggest_count, r.within_borders, r.weigh_by, r.breaks}};
}

void put_analysis(const AnalysisChoice& choice, Request& r) {
    r.cumulative = choice.cumulative;
    r.sea_links = choice.sea_links;
    r.gap_rank = choice.gap_rank;
    r.prefecture_only_is_gap = choice.prefecture_only_is_gap;
    r.peer_rank = choice.peer_rank;
    r.adopter_rank = choice.adopter_rank;
    r.weights = choice.weights;
    r.suggest_count = choice.suggest_count;
    r.within_borders = choice.within_borders;
    r.weigh_by = choice.weigh_by;
    r.breaks = choice.breaks;
}

void show_work(AppState& state, const WorkState& work) {
    const WorkState before = work_of(state);
    Request& r = state.request;
    const bool counted_alike =
        before.wards == work.wards && before.what_if == work.what_if &&
        before.count_northern_territories == work.count_northern_territories &&
        before.analysis == work.analysis;
    r.wards = work.wards;
    r.count_northern_territories = work.count_northern_territories;
    r.what_if = work.what_if;
    put_analysis(work.analysis, r);
    state.chosen = work.chosen;
    set_map_colour(state, work.colour);
    r.outlined_gaps = state.snapshot.request.outlined_gaps = work.outlined_gaps;
    set_map_layout(state, work.layout);
    if (before.filter != work.filter) {
        show_filter(state, work.filter);
    } else if (!counted_alike) {
        recount(state);
    }
    state.noted = work_of(state);
}

}  // namespace

bool note_step(AppState& state) {
    WorkState now = work_of(state);
    if (!state.noted || same_meaning(*state.noted, now)) {
        state.noted = std::move(now);
        return false;
    }
    state.undo.push_back(std::move(*state.noted));
    if (state.undo.size() > longest_history) {
        state.undo.erase(state.undo.begin());
    }
    state.redo.clear();
    state.noted = std::move(now);
    return true;
}

bool observe_steps(AppState& state, bool hand_at_work) {
    return !hand_at_work && !state.in_filter_step && !state.map_choice.drawing && note_step(state);
}

void set_filter(AppState& state, const Filter& filter) {
    if (filter == state.request.filter) {
        return;
    }
    stop_playing(state);
    end_filter_step(state);
    show_filter(state, filter);
    note_step(state);
}

void set_filter_in_step(AppState& state, const Filter& filter) {
    if (filter == state.request.filter) {
        return;
    }
    if (!state.in_filter_step) {
        note_step(state);
        state.in_filter_step = true;
    }
    show_filter(state, filter);
}

void end_filter_step(AppState& state) {
    state.in_filter_step = false;
    note_step(state);
}

void end_typed_step(AppState& state, double now_s) {
    if (state.text_step_s && now_s >= *state.text_step_s) {
        state.text_step_s.reset();
        end_filter_step(state);
    }
}

bool undo_step(AppState& state) {
    stop_playing(state);
    end_filter_step(state);
    return !state.undo.empty() && go_to_step(state, state.undo.size() - 1);
}

bool redo_step(AppState& state) {
    stop_playing(state);
    end_filter_step(state);
    return go_to_step(state, state.undo.size() + 1);
}

std::size_t step_count(const AppState& state) { return state.undo.size() + 1 + state.redo.size(); }

std::size_t shown_step(const AppState& state) { return state.undo.size(); }

const WorkState& step_at(const AppState& state, std::size_t index) {
    assert(state.noted && index < step_count(state));
    const std::size_t now = state.undo.size();
    return index < now    ? state.undo[index]
           : index == now ? *state.noted
                          : state.redo[state.redo.size() - (index - now)];
}

bool go_to_step(AppState& state, std::size_t index) {
    stop_playing(state);
    end_filter_step(state);
    if (index >= step_count(state) || index == shown_step(state)) {
        return false;
    }
    WorkState shown = *state.noted;
    const auto move = [&shown](std::vector<WorkState>& from, std::vector<WorkState>& to) {
        to.push_back(std::exchange(shown, std::move(from.back())));
        from.pop_back();
    };
    while (index < state.undo.size()) {
        move(state.undo, state.redo);
    }
    while (index > state.undo.size()) {
        move(state.redo, state.undo);
    }
    show_work(state, shown);
    return true;
}

void forget_history(AppState& state) {
    stop_playing(state);
    state.in_filter_step = false;
    state.undo.clear();
    state.redo.clear();
    state.noted.reset();
}

PlaceSet moved_to(const PlaceSet& chosen, const Catalogue& from, const Catalogue& to) {
    PlaceSet moved;
    for (const int place : chosen.places) {
        const auto found = to.find(from.municipalities[static_cast<std::size_t>(place)].code);
        if (found) {
            moved.places.push_back(*found);
            moved.primary = place == chosen.primary ? *found : moved.primary;
        }
    }
    std::sort(moved.places.begin(), moved.places.end());
    if (moved.primary < 0 && !moved.places.empty()) {
        moved.primary = moved.places.front();
    }
    return moved;
}

void move_history(AppState& state, const Catalogue& from, const Catalogue& to) {
    for (std::vector<WorkState>* states : {&state.undo, &state.redo}) {
        for (WorkState& one : *states) {
            one.chosen = moved_to(one.chosen, from, to);
        }
    }
    if (state.noted) {
        state.noted->chosen = moved_to(state.noted->chosen, from, to);
    }
}

}  // namespace miraimap::gui
