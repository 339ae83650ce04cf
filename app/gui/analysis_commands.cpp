// SPDX-License-Identifier: MIT
// Commands of the analysis: what is counted, what is supposed, what stands on the map.
#include <GLFW/glfw3.h>

#include "app/gui/analysis_actions.hpp"
#include "app/gui/bottom_tabs.hpp"
#include "app/gui/commands.hpp"

namespace miraimap::gui {
namespace {

constexpr int ward_counts = 3;

void next_wards(AppState& state) {
    Request request = state.request;
    request.wards = static_cast<WardCount>((static_cast<int>(request.wards) + 1) % ward_counts);
    set_analysis(state, request);
}

}  // namespace

void add_analysis_commands(std::vector<Command>& commands) {
    const auto add = [&](Command command) {
        command.group = CommandGroup::analysis;
        commands.push_back(std::move(command));
    };
    const auto loaded = [](const AppState& state) { return state.step == LoadStep::done; };
    add({.id = "analysis.copy-words",
         .name = T::do_copy_words,
         .reading = "したのだんのぶんをこぴー",
         .keys = {{.code = GLFW_KEY_C, .modifiers = ctrl | alt}},
         .run = [](AppState& state, Wishes&) { state.analysis.copy_words = true; }});
    add({.id = "analysis.sea-links",
         .name = T::do_sea_links,
         .reading = "うみのれんらく",
         .keys = {},
         .run = [](AppState& state, Wishes&) {
             Request request = state.request;
             request.sea_links = !request.sea_links;
             set_analysis(state, request);
         }});
    add({.id = "analysis.outline-gaps",
         .name = T::do_outline_gaps,
         .reading = "くうはくいきをちずでかこむ",
         .keys = {},
         .run = [](AppState& state, Wishes&) {
             outline_regions(state, state.request.outlined_gaps == 0);
         }});
    add({.id = "analysis.wards",
         .name = T::do_wards,
         .reading = "かぞえるくをかえる",
         .keys = {},
         .run = [](AppState& state, Wishes&) { next_wards(state); }});
    add({.id = "analysis.count-north",
         .name = T::do_count_north,
         .reading = "ほっぽうりょうどをかぞえる",
         .keys = {},
         .run = [](AppState& state, Wishes&) {
             Request request = state.request;
             request.count_northern_territories = !request.count_northern_territories;
             set_analysis(state, request);
         }});
    add({.id = "analysis.suppose",
         .name = T::do_suppose,
         .reading = "えらんだしちょうそんをかていにくわえる",
         .keys = {},
         .run = [](AppState& state, Wishes&) { suppose(state, chosen_places(state)); },
         .enabled =
             [loaded](const AppState& state) { return loaded(state) && !state.chosen.empty(); }});
    add({.id = "analysis.clear-supposed",
         .name = T::do_clear_supposed,
         .reading = "かていをすべてとく",
         .keys = {},
         .run = [](AppState& state, Wishes&) { clear_suppositions(state); },
         .enabled =
             [loaded](const AppState& state) {
                 return loaded(state) && !state.request.what_if.empty();
             }});
    add({.id = "analysis.load-table",
         .name = T::do_load_table,
         .reading = "てもとのひょうをよみこむ",
         .keys = {},
         .run = [](AppState& state, Wishes&) {
             open_tab(state, "table");
             state.analysis.focus_file = true;
         }});
}

}  // namespace miraimap::gui
