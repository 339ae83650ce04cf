// SPDX-License-Identifier: MIT
#include "app/gui/panel_actions.hpp"

#include "app/gui/bottom_tabs.hpp"

namespace miraimap::gui {

bool panel_shown(const AppState& state, Panel panel) {
    return panel_shown(state.layout, panel, state.window_width_px, state.window_height_px);
}

void show_panel(AppState& state, Panel panel) {
    show_panel(state.layout, panel, state.window_width_px, state.window_height_px);
}

void hide_panel(AppState& state, Panel panel) {
    hide_panel(state.layout, panel, state.window_width_px, state.window_height_px);
}

void toggle_panel(AppState& state, Panel panel) {
    toggle_panel(state.layout, panel, state.window_width_px, state.window_height_px);
}

void resize_panel(AppState& state, Panel panel, float step_px) {
    resize_panel(state.layout, panel, step_px, state.window_width_px, state.window_height_px,
                 shown_tab(state).roomy);
}

void toggle_tall_bottom(AppState& state) {
    toggle_tall_bottom(state.layout, state.window_width_px, state.window_height_px);
}

std::optional<Panel> shown_page(const AppState& state) {
    return arrange(state.layout, state.window_width_px, state.window_height_px).page;
}

bool leave_page(AppState& state) {
    const bool there = shown_page(state).has_value();
    if (there) {
        state.layout.front.reset();
    }
    return there;
}

}  // namespace miraimap::gui
