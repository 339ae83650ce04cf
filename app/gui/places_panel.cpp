// SPDX-License-Identifier: MIT
#include <string>

#include "app/gui/data_table_view.hpp"
#include "app/gui/panels.hpp"

namespace miraimap::gui {

void places_panel(const Ui& ui) {
    TableLook look;
    look.key = "places";
    look.probe = [](int position, int) { return "place-row:" + std::to_string(position); };
    data_table(ui, ui.state.place_table, PlaceSource(ui.state), look);
}

}  // namespace miraimap::gui
