// SPDX-License-Identifier: MIT
#include "app/gui/tour.hpp"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <utility>

#include "app/gui/data_table_input.hpp"
#include "app/gui/key_ring.hpp"
#include "app/gui/panel_actions.hpp"
#include "app/gui/tour_card.hpp"

namespace miraimap::gui {
namespace {

/// What a step points at.
enum class Target : std::uint8_t { left, legend, right, bottom, tabs, search, save };

struct Step {
    Target target;
    T title;
    T text;
};

constexpr std::array<Step, tour_steps> steps{
    {{Target::left, T::tour_filters_title, T::tour_filters},
     {Target::legend, T::tour_map_title, T::tour_map},
     {Target::right, T::tour_place_title, T::tour_place},
     {Target::bottom, T::tour_tables_title, T::tour_tables},
     {Target::tabs, T::tour_gaps_title, T::tour_gaps},
     {Target::search, T::tour_find_title, T::tour_find},
     {Target::save, T::tour_save_title, T::tour_save}}};

/// The panel a step is about, if it is about one.
std::optional<Panel> panel_of(Target target) {
    switch (target) {
        case Target::left:
            return Panel::left;
        case Target::right:
            return Panel::right;
        case Target::bottom:
            return Panel::bottom;
        default:
            return std::nullopt;
    }
}

/// A page would hide the map and leave no room for the card: its button is shown instead.
void show_what(AppState& state, Target target) {
    state.layout.full_map = false;
    leave_page(state);
    const std::optional<Panel> panel = panel_of(target);
    if (panel && has_room(*panel, state.window_width_px, state.window_height_px)) {
        show_panel(state, *panel);
    }
}

/// What was shown for the last step goes, if nobody touched it since.
void put_back(AppState& state) {
    if (state.layout == state.tour.arranged) {
        state.layout = state.tour.before;
    }
}

ScreenRect around(const ScreenRect& a, const ScreenRect& b) {
    const float x = std::min(a.x, b.x);
    const float y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.width, b.x + b.width) - x,
            std::max(a.y + a.height, b.y + b.height) - y};
}

/// The first of some places that is drawn in this frame.
ScreenRect first_of(const Ui& ui, std::initializer_list<const char*> ids) {
    for (const char* id : ids) {
        const auto found = ui.probes->find(id);
        if (found != ui.probes->end()) {
            return found->second;
        }
    }
    return {};
}

/// The search field with the icon and the round ends it stands between.
ScreenRect with_icon(const Ui& ui, ScreenRect place) {
    if (ui.probes->contains("search")) {
        place.x -= ui.px(36);
        place.width += ui.px(36 + 14);
    }
    return place;
}

/// @param fits  the panel has room beside the map; a page would leave none for the card
TourPoint point_at_panel(const Ui& ui, const ScreenRect& place, bool fits, const char* button) {
    return fits && place.width > 0 ? TourPoint{place, false}
                                   : TourPoint{first_of(ui, {button, "button:top-more"}), true};
}

TourPoint point_of(const Ui& ui, Target target, const PanelPlaces& panels) {
    const AppState& state = ui.state;
    const auto fits = [&](Panel panel) {
        return has_room(panel, state.window_width_px, state.window_height_px);
    };
    switch (target) {
        case Target::left:
            return point_at_panel(ui, panels.left, fits(Panel::left), "button:panel-left");
        case Target::right:
            return point_at_panel(ui, panels.right, fits(Panel::right), "button:panel-right");
        case Target::bottom:
            // Closed it is a row of tabs.
            return point_at_panel(ui, panels.bottom,
                                  fits(Panel::bottom) && panel_shown(state, Panel::bottom),
                                  "button:panel-bottom");
        case Target::tabs: {
            ScreenRect place = first_of(ui, {"tab:gaps", "button:more-tabs"});
            if (ui.probes->contains("tab:gaps") && ui.probes->contains("tab:peers")) {
                place = around(place, ui.probes->at("tab:peers"));
            }
            return point_at_panel(ui, place, true, "button:panel-bottom");
        }
        case Target::legend:
            // Behind the page of a panel there is no map.
            return {first_of(ui, {"legend", "button:top-more"}), false};
        case Target::search:
            return {with_icon(ui, first_of(ui, {"search", "button:find"})), false};
        case Target::save:
            return {first_of(ui, {"button:export", "button:top-more"}), false};
    }
    return {};
}

bool pressed(int key) { return ImGui::IsKeyPressed(key, false); }

/// Nothing else that is open or has the keyboard wants Enter and Esc.
bool offer_has_keys(const AppState& state) {
    return state.tour.offered && !state.tour.step && state.step == LoadStep::done &&
           !ImGui::GetIO().WantTextInput && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup) &&
           !state.palette.open && !state.show_keys && !state.show_findings && !state.search.open &&
           !state.zoom_box.armed && state.map_choice.tool == ChoiceTool::none &&
           !control_has_keyboard(state.key_ring) && !any_table_has_keyboard(state);
}

void take_offer_keys(AppState& state) {
    if (!offer_has_keys(state)) {
        return;
    }
    if (pressed(GLFW_KEY_ESCAPE)) {
        state.tour.offered = false;
    } else if (pressed(GLFW_KEY_ENTER) || pressed(GLFW_KEY_KP_ENTER)) {
        start_tour(state);
    }
}

void take_keys(AppState& state) {
    if (ImGui::GetIO().WantTextInput || ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup) ||
        state.palette.open || state.show_keys) {
        return;
    }
    const std::size_t step = *state.tour.step;
    if (pressed(GLFW_KEY_ESCAPE)) {
        end_tour(state);
    } else if (pressed(GLFW_KEY_ENTER) || pressed(GLFW_KEY_KP_ENTER) || pressed(GLFW_KEY_RIGHT)) {
        go_to_tour_step(state, step + 1);
    } else if (pressed(GLFW_KEY_LEFT) && step > 0) {
        go_to_tour_step(state, step - 1);
    }
}

}  // namespace

void start_tour(AppState& state) {
    state.tour.before = state.tour.arranged = state.layout;
    go_to_tour_step(state, 0);
}

void end_tour(AppState& state) {
    put_back(state);
    state.tour.step.reset();
}

void go_to_tour_step(AppState& state, std::size_t step) {
    if (step >= tour_steps) {
        end_tour(state);
        return;
    }
    put_back(state);
    state.tour.offered = false;
    state.tour.step = step;
    state.tour.before = state.layout;
    show_what(state, steps[step].target);
    state.tour.arranged = state.layout;
}

bool tour_takes(const AppState& state, const Key& key) {
    const bool answers =
        key.code == GLFW_KEY_ESCAPE || key.code == GLFW_KEY_ENTER || key.code == GLFW_KEY_KP_ENTER;
    if (key.modifiers == no_modifier && answers && offer_has_keys(state)) {
        return true;
    }
    return state.tour.step && !state.show_keys && key.modifiers == no_modifier &&
           (answers || key.code == GLFW_KEY_LEFT || key.code == GLFW_KEY_RIGHT);
}

bool guided_tour(const Ui& ui, const PanelPlaces& panels) {
    AppState& state = ui.state;
    const std::optional<std::size_t> before = state.tour.step;
    if (std::exchange(state.tour.wanted, false)) {
        start_tour(state);
        return true;
    }
    if (!before) {
        take_offer_keys(state);
        if (state.tour.offered) {
            tour_offer(ui);
        }
        return state.tour.step != before;
    }
    if (ui.probes == nullptr) {
        return true;  // the tour began in this frame
    }
    take_keys(state);
    if (state.tour.step == before) {
        const Step& step = steps[*before];
        tour_card(ui, point_of(ui, step.target, panels), *before, step.title, step.text);
    }
    return state.tour.step != before;
}

void add_tour_commands(std::vector<Command>& commands) {
    commands.push_back({.id = "window.tour",
                        .group = CommandGroup::window,
                        .name = T::do_tour,
                        .reading = "はじめてのあんない",
                        .keys = {{.code = GLFW_KEY_F1, .modifiers = shift}},
                        .run = [](AppState& state, Wishes&) { start_tour(state); }});
}

}  // namespace miraimap::gui
