// SPDX-License-Identifier: MIT
// What the details say besides the selections themselves: the figures of several places together,
// why a place has its colour, which project is shown.
//
// Promises: figures and reasons are those of app/core, made anew only when the snapshot or the
// places changed. No OpenGL and no Dear ImGui in here.
#pragma once

#include <string>
#include <vector>

#include "app/core/choice_summary.hpp"
#include "app/core/class_reason.hpp"
#include "app/gui/place_set.hpp"

namespace miraimap::gui {

struct AppState;

/// The summary of a set of places.
struct CountedPlaces {
    long long version = -1;  ///< of the snapshot; -1: not made
    std::vector<int> places;
    ChoiceSummary summary;
    Text words;
};

/// A project whose card is shown, as long as the choice is the one it came with.
struct ShownProject {
    int selection = -1;
    PlaceSet with;
};

struct Answers {
    CountedPlaces chosen;
    CountedPlaces prefecture;
    CountedPlaces brush;
    long long facts_version = -1;
    ReasonFacts facts;
    ShownProject project;
};

/// The chosen places together.
const CountedPlaces& chosen_figures(AppState& state);
/// The places in the brush. @pre there is one
const CountedPlaces& brush_figures(AppState& state);
/// A whole prefecture. @param number  JIS number, 1..47
const CountedPlaces& prefecture_figures(AppState& state, int number);
/// Chooses all counted places of a prefecture.
void choose_prefecture(AppState& state, int number);

/// How many municipalities are chosen and how many selections touch them (nothing of both while
/// none is chosen), how many selections pass, and all: for the status line.
std::string counts_in_words(const AppState& state);

/// What the reasons of now are made of.
const ReasonFacts& facts_of_now(AppState& state);
/// Why the map shows a place as it does; see class_reason.hpp.
Text reason_of(AppState& state, int place);
/// Names and colours of the classes that the map shows a place in; several in a mode that shows
/// them all, none before the first frame.
std::vector<ClassStyle> classes_of(const AppState& state, int place);

/// Shows a project: its card, and its places chosen and on the map; of one whose places are not
/// settled, those it may mean.
void show_project(AppState& state, int selection);
/// The project whose card is shown; -1: none.
int shown_project(const AppState& state);
/// Places that the unsettled parts of a selection may mean; ascending.
std::vector<int> places_it_may_mean(const World& world, int selection);

}  // namespace miraimap::gui
