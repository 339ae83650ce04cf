// SPDX-License-Identifier: MIT
// Commands that change what the map shows.
#include <GLFW/glfw3.h>

#include <array>

#include "app/gui/commands.hpp"
#include "app/gui/map_moves.hpp"

namespace miraimap::gui {

void add_mode_commands(std::vector<Command>& commands) {
    struct Mode {
        MapColour colour;
        T name;
        const char* reading;
    };
    constexpr std::array<Mode, 9> modes{
        {{MapColour::grade, T::do_mode_grade, "ちずせんていのだんかい"},
         {MapColour::selections, T::do_mode_selections, "ちずせんていのかず"},
         {MapColour::first_year, T::do_mode_first_year, "ちずさいしょにせんていされたねんど"},
         {MapColour::programme, T::do_mode_programme, "ちずじぎょう"},
         {MapColour::technology, T::do_mode_technology, "ちずぎじゅつ"},
         {MapColour::distance, T::do_mode_distance, "ちずもよりのせんていまでのきょり"},
         {MapColour::borders, T::do_mode_borders, "ちずもよりのせんていまでのきょうかいのかず"},
         {MapColour::granted, T::do_mode_granted, "ちずこうふがく"},
         {MapColour::requested, T::do_mode_requested, "ちずようぼうがく"}}};
    const auto add = [&](Command command) {
        command.group = CommandGroup::map;
        commands.push_back(std::move(command));
    };
    add({.id = "map.next-mode",
         .name = T::do_next_mode,
         .reading = "つぎのちずのしゅるい",
         .keys = {{.code = GLFW_KEY_M}},
         .run = [](AppState& state, Wishes&) { step_map_colour(state, 1); }});
    add({.id = "map.last-mode",
         .name = T::do_last_mode,
         .reading = "まえのちずのしゅるい",
         .keys = {{.code = GLFW_KEY_M, .modifiers = shift}},
         .run = [](AppState& state, Wishes&) { step_map_colour(state, -1); }});
    add({.id = "map.tiles",
         .name = T::do_tiles,
         .reading = "たいるずとちずをきりかえ",
         .keys = {{.code = GLFW_KEY_T}},
         .run = [](AppState& state, Wishes&) {
             set_map_layout(state, state.request.layout == MapLayout::tiles ? MapLayout::country
                                                                            : MapLayout::tiles);
         }});
    for (const Mode& mode : modes) {
        add({.id = "map.mode-" + key_of(mode.colour),
             .name = mode.name,
             .reading = mode.reading,
             .keys = {},
             .run = [colour = mode.colour](AppState& state, Wishes&) {
                 set_map_colour(state, colour);
             }});
    }
    add({.id = "map.next-vision",
         .name = T::do_next_vision,
         .reading = "いろのみえかたをきりかえ",
         .keys = {{.code = GLFW_KEY_M, .modifiers = ctrl | shift}},
         .run = [](AppState& state, Wishes&) { step_vision(state); }});
}

}  // namespace miraimap::gui
