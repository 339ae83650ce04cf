// SPDX-License-Identifier: MIT
#include "app/gui/view_moves.hpp"

#include <optional>

#include "app/gui/map_moves.hpp"
#include "app/gui/panel_actions.hpp"

namespace miraimap::gui {
namespace {

void show(AppState& state, const std::optional<ViewPlace>& place) {
    if (!place) {
        return;
    }
    if (place->layout != state.request.layout) {
        state.request.layout = state.layout.map = place->layout;
    }
    if (place->home) {
        go_home(state);
        return;
    }
    state.home = false;
    state.view.centre = place->centre;
    state.view.metres_per_px = place->metres_per_px;
}

}  // namespace

ViewPlace shown_place(const AppState& state) {
    return {state.view.centre, state.view.metres_per_px, state.home, state.request.layout};
}

void view_back(AppState& state) { show(state, state.view_history.back(shown_place(state))); }

void view_forward(AppState& state) { show(state, state.view_history.forward(shown_place(state))); }

int municipality_at_centre(const AppState& state) {
    return state.loaded ? shown_geometry(state).picker->at(state.view.centre).value_or(-1) : -1;
}

void step_out(AppState& state) {
    if (state.exporting.open || state.session.dialog != SessionDialog::none ||
        state.session.offer) {
        return;
    }
    if (state.show_keys || state.show_findings || state.search.open) {
        state.show_keys = state.show_findings = state.search.open = false;
    } else if (state.years.playing) {
        stop_playing(state);
    } else if (state.zoom_box.armed) {
        state.zoom_box.armed = false;
    } else if (state.map_choice.tool != ChoiceTool::none || state.map_choice.brush) {
        end_brush(state);
    } else if (!leave_page(state)) {
        choose(state, -1);
    }
}

}  // namespace miraimap::gui
