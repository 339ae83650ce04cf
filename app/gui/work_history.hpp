// SPDX-License-Identifier: MIT
// The history of what the reader did: every state since the start, what was undone included.
//
// Holds filters, the choice of places, the brush, what is counted, suppositions, the map's mode and
// layout, the settings of the analysis, the boundaries and the reader's own table, in the order of
// the actions. Opening a session is a step too: with it a chapter begins, and going back over that
// step brings back what only a session changes (data, look, view, where to save). The part of the
// map that is shown has a history of its own (view_history.hpp). Promises: bounded; a state that
// means the same is no step; the changes of one drag or one play are one step; chosen places that
// other boundaries lack are kept by code and come back with boundaries that have them. Pure.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/core/session.hpp"
#include "app/gui/place_set.hpp"

namespace miraimap {
struct Catalogue;
struct World;
}  // namespace miraimap

namespace miraimap::gui {

struct AppState;

/// What the analysis panels ask, besides places.
struct AnalysisChoice {
    bool cumulative = false;
    bool sea_links = false;
    GapRank gap_rank = GapRank::municipalities;
    bool prefecture_only_is_gap = false;
    PeerRank peer_rank = PeerRank::distance;
    PeerRank adopter_rank = PeerRank::score;
    Weights weights;
    int suggest_count = 0;
    int within_borders = 0;
    WeighBy weigh_by = WeighBy::municipalities;
    BreakRule breaks = BreakRule::quantile;
    friend bool operator==(const AnalysisChoice&, const AnalysisChoice&) = default;
};

/// The steps from the opening of one session to that of the next.
struct Chapter {
    std::string name = {};               ///< of the session; "": work that was left behind
    std::filesystem::path file = {};     ///< where Ctrl+S saves
    std::filesystem::path guarded = {};  ///< as SessionState has it
    Session left = {};                   ///< all that a session holds, as it was when it was left
};

/// Files that the reader lays under or over the map.
struct ChosenFiles {
    std::filesystem::path boundaries = {};  ///< empty: the embedded ones
    std::filesystem::path table = {};       ///< of the reader's own figures; empty: none
    std::string figure = {};                ///< heading of its column; empty: its first
    friend bool operator==(const ChosenFiles&, const ChosenFiles&) = default;
};

/// One state of the work.
struct WorkState {
    std::shared_ptr<Chapter> chapter;
    ChosenFiles files;
    Filter filter;
    PlaceSet chosen;
    std::vector<std::string> missing;  ///< codes of chosen places that the boundaries lack
    std::optional<std::vector<int>> brush;
    WardCount wards = WardCount::special;
    bool count_northern_territories = false;
    std::vector<std::string> what_if;
    MapColour colour = MapColour::grade;
    MapLayout layout = MapLayout::country;
    int outlined_gaps = 0;
    AnalysisChoice analysis;
};

/// Most states that are kept before the one that is shown.
inline constexpr std::size_t longest_history = 200;

/// Sets the filter as a step of its own and counts anew. No change: nothing happens.
void set_filter(AppState& state, const Filter& filter);
/// The same as part of a longer step, which lasts until end_filter_step. Ending where the step
/// began leaves no step.
void set_filter_in_step(AppState& state, const Filter& filter);
void end_filter_step(AppState& state);

/// Ends the step of a text that is being typed once AppState::text_step_s has come.
void end_typed_step(AppState& state, double now_s);

/// Takes whatever has changed since the last step as a step. True if anything had.
bool note_step(AppState& state);
/// The same at the end of a frame, unless a longer step is under way.
/// @param hand_at_work  a drag or a typed number is not at its end
bool observe_steps(AppState& state, bool hand_at_work);

/// Steps back or forward; false at the end of the history.
bool undo_step(AppState& state);
bool redo_step(AppState& state);

/// All states, the oldest first: those before, the shown one, those that were undone.
std::size_t step_count(const AppState& state);
/// Where the shown one stands among them.
std::size_t shown_step(const AppState& state);
/// @pre index < step_count(state) and something was noted
const WorkState& step_at(const AppState& state, std::size_t index);
/// Goes to one of them; the others stay. False if there is no such state.
bool go_to_step(AppState& state, std::size_t index);
/// The shown step as it could be shown after going back to another chapter.
/// @pre something was noted
void renew_shown_step(AppState& state);
/// Forgets all; what is shown next is the first state.
void forget_history(AppState& state);
/// Keeps what goes back with the chapter's steps; call it before another one begins.
void leave_chapter(AppState& state);

/// The choice in other boundaries, by code; places they lack are left out.
PlaceSet moved_to(const PlaceSet& chosen, const Catalogue& from, const Catalogue& to);
/// Moves every state of the history to other boundaries.
void move_history(AppState& state, const Catalogue& from, const Catalogue& to);

/// What led from one state to the next, in words: "選択に追加：斑鳩町（計 3）".
Text step_words(const World& world, const WorkState& before, const WorkState& after);

}  // namespace miraimap::gui
