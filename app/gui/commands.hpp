// SPDX-License-Identifier: MIT
// Every command of the window in one list: keys, palette and key sheet are made from it.
//
// Promises: ids are unique and stable; a key belongs to one command; names stand in both languages
// (texts.hpp) with a kana reading, so that the palette finds them by kanji, kana, romaji or
// English. A part of the window adds its commands in a file of its own and is named once in
// commands.cpp. Does not: read the keyboard (command_keys.hpp) or draw (command_palette.cpp,
// key_sheet.cpp).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "app/gui/app_state.hpp"
#include "app/gui/texts.hpp"
#include "app/gui/wishes.hpp"

namespace miraimap::gui {

/// Keys held with another one; add them up.
enum Modifiers : std::uint8_t { no_modifier = 0, ctrl = 1, shift = 2, alt = 4 };

/// One way to call a command by keyboard: a key of the keyboard with modifiers, or a letter however
/// the keyboard makes it ('?', '+').
struct Key {
    int code = 0;  ///< GLFW_KEY_…; 0: the letter counts
    int modifiers = no_modifier;
    char32_t letter = 0;
    friend bool operator==(const Key&, const Key&) = default;
};

/// "Ctrl+Shift+P", "Alt+←", "?".
std::string key_text(const Key& key);
/// The keys of a command as the key sheet shows them, at most two: "Ctrl+Y / Ctrl+Shift+Z"; ""
/// without any.
std::string keys_text(const std::vector<Key>& keys);

/// Sections of the key sheet, in its order.
enum class CommandGroup : std::uint8_t { map, choice, table, filter, find, analysis, file, window };
inline constexpr int command_group_count = 8;
T name_of(CommandGroup group);

struct Command {
    std::string id;  ///< "map.home"
    CommandGroup group = CommandGroup::window;
    T name;
    std::string reading;    ///< of the Japanese name, in kana
    std::vector<Key> keys;  ///< the first is shown in the palette
    std::function<void(AppState&, Wishes&)> run;
    /// Whether it would do anything now; empty: whenever the map is there.
    std::function<bool(const AppState&)> enabled = {};
    bool while_typing = false;  ///< its keys also work in a text field and under a dialog
    bool repeats = false;       ///< while its key is held
};

/// Something done with the mouse, and the command that does the same by keyboard, or the keys that
/// do it where Tab or F2 leads to.
struct MouseAction {
    T gesture;
    T does;
    std::string command;    ///< id
    std::string keys = {};  ///< shown instead of the command's own: "F2 ↑ ↓"
};

/// All commands, grouped; the same list for the life of the program.
const std::vector<Command>& all_commands();
/// Null if there is no such command.
const Command* find_command(const std::string& id);
bool is_enabled(const Command& command, const AppState& state);
/// Runs it if it is enabled and remembers it as the most recent one. True if it ran.
bool run_command(const std::string& id, AppState& state, Wishes& wishes);

/// Everything the mouse does on the map, on the borders of panels and in tables.
const std::vector<MouseAction>& mouse_actions();

/// Commands and values of filters that match all words of a text, best first, then recently used
/// ones; all commands (the recent ones first) for a blank text. Indices into all_commands() and,
/// from its end on, into PaletteState::facets.
/// @param lang  equal matches stand in the order of the list, not of the language
std::vector<int> find_commands(const AppState& state, std::string_view text);

/// The value of a filter that a hit stands for; null for a command.
const FacetCommand* facet_of(const AppState& state, int hit);

// Each part of the window adds its own.
void add_map_commands(std::vector<Command>& commands);
void add_mode_commands(std::vector<Command>& commands);
void add_filter_commands(std::vector<Command>& commands);
void add_session_commands(std::vector<Command>& commands);
void add_window_commands(std::vector<Command>& commands);
void add_layout_commands(std::vector<Command>& commands);
void add_choice_commands(std::vector<Command>& commands);
void add_table_commands(std::vector<Command>& commands);
void add_analysis_commands(std::vector<Command>& commands);
void add_tour_commands(std::vector<Command>& commands);

}  // namespace miraimap::gui
