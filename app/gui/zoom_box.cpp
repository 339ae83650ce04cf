// SPDX-License-Identifier: MIT
#include "app/gui/zoom_box.hpp"

#include <algorithm>
#include <cmath>

#include "app/gui/map_moves.hpp"

namespace miraimap::gui {
namespace {

/// A smaller rectangle is a slip of the hand.
constexpr float smallest_px = 6;

MapPoint map_point(const Ui& ui, ImVec2 low, ImVec2 at) {
    return ui.state.view.at_px(static_cast<double>((at.x - low.x) / ui.scale),
                               static_cast<double>((at.y - low.y) / ui.scale));
}

void finish(const Ui& ui, ImVec2 low, ImVec2 from, ImVec2 to) {
    ui.state.zoom_box.armed = false;
    if (std::abs(to.x - from.x) < ui.px(smallest_px) ||
        std::abs(to.y - from.y) < ui.px(smallest_px)) {
        return;
    }
    MapBox box;
    box.add(map_point(ui, low, from));
    box.add(map_point(ui, low, to));
    zoom_to_box(ui.state, box);
}

void draw_cross(const Ui& ui, ImVec2 low, ImVec2 extent) {
    const ImVec2 centre(std::floor(low.x + extent.x / 2), std::floor(low.y + extent.y / 2));
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float arm = ui.px(11);
    const float gap = ui.px(3);
    for (const auto& [colour, width] :
         {std::pair(ui.colours.card, ui.px(4)), std::pair(ui.colours.accent, ui.px(1.8F))}) {
        for (const ImVec2 d : {ImVec2(1, 0), ImVec2(-1, 0), ImVec2(0, 1), ImVec2(0, -1)}) {
            list->AddLine({centre.x + d.x * gap, centre.y + d.y * gap},
                          {centre.x + d.x * arm, centre.y + d.y * arm}, colour, width);
        }
    }
}

}  // namespace

void zoom_to_choice_or_box(AppState& state) {
    if (!state.chosen.empty()) {
        zoom_to_chosen(state);
    } else {
        state.zoom_box.armed = !state.zoom_box.armed;
    }
}

bool zoom_box(const Ui& ui, ImVec2 low, ImVec2 extent) {
    ZoomBoxState& tool = ui.state.zoom_box;
    const ImGuiIO& io = ImGui::GetIO();
    tool.cross = tool.cross && io.MouseDelta.x == 0 && io.MouseDelta.y == 0;
    if (tool.cross) {
        draw_cross(ui, low, extent);
    }
    if (!tool.armed) {
        return false;
    }
    if (ImGui::IsItemHovered()) {
        ImGui::SetTooltip("%s", ui.tr(T::zoom_box_hint));
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    const ImVec2 from = io.MouseClickedPos[0];
    const ImVec2 to(std::clamp(io.MousePos.x, low.x, low.x + extent.x),
                    std::clamp(io.MousePos.y, low.y, low.y + extent.y));
    if (ImGui::IsItemActive()) {
        const ImVec2 first(std::min(from.x, to.x), std::min(from.y, to.y));
        const ImVec2 last(std::max(from.x, to.x), std::max(from.y, to.y));
        ImDrawList* list = ImGui::GetWindowDrawList();
        list->AddRectFilled(first, last, with_alpha(ui.colours.accent, 0.16F));
        list->AddRect(first, last, ui.colours.accent, 0, 0, ui.px(1.5F));
    }
    if (ImGui::IsItemDeactivated()) {
        finish(ui, low, from, to);
    }
    return true;
}

}  // namespace miraimap::gui
