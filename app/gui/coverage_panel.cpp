// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <string>
#include <vector>

#include "app/gui/coverage_table.hpp"
#include "app/gui/data_table_view.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap::gui {
namespace {

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

}  // namespace

void coverage_panel(const Ui& ui) {
    const CoverageTable& coverage = ui.state.snapshot.table;
    const CoverageSource source(ui.state);
    TableLook look;
    look.key = "prefectures";
    look.probe = [&](int, int row) {
        return "row:" + coverage.rows[static_cast<std::size_t>(row)].key;
    };
    look.draw_cell = [&](int row, int column) {
        if (static_cast<CoverageColumn>(column) != CoverageColumn::grades) {
            return false;
        }
        grade_bar(ui, row < 0 ? coverage.total : coverage.rows[static_cast<std::size_t>(row)]);
        return true;
    };
    look.pinned = [&](int column) {
        return static_cast<CoverageColumn>(column) == CoverageColumn::name
                   ? std::string(ui.tr(T::table_total))
                   : coverage_cell(coverage.total, static_cast<CoverageColumn>(column), ui.lang());
    };
    look.clicked = [&](int row) {
        if (const auto number = find_prefecture(coverage.rows[static_cast<std::size_t>(row)].key)) {
            zoom_to_prefecture(ui.state, *number);
        }
    };
    data_table(ui, ui.state.coverage_table, source, look);
}

}  // namespace miraimap::gui
