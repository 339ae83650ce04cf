// SPDX-License-Identifier: MIT
#include "app/gui/data_table_tools.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <vector>

#include "app/gui/bar_fit.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

struct Tool {
    const char* id;
    T label;
    const char* probe;
    int worth;  ///< bar_fit.hpp
    std::function<void()> run;
};

std::vector<Tool> tools_of(DataTable& table, TableWishes& wishes) {
    const bool filtered = std::any_of(table.filters.begin(), table.filters.end(),
                                      [](const auto& filter) { return filter[0] != '\0'; });
    std::vector<Tool> tools{
        {"chosen-only", table.chosen_only ? T::rows_all : T::rows_chosen_only, "rows:chosen-only",
         40, [&table] { table.chosen_only = !table.chosen_only; }},
        {"copy-table", T::copy_table, "rows:copy", 50, [&wishes] { wishes.copy = true; }},
        {"columns", T::columns_title, "rows:columns", 20, [&wishes] { wishes.columns = true; }},
        {"show-filters", table.filters_shown ? T::filters_hide : T::filters_show, "rows:filters",
         30, [&table] {
             table.filters_shown = !table.filters_shown;
             table.filters = {};
         }}};
    if (filtered) {
        tools.push_back({"clear-columns", T::filter_clear_one, "rows:clear", 60,
                         [&table] { table.filters = {}; }});
    }
    return tools;
}

/// True if clicked.
bool draw_tool(const Ui& ui, const Tool& tool) {
    const bool clicked = link_button(ui, tool.id, ui.tr(tool.label));
    ui.probe(tool.probe);
    if (clicked) {
        tool.run();
    }
    return clicked;
}

void rest_menu(const Ui& ui, const std::vector<Tool>& rest, float button_px) {
    if (icon_button(ui, "more-tools", Icon::more, ui.tr(T::bar_more), true, button_px)) {
        ImGui::OpenPopup("##more-tools");
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(8), ui.px(6)));
    if (ImGui::BeginPopup("##more-tools")) {
        for (const Tool& tool : rest) {
            if (draw_tool(ui, tool)) {
                ImGui::CloseCurrentPopup();
            }
        }
        esc_closes_popup();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

}  // namespace

TableWishes table_tools(const Ui& ui, DataTable& table, const TableSource& source,
                        const std::string& note, float pad_px) {
    constexpr float more_px = 28;
    const float left = ui.px(pad_px);
    const float gap = ui.px(16);
    const float y = ImGui::GetCursorPosY();
    const std::string rows =
        fill(ui.state.map_choice.brush ? T::rows_in_brush : T::rows_of, ui.lang(),
             with_commas(std::ssize(table.rows)), with_commas(source.row_count()));
    TableWishes wishes;
    const std::vector<Tool> tools = tools_of(table, wishes);
    std::vector<BarPart> parts{{{text_size(ui, FontUse::small, rows).x, 10}, {0, 0}}};
    for (const Tool& tool : tools) {
        const float width = text_size(ui, FontUse::small, ui.tr(tool.label)).x + ui.px(12);
        parts.push_back({{width, tool.worth}, {0, 0}});
    }
    const BarFit fit =
        fit_bar_with_rest(parts, ImGui::GetWindowWidth() - 2 * left, gap, ui.px(more_px));
    float x = left;
    if (fit.forms[0] == 0) {
        const float height = text_size(ui, FontUse::small, rows).y;
        ImGui::SetCursorPos({x, y + (ui.px(more_px) - height) / 2});
        text_in(ui, FontUse::small, ui.colours.text_muted, rows);
        if (!note.empty()) {
            tooltip_for_item(ui, note);
        }
        x += parts[0][0].width + gap;
    }
    std::vector<Tool> rest;
    for (std::size_t i = 0; i < tools.size(); ++i) {
        if (fit.forms[i + 1] > 0) {
            rest.push_back(tools[i]);
            continue;
        }
        ImGui::SetCursorPos({x, y});
        draw_tool(ui, tools[i]);
        x += parts[i + 1][0].width + gap;
    }
    if (!rest.empty()) {
        ImGui::SetCursorPos({x, y});
        rest_menu(ui, rest, more_px);
    }
    // Where there is no room the number of rows says it in its tooltip.
    const float end = ImGui::GetWindowWidth() - left;
    const ImVec2 extent = text_size(ui, FontUse::small, note);
    if (!note.empty() && rest.empty() && x + extent.x <= end) {
        ImGui::SetCursorPos({x, y + (ui.px(more_px) - extent.y) / 2});
        text_in(ui, FontUse::small, ui.colours.text_muted, note);
        ui.probe("rows:note");
    }
    ImGui::SetCursorPos({left, y + ui.px(more_px + 2)});
    return wishes;
}

}  // namespace miraimap::gui
