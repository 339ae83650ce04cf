// SPDX-License-Identifier: MIT
#include "app/gui/search_goto.hpp"

namespace miraimap::gui {
namespace {

/// Smallest margin around a project's places, as a share of the map.
constexpr double project_margin = 0.12;

void show_project(AppState& state, int selection) {
    const World& world = *state.loaded->world;
    const MapShapes& shapes = shown_shapes(state);
    MapBox box;
    int first = -1;
    for (const ResolvedPart& part :
         world.join.selections[static_cast<std::size_t>(selection)].parts) {
        if (part.municipality >= 0) {
            first = first < 0 ? part.municipality : first;
            box.add(shapes.boxes[static_cast<std::size_t>(part.municipality)]);
        } else if (part.is_prefecture) {
            box.add(prefecture_box(world.catalogue, shapes, {part.prefecture_number}));
        }
    }
    if (first >= 0) {
        choose(state, first);
    }
    if (!box.empty()) {
        zoom_to_box(state, box, project_margin);
    }
}

}  // namespace

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
        case HitKind::project:
            show_project(state, hit.index);
            break;
    }
}

}  // namespace miraimap::gui
