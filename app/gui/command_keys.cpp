// SPDX-License-Identifier: MIT
#include "app/gui/command_keys.hpp"

#include <GLFW/glfw3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>

#include "app/gui/commands.hpp"
#include "app/gui/data_table_input.hpp"
#include "app/gui/key_ring.hpp"
#include "app/gui/tour.hpp"

namespace miraimap::gui {
namespace {

bool is_pressed(const Key& key, bool repeats) {
    const ImGuiIO& io = ImGui::GetIO();
    if (key.code == 0) {
        return std::find(io.InputQueueCharacters.begin(), io.InputQueueCharacters.end(),
                         static_cast<ImWchar>(key.letter)) != io.InputQueueCharacters.end();
    }
    const int held = (io.KeyCtrl ? ctrl : 0) | (io.KeyShift ? shift : 0) | (io.KeyAlt ? alt : 0);
    return held == key.modifiers && ImGui::IsKeyPressed(key.code, repeats);
}

/// Keys that walk through a list, choose from it and leave it.
bool is_for_lists(const Key& key) {
    static constexpr std::array keys{GLFW_KEY_ESCAPE, GLFW_KEY_ENTER,   GLFW_KEY_KP_ENTER,
                                     GLFW_KEY_SPACE,  GLFW_KEY_UP,      GLFW_KEY_DOWN,
                                     GLFW_KEY_LEFT,   GLFW_KEY_RIGHT,   GLFW_KEY_HOME,
                                     GLFW_KEY_END,    GLFW_KEY_PAGE_UP, GLFW_KEY_PAGE_DOWN};
    return (key.modifiers & (ctrl | alt)) == 0 &&
           std::find(keys.begin(), keys.end(), key.code) != keys.end();
}

/// Keys that press the control that has the keyboard, alone or with Ctrl like a click.
bool is_for_controls(const Key& key) {
    return (key.modifiers == no_modifier || key.modifiers == ctrl) &&
           (key.code == GLFW_KEY_ENTER || key.code == GLFW_KEY_KP_ENTER ||
            key.code == GLFW_KEY_SPACE);
}

/// Keys that change a heading of a table.
bool is_sideways(const Key& key) {
    return (key.code == GLFW_KEY_LEFT || key.code == GLFW_KEY_RIGHT) &&
           (key.modifiers & (ctrl | alt)) == 0;
}

}  // namespace

void press_keys(const Ui& ui) {
    const bool asked = ImGui::GetTopMostPopupModal() != nullptr;
    const bool listed = ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
    const bool walks = any_table_has_keyboard(ui.state);
    const bool control = control_has_keyboard(ui.state.key_ring);
    const bool taken = ImGui::GetIO().WantTextInput || asked || ui.state.palette.open;
    for (const Command& command : all_commands()) {
        if (taken && !command.while_typing) {
            continue;
        }
        const bool pressed =
            std::any_of(command.keys.begin(), command.keys.end(), [&](const Key& key) {
                const bool list_key = is_for_lists(key);
                return !tour_takes(ui.state, key) && is_pressed(key, command.repeats) &&
                       !(listed && list_key) &&
                       !(walks && list_key && key.code != GLFW_KEY_ESCAPE) &&
                       !(control && is_for_controls(key)) &&
                       !(ui.state.key_ring.takes_arrows && is_sideways(key));
            });
        if (pressed) {
            run_command(command.id, ui.state, ui.wishes);
        }
    }
}

}  // namespace miraimap::gui
