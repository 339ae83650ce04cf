// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "app/gui/analysis_actions.hpp"
#include "app/gui/analysis_widgets.hpp"
#include "app/gui/data_table_view.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

bool is_number(const ResultCell& cell) {
    return std::holds_alternative<std::int64_t>(cell) || std::holds_alternative<Decimal>(cell);
}

/// Columns shown to people.
std::vector<int> shown_columns(const ResultTable& table) {
    std::vector<int> shown;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
        if (table.columns[c].shown) {
            shown.push_back(static_cast<int>(c));
        }
    }
    return shown;
}

/// Numbers stand at the right.
bool at_right(const ResultTable& table, int column) {
    return std::any_of(table.rows.begin(), table.rows.end(), [&](const auto& row) {
        return is_number(row[static_cast<std::size_t>(column)]);
    });
}

bool wide(const ResultColumn& column) {
    return column.name == "reason" || column.name == "prefectures";
}

constexpr std::size_t most_measured = 60;  ///< rows that decide how wide a column is

float column_width(const Ui& ui, const ResultTable& table, int column) {
    const ResultColumn& what = table.columns[static_cast<std::size_t>(column)];
    float width = text_size(ui, FontUse::small, what.title.in(ui.lang())).x + ui.px(14);
    for (std::size_t r = 0; r < std::min(table.rows.size(), most_measured); ++r) {
        const std::string text = cell_text(table.rows[r][static_cast<std::size_t>(column)], what);
        width = std::max(width, text_size(ui, FontUse::small, text).x);
    }
    return std::min(width, ui.px(260)) + ui.px(4);
}

void set_up_columns(const Ui& ui, const ResultTable& table, const std::vector<int>& shown) {
    const bool any_wide = std::any_of(shown.begin(), shown.end(), [&](int c) {
        return wide(table.columns[static_cast<std::size_t>(c)]);
    });
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const ResultColumn& what = table.columns[static_cast<std::size_t>(shown[i])];
        const bool stretch = wide(what) || (!any_wide && i + 1 == shown.size());
        ImGui::TableSetupColumn(
            fmt::format("{}##{}", what.title.in(ui.lang()), shown[i]).c_str(),
            (stretch ? ImGuiTableColumnFlags_WidthStretch : ImGuiTableColumnFlags_WidthFixed) |
                // The first column holds what is clicked.
                (i == 0 ? ImGuiTableColumnFlags_NoHide : 0) |
                ImGuiTableColumnFlags_PreferSortDescending,
            stretch ? 1.0F : column_width(ui, table, shown[i]), static_cast<ImGuiID>(shown[i]));
    }
}

const std::vector<int>& order_of(const Ui& ui, const std::string& id, const ResultTable& table,
                                 const void* stamp) {
    GridOrder& order = ui.state.analysis.grids[id];
    const ImGuiTableSortSpecs* specs = ImGui::TableGetSortSpecs();
    const bool sorted = specs != nullptr && specs->SpecsCount > 0;
    const int column = sorted ? static_cast<int>(specs->Specs[0].ColumnUserID) : -1;
    const bool up = sorted && specs->Specs[0].SortDirection == ImGuiSortDirection_Ascending;
    if (order.of != stamp || order.column != column || order.up != up ||
        order.rows.size() != table.rows.size()) {
        order = {stamp, column, up, gui::sorted_rows(table, column, up)};
    }
    return order.rows;
}

void put_cell(const Ui& ui, const ResultCell& cell, const ResultColumn& column, bool right,
              FontUse use) {
    const std::string text = cell_text(cell, column);
    const float room = ImGui::GetContentRegionAvail().x;
    if (right) {
        const float width = text_size(ui, use, text).x;
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0F, room - width));
        text_in(ui, use, ui.colours.text, text);
        return;
    }
    text_in_line(ui, use, ui.colours.text, text, room);
}

class GridDrawer {
public:
    GridDrawer(const Ui& ui, const std::string& id, const ResultTable& table,
               const std::vector<std::vector<int>>* places)
        : ui_(ui), id_(id), table_(table), places_(places), shown_(shown_columns(table)) {
        for (const int column : shown_) {
            right_.push_back(at_right(table, column));
        }
    }

    GridTouch draw(const void* stamp, int marked) {
        set_up_columns(ui_, table_, shown_);
        std::vector<std::string> keys;
        for (const int column : shown_) {
            keys.push_back(table_.columns[static_cast<std::size_t>(column)].name);
        }
        apply_table_layout(ui_, id_, keys);
        ImGui::TableSetupScrollFreeze(0, 1);
        ImGui::PushStyleColor(ImGuiCol_Text, ui_.colours.text_muted);
        ImGui::TableHeadersRow();
        ImGui::PopStyleColor();
        const std::vector<int>& order = order_of(ui_, id_, table_, stamp);
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(order.size()));
        while (clipper.Step()) {
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
                row(order[static_cast<std::size_t>(i)], i, marked);
            }
        }
        if (!table_.total.empty()) {
            plain_row(table_.total, FontUse::small_bold);
        }
        for (const auto& apart : table_.apart) {
            plain_row(apart, FontUse::small);
        }
        return touch_;
    }

private:
    /// Shows what the row's places are in other views. True if all of them are chosen.
    bool mark_row(int index) {
        if (places_ == nullptr || static_cast<std::size_t>(index) >= places_->size()) {
            return false;
        }
        const std::vector<int>& own = (*places_)[static_cast<std::size_t>(index)];
        const Marked chosen = chosen_of(ui_.state, own);
        if (hovered_of(ui_.state, own)) {
            ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, ui_.colours.field_hover);
        }
        mark_partly_chosen(ui_, chosen);
        return chosen == Marked::all;
    }

    void row(int index, int position, int marked) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        ImGui::PushID(index);
        const ImVec2 at = ImGui::GetCursorPos();
        const bool linked = mark_row(index);
        if (ImGui::Selectable("##row", index == marked || linked,
                              ImGuiSelectableFlags_SpanAllColumns)) {
            touch_.clicked = index;
        }
        if (position < 40) {
            ui_.probe(fmt::format("grid:{}:{}", id_, position));
        }
        if (ImGui::IsItemHovered()) {
            touch_.hovered = index;
        }
        ImGui::SetCursorPos(at);
        cells(table_.rows[static_cast<std::size_t>(index)], FontUse::small);
        ImGui::PopID();
    }

    void plain_row(const std::vector<ResultCell>& row, FontUse use) {
        ImGui::TableNextRow();
        ImGui::TableNextColumn();
        cells(row, use);
    }

    void cells(const std::vector<ResultCell>& row, FontUse use) {
        for (std::size_t i = 0; i < shown_.size(); ++i) {
            if (i > 0 && !ImGui::TableNextColumn()) {
                continue;
            }
            const auto c = static_cast<std::size_t>(shown_[i]);
            put_cell(ui_, row[c], table_.columns[c], right_[i], use);
        }
    }

    const Ui& ui_;
    const std::string& id_;
    const ResultTable& table_;
    const std::vector<std::vector<int>>* places_;
    std::vector<int> shown_;
    std::vector<bool> right_;
    GridTouch touch_;
};

}  // namespace

GridTouch grid(const Ui& ui, const std::string& id, const ResultTable& table, const void* stamp,
               ImVec2 extent, int marked, const std::vector<std::vector<int>>* places) {
    GridTouch touch;
    const auto columns = static_cast<int>(shown_columns(table).size());
    if (columns == 0) {
        return touch;
    }
    ImGui::PushFont(ui.font(FontUse::small));
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(ui.px(6), ui.px(3)));
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_Sortable | ImGuiTableFlags_SortTristate |
                                      ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH |
                                      ImGuiTableFlags_NoSavedSettings |
                                      ImGuiTableFlags_SizingFixedFit | ImGuiTableFlags_Resizable |
                                      ImGuiTableFlags_Reorderable | ImGuiTableFlags_Hideable;
    // A language has titles of its own, and with them a table of its own.
    const std::string name = fmt::format("##{}-{}-{}", id, columns, static_cast<int>(ui.lang()));
    const ImGuiID table_id = ImGui::GetID(name.c_str());
    if (ImGui::BeginTable(name.c_str(), columns, flags, extent)) {
        touch = GridDrawer(ui, id, table, places).draw(stamp, marked);
        ImGui::EndTable();
        ui.probe("grid:" + id);
    }
    std::vector<std::string> keys;
    std::vector<std::string> titles;
    for (const int column : shown_columns(table)) {
        const ResultColumn& what = table.columns[static_cast<std::size_t>(column)];
        keys.push_back(what.name);
        titles.push_back(what.title.in(ui.lang()));
    }
    keep_table_layout(ui, id, table_id, keys, titles);
    ImGui::PopStyleVar();
    ImGui::PopFont();
    return touch;
}

int place_grid(const Ui& ui, const std::string& id, const PlaceRows& rows, const void* stamp,
               ImVec2 extent) {
    const GridTouch touch = grid(ui, id, rows.table, stamp, extent, -1, &rows.places);
    const auto places_of = [&](int row) {
        return row >= 0 && static_cast<std::size_t>(row) < rows.places.size()
                   ? rows.places[static_cast<std::size_t>(row)]
                   : std::vector<int>{};
    };
    if (const std::vector<int> hovered = places_of(touch.hovered); !hovered.empty()) {
        hover(ui.state, hovered);
    }
    const std::vector<int> clicked = places_of(touch.clicked);
    if (!clicked.empty() && ImGui::GetIO().KeyCtrl) {
        choose_group(ui.state, clicked, true);
        return -1;
    }
    return clicked.empty() ? -1 : touch.clicked;
}

}  // namespace miraimap::gui
