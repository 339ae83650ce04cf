// SPDX-License-Identifier: MIT
#include "app/gui/app_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <set>
#include <utility>

#include "app/gui/map_moves.hpp"
#include "app/gui/panel_actions.hpp"
#include "app/gui/utf8.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap::gui {
namespace {

void count_anew(AppState& state) {
    state.snapshot = make_snapshot(state.request, state.loaded->world, state.analysis.user_table);
    state.facets = count_facets(state.request.filter, *state.loaded->world);
    ++state.snapshot_version;
    const std::string& text = state.request.filter.text;
    const std::size_t length = std::min(text.size(), state.text_filter.size() - 1);
    if (std::strncmp(state.text_filter.data(), text.c_str(), state.text_filter.size()) != 0) {
        state.text_filter.fill('\0');
        std::copy_n(text.begin(), length, state.text_filter.begin());
    }
}

}  // namespace

void take_loaded(AppState& state, std::shared_ptr<const Loaded> loaded) {
    // Editions are compared at one place.
    const bool stays = state.loaded && !state.home && !state.wanted_view &&
                       state.request.layout == MapLayout::country &&
                       loaded->shapes->extent.overlaps(state.view.box());
    if (!state.loaded || state.loaded->world != loaded->world) {
        // What points into other places is worth nothing here; a table is joined anew.
        state.analysis.answer.reset();
        state.analysis.user_table.reset();
        state.analysis.tried.clear();
        state.analysis.hovered_region = state.analysis.chosen_region = -1;
        if (state.loaded) {
            const Catalogue& before = state.loaded->world->catalogue;
            state.chosen = moved_to(state.chosen, before, loaded->world->catalogue);
            move_history(state, before, loaded->world->catalogue);
        }
    }
    state.loaded = std::move(loaded);
    state.answers = {};
    state.modes.shown.reset();
    state.step = LoadStep::done;
    const World& world = *state.loaded->world;
    state.unfiltered =
        cover(world.catalogue, world.join, apply_filter({}, world.selections, world.join));
    state.links = link_places(world);
    state.palette.facets = make_facet_commands(world);
    state.hovered = -1;
    state.hovered_group.clear();
    count_anew(state);
    if (!stays) {
        show_focus(state);
    }
}

void recount(AppState& state) {
    if (state.loaded) {
        count_anew(state);
    }
}

void show_filter(AppState& state, const Filter& filter) {
    const bool other_focus = filter.prefectures != state.request.filter.prefectures;
    state.request.filter = filter;
    count_anew(state);
    if (other_focus) {
        show_focus(state);
    }
}

void choose(AppState& state, int municipality) {
    choose(state, SetChange::replace,
           municipality < 0 ? std::vector<int>{} : std::vector<int>{municipality});
}

void choose(AppState& state, SetChange how, const std::vector<int>& places) {
    change(state.chosen, how, places);
}

std::string chosen_code(const AppState& state) {
    if (state.chosen.empty() || !state.loaded) {
        return {};
    }
    return state.loaded->world->catalogue
        .municipalities[static_cast<std::size_t>(state.chosen.primary)]
        .code;
}

int selections_of_chosen(const AppState& state) {
    std::set<int> seen;
    for (const int place : state.chosen.places) {
        for (const Hold& hold : state.snapshot.coverage[static_cast<std::size_t>(place)].holds) {
            const Passed& passed = state.snapshot.passed[static_cast<std::size_t>(hold.passed)];
            if (passed.counted) {
                seen.insert(passed.selection);
            }
        }
    }
    return static_cast<int>(seen.size());
}

MapGeometry shown_geometry(const AppState& state) {
    const Loaded& loaded = *state.loaded;
    return state.request.layout == MapLayout::tiles
               ? loaded.tiles
               : MapGeometry{loaded.shapes, loaded.mesh, loaded.ground, loaded.picker};
}

}  // namespace miraimap::gui
