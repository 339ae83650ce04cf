// SPDX-License-Identifier: MIT
#include "app/gui/linked_views.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/gui/app_state.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap::gui {
namespace {

std::vector<int> places_of(const World& world, const JoinedSelection& joined) {
    std::vector<int> places;
    std::array<bool, prefecture_count + 1> prefecture{};
    for (const ResolvedPart& part : joined.parts) {
        if (part.municipality >= 0) {
            places.push_back(part.municipality);
        } else if (part.is_prefecture) {
            prefecture[static_cast<std::size_t>(part.prefecture_number)] = true;
        }
    }
    const auto& all = world.catalogue.municipalities;
    if (places.empty()) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const int number = std::clamp(all[i].prefecture, 0, prefecture_count);
            if (prefecture[static_cast<std::size_t>(number)]) {
                places.push_back(static_cast<int>(i));
            }
        }
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

}  // namespace

PlaceLinks link_places(const World& world) {
    PlaceLinks links;
    links.selections.resize(world.catalogue.municipalities.size());
    links.prefectures.resize(prefecture_count + 1);
    for (std::size_t i = 0; i < world.catalogue.municipalities.size(); ++i) {
        if (!world.catalogue.municipalities[i].counted) {
            continue;
        }
        const int number =
            std::clamp(world.catalogue.municipalities[i].prefecture, 0, prefecture_count);
        links.prefectures[static_cast<std::size_t>(number)].push_back(static_cast<int>(i));
    }
    for (std::size_t s = 0; s < world.join.selections.size(); ++s) {
        links.places.push_back(places_of(world, world.join.selections[s]));
        for (const int place : links.places.back()) {
            links.selections[static_cast<std::size_t>(place)].push_back(static_cast<int>(s));
        }
    }
    return links;
}

Marked chosen_of(const AppState& state, const std::vector<int>& places) {
    if (places.empty() || state.chosen.empty()) {
        return Marked::none;
    }
    const auto chosen = std::count_if(places.begin(), places.end(),
                                      [&](int place) { return state.chosen.contains(place); });
    return chosen == 0                                         ? Marked::none
           : static_cast<std::size_t>(chosen) == places.size() ? Marked::all
                                                               : Marked::some;
}

bool is_hovered(const AppState& state, int place) {
    return place == state.hovered ||
           std::binary_search(state.hovered_group.begin(), state.hovered_group.end(), place);
}

bool hovered_of(const AppState& state, const std::vector<int>& places) {
    if (state.hovered < 0 && state.hovered_group.empty()) {
        return false;
    }
    return std::any_of(places.begin(), places.end(),
                       [&](int place) { return is_hovered(state, place); });
}

bool in_brush(const AppState& state, const std::vector<int>& places) {
    const std::optional<std::vector<int>>& brush = state.map_choice.brush;
    return !brush || std::any_of(places.begin(), places.end(), [&](int place) {
        return std::binary_search(brush->begin(), brush->end(), place);
    });
}

int selections_in_brush(const AppState& state) {
    const auto& passed = state.snapshot.passed;
    return static_cast<int>(std::count_if(passed.begin(), passed.end(), [&](const Passed& one) {
        return one.counted &&
               in_brush(state, state.links.places[static_cast<std::size_t>(one.selection)]);
    }));
}

void set_brush(AppState& state, std::vector<int> places, const std::optional<MapBox>& box) {
    std::sort(places.begin(), places.end());
    choose(state, SetChange::replace, places);
    state.map_choice.tool = ChoiceTool::brush;
    state.map_choice.brush = std::move(places);
    state.map_choice.brush_box = box;
}

void end_brush(AppState& state) { state.map_choice = {}; }

void hover(AppState& state, const std::vector<int>& places) {
    state.hovered_group.clear();
    state.hovered = places.size() == 1 ? places.front() : -1;
    if (places.size() > 1) {
        state.hovered_group = places;
        std::sort(state.hovered_group.begin(), state.hovered_group.end());
    }
}

void choose_group(AppState& state, const std::vector<int>& places, bool toggle) {
    if (places.empty()) {
        return;
    }
    // The last one given becomes the primary place.
    std::vector<int> turned(places.rbegin(), places.rend());
    const SetChange change = !toggle                                   ? SetChange::replace
                             : chosen_of(state, places) == Marked::all ? SetChange::remove
                                                                       : SetChange::add;
    choose(state, change, turned);
}

}  // namespace miraimap::gui
