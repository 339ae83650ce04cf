// SPDX-License-Identifier: MIT
// Commands that change what is asked for.
#include <GLFW/glfw3.h>

#include <utility>

#include "app/gui/commands.hpp"
#include "app/gui/panel_actions.hpp"

namespace miraimap::gui {
namespace {

void step_by_key(AppState& state, int step) {
    stop_playing(state);
    step_years(state, step);
    end_filter_step(state);
}

void add_year_commands(std::vector<Command>& commands) {
    const auto add = [&](Command command) {
        command.group = CommandGroup::filter;
        commands.push_back(std::move(command));
    };
    add({.id = "filter.play-years",
         .name = T::do_play_years,
         .reading = "ねんどをじゅんにさいせいていし",
         .keys = {{.code = GLFW_KEY_SPACE}},
         .run = [](AppState& state, Wishes&) {
             if (state.years.playing) {
                 stop_playing(state);
             } else {
                 start_playing(state);
             }
         }});
    add({.id = "filter.next-year",
         .name = T::do_next_year,
         .reading = "つぎのねんどへ",
         .keys = {{.letter = U']'}},
         .run = [](AppState& state, Wishes&) { step_by_key(state, 1); },
         .repeats = true});
    add({.id = "filter.last-year",
         .name = T::do_last_year,
         .reading = "まえのねんどへ",
         .keys = {{.letter = U'['}},
         .run = [](AppState& state, Wishes&) { step_by_key(state, -1); },
         .repeats = true});
    add({.id = "filter.year-mode",
         .name = T::do_year_mode,
         .reading = "ねんどのえらびかたをきりかえたんねんはんいるいけい",
         .keys = {{.code = GLFW_KEY_Y}},
         .run = [](AppState& state, Wishes&) {
             const int next = (static_cast<int>(shown_year_mode(state)) + 1) % year_mode_count;
             stop_playing(state);
             set_year_mode(state, static_cast<YearMode>(next));
         }});
}

}  // namespace

void add_filter_commands(std::vector<Command>& commands) {
    commands.push_back({.id = "filter.undo",
                        .group = CommandGroup::filter,
                        .name = T::do_undo,
                        .reading = "もとにもどす",
                        .keys = {{.code = GLFW_KEY_Z, .modifiers = ctrl}},
                        .run = [](AppState& state, Wishes&) { undo_step(state); },
                        .enabled = [](const AppState& state) { return !state.undo.empty(); },
                        .repeats = true});
    commands.push_back({.id = "filter.redo",
                        .group = CommandGroup::filter,
                        .name = T::do_redo,
                        .reading = "やりなおす",
                        .keys = {{.code = GLFW_KEY_Y, .modifiers = ctrl},
                                 {.code = GLFW_KEY_Z, .modifiers = ctrl | shift}},
                        .run = [](AppState& state, Wishes&) { redo_step(state); },
                        .enabled = [](const AppState& state) { return !state.redo.empty(); },
                        .repeats = true});
    commands.push_back({.id = "filter.history",
                        .group = CommandGroup::filter,
                        .name = T::do_history,
                        .reading = "そうさのりれきをひょうじ",
                        .keys = {{.code = GLFW_KEY_H, .modifiers = ctrl}},
                        .run = [](AppState& state, Wishes&) { state.history_wanted = true; }});
    commands.push_back({.id = "filter.text",
                        .group = CommandGroup::filter,
                        .name = T::do_text_filter,
                        .reading = "ことばでしぼりこむ",
                        .keys = {{.code = GLFW_KEY_F, .modifiers = ctrl | shift}},
                        .run = [](AppState& state, Wishes&) {
                            state.layout.folded.erase("text");
                            state.text_focus_wanted = true;
                            if (!panel_shown(state.layout, Panel::left, state.window_width_px,
                                             state.window_height_px)) {
                                toggle_panel(state, Panel::left);
                            }
                        }});
    add_year_commands(commands);
    commands.push_back(
        {.id = "filter.clear",
         .group = CommandGroup::filter,
         .name = T::do_clear_filters,
         .reading = "しぼりこみをすべてかいじょ",
         .keys = {{.code = GLFW_KEY_BACKSPACE, .modifiers = ctrl}},
         .run = [](AppState& state, Wishes&) { set_filter(state, {}); },
         .enabled = [](const AppState& state) { return !state.request.filter.empty(); }});
}

}  // namespace miraimap::gui
