// SPDX-License-Identifier: MIT
// Lists in popups: their look, their lines, their keys.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr float menu_row_px = 30;
constexpr float menu_text_px = 32;

/// The line of the open list that the arrow keys are at.
struct MenuKeys {
    ImGuiID list = 0;
    int frame = -1;
    int rows = 0;  ///< of the last frame
    int next = 0;  ///< line to be drawn next
    int marked = -1;
    bool entered = false;
};
MenuKeys menu_keys;

/// Of the line that is drawn now; true if it is the marked one.
bool is_marked_line() {
    MenuKeys& keys = menu_keys;
    const ImGuiID list = ImGui::GetCurrentWindow()->ID;
    if (keys.list != list || ImGui::IsWindowAppearing()) {
        keys = {list, -1, 0, 0, -1, false};
    }
    if (keys.frame != ImGui::GetFrameCount()) {
        keys.frame = ImGui::GetFrameCount();
        keys.rows = std::exchange(keys.next, 0);
        if (keys.rows > 0 && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow))) {
            keys.marked = (keys.marked + 1) % keys.rows;
        } else if (keys.rows > 0 && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_UpArrow))) {
            keys.marked = (std::max(keys.marked, 0) + keys.rows - 1) % keys.rows;
        }
        keys.entered = ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter), false) ||
                       ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_KeyPadEnter), false);
    }
    return keys.next++ == keys.marked;
}

}  // namespace

void begin_menu_style(const Ui& ui) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(12), ui.px(12)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(4), ui.px(2)));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ui.px(size::rounding_px));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.colours.card);
}

void end_menu_style() {
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(4);
}

bool menu_row(const Ui& ui, const std::string& id, const std::string& label, float width_px,
              MenuMark mark, bool enabled, bool closes) {
    const float height = ui.px(menu_row_px);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::BeginDisabled(!enabled);
    const bool clicked = ImGui::InvisibleButton(id.c_str(), {width_px, height});
    ImGui::EndDisabled();
    ui.probe(id);
    const bool hovered = ImGui::IsItemHovered();
    const bool marked = is_marked_line();
    const bool on = mark == MenuMark::on;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 end(at.x + width_px, at.y + height);
    if (on || hovered) {
        list->AddRectFilled(at, end, on ? ui.colours.accent_soft : ui.colours.field, ui.px(6));
    }
    if (marked) {
        list->AddRect(at, end, ui.colours.accent, ui.px(6), 0, ui.px(1.6F));
        if (!ImGui::IsItemVisible()) {
            ImGui::SetScrollHereY(0.5F);
        }
    }
    if (mark != MenuMark::plain) {
        const ImVec2 centre(at.x + ui.px(16), at.y + height / 2);
        list->AddCircle(centre, ui.px(6), on ? ui.colours.accent : ui.colours.text_muted, 0,
                        ui.px(1.4F));
        if (on) {
            list->AddCircleFilled(centre, ui.px(3.2F), ui.colours.accent);
        }
    }
    const ImFont* font = ui.font(FontUse::small);
    list->AddText(font, font->FontSize,
                  {std::floor(at.x + ui.px(mark == MenuMark::plain ? 10 : menu_text_px)),
                   std::floor(at.y + (height - font->FontSize) / 2)},
                  !enabled ? ui.colours.text_faint
                  : on     ? ui.colours.accent_text
                           : ui.colours.text,
                  label.c_str());
    const bool chosen = enabled && (clicked || (marked && menu_keys.entered));
    if (chosen && closes) {
        ImGui::CloseCurrentPopup();
    }
    return chosen;
}

float menu_width_px(const Ui& ui, const std::vector<std::string>& labels) {
    float width = 0;
    for (const std::string& label : labels) {
        width = std::max(width, text_size(ui, FontUse::small, label).x);
    }
    return width + ui.px(menu_text_px + 16);
}

bool esc_closes_popup() {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    const bool innermost = g.BeginPopupStack.Size == g.OpenPopupStack.Size;
    if (!innermost || !ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false)) {
        return false;
    }
    ImGui::CloseCurrentPopup();
    return true;
}

bool pointer_moved() {
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    return moved.x != 0 || moved.y != 0;
}

}  // namespace miraimap::gui
