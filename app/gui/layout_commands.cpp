// SPDX-License-Identifier: MIT
// Commands of the frame: panels, full map, scale, one for each bottom tab.
#include <GLFW/glfw3.h>

#include <array>

#include "app/gui/bottom_tabs.hpp"
#include "app/gui/commands.hpp"
#include "app/gui/panel_actions.hpp"
#include "app/gui/panels.hpp"

namespace miraimap::gui {
namespace {

/// Alt+1 … Alt+9, Alt+0 for the tabs in their order, then the same with Shift.
Key key_of_tab(int number) {
    constexpr int keys = 10;
    return {.code = GLFW_KEY_0 + (number + 1) % keys,
            .modifiers = number < keys ? alt : alt | shift};
}

void add_panels(std::vector<Command>& commands) {
    struct Own {
        const char* id;
        T name;
        const char* reading;
        int key;
        Panel panel;
    };
    constexpr std::array<Own, 3> panels{
        {{"window.filters", T::do_panel_left, "しぼりこみをひょうじひひょうじ", GLFW_KEY_F6,
          Panel::left},
         {"window.tables", T::do_panel_bottom, "ひょうとぐらふをひょうじひひょうじ", GLFW_KEY_F7,
          Panel::bottom},
         {"window.details", T::do_panel_right, "しょうさいをひょうじひひょうじ", GLFW_KEY_F9,
          Panel::right}}};
    for (const Own& own : panels) {
        commands.push_back(
            {.id = own.id,
             .group = CommandGroup::window,
             .name = own.name,
             .reading = own.reading,
             .keys = {{.code = own.key}},
             .run = [panel = own.panel](AppState& state, Wishes&) { toggle_panel(state, panel); },
             .while_typing = true});
    }
}

/// Ctrl with an arrow moves the border beside the map, for the details with Shift.
void add_sizes(std::vector<Command>& commands) {
    constexpr float step_px = 24;
    struct Own {
        const char* id;
        T name;
        const char* reading;
        Key key;
        Panel panel;
        float step;
    };
    const std::array<Own, 6> sizes{{{"window.filters-wider",
                                     T::do_left_wider,
                                     "しぼりこみのはばをひろげる",
                                     {.code = GLFW_KEY_RIGHT, .modifiers = ctrl},
                                     Panel::left,
                                     step_px},
                                    {"window.filters-narrower",
                                     T::do_left_narrower,
                                     "しぼりこみのはばをせばめる",
                                     {.code = GLFW_KEY_LEFT, .modifiers = ctrl},
                                     Panel::left,
                                     -step_px},
                                    {"window.details-wider",
                                     T::do_right_wider,
                                     "しょうさいのはばをひろげる",
                                     {.code = GLFW_KEY_LEFT, .modifiers = ctrl | shift},
                                     Panel::right,
                                     step_px},
                                    {"window.details-narrower",
                                     T::do_right_narrower,
                                     "しょうさいのはばをせばめる",
                                     {.code = GLFW_KEY_RIGHT, .modifiers = ctrl | shift},
                                     Panel::right,
                                     -step_px},
                                    {"window.tables-higher",
                                     T::do_bottom_higher,
                                     "ひょうのたかさをひろげる",
                                     {.code = GLFW_KEY_UP, .modifiers = ctrl},
                                     Panel::bottom,
                                     step_px},
                                    {"window.tables-lower",
                                     T::do_bottom_lower,
                                     "ひょうのたかさをせばめる",
                                     {.code = GLFW_KEY_DOWN, .modifiers = ctrl},
                                     Panel::bottom,
                                     -step_px}}};
    for (const Own& own : sizes) {
        commands.push_back(
            {.id = own.id,
             .group = CommandGroup::window,
             .name = own.name,
             .reading = own.reading,
             .keys = {own.key},
             .run = [panel = own.panel, step = own.step](
                        AppState& state, Wishes&) { resize_panel(state, panel, step); },
             .repeats = true});
    }
    commands.push_back({.id = "window.usual-panels",
                        .group = CommandGroup::window,
                        .name = T::do_usual_panels,
                        .reading = "ぱねるをはじめのおおきさに",
                        .keys = {{.code = GLFW_KEY_HOME, .modifiers = ctrl}},
                        .run = [](AppState& state, Wishes&) { forget_panel_sizes(state.layout); }});
}

void add_tabs(std::vector<Command>& commands) {
    int number = 0;
    for (const BottomTab& tab : bottom_tabs()) {
        commands.push_back({.id = std::string("window.tab-") + tab.key,
                            .group = CommandGroup::window,
                            .name = tab.name,
                            .reading = tab.reading,
                            .keys = {key_of_tab(number++)},
                            .run = [key = std::string(tab.key)](AppState& state, Wishes&) {
                                open_tab(state, key);
                            }});
    }
}

}  // namespace

void add_layout_commands(std::vector<Command>& commands) {
    add_panels(commands);
    add_sizes(commands);
    commands.push_back(
        {.id = "window.full-map",
         .group = CommandGroup::window,
         .name = T::do_full_map,
         .reading = "ちずだけをひょうじ",
         .keys = {{.code = GLFW_KEY_F11}, {.code = GLFW_KEY_F}},
         .run = [](AppState& state, Wishes&) { state.layout.full_map = !state.layout.full_map; }});
    commands.push_back({.id = "window.tall-tables",
                        .group = CommandGroup::window,
                        .name = T::do_tall_tables,
                        .reading = "ひょうをたかくもどす",
                        .keys = {{.code = GLFW_KEY_F7, .modifiers = shift}},
                        .run = [](AppState& state, Wishes&) { toggle_tall_bottom(state); },
                        .while_typing = true});
    commands.push_back({.id = "map.scale",
                        .group = CommandGroup::map,
                        .name = T::do_scale,
                        .reading = "しゅくしゃくをにゅうりょく",
                        .keys = {{.code = GLFW_KEY_G, .modifiers = ctrl}},
                        .run = [](AppState& state, Wishes&) { open_scale_entry(state); }});
    add_tabs(commands);
}

}  // namespace miraimap::gui
