// SPDX-License-Identifier: MIT
#include "app/gui/key_ring.hpp"

#include <GLFW/glfw3.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "app/gui/ui.hpp"

namespace miraimap::gui {
namespace {

/// Panels from the top to the bottom; what floats over the map comes with it.
int order_of(const ImGuiWindow& root) {
    constexpr std::array<std::string_view, 7> panels{"##top",   "##left",   "##sentence", "##map",
                                                     "##right", "##bottom", "##status"};
    const auto found = std::find(panels.begin(), panels.end(), std::string_view(root.Name));
    return static_cast<int>((found == panels.end() ? panels.begin() + 3 : found) - panels.begin());
}

/// The innermost open list or dialog has the keyboard alone.
bool may_stop(const ImGuiWindow* root) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    return g.OpenPopupStack.empty() || g.OpenPopupStack.back().Window == root;
}

bool pressed_by_key() {
    return !ImGui::GetIO().WantTextInput && (ImGui::IsKeyPressed(GLFW_KEY_ENTER, false) ||
                                             ImGui::IsKeyPressed(GLFW_KEY_KP_ENTER, false) ||
                                             ImGui::IsKeyPressed(GLFW_KEY_SPACE, false));
}

void step(KeyRing& ring) {
    const int direction = std::exchange(ring.step_wanted, 0);
    // From a text field that is a stop the walk goes on; other fields keep the key.
    const ImGuiID active = ImGui::GetActiveID();
    const bool in_stop =
        active != 0 && std::any_of(ring.stops.begin(), ring.stops.end(), [&](const auto& stop) {
            return stop.is_field && stop.id == active;
        });
    if (direction == 0 || ring.stops.empty() || (ImGui::GetIO().WantTextInput && !in_stop)) {
        return;
    }
    if (in_stop) {
        ring.focused = active;
        ImGui::ClearActiveID();
    }
    std::stable_sort(ring.stops.begin(), ring.stops.end(),
                     [](const auto& a, const auto& b) { return a.panel < b.panel; });
    const auto now = std::find_if(ring.stops.begin(), ring.stops.end(),
                                  [&](const auto& stop) { return stop.id == ring.focused; });
    const auto count = static_cast<std::ptrdiff_t>(ring.stops.size());
    const std::ptrdiff_t next = now == ring.stops.end()
                                    ? (direction > 0 ? 0 : count - 1)
                                    : (now - ring.stops.begin() + direction + count) % count;
    const KeyRing::Stop& stop = ring.stops[static_cast<std::size_t>(next)];
    ring.focused = stop.id;
    ring.field_wanted = stop.is_field ? stop.id : 0;
    ring.arrived = true;
}

/// Makes the last item a stop. False while something else has the keyboard alone.
bool add_stop(const Ui& ui, bool is_field) {
    const ImGuiWindow* root = ImGui::GetCurrentWindow()->RootWindow;
    if (!may_stop(root)) {
        return false;
    }
    ui.state.key_ring.stops.push_back({ImGui::GetItemID(), order_of(*root), is_field});
    return true;
}

/// The last item has the keyboard: it is brought into sight and ringed.
void take_ring(KeyRing& ring) {
    if (std::exchange(ring.arrived, false) && !ImGui::IsItemVisible()) {
        ImGui::SetScrollHereY(0.5F);
    }
    ring.seen = true;
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
    ring.low[0] = std::max(low.x, clip.Min.x);
    ring.low[1] = std::max(low.y, clip.Min.y);
    ring.high[0] = std::min(high.x, clip.Max.x);
    ring.high[1] = std::min(high.y, clip.Max.y);
}

}  // namespace

bool has_keyboard(const Ui& ui) {
    return ImGui::GetItemID() != 0 && ImGui::GetItemID() == ui.state.key_ring.focused;
}

bool key_pressed(const Ui& ui, bool clicked) {
    if (!add_stop(ui, false) || !has_keyboard(ui)) {
        return clicked;
    }
    take_ring(ui.state.key_ring);
    return clicked || pressed_by_key();
}

void before_field(const Ui& ui, unsigned id) {
    KeyRing& ring = ui.state.key_ring;
    const bool wanted = ring.field_wanted == id;
    // Tab is the walk's, not Dear ImGui's own.
    ImGui::PushAllowKeyboardFocus(wanted);
    if (wanted) {
        ring.field_wanted = 0;
        ImGui::SetKeyboardFocusHere();
    }
}

void after_field(const Ui& ui) {
    ImGui::PopAllowKeyboardFocus();
    KeyRing& ring = ui.state.key_ring;
    if (add_stop(ui, true) && has_keyboard(ui)) {
        take_ring(ring);
    }
}

ArrowPress arrows_pressed(const Ui& ui) {
    KeyRing& ring = ui.state.key_ring;
    if (!has_keyboard(ui)) {
        return {};
    }
    ring.takes_arrows = true;
    const int step = (ImGui::IsKeyPressed(GLFW_KEY_RIGHT, true) ? 1 : 0) -
                     (ImGui::IsKeyPressed(GLFW_KEY_LEFT, true) ? 1 : 0);
    const ImGuiIO& io = ImGui::GetIO();
    return io.KeyCtrl || io.KeyAlt ? ArrowPress{} : ArrowPress{step, io.KeyShift};
}

bool control_has_keyboard(const KeyRing& ring) { return ring.focused != 0; }

bool finish_key_ring(const Ui& ui) {
    KeyRing& ring = ui.state.key_ring;
    const bool stepped = ring.step_wanted != 0;
    ring.takes_arrows = ring.takes_arrows && ring.seen && !stepped;
    // Dear ImGui wants text for one frame more than a field is active.
    const ImGuiID active = ImGui::GetActiveID();
    const bool typing_elsewhere =
        ImGui::GetIO().WantTextInput && active != 0 && active != ring.focused;
    const bool left = ImGui::IsMouseClicked(0) || ImGui::IsKeyPressed(GLFW_KEY_ESCAPE, false) ||
                      (typing_elsewhere && !stepped);
    step(ring);
    if (stepped) {
        ui.state.table_keys.key.clear();
    }
    const bool gone = !stepped && ring.focused != 0 && !ring.seen;
    if (left || gone) {
        ring.focused = 0;
        ring.takes_arrows = false;
    }
    if (ring.focused != 0 && ring.seen && ring.low[0] < ring.high[0] &&
        ring.low[1] < ring.high[1]) {
        const float out = ui.px(2);
        ImGui::GetForegroundDrawList()->AddRect({ring.low[0] - out, ring.low[1] - out},
                                                {ring.high[0] + out, ring.high[1] + out},
                                                ui.colours.accent, ui.px(7), 0, ui.px(2.2F));
    }
    ring.stops.clear();
    ring.seen = false;
    return stepped;
}

}  // namespace miraimap::gui
