// SPDX-License-Identifier: MIT
#include "app/gui/search_goto.hpp"

#include "app/gui/answers.hpp"

namespace miraimap::gui {
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
        case HitKind::project:
            show_project(state, hit.index);
            break;
    }
}

}  // namespace miraimap::gui
