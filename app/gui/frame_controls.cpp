// SPDX-License-Identifier: MIT
// Splitters and buttons of the frame.
#include <cmath>
#include <string>

#include "app/gui/commands.hpp"
#include "app/gui/panel_actions.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr float grip_px = 7;  ///< width of the strip that can be gripped

constexpr ImGuiWindowFlags strip_flags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus |
    ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;

/// What the hand can do, and the keys that do the same.
std::string splitter_words(const Ui& ui, Panel panel) {
    const auto keys = [](const char* id) { return keys_text(find_command(id)->keys); };
    return panel == Panel::left ? fill(T::splitter_hint, ui.lang(), keys("window.filters-narrower"),
                                       keys("window.filters-wider"))
           : panel == Panel::right ? fill(T::splitter_hint, ui.lang(), keys("window.details-wider"),
                                          keys("window.details-narrower"))
                                   : fill(T::splitter_hint, ui.lang(), keys("window.tables-higher"),
                                          keys("window.tables-lower"));
}

/// One border. `line` runs along it, in device pixels.
void splitter(const Ui& ui, Panel panel, const char* id, ImVec2 low, ImVec2 high) {
    const bool upright = panel != Panel::bottom;
    const float half = ui.px(grip_px / 2);
    const ImVec2 at(upright ? low.x - half : low.x, upright ? low.y : low.y - half);
    const ImVec2 extent(upright ? 2 * half : high.x - low.x, upright ? high.y - low.y : 2 * half);
    if (extent.x < 1 || extent.y < 1) {
        return;
    }
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize(extent);
    ImGui::Begin((std::string("##split-") + id).c_str(), nullptr, strip_flags);
    ImGui::InvisibleButton(id, extent);
    ui.probe(std::string("split:") + id);
    if (!ImGui::IsItemActive()) {
        tooltip_for_item(ui, splitter_words(ui, panel));
    }
    const bool active = ImGui::IsItemActive();
    const bool hovered = ImGui::IsItemHovered();
    LayoutChoices& choices = ui.state.layout;
    if (hovered || active) {
        ImGui::SetMouseCursor(upright ? ImGuiMouseCursor_ResizeEW : ImGuiMouseCursor_ResizeNS);
    }
    if (hovered && ImGui::IsMouseDoubleClicked(0)) {
        choice_of(choices, panel) = {};
    } else if (active && ImGui::IsMouseDragging(0, 1)) {
        const ImVec2 screen(ui.state.window_width_px, ui.state.window_height_px);
        const ImVec2 mouse(ImGui::GetIO().MousePos.x / ui.scale,
                           ImGui::GetIO().MousePos.y / ui.scale);
        drag_panel(choices, panel,
                   panel == Panel::left    ? mouse.x
                   : panel == Panel::right ? screen.x - mouse.x
                                           : screen.y - bar_heights(screen.y).status - mouse.y);
    }
    // The line lies on the seam; while gripped it is wide and coloured.
    const float width = active || hovered ? ui.px(3) : 1;
    const ImU32 colour = active    ? ui.colours.accent
                         : hovered ? with_alpha(ui.colours.accent, 0.6F)
                                   : ui.colours.hairline;
    const ImVec2 middle(std::floor(at.x + extent.x / 2), std::floor(at.y + extent.y / 2));
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (upright) {
        list->AddRectFilled({middle.x - width / 2, at.y}, {middle.x + width / 2, at.y + extent.y},
                            colour);
    } else {
        list->AddRectFilled({at.x, middle.y - width / 2}, {at.x + extent.x, middle.y + width / 2},
                            colour);
    }
    ImGui::End();
}

}  // namespace

void splitters(const Ui& ui, const FrameLayout& frame) {
    const auto at = [&](float x, float y) {
        return ImVec2(std::floor(ui.px(x)), std::floor(ui.px(y)));
    };
    if (frame.page) {
        return;  // it has no border to drag
    }
    if (!frame.left.empty()) {
        splitter(ui, Panel::left, "left", at(frame.left.right(), frame.left.y),
                 at(frame.left.right(), frame.left.bottom()));
    }
    if (!frame.right.empty()) {
        splitter(ui, Panel::right, "right", at(frame.right.x, frame.right.y),
                 at(frame.right.x, frame.right.bottom()));
    }
    if (!frame.bottom.empty()) {
        splitter(ui, Panel::bottom, "bottom", at(frame.bottom.x, frame.bottom.y),
                 at(frame.bottom.right(), frame.bottom.y));
    }
}

void layout_buttons(const Ui& ui, float x, float y) {
    struct Button {
        Panel panel;
        const char* id;
        Icon icon;
        T hint;
    };
    constexpr Button buttons[] = {
        {Panel::left, "panel-left", Icon::panel_left, T::panel_left},
        {Panel::bottom, "panel-bottom", Icon::panel_bottom, T::panel_bottom},
        {Panel::right, "panel-right", Icon::panel_right, T::panel_right},
    };
    for (const Button& button : buttons) {
        ImGui::SetCursorPos({x, y});
        const ImVec2 at = ImGui::GetCursorScreenPos();
        if (icon_button(ui, button.id, button.icon, ui.tr(button.hint))) {
            toggle_panel(ui.state, button.panel);
        }
        if (panel_shown(ui.state, button.panel)) {
            // A bar under the button of a panel that is shown.
            ImGui::GetWindowDrawList()->AddRectFilled({at.x + ui.px(9), at.y + ui.px(30)},
                                                      {at.x + ui.px(23), at.y + ui.px(32)},
                                                      ui.colours.accent, ui.px(1));
        }
        x += ui.px(32);
    }
}

}  // namespace miraimap::gui
