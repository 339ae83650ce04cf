// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <string>
#include <vector>

#include "app/core/analysis_tables.hpp"
#include "app/core/words.hpp"
#include "app/gui/analysis_widgets.hpp"
#include "app/gui/coverage_table.hpp"
#include "app/gui/data_table_view.hpp"
#include "app/gui/map_moves.hpp"
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

/// What the table counts, in words: the places in the brush, or all.
const Text& coverage_words(AppState& state) {
    if (state.map_choice.brush) {
        return brush_figures(state).words;
    }
    AnalysisState& analysis = state.analysis;
    if (analysis.coverage_version != state.snapshot_version) {
        analysis.coverage_version = state.snapshot_version;
        analysis.coverage_words = coverage_in_words(state.snapshot);
        if (state.snapshot.user_table) {
            const Text share =
                figure_in_words(state.snapshot.table.total, *state.snapshot.user_table);
            analysis.coverage_words.ja += share.ja;
            analysis.coverage_words.en += " " + share.en;
        }
    }
    return analysis.coverage_words;
}

void coverage_grid(const Ui& ui) {
    if (ui.state.map_choice.brush) {
        brush_figures(ui.state);
    }
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
        grade_bar(ui, row < 0 ? source.total() : source.at(row));
        return true;
    };
    look.pinned = [&](int column) {
        return static_cast<CoverageColumn>(column) == CoverageColumn::name
                   ? std::string(
                         ui.tr(ui.state.map_choice.brush ? T::chart_in_brush : T::table_total))
                   : coverage_cell(source.total(), static_cast<CoverageColumn>(column), ui.lang());
    };
    look.clicked = [&](int row) {
        if (const auto number = find_prefecture(coverage.rows[static_cast<std::size_t>(row)].key)) {
            zoom_to_prefecture(ui.state, *number);
        }
    };
    data_table(ui, ui.state.coverage_table, source, look);
}

}  // namespace

void coverage_panel(const Ui& ui) {
    ImVec2 extent = ImGui::GetContentRegionAvail();
    const bool words = extent.x > ui.px(700);
    const float beside = words ? std::floor(extent.x * 0.32F) : 0;
    extent.x -= beside;
    if (ImGui::BeginChild("##grid", extent, false, ImGuiWindowFlags_NoScrollbar)) {
        coverage_grid(ui);
    }
    ImGui::EndChild();
    if (words) {
        ImGui::SameLine(0, ui.px(16));
        ImGui::SetCursorPosY(ui.px(8));
        words_column(ui, "coverage", coverage_words(ui.state),
                     {beside - ui.px(32), extent.y - ui.px(12)});
    }
}

}  // namespace miraimap::gui
