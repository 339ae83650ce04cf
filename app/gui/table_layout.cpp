// SPDX-License-Identifier: MIT
// Order, widths and visibility of a table's columns, over Dear ImGui's own record of them.
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/gui/data_table_view.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

ImGuiID menu_id(ImGuiID table) { return ImHashStr("##ContextMenu", 0, table); }

bool stretches(const ImGuiTableColumn& column) {
    return (column.Flags & ImGuiTableColumnFlags_WidthStretch) != 0;
}

float size_of(const Ui& ui, const ImGuiTableColumn& column) {
    const float size = stretches(column) ? column.StretchWeight : column.WidthRequest / ui.scale;
    return std::round(size * 10) / 10;
}

/// The column that stands at a place, counted from the left.
int column_at(const ImGuiTable& table, std::size_t place) {
    return table.DisplayOrderToIndex[static_cast<int>(place)];
}

TableLayout layout_of(const Ui& ui, const ImGuiTable& table,
                      const std::vector<std::string>& columns) {
    TableLayout layout;
    for (std::size_t place = 0; place < columns.size(); ++place) {
        const int n = column_at(table, place);
        const ImGuiTableColumn& column = table.Columns[n];
        layout.push_back({columns[static_cast<std::size_t>(n)], size_of(ui, column),
                          column.IsUserEnabledNextFrame});
    }
    return layout;
}

void put_layout(const Ui& ui, ImGuiTable& table, const std::vector<std::string>& columns,
                const TableLayout& layout) {
    std::vector<int> order;
    for (const ColumnLayout& one : layout) {
        const auto found = std::find(columns.begin(), columns.end(), one.column);
        const int n = static_cast<int>(found - columns.begin());
        if (found == columns.end() || std::find(order.begin(), order.end(), n) != order.end()) {
            continue;
        }
        order.push_back(n);
        ImGuiTableColumn& column = table.Columns[n];
        if (stretches(column)) {
            column.StretchWeight = one.size;
        } else {
            column.WidthRequest = one.size * ui.scale;
            column.AutoFitQueue = 0;
        }
        column.IsUserEnabled = one.shown;
        column.IsUserEnabledNextFrame = one.shown;
    }
    for (int n = 0; n < static_cast<int>(columns.size()); ++n) {
        if (std::find(order.begin(), order.end(), n) == order.end()) {
            order.push_back(n);
        }
    }
    for (std::size_t place = 0; place < order.size(); ++place) {
        table.DisplayOrderToIndex[static_cast<int>(place)] =
            static_cast<ImGuiTableColumnIdx>(order[place]);
        table.Columns[order[place]].DisplayOrder = static_cast<ImGuiTableColumnIdx>(place);
    }
}

/// How tables stood before anything was changed, by their key. Only for comparison.
std::map<std::string, TableLayout>& starts() {
    static std::map<std::string, TableLayout> all;
    return all;
}

void columns_menu(const Ui& ui, const std::string& key, ImGuiTable& table,
                  const std::vector<std::string>& columns,
                  const std::vector<std::string>& headings) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(12), ui.px(10)));
    if (ImGui::BeginPopupEx(menu_id(table.ID), ImGuiWindowFlags_AlwaysAutoResize |
                                                   ImGuiWindowFlags_NoTitleBar |
                                                   ImGuiWindowFlags_NoSavedSettings)) {
        text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::columns_title));
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::columns_hint), ui.px(260));
        ImGui::PushFont(ui.font(FontUse::small));
        int shown = 0;
        for (std::size_t n = 0; n < columns.size(); ++n) {
            shown += table.Columns[static_cast<int>(n)].IsUserEnabledNextFrame ? 1 : 0;
        }
        for (std::size_t place = 0; place < columns.size(); ++place) {
            const int n = column_at(table, place);
            ImGuiTableColumn& column = table.Columns[n];
            bool on = column.IsUserEnabledNextFrame;
            ImGui::PushID(n);
            const bool changed =
                ImGui::Checkbox(headings[static_cast<std::size_t>(n)].c_str(), &on);
            ui.probe("column:" + columns[static_cast<std::size_t>(n)]);
            ImGui::PopID();
            const bool may = (column.Flags & ImGuiTableColumnFlags_NoHide) == 0;
            if (changed && may && (on || shown > 1)) {
                column.IsUserEnabledNextFrame = on;
            }
        }
        ImGui::PopFont();
        if (link_button(ui, "columns-reset", ui.tr(T::columns_reset))) {
            put_layout(ui, table, columns, starts()[key]);
        }
        esc_closes_popup();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

}  // namespace

void open_columns_menu(unsigned int table_id) {
    ImGui::OpenPopupEx(menu_id(table_id), ImGuiPopupFlags_None);
}

void apply_table_layout(const Ui& ui, const std::string& key,
                        const std::vector<std::string>& columns) {
    ImGuiTable* table = ImGui::GetCurrentTable();
    if (table == nullptr || !table->IsInitializing) {
        return;
    }
    starts()[key] = layout_of(ui, *table, columns);
    const auto kept = ui.state.layout.tables.find(key);
    if (kept != ui.state.layout.tables.end()) {
        put_layout(ui, *table, columns, kept->second);
    }
}

void keep_table_layout(const Ui& ui, const std::string& key, unsigned int id,
                       const std::vector<std::string>& columns,
                       const std::vector<std::string>& headings) {
    ImGuiTable* table = ImGui::TableFindByID(id);
    if (table == nullptr || table->ColumnsCount != static_cast<int>(columns.size())) {
        return;
    }
    // The library's own menu speaks English only.
    table->IsContextPopupOpen = false;
    columns_menu(ui, key, *table, columns, headings);
    TableLayout now = layout_of(ui, *table, columns);
    if (now == starts()[key]) {
        ui.state.layout.tables.erase(key);
    } else {
        ui.state.layout.tables[key] = std::move(now);
    }
}

}  // namespace miraimap::gui
