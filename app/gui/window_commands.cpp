// SPDX-License-Identifier: MIT
// Commands of the window itself: find, palette, look, language, size, files.
#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/gui/commands.hpp"
#include "app/gui/map_moves.hpp"

namespace miraimap::gui {
namespace {

/// Steps of the interface scale, in percent.
constexpr std::array scale_steps{75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300};
static_assert(scale_steps.front() == static_cast<int>(100 * smallest_interface_scale) &&
              scale_steps.back() == static_cast<int>(100 * largest_interface_scale));

bool always(const AppState& /*state*/) { return true; }

void set_scale(AppState& state, Wishes& wishes, double scale) {
    wishes.fonts |= scale != state.interface_scale;
    state.interface_scale = scale;
    const auto per_cent = std::lround(scale * 100);
    Notice notice{false,
                  {fill(T::interface_scale_now, Lang::ja, per_cent),
                   fill(T::interface_scale_now, Lang::en, per_cent)}};
    notice.topic = "interface-scale";
    show_notice(state, std::move(notice));
}

/// The next step above (1) or below (-1) a scale, which need not be one itself.
double stepped(double scale, int direction) {
    constexpr double near = 0.001;
    double to = direction > 0 ? largest_interface_scale : smallest_interface_scale;
    for (const int per_cent : scale_steps) {
        const double step = per_cent / 100.0;
        if (direction > 0 && step > scale + near) {
            to = std::min(to, step);
        } else if (direction < 0 && step < scale - near) {
            to = std::max(to, step);
        }
    }
    return to;
}

void add_sizes(std::vector<Command>& commands) {
    const auto add = [&](Command command) {
        command.group = CommandGroup::window;
        command.enabled = always;
        command.while_typing = true;
        commands.push_back(std::move(command));
    };
    add({.id = "window.larger",
         .name = T::do_larger,
         .reading = "もじとぶひんをおおきく",
         .keys = {{.code = GLFW_KEY_EQUAL, .modifiers = ctrl},
                  {.code = GLFW_KEY_KP_ADD, .modifiers = ctrl},
                  {.code = GLFW_KEY_EQUAL, .modifiers = ctrl | shift}},
         .run = [](AppState& state,
                   Wishes& wishes) { set_scale(state, wishes, stepped(state.interface_scale, 1)); },
         .repeats = true});
    add({.id = "window.smaller",
         .name = T::do_smaller,
         .reading = "もじとぶひんをちいさく",
         .keys = {{.code = GLFW_KEY_MINUS, .modifiers = ctrl},
                  {.code = GLFW_KEY_KP_SUBTRACT, .modifiers = ctrl}},
         .run =
             [](AppState& state, Wishes& wishes) {
                 set_scale(state, wishes, stepped(state.interface_scale, -1));
             },
         .repeats = true});
    add({.id = "window.usual-size",
         .name = T::do_usual_size,
         .reading = "もじとぶひんをひょうじゅんのおおきさに",
         .keys = {{.code = GLFW_KEY_0, .modifiers = ctrl}},
         .run = [](AppState& state, Wishes& wishes) { set_scale(state, wishes, 1); }});
    add({.id = "window.quit",
         .name = T::do_quit,
         .reading = "しゅうりょう",
         .keys = {{.code = GLFW_KEY_Q, .modifiers = ctrl}},
         .run = [](AppState&, Wishes& wishes) { wishes.quit = true; }});
    add({.id = "window.palette",
         .name = T::do_palette,
         .reading = "こまんどをさがしてじっこう",
         .keys = {{.code = GLFW_KEY_P, .modifiers = ctrl | shift}},
         .run = [](AppState& state, Wishes&) { state.palette.open_wanted = true; }});
}

void add_looks(std::vector<Command>& commands) {
    const auto add = [&](Command command) {
        command.group = CommandGroup::window;
        command.enabled = always;
        commands.push_back(std::move(command));
    };
    add({.id = "window.theme",
         .name = T::do_theme,
         .reading = "あかるいはいしょくとくらいはいしょくをきりかえ",
         .keys = {{.code = GLFW_KEY_D, .modifiers = ctrl}},
         .run = [](AppState& state, Wishes& wishes) {
             state.theme = state.theme == Theme::light ? Theme::dark : Theme::light;
             wishes.theme = true;
         }});
    add({.id = "window.language",
         .name = T::do_language,
         .reading = "ひょうじげんごをきりかえ",
         .keys = {{.code = GLFW_KEY_L, .modifiers = ctrl}},
         .run = [](AppState& state, Wishes&) {
             state.request.lang = state.request.lang == Lang::ja ? Lang::en : Lang::ja;
         }});
    add({.id = "window.keys",
         .name = T::do_key_sheet,
         .reading = "きーいちらん",
         .keys = {{.letter = U'?'}, {.code = GLFW_KEY_F1}},
         .run = [](AppState& state, Wishes&) { state.show_keys = !state.show_keys; }});
}

void add_walk(std::vector<Command>& commands) {
    const auto add = [&](const char* id, T name, const char* reading, int modifiers, int step) {
        commands.push_back(
            {.id = id,
             .group = CommandGroup::window,
             .name = name,
             .reading = reading,
             .keys = {{.code = GLFW_KEY_TAB, .modifiers = modifiers}},
             .run = [step](AppState& state, Wishes&) { state.key_ring.step_wanted = step; },
             .enabled = always,
             .while_typing = true,
             .repeats = true});
    };
    add("window.next-control", T::do_next_control, "つぎのこうもくへ", no_modifier, 1);
    add("window.last-control", T::do_last_control, "まえのこうもくへ", shift, -1);
}

void add_findings(std::vector<Command>& commands) {
    commands.push_back(
        {.id = "window.findings",
         .group = CommandGroup::window,
         .name = T::do_findings,
         .reading = "でーたけんさのけっか",
         .keys = {{.code = GLFW_KEY_F8}},
         .run = [](AppState& state, Wishes&) { state.show_findings = !state.show_findings; }});
}

void add_export_commands(std::vector<Command>& commands) {
    const auto add = [&](Command command) {
        command.group = CommandGroup::file;
        commands.push_back(std::move(command));
    };
    add({.id = "file.export",
         .name = T::do_export,
         .reading = "かきだし",
         .keys = {{.code = GLFW_KEY_E, .modifiers = ctrl}},
         .run = [](AppState& state, Wishes&) {
             state.exporting.wanted = ExportDialog::exporting;
         }});
    add({.id = "file.print",
         .name = T::do_print,
         .reading = "いんさつ",
         .keys = {{.code = GLFW_KEY_P, .modifiers = ctrl}},
         .run = [](AppState& state, Wishes&) { state.exporting.wanted = ExportDialog::printing; }});
    add({.id = "file.stop-export",
         .name = T::do_stop_export,
         .reading = "かきだしをちゅうし",
         .keys = {},
         .run = [](AppState&, Wishes& wishes) { wishes.stop_export = true; },
         .enabled = [](const AppState& state) { return !state.exporting.jobs.empty(); }});
}

}  // namespace

void add_window_commands(std::vector<Command>& commands) {
    add_sizes(commands);
    add_looks(commands);
    add_findings(commands);
    add_walk(commands);
    commands.push_back({.id = "find.open",
                        .group = CommandGroup::find,
                        .name = T::do_find,
                        .reading = "けんさく",
                        .keys = {{.code = GLFW_KEY_F, .modifiers = ctrl}},
                        .run =
                            [](AppState& state, Wishes&) {
                                state.layout.full_map = false;
                                state.search.focus_wanted = true;
                            },
                        .while_typing = true});
    add_export_commands(commands);
}

}  // namespace miraimap::gui
