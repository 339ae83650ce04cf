// SPDX-License-Identifier: MIT
#include "app/gui/search_goto.hpp"

#include <algorithm>
#include <vector>

#include "app/gui/answers.hpp"
#include "app/gui/linked_views.hpp"
#include "app/gui/map_moves.hpp"

namespace miraimap::gui {

void hover_found(AppState& state) {
    const SearchState& search = state.search;
    if (!search.open || search.marked < 0 ||
        static_cast<std::size_t>(search.marked) >= search.hits.size()) {
        return;
    }
    const SearchHit& hit = search.hits[static_cast<std::size_t>(search.marked)];
    std::vector<int> places;
    if (hit.kind == HitKind::municipality) {
        places.push_back(hit.index);
    } else if (hit.kind == HitKind::project) {
        const auto index = static_cast<std::size_t>(hit.index);
        for (const ResolvedPart& part : state.loaded->world->join.selections[index].parts) {
            if (part.municipality >= 0) {
                places.push_back(part.municipality);
            }
        }
        std::sort(places.begin(), places.end());
        places.erase(std::unique(places.begin(), places.end()), places.end());
    }
    if (!places.empty()) {
        hover(state, places);
    }
}

void go_to_hit(AppState& state, const SearchHit& hit) {
    state.search.open = false;
    if (!state.loaded) {
        return;
    }
    switch (hit.kind) {
        case HitKind::municipality:
            choose(state, hit.index);
            zoom_to_municipality(state, hit.index);
            break;
        case HitKind::prefecture:
            choose_prefecture(state, hit.index);
            zoom_to_prefecture(state, hit.index);
            break;
        case HitKind::region:
            zoom_to_region(state, hit.index);
            break;
        case HitKind::programme: {
            Filter filter = state.request.filter;
            filter.programmes = {static_cast<Programme>(hit.index)};
            set_filter(state, filter);
            break;
        }
        case HitKind::technology: {
            Filter filter = state.request.filter;
            filter.technologies = {static_cast<Technology>(hit.index)};
            filter.match = TechnologyMatch::any;
            set_filter(state, filter);
            break;
        }
        case HitKind::theme: {
            Filter filter = state.request.filter;
            filter.themes = {
                theme_names(state.loaded->world->selections)[static_cast<std::size_t>(hit.index)]};
            set_filter(state, filter);
            break;
        }
        case HitKind::project:
            show_project(state, hit.index);
            break;
    }
}

}  // namespace miraimap::gui
