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
    if (direction == 0 || ring.stops.empty() || ImGui::GetIO().WantTextInput) {
        return;
    }
    std::stable_sort(ring.stops.begin(), ring.stops.end(),
                     [](const auto& a, const auto& b) { return a.panel < b.panel; });
    const auto now = std::find_if(ring.stops.begin(), ring.stops.end(),
                                  [&](const auto& stop) { return stop.id == ring.focused; });
    const auto count = static_cast<std::ptrdiff_t>(ring.stops.size());
    const std::ptrdiff_t next = now == ring.stops.end()
                                    ? (direction > 0 ? 0 : count - 1)
                                    : (now - ring.stops.begin() + direction + count) % count;
    ring.focused = ring.stops[static_cast<std::size_t>(next)].id;
    ring.arrived = true;
}

}  // namespace

bool key_pressed(const Ui& ui, bool clicked) {
    KeyRing& ring = ui.state.key_ring;
    const ImGuiWindow* root = ImGui::GetCurrentWindow()->RootWindow;
    if (!may_stop(root)) {
        return clicked;
    }
    const ImGuiID id = ImGui::GetItemID();
    ring.stops.push_back({id, order_of(*root)});
    if (id != ring.focused) {
        return clicked;
    }
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
    return clicked || pressed_by_key();
}

bool control_has_keyboard(const KeyRing& ring) { return ring.focused != 0; }

bool finish_key_ring(const Ui& ui) {
    KeyRing& ring = ui.state.key_ring;
    const bool stepped = ring.step_wanted != 0;
    const bool left = ImGui::IsMouseClicked(0) || ImGui::IsKeyPressed(GLFW_KEY_ESCAPE, false) ||
                      ImGui::GetIO().WantTextInput;
    step(ring);
    if (stepped) {
        ui.state.table_keys.key.clear();
    }
    const bool gone = !stepped && ring.focused != 0 && !ring.seen;
    if (left || gone) {
        ring.focused = 0;
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
