// SPDX-License-Identifier: MIT
#include "app/gui/command_keys.hpp"

#include <GLFW/glfw3.h>

#include <algorithm>

#include "app/gui/commands.hpp"
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

}  // namespace

void press_keys(const Ui& ui) {
    const bool taken = ImGui::GetIO().WantTextInput ||
                       ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup) || ui.state.palette.open;
    for (const Command& command : all_commands()) {
        if (taken && !command.while_typing) {
            continue;
        }
        const bool pressed =
            std::any_of(command.keys.begin(), command.keys.end(), [&](const Key& key) {
                return !tour_takes(ui.state, key) && is_pressed(key, command.repeats);
            });
        if (pressed) {
            run_command(command.id, ui.state, ui.wishes);
        }
    }
}

}  // namespace miraimap::gui
