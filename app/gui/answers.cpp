// SPDX-License-Identifier: MIT
#include "app/gui/answers.hpp"

#include "app/core/map_picture.hpp"
#include "app/gui/app_state.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/texts.hpp"
#include "geo/select/place_facts.hpp"

namespace miraimap::gui {
namespace {

/// Smallest margin around a project's places, as a share of the map.
constexpr double project_margin = 0.12;

const CountedPlaces& counted(const AppState& state, const std::vector<int>& places,
                             CountedPlaces& kept, SetOf set = SetOf::chosen) {
    if (kept.version != state.snapshot_version || kept.places != places) {
        kept.version = state.snapshot_version;
        kept.places = places;
        kept.summary = summarise(state.snapshot, places);
        kept.words = choice_in_words(state.snapshot, kept.summary, set);
    }
    return kept;
}

}  // namespace

const CountedPlaces& chosen_figures(AppState& state) {
    return counted(state, state.chosen.places, state.answers.chosen);
}

const CountedPlaces& brush_figures(AppState& state) {
    return counted(state, *state.map_choice.brush, state.answers.brush, SetOf::brushed);
}

const CountedPlaces& prefecture_figures(AppState& state, int number) {
    return counted(state, state.links.prefectures[static_cast<std::size_t>(number)],
                   state.answers.prefecture);
}

void choose_prefecture(AppState& state, int number) {
    choose_group(state, state.links.prefectures[static_cast<std::size_t>(number)], false);
}

std::string counts_in_words(const AppState& state) {
    const Lang lang = state.request.lang;
    const std::string passed = with_thousands(state.facets.passed);
    const std::string all = with_thousands(state.facets.all);
    if (state.chosen.empty()) {
        return fill(T::status_counts, lang, passed, all);
    }
    return fill(T::status_counts_chosen, lang,
                with_thousands(static_cast<int>(state.chosen.places.size())),
                with_thousands(selections_of_chosen(state)), passed, all);
}

const ReasonFacts& facts_of_now(AppState& state) {
    if (state.answers.facts_version != state.snapshot_version) {
        state.answers.facts_version = state.snapshot_version;
        state.answers.facts = reason_facts(state.snapshot);
    }
    return state.answers.facts;
}

Text reason_of(AppState& state, int place) {
    const AnalysisAnswer* answer = state.analysis.answer.get();
    // As the map: distances of the filter before are shown until the new ones are measured.
    const bool known = answer != nullptr && answer->world == state.loaded->world;
    return reason_in_words(state.snapshot, facts_of_now(state),
                           known ? answer->nearness : std::vector<Nearness>{}, place);
}

std::vector<ClassStyle> classes_of(const AppState& state, int place) {
    const Classification* shown = state.modes.shown.get();
    const auto index = static_cast<std::size_t>(place);
    if (shown == nullptr || index >= shown->class_of.size()) {
        return {};
    }
    std::vector<int> classes{shown->class_of[index]};
    if (index < shown->several_of.size() && !shown->several_of[index].empty()) {
        classes = shown->several_of[index];
    }
    std::vector<ClassStyle> styles;
    for (const int c : classes) {
        styles.push_back(
            seen_with(state.modes.vision, shown->legend[static_cast<std::size_t>(c)].style));
    }
    return styles;
}

std::vector<int> places_it_may_mean(const World& world, int selection) {
    return unresolved_places(world.catalogue, world.join, {{selection, {}, true}});
}

void show_project(AppState& state, int selection) {
    const World& world = *state.loaded->world;
    std::vector<int> places = state.links.places[static_cast<std::size_t>(selection)];
    if (places.empty()) {
        places = places_it_may_mean(world, selection);
    }
    choose(state, SetChange::replace, {});
    choose_group(state, places, false);
    state.answers.project = {selection, state.chosen};
    zoom_to_places(state, places, project_margin);
}

int shown_project(const AppState& state) {
    const ShownProject& shown = state.answers.project;
    return shown.selection >= 0 && shown.with == state.chosen ? shown.selection : -1;
}

}  // namespace miraimap::gui
