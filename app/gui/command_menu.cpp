// SPDX-License-Identifier: MIT
#include "app/gui/command_menu.hpp"

#include <algorithm>

#include "app/gui/commands.hpp"
#include "app/gui/key_ring.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr float row_px = 32;
constexpr float pad_px = 12;
constexpr float mark_px = 20;  ///< width of the check marks, where there are any
constexpr float key_gap_px = 28;

std::string key_of(const Command& command) {
    return command.keys.empty() ? std::string() : key_text(command.keys.front());
}

/// True if clicked.
bool menu_row(const Ui& ui, const Command& command, bool checked, float left, float width) {
    const bool usable = is_enabled(command, ui.state);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.px(row_px);
    const bool clicked =
        key_pressed(ui, ImGui::InvisibleButton(command.id.c_str(), {width, height})) && usable;
    ui.probe("menu:" + command.id);
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered() && usable) {
        list->AddRectFilled(at, {at.x + width, at.y + height}, ui.colours.field, ui.px(6));
    }
    const float middle = at.y + height / 2;
    if (checked) {
        draw_icon(*list, Icon::check, {at.x + ui.px(pad_px + 5), middle}, ui.px(12),
                  ui.colours.accent_text);
    }
    const auto put = [&](FontUse use, const std::string& text, float x, ImU32 colour) {
        const ImVec2 extent = text_size(ui, use, text);
        list->AddText(ui.font(use), ui.font(use)->FontSize, {x, middle - extent.y / 2}, colour,
                      text.c_str());
    };
    put(FontUse::small, ui.tr(command.name), at.x + left,
        usable ? ui.colours.text : ui.colours.text_faint);
    const std::string key = key_of(command);
    put(FontUse::small, key, at.x + width - ui.px(pad_px) - text_size(ui, FontUse::small, key).x,
        ui.colours.text_muted);
    return clicked;
}

}  // namespace

void command_menu(const Ui& ui, const std::string& id, const std::vector<MenuRow>& rows) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (icon_button(ui, id, Icon::more, ui.tr(T::bar_more))) {
        ImGui::OpenPopup("##menu");
    }
    const bool marks =
        std::any_of(rows.begin(), rows.end(), [](const MenuRow& row) { return row.checked; });
    const float left = ui.px(pad_px + (marks ? mark_px : 0));
    float width = 0;
    for (const MenuRow& row : rows) {
        const Command& command = *find_command(row.command);
        width = std::max(width, text_size(ui, FontUse::small, ui.tr(command.name)).x +
                                    text_size(ui, FontUse::small, key_of(command)).x + left +
                                    ui.px(key_gap_px + pad_px));
    }
    ImGui::SetNextWindowPos({at.x + ui.px(32), at.y + ui.px(34)}, ImGuiCond_Always, {1, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(6), ui.px(6)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ui.px(size::rounding_px));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.colours.card);
    if (ImGui::BeginPopup("##menu", ImGuiWindowFlags_NoMove)) {
        for (const MenuRow& row : rows) {
            if (menu_row(ui, *find_command(row.command), row.checked, left, width)) {
                run_command(row.command, ui.state, ui.wishes);
                ImGui::CloseCurrentPopup();
            }
        }
        esc_closes_popup();
        ImGui::EndPopup();
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(4);
}

}  // namespace miraimap::gui
