// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <string>

#include "app/gui/analysis_widgets.hpp"
#include "app/gui/data_table_view.hpp"
#include "app/gui/result_source.hpp"

namespace miraimap::gui {

TableTouch grid(const Ui& ui, const std::string& id, const ResultTable& table, long long serial,
                ImVec2 extent, int marked, const std::vector<std::vector<int>>* places) {
    TableTouch touch;
    const ResultSource source(table, places, serial, ui.world());
    if (source.columns().empty()) {
        return touch;
    }
    TableLook look;
    look.key = id;
    look.probe = [&](int position, int) {
        constexpr int most_probed = 40;
        return position < most_probed ? fmt::format("grid:{}:{}", id, position) : std::string();
    };
    look.pad_px = 0;
    // In a low window the rows come first; keys and the menu of a row still copy.
    constexpr float least_height_px = 150;
    look.tools = extent.y >= ui.px(least_height_px);
    look.own_click = true;
    look.marked = marked;
    if (!table.total.empty()) {
        look.pinned = [&](int column) { return source.cell_of(table.total, column); };
    }
    look.tail_rows = static_cast<int>(table.apart.size());
    look.tail = [&](int row, int column) {
        return source.cell_of(table.apart[static_cast<std::size_t>(row)], column);
    };
    const auto [own, made] = ui.state.analysis.grids.try_emplace(id, DataTable::without_filters());
    if (ImGui::BeginChild(("##grid-" + id).c_str(), extent, false, ImGuiWindowFlags_NoScrollbar)) {
        touch = data_table(ui, own->second, source, look);
    }
    ImGui::EndChild();
    ui.probe("grid:" + id);
    return touch;
}

int place_grid(const Ui& ui, const std::string& id, const PlaceRows& rows, long long serial,
               ImVec2 extent) {
    const TableTouch touch = grid(ui, id, rows.table, serial, extent, -1, &rows.places);
    const bool known = touch.clicked >= 0 &&
                       static_cast<std::size_t>(touch.clicked) < rows.places.size() &&
                       !rows.places[static_cast<std::size_t>(touch.clicked)].empty();
    return known ? touch.clicked : -1;
}

}  // namespace miraimap::gui
