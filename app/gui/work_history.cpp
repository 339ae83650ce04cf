// SPDX-License-Identifier: MIT
#include "app/gui/work_history.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "app/gui/app_state.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/texts.hpp"
#include "app/gui/window_session.hpp"

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
    return a.chapter == b.chapter && a.files == b.files && same_meaning(a.filter, b.filter) &&
           a.chosen.places == b.chosen.places && a.brush == b.brush && a.wards == b.wards &&
           a.count_northern_territories == b.count_northern_territories && a.what_if == b.what_if &&
           a.colour == b.colour && a.layout == b.layout && a.outlined_gaps == b.outlined_gaps &&
           a.analysis == b.analysis;
}

WorkState work_of(const AppState& state) {
    const Request& r = state.request;
    return {state.session.chapter,
            {r.boundaries, r.table, r.figure},
            r.filter,
            state.chosen,
            {},
            state.map_choice.brush,
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

/// The box on the map belongs to the brush that was drawn last.
void show_brush(AppState& state, const std::optional<std::vector<int>>& brush) {
    if (state.map_choice.brush != brush) {
        state.map_choice.brush = brush;
        state.map_choice.brush_box.reset();
    }
}

/// Chosen places that cannot be shown are named.
void say_missing(AppState& state, const WorkState& work) {
    if (!work.missing.empty()) {
        const std::string codes = join_list(work.missing);
        show_notice(state, {true,
                            {fill(T::session_places_unknown, Lang::ja, codes),
                             fill(T::session_places_unknown, Lang::en, codes)}});
    }
}

/// What a session would hold of a state.
Session session_of_work(const AppState& state, const WorkState& work) {
    Session session = work.chapter->left;
    Request& r = session.request;
    r.boundaries = work.files.boundaries;
    r.table = work.files.table;
    r.figure = work.files.figure;
    r.filter = work.filter;
    r.wards = work.wards;
    r.count_northern_territories = work.count_northern_territories;
    r.what_if = work.what_if;
    put_analysis(work.analysis, r);
    r.colour = work.colour;
    r.layout = work.layout;
    r.outlined_gaps = work.outlined_gaps;
    r.marked = work.missing;
    const auto& places = state.loaded->world->catalogue.municipalities;
    for (const int place : work.chosen.places) {
        r.marked.push_back(places[static_cast<std::size_t>(place)].code);
    }
    if (work.chosen.primary >= 0 && work.missing.empty()) {
        session.window.primary = places[static_cast<std::size_t>(work.chosen.primary)].code;
    }
    return session;
}

void show_work(AppState& state, const WorkState& work) {
    const WorkState before = work_of(state);
    if (work.chapter != before.chapter || work.files != before.files) {
        state.noted = work;
        return_to_chapter(state, work.chapter, session_of_work(state, work));
        return;
    }
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
    show_brush(state, work.brush);
    set_map_colour(state, work.colour);
    r.outlined_gaps = state.snapshot.request.outlined_gaps = work.outlined_gaps;
    set_map_layout(state, work.layout);
    if (before.filter != work.filter) {
        show_filter(state, work.filter);
    } else if (!counted_alike) {
        recount(state);
    }
    state.noted = work_of(state);
    state.noted->missing = work.missing;
    say_missing(state, work);
}

}  // namespace

bool note_step(AppState& state) {
    if (state.session.coming) {
        return false;  // half of what is shown is still the one before
    }
    WorkState now = work_of(state);
    if (!state.noted || same_meaning(*state.noted, now)) {
        now.missing = state.noted ? state.noted->missing : std::vector<std::string>{};
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
    if (index >= step_count(state) || index == shown_step(state) || state.session.coming) {
        return false;
    }
    leave_chapter(state);
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

void renew_shown_step(AppState& state) {
    show_brush(state, state.noted->brush);
    std::vector<std::string> missing = std::move(state.noted->missing);
    state.noted = work_of(state);
    state.noted->missing = std::move(missing);
}

void leave_chapter(AppState& state) {
    if (state.loaded) {
        Chapter& chapter = *state.session.chapter;
        chapter.file = state.session.file;
        chapter.guarded = state.session.guarded;
        chapter.left = session_of(state);
    }
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

namespace {

/// What the other boundaries lack is kept by code, and looked for again in the next ones.
void move_work(WorkState& work, const Catalogue& from, const Catalogue& to) {
    std::vector<std::string> codes = std::exchange(work.missing, {});
    for (const int place : work.chosen.places) {
        codes.push_back(from.municipalities[static_cast<std::size_t>(place)].code);
    }
    work.chosen = moved_to(work.chosen, from, to);
    std::vector<int> places;
    for (const std::string& code : codes) {
        if (const auto found = to.find(code)) {
            places.push_back(*found);
        } else {
            work.missing.push_back(code);
        }
    }
    const int primary = work.chosen.primary;
    change(work.chosen, SetChange::replace, places);
    work.chosen.primary = primary >= 0 ? primary : work.chosen.primary;
    if (work.brush) {
        work.brush = moved_to({*work.brush, -1}, from, to).places;
    }
}

}  // namespace

void move_history(AppState& state, const Catalogue& from, const Catalogue& to) {
    for (std::vector<WorkState>* states : {&state.undo, &state.redo}) {
        for (WorkState& one : *states) {
            move_work(one, from, to);
        }
    }
    if (state.noted) {
        move_work(*state.noted, from, to);
    }
}

}  // namespace miraimap::gui
