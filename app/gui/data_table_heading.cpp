// SPDX-License-Identifier: MIT
#include "app/gui/data_table_heading.hpp"

#include <imgui_internal.h>

#include "app/gui/key_ring.hpp"

namespace miraimap::gui {

void heading_keys(const Ui& ui, int column) {
    ImGuiTable* table = ImGui::GetCurrentTable();
    ImGuiTableColumn* own = &table->Columns[column];
    if (key_pressed(ui, false)) {
        ImGui::TableSetColumnSortDirection(column, ImGui::TableGetColumnNextSortDirection(own),
                                           ImGui::GetIO().KeyCtrl);
    }
    const ArrowPress press = arrows_pressed(ui);
    if (press.step == 0) {
        return;
    }
    if (press.with_shift) {
        // As if the heading were dragged over its neighbour.
        table->HeldHeaderColumn = table->ReorderColumn = static_cast<ImGuiTableColumnIdx>(column);
        table->ReorderColumnDir = static_cast<ImGuiTableColumnIdx>(press.step);
    } else {
        // As if its edge were dragged: the layout of this frame is done.
        constexpr float step_px = 16;
        table->ResizedColumn = static_cast<ImGuiTableColumnIdx>(column);
        table->ResizedColumnNextWidth =
            own->WidthGiven + static_cast<float>(press.step) * ui.px(step_px);
    }
}

}  // namespace miraimap::gui
