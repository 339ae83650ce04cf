// SPDX-License-Identifier: MIT
#include "app/gui/commands.hpp"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>

#include "app/gui/command_find.hpp"
#include "app/gui/utf8.hpp"

namespace miraimap::gui {
namespace {

/// Calling the palette is not worth remembering in it.
constexpr const char* palette_command = "window.palette";
constexpr std::size_t longest_recent = 12;
/// A third key is for keyboards that lack the first two.
constexpr std::size_t most_shown = 2;

std::string code_text(int code) {
    static const std::map<int, std::string> named{{GLFW_KEY_HOME, "Home"},
                                                  {GLFW_KEY_END, "End"},
                                                  {GLFW_KEY_LEFT, "←"},
                                                  {GLFW_KEY_RIGHT, "→"},
                                                  {GLFW_KEY_UP, "↑"},
                                                  {GLFW_KEY_DOWN, "↓"},
                                                  {GLFW_KEY_ESCAPE, "Esc"},
                                                  {GLFW_KEY_ENTER, "Enter"},
                                                  {GLFW_KEY_KP_ENTER, "Enter"},
                                                  {GLFW_KEY_SPACE, "Space"},
                                                  {GLFW_KEY_TAB, "Tab"},
                                                  {GLFW_KEY_DELETE, "Delete"},
                                                  {GLFW_KEY_BACKSPACE, "Backspace"},
                                                  {GLFW_KEY_PAGE_UP, "PageUp"},
                                                  {GLFW_KEY_PAGE_DOWN, "PageDown"},
                                                  {GLFW_KEY_KP_ADD, "+"},
                                                  {GLFW_KEY_KP_SUBTRACT, "-"}};
    if (code >= GLFW_KEY_F1 && code <= GLFW_KEY_F12) {
        return "F" + std::to_string(code - GLFW_KEY_F1 + 1);
    }
    const auto found = named.find(code);
    return found != named.end() ? found->second : std::string(1, static_cast<char>(code));
}

const std::vector<FindNames>& all_names() {
    static const std::vector<FindNames> names = [] {
        std::vector<FindNames> out;
        for (const Command& command : all_commands()) {
            std::vector<std::string> more{command.id};
            for (const Key& key : command.keys) {
                more.push_back(key_text(key));
            }
            out.push_back(find_names(text_of(command.name), command.reading, more));
        }
        return out;
    }();
    return names;
}

int recency(const AppState& state, const std::string& id) {
    const auto& recent = state.palette.recent;
    return static_cast<int>(std::find(recent.begin(), recent.end(), id) - recent.begin());
}

}  // namespace

std::string key_text(const Key& key) {
    std::string text = (key.modifiers & ctrl) != 0 ? "Ctrl+" : "";
    text += (key.modifiers & alt) != 0 ? "Alt+" : "";
    text += (key.modifiers & shift) != 0 ? "Shift+" : "";
    if (key.code != 0) {
        return text + code_text(key.code);
    }
    append_utf8(key.letter, text);
    return text;
}

std::string keys_text(const std::vector<Key>& keys) {
    std::vector<std::string> texts;
    for (const Key& key : keys) {
        const std::string text = key_text(key);
        if (texts.size() < most_shown &&
            std::find(texts.begin(), texts.end(), text) == texts.end()) {
            texts.push_back(text);
        }
    }
    std::string out;
    for (const std::string& text : texts) {
        out += (out.empty() ? "" : " / ") + text;
    }
    return out;
}

T name_of(CommandGroup group) {
    static constexpr std::array<T, command_group_count> names{
        T::group_map,  T::group_choice,   T::group_table, T::group_filter,
        T::group_find, T::group_analysis, T::group_file,  T::group_window};
    return names[static_cast<std::size_t>(group)];
}

const std::vector<Command>& all_commands() {
    static const std::vector<Command> commands = [] {
        std::vector<Command> all;
        add_map_commands(all);
        add_mode_commands(all);
        add_filter_commands(all);
        add_session_commands(all);
        add_window_commands(all);
        add_layout_commands(all);
        add_choice_commands(all);
        add_table_commands(all);
        add_analysis_commands(all);
        add_tour_commands(all);
        std::stable_sort(all.begin(), all.end(),
                         [](const Command& a, const Command& b) { return a.group < b.group; });
        return all;
    }();
    return commands;
}

const Command* find_command(const std::string& id) {
    const std::vector<Command>& all = all_commands();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Command& command) { return command.id == id; });
    return found == all.end() ? nullptr : &*found;
}

bool is_enabled(const Command& command, const AppState& state) {
    return command.enabled ? command.enabled(state) : state.step == LoadStep::done;
}

bool run_command(const std::string& id, AppState& state, Wishes& wishes) {
    const Command* command = find_command(id);
    if (command == nullptr || !is_enabled(*command, state)) {
        return false;
    }
    if (id == palette_command) {
        command->run(state, wishes);
        return true;
    }
    std::vector<std::string>& recent = state.palette.recent;
    recent.erase(std::remove(recent.begin(), recent.end(), id), recent.end());
    recent.insert(recent.begin(), id);
    recent.resize(std::min(recent.size(), longest_recent));
    command->run(state, wishes);
    return true;
}

std::vector<int> find_commands(const AppState& state, std::string_view text) {
    struct Found {
        int rank = 0;
        int recency = 0;
        int index = 0;
    };
    const std::vector<TypedWord> words = typed_words(text);
    const std::vector<FacetCommand>& facets = state.palette.facets;
    std::vector<Found> found;
    found.reserve(all_commands().size() + facets.size());
    for (std::size_t i = 0; i < all_commands().size(); ++i) {
        if (const auto rank = how_well(all_names()[i], words)) {
            found.push_back({*rank, recency(state, all_commands()[i].id), static_cast<int>(i)});
        }
    }
    for (std::size_t i = 0; i < facets.size() && !words.empty(); ++i) {
        if (const auto rank = how_well(facets[i].found_by, words)) {
            // A command of the same name comes first.
            found.push_back({std::max(*rank, 1), static_cast<int>(longest_recent),
                             static_cast<int>(all_commands().size() + i)});
        }
    }
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return std::tie(a.rank, a.recency, a.index) < std::tie(b.rank, b.recency, b.index);
    });
    std::vector<int> out;
    out.reserve(found.size());
    for (const Found& one : found) {
        out.push_back(one.index);
    }
    return out;
}

const FacetCommand* facet_of(const AppState& state, int hit) {
    const std::ptrdiff_t index = hit - std::ssize(all_commands());
    return index < 0 ? nullptr : &state.palette.facets[static_cast<std::size_t>(index)];
}

}  // namespace miraimap::gui
