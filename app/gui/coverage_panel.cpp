// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap::gui {
namespace {

enum Column : ImGuiID { by_code, by_covered, by_share, by_selections };

double value_of(const CoverageRow& row, ImGuiID column) {
    switch (column) {
        case by_covered:
            return row.direct + row.part;
        case by_share:
            return row.share_municipalities();
        case by_selections:
            return row.selections;
        default:
            return 0;
    }
}

/// Order of the rows; ties stand in code order, whatever the direction.
std::vector<std::size_t> sorted_rows(const std::vector<CoverageRow>& rows,
                                     const ImGuiTableSortSpecs* specs) {
    std::vector<std::size_t> order(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    if (specs == nullptr || specs->SpecsCount == 0) {
        return order;
    }
    const ImGuiTableColumnSortSpecs& spec = specs->Specs[0];
    const bool up = spec.SortDirection == ImGuiSortDirection_Ascending;
    if (spec.ColumnUserID == by_code) {
        if (!up) {
            std::reverse(order.begin(), order.end());
        }
        return order;
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const double va = value_of(rows[a], spec.ColumnUserID);
        const double vb = value_of(rows[b], spec.ColumnUserID);
        return up ? va < vb : vb < va;
    });
    return order;
}

/// Shares of the grades as one bar.
void grade_bar(const Ui& ui, const CoverageRow& row) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ui.px(10);
    const float top = at.y + (ImGui::GetTextLineHeight() - height) / 2;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const auto& classes = grade_classes(ui.state.theme);
    const int counts[4] = {row.direct, row.part, row.prefecture_only, row.uncovered};
    float x = at.x;
    for (std::size_t i = 0; i < 4 && i < classes.size(); ++i) {
        const float part = row.municipalities == 0 ? 0
                                                   : width * static_cast<float>(counts[i]) /
                                                         static_cast<float>(row.municipalities);
        list->AddRectFilled({x, top}, {x + part, top + height}, to_u32(classes[i].fill));
        x += part;
    }
    list->AddRect({at.x, top}, {at.x + width, top + height}, ui.colours.hairline);
    ImGui::Dummy({width, ImGui::GetTextLineHeight()});
    if (ImGui::IsItemHovered()) {
        std::string lines;
        for (std::size_t i = 0; i < 4 && i < classes.size(); ++i) {
            lines += (lines.empty() ? "" : "\n") + classes[i].name.in(ui.lang()) + "  " +
                     with_commas(counts[i]);
        }
        tooltip_for_item(ui, lines);
    }
}

void right_text(const Ui& ui, FontUse use, ImU32 colour, const std::string& text) {
    const float width = text_size(ui, use, text).x;
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() +
                         std::max(0.0F, ImGui::GetContentRegionAvail().x - width));
    text_in(ui, use, colour, text);
}

/// Headings stand over their column: names at the left, numbers at the right.
void header_row(const Ui& ui) {
    ImGui::TableNextRow(ImGuiTableRowFlags_Headers);
    for (int column = 0; column < ImGui::TableGetColumnCount(); ++column) {
        if (!ImGui::TableSetColumnIndex(column)) {
            continue;
        }
        const std::string name = ImGui::TableGetColumnName(column);
        ImGui::PushID(column);
        if (column < 2) {
            ImGui::TableHeader(name.c_str());
        } else {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            const float width = ImGui::GetContentRegionAvail().x;
            ImGui::TableHeader(("##" + name).c_str());
            const bool sorted =
                (ImGui::TableGetColumnFlags(column) & ImGuiTableColumnFlags_IsSorted) != 0;
            const float x =
                at.x + width - text_size(ui, FontUse::small, name).x - (sorted ? ui.px(14) : 0);
            ImGui::GetWindowDrawList()->AddText(
                {x, at.y}, sorted ? ui.colours.text : ui.colours.text_muted, name.c_str());
            if (column == 2) {
                tooltip_for_item(ui, ui.tr(T::table_covered_hint));
            } else if (column == 4) {
                tooltip_for_item(ui, ui.tr(T::table_selections_hint));
            }
        }
        ui.probe("sort:" + std::to_string(column));
        ImGui::PopID();
    }
}

void put_row(const Ui& ui, const CoverageRow& row, bool total) {
    const FontUse use = total ? FontUse::small_bold : FontUse::small;
    ImGui::TableNextColumn();
    if (total) {
        text_in(ui, use, ui.colours.text, ui.tr(T::table_total));
    } else {
        ImGui::PushID(row.key.c_str());
        const ImVec2 at = ImGui::GetCursorPos();
        if (ImGui::Selectable("##row", false, ImGuiSelectableFlags_SpanAllColumns)) {
            if (const auto number = find_prefecture(row.key)) {
                zoom_to_prefecture(ui.state, *number);
            }
        }
        ui.probe("row:" + row.key);
        ImGui::SetCursorPos(at);
        text_in(ui, use, ui.colours.text,
                shorten(ui, use, row.name.in(ui.lang()), ImGui::GetContentRegionAvail().x));
        ImGui::PopID();
    }
    if (ImGui::TableNextColumn()) {
        grade_bar(ui, row);
    }
    ImGui::TableNextColumn();
    right_text(ui, use, ui.colours.text,
               fmt::format("{}/{}", row.direct + row.part, row.municipalities));
    ImGui::TableNextColumn();
    right_text(ui, use, ui.colours.text, fmt::format("{:.1f}%", row.share_municipalities() * 100));
    ImGui::TableNextColumn();
    right_text(ui, use, ui.colours.text, with_commas(row.selections));
}

}  // namespace

void coverage_panel(const Ui& ui) {
    const CoverageTable& table = ui.state.snapshot.table;
    ImGui::SetCursorPos({ui.px(size::pad_px), ImGui::GetCursorPosY() + ui.px(8)});
    text_in_line(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::table_hint),
                 ImGui::GetWindowWidth() - ui.px(2 * size::pad_px));
    ImGui::PushFont(ui.font(FontUse::small));
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, ImVec2(ui.px(5), ui.px(4)));
    ImGui::SetCursorPosX(ui.px(size::pad_px - 5));
    const ImVec2 extent(ImGui::GetWindowWidth() - ui.px(2 * size::pad_px - 10),
                        ImGui::GetContentRegionAvail().y - ui.px(4));
    if (ImGui::BeginTable("##coverage", 5,
                          ImGuiTableFlags_Sortable | ImGuiTableFlags_ScrollY |
                              ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_NoSavedSettings,
                          extent)) {
        const auto width = [&](const std::string& text, T heading) {
            return std::max(text_size(ui, FontUse::small_bold, text).x,
                            text_size(ui, FontUse::small, ui.tr(heading)).x + ui.px(20));
        };
        ImGui::TableSetupScrollFreeze(0, 2);
        constexpr ImGuiTableColumnFlags fixed = ImGuiTableColumnFlags_WidthFixed;
        constexpr ImGuiTableColumnFlags high_first = ImGuiTableColumnFlags_PreferSortDescending;
        // A narrow panel has no room for the bars.
        const ImGuiTableColumnFlags bars =
            ImGuiTableColumnFlags_WidthStretch | ImGuiTableColumnFlags_NoSort |
            ImGuiTableColumnFlags_NoHeaderLabel |
            (extent.x < ui.px(320) ? ImGuiTableColumnFlags_Disabled : 0);
        const std::string longest = ui.lang() == Lang::ja ? "神奈川県" : "Kagoshima";
        ImGui::TableSetupColumn(ui.tr(T::table_prefecture),
                                fixed | ImGuiTableColumnFlags_DefaultSort,
                                width(longest, T::table_prefecture), by_code);
        ImGui::TableSetupColumn("##grades", bars);
        ImGui::TableSetupColumn(ui.tr(T::table_covered), fixed | high_first,
                                width("100/1741", T::table_covered), by_covered);
        ImGui::TableSetupColumn(ui.tr(T::table_share), fixed | high_first,
                                width("100.0%", T::table_share), by_share);
        ImGui::TableSetupColumn(ui.tr(T::table_selections), fixed | high_first,
                                width("000", T::table_selections), by_selections);
        ImGui::PushStyleColor(ImGuiCol_Text, ui.colours.text_muted);
        header_row(ui);
        ImGui::PopStyleColor();
        ImGui::TableNextRow();
        put_row(ui, table.total, true);
        for (const std::size_t i : sorted_rows(table.rows, ImGui::TableGetSortSpecs())) {
            ImGui::TableNextRow();
            put_row(ui, table.rows[i], false);
        }
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
    ImGui::PopFont();
}

}  // namespace miraimap::gui
