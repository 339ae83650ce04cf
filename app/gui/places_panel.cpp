// SPDX-License-Identifier: MIT
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

#include "app/gui/panels.hpp"
#include "app/gui/place_table.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr int columns = static_cast<int>(place_column_count);

/// Part of the width: all columns always stand in the panel.
float start_weight(PlaceColumn column) {
    constexpr std::array<float, place_column_count> weights{170, 72, 110, 170, 84, 104, 96};
    return weights[static_cast<std::size_t>(column)];
}

void take_sorting(PlaceTable& table) {
    const ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
    if (specs == nullptr) {
        return;
    }
    table.sort.clear();
    for (int i = 0; i < specs->SpecsCount; ++i) {
        table.sort.push_back({static_cast<PlaceColumn>(specs->Specs[i].ColumnUserID),
                              specs->Specs[i].SortDirection == ImGuiSortDirection_Ascending});
    }
}

/// The columns as they stand, without the hidden ones.
std::vector<PlaceColumn> shown_columns() {
    std::vector<PlaceColumn> out;
    ImGuiTable* table = ImGui::GetCurrentTable();
    for (int i = 0; i < columns; ++i) {
        const int column = static_cast<unsigned char>(table->DisplayOrderToIndex[i]);
        if ((ImGui::TableGetColumnFlags(column) & ImGuiTableColumnFlags_IsEnabled) != 0) {
            out.push_back(static_cast<PlaceColumn>(column));
        }
    }
    return out;
}

void filter_row(const Ui& ui) {
    ImGui::TableNextRow(ImGuiTableRowFlags_None);
    for (int column = 0; column < columns; ++column) {
        if (!ImGui::TableSetColumnIndex(column)) {
            continue;
        }
        auto& filter = ui.state.place_table.filters[static_cast<std::size_t>(column)];
        ImGui::PushID(column);
        ImGui::SetNextItemWidth(-1);
        ImGui::InputTextWithHint(
            "##filter",
            ui.tr(is_number(static_cast<PlaceColumn>(column)) ? T::filter_number_hint
                                                              : T::filter_word_hint),
            filter.data(), filter.size());
        ui.probe("filter-column:" + std::to_string(column));
        ImGui::PopID();
    }
}

/// A click as in every view; Shift adds the rows from the last one on.
void click_row(const Ui& ui, int row, int place) {
    AppState& state = ui.state;
    const ImGuiIO& io = ImGui::GetIO();
    const std::vector<int>& rows = state.place_table.rows;
    const auto last = std::find(rows.begin(), rows.end(), state.chosen.primary);
    if (io.KeyShift && last != rows.end()) {
        const auto own = rows.begin() + row;
        std::vector<int> between(std::min(last, own), std::max(last, own) + 1);
        between.push_back(place);
        choose(state, SetChange::add, between);
    } else {
        choose(state, io.KeyCtrl ? SetChange::toggle : SetChange::replace, {place});
    }
    state.place_table.scrolled_to = state.chosen.primary;
}

void put_row(const Ui& ui, int row) {
    AppState& state = ui.state;
    const int place = state.place_table.rows[static_cast<std::size_t>(row)];
    ImGui::PushID(place);
    ImGui::TableNextRow();
    if (place == state.hovered) {
        ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, ui.colours.field_hover);
    }
    bool first = true;
    for (int column = 0; column < columns; ++column) {
        const bool visible = ImGui::TableSetColumnIndex(column);
        if (first) {
            // Spans all columns, wherever the first one stands.
            const ImVec2 at = ImGui::GetCursorPos();
            if (ImGui::Selectable("##row", state.chosen.contains(place),
                                  ImGuiSelectableFlags_SpanAllColumns)) {
                click_row(ui, row, place);
            }
            ui.probe("place-row:" + std::to_string(row));
            if (ImGui::IsItemHovered()) {
                state.hovered = place;
                if (ImGui::IsMouseDoubleClicked(0)) {
                    zoom_to_municipality(state, place);
                }
            }
            ImGui::SetCursorPos(at);
            first = false;
        }
        if (!visible) {
            continue;
        }
        const auto kind = static_cast<PlaceColumn>(column);
        const std::string text = place_cell(state, place, kind);
        const float room = ImGui::GetContentRegionAvail().x;
        if (is_number(kind)) {
            ImGui::SetCursorPosX(ImGui::GetCursorPosX() +
                                 std::max(0.0F, room - text_size(ui, FontUse::small, text).x));
        }
        text_in(ui, FontUse::small, ui.colours.text, shorten(ui, FontUse::small, text, room));
    }
    ImGui::PopID();
}

/// A place chosen elsewhere is brought into sight.
void follow_choice(const Ui& ui, float row_height) {
    PlaceTable& table = ui.state.place_table;
    if (table.scrolled_to == ui.state.chosen.primary) {
        return;
    }
    table.scrolled_to = ui.state.chosen.primary;
    const auto at = std::find(table.rows.begin(), table.rows.end(), table.scrolled_to);
    if (at != table.rows.end()) {
        ImGui::SetScrollY(static_cast<float>(at - table.rows.begin()) * row_height);
    }
}

/// Number of rows, what is shown, copying. True if the table is to be copied.
bool tool_row(const Ui& ui) {
    PlaceTable& table = ui.state.place_table;
    ImGui::SetCursorPos({ui.px(size::pad_px), ImGui::GetCursorPosY() + ui.px(6)});
    const std::string rows = fill(T::rows_of, ui.lang(), with_commas(std::ssize(table.rows)),
                                  with_commas(std::ssize(ui.state.snapshot.coverage)));
    text_in(ui, FontUse::small, ui.colours.text_muted, rows);
    ImGui::SameLine(0, ui.px(16));
    if (link_button(ui, "chosen-only",
                    ui.tr(table.chosen_only ? T::rows_all : T::rows_chosen_only))) {
        table.chosen_only = !table.chosen_only;
    }
    ui.probe("rows:chosen-only");
    ImGui::SameLine(0, ui.px(16));
    const bool copy = link_button(ui, "copy-table", ui.tr(T::copy_table));
    ui.probe("rows:copy");
    const bool filtered = std::any_of(table.filters.begin(), table.filters.end(),
                                      [](const auto& filter) { return filter[0] != '\0'; });
    if (filtered) {
        ImGui::SameLine(0, ui.px(16));
        if (link_button(ui, "clear-columns", ui.tr(T::filter_clear_one))) {
            table.filters = {};
        }
        ui.probe("rows:clear");
    }
    return copy;
}

}  // namespace

void places_panel(const Ui& ui) {
    AppState& state = ui.state;
    update_rows(state);
    const bool copy = tool_row(ui);
    ImGui::PushFont(ui.font(FontUse::small));
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(ui.px(5), ui.px(3)));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.px(6), ui.px(2)));
    ImGui::SetCursorPosX(ui.px(size::pad_px - 5));
    const ImVec2 extent(ImGui::GetWindowWidth() - ui.px(2 * size::pad_px - 10),
                        ImGui::GetContentRegionAvail().y - ui.px(4));
    if (ImGui::BeginTable("##places", columns,
                          ImGuiTableFlags_Sortable | ImGuiTableFlags_SortMulti |
                              ImGuiTableFlags_Resizable | ImGuiTableFlags_Reorderable |
                              ImGuiTableFlags_Hideable | ImGuiTableFlags_ScrollY |
                              ImGuiTableFlags_BordersInner | ImGuiTableFlags_NoSavedSettings,
                          extent)) {
        ImGui::TableSetupScrollFreeze(0, 2);
        for (int column = 0; column < columns; ++column) {
            const auto kind = static_cast<PlaceColumn>(column);
            ImGui::TableSetupColumn(
                heading_of(kind, ui.lang()).c_str(),
                ImGuiTableColumnFlags_WidthStretch |
                    (kind == PlaceColumn::code ? ImGuiTableColumnFlags_DefaultSort : 0) |
                    (is_number(kind) ? ImGuiTableColumnFlags_PreferSortDescending : 0),
                start_weight(kind), static_cast<ImGuiID>(column));
        }
        ImGui::TableHeadersRow();
        filter_row(ui);
        take_sorting(state.place_table);
        update_rows(state);
        if (copy) {
            ImGui::SetClipboardText(table_as_tsv(state, shown_columns()).c_str());
            const std::string rows = with_commas(std::ssize(state.place_table.rows));
            show_notice(state, {false,
                                {fill(T::copied_rows, Lang::ja, rows),
                                 fill(T::copied_rows, Lang::en, rows)}});
        }
        const float row_height = ImGui::GetTextLineHeight() + 2 * ui.px(3);
        follow_choice(ui, row_height);
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(state.place_table.rows.size()), row_height);
        while (clipper.Step()) {
            for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
                put_row(ui, row);
            }
        }
        ImGui::EndTable();
    }
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
}

}  // namespace miraimap::gui
