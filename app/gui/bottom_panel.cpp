// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include "app/gui/analysis_widgets.hpp"
#include "app/gui/bottom_tabs.hpp"
#include "app/gui/key_ring.hpp"
#include "app/gui/panel_actions.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

float tab_width_px(const Ui& ui, const BottomTab& tab) {
    return text_size(ui, FontUse::small_bold, ui.tr(tab.name)).x + ui.px(24);
}

/// Opens the tab; the tab that is open already closes the panel.
void take_tab(AppState& state, const BottomTab& tab, bool open) {
    const bool same = shown_tab(state).key == tab.key;
    state.layout.tab = tab.key;
    if (open && same) {
        hide_panel(state, Panel::bottom);
    } else {
        show_panel(state, Panel::bottom);
    }
}

void tab_button(const Ui& ui, const BottomTab& tab, float x, float height, bool open) {
    const bool on = open && shown_tab(ui.state).key == tab.key;
    const FontUse use = on ? FontUse::small_bold : FontUse::small;
    const std::string label = ui.tr(tab.name);
    const float width = tab_width_px(ui, tab);
    ImGui::SetCursorPos({x, 0});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (key_pressed(ui, ImGui::InvisibleButton(tab.key, {width, height}))) {
        take_tab(ui.state, tab, open);
    }
    ui.probe(std::string("tab:") + tab.key);
    const ImU32 colour = on                       ? ui.colours.accent_text
                         : ImGui::IsItemHovered() ? ui.colours.text
                                                  : ui.colours.text_muted;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 extent = text_size(ui, use, label);
    list->AddText(ui.font(use), ui.font(use)->FontSize,
                  {at.x + (width - extent.x) / 2, at.y + (height - extent.y) / 2}, colour,
                  label.c_str());
    if (on) {
        list->AddRectFilled({at.x + ui.px(8), at.y + height - ui.px(3)},
                            {at.x + width - ui.px(8), at.y + height}, ui.colours.accent,
                            ui.px(1.5F));
    }
}

/// The tabs that have no room, behind one button.
void more_tabs(const Ui& ui, std::size_t first, float x, float height, bool open) {
    ImGui::SetCursorPos({x, (height - ui.px(28)) / 2});
    if (icon_button(ui, "more-tabs", Icon::chevron_down, ui.tr(T::tabs_more), true, 28)) {
        ImGui::OpenPopup("##more-tabs");
    }
    std::vector<std::string> names;
    for (std::size_t i = first; i < bottom_tabs().size(); ++i) {
        names.emplace_back(ui.tr(bottom_tabs()[i].name));
    }
    begin_menu_style(ui);
    if (ImGui::BeginPopup("##more-tabs", ImGuiWindowFlags_NoMove)) {
        for (std::size_t i = first; i < bottom_tabs().size(); ++i) {
            const BottomTab& tab = bottom_tabs()[i];
            const bool on = open && shown_tab(ui.state).key == tab.key;
            if (menu_row(ui, std::string("tab:") + tab.key, names[i - first],
                         menu_width_px(ui, names), on ? MenuMark::on : MenuMark::off)) {
                take_tab(ui.state, tab, false);
            }
        }
        esc_closes_popup();
        ImGui::EndPopup();
    }
    end_menu_style();
}

void tab_row(const Ui& ui, float height, bool open) {
    const float width = ImGui::GetWindowWidth();
    const float buttons = ui.px(68) + denominator_width(ui);
    const std::vector<BottomTab>& tabs = bottom_tabs();
    float all = ui.px(6);
    for (const BottomTab& tab : tabs) {
        all += tab_width_px(ui, tab);
    }
    const float room = width - buttons - (all > width - buttons ? ui.px(32) : 0);
    float x = ui.px(6);
    std::size_t next = 0;
    while (next < tabs.size() && x + tab_width_px(ui, tabs[next]) <= room) {
        x += tab_width_px(ui, tabs[next]);
        ++next;
    }
    // The open one always stands in the row, at its end if it must.
    const auto shown = static_cast<std::size_t>(&shown_tab(ui.state) - tabs.data());
    const bool at_end = open && shown >= next;
    if (at_end) {
        x += tab_width_px(ui, tabs[shown]);
        while (next > 0 && x > room) {
            --next;
            x -= tab_width_px(ui, tabs[next]);
        }
    }
    x = ui.px(6);
    for (std::size_t i = 0; i < next; ++i) {
        tab_button(ui, tabs[i], x, height, open);
        x += tab_width_px(ui, tabs[i]);
    }
    if (at_end) {
        tab_button(ui, tabs[shown], x, height, open);
        x += tab_width_px(ui, tabs[shown]);
    }
    if (next < tabs.size()) {
        more_tabs(ui, next, x, height, open);
    }
    denominator_button(ui, width - ui.px(66), height);
    ImGui::SetCursorPos({width - ui.px(64), (height - ui.px(28)) / 2});
    const bool tall = open && ui.state.layout.tall_bottom;
    if (icon_button(ui, "tall-bottom", tall ? Icon::leave_full_map : Icon::full_map,
                    ui.tr(tall ? T::tables_usual : T::tables_tall), true, 28)) {
        toggle_tall_bottom(ui.state);
    }
    ImGui::SetCursorPos({width - ui.px(36), (height - ui.px(28)) / 2});
    if (icon_button(ui, "toggle-bottom", open ? Icon::chevron_down : Icon::chevron_up,
                    ui.tr(T::panel_bottom), true, 28)) {
        toggle_panel(ui.state, Panel::bottom);
    }
}

}  // namespace

void bottom_panel(const Ui& ui, bool open) {
    const float tabs =
        open ? std::max(bar_heights(ui.state.window_height_px).tabs, size::low_tab_row_px)
             : bar_heights(ui.state.window_height_px).tabs;
    const float height = std::min(ui.px(tabs), ImGui::GetWindowHeight());
    const ImVec2 origin = ImGui::GetWindowPos();
    const float width = ImGui::GetWindowWidth();
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddLine(origin, {origin.x + width, origin.y}, ui.colours.hairline);
    tab_row(ui, height, open);
    if (!open) {
        ui.state.table_keys.forget_wishes();
        return;
    }
    list->AddLine({origin.x, origin.y + height}, {origin.x + width, origin.y + height},
                  ui.colours.hairline);
    ImGui::SetCursorPos({0, height + 1});
    ImGui::BeginChild("##tab", {0, 0}, false, ImGuiWindowFlags_NoScrollbar);
    shown_tab(ui.state).draw(ui);
    ImGui::EndChild();
    // Without sentences in the tab there is nothing to copy.
    ui.state.analysis.copy_words = false;
    ui.state.table_keys.forget_wishes();
}

}  // namespace miraimap::gui
