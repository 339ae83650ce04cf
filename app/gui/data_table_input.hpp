// SPDX-License-Identifier: MIT
// What the hand does with the rows of a table: clicks, keys, copying, the menu of a row.
//
// One table at a time has the keyboard: the one that was clicked last, or entered by the command
// table.focus. Promises: every table does the same; a row without places can be walked to and
// copied. Does not draw the table (data_table_view.hpp).
#pragma once

#include <string>
#include <vector>

#include "app/gui/data_table_view.hpp"

namespace miraimap::gui {

/// Which table has the keyboard, and what was asked of it by command.
bool has_keyboard(const Ui& ui, const std::string& table_key);
/// Whether any table that was drawn in the last frame has the keyboard.
bool any_table_has_keyboard(const AppState& state);
/// After a table was drawn at a place: it takes the keyboard if it was pressed or asked to, and
/// loses it to a press elsewhere.
void follow_keyboard(const Ui& ui, const std::string& table_key, ImVec2 low, ImVec2 high);

/// A table while its rows are being drawn.
struct TableHand {
    const Ui& ui;
    DataTable& table;
    const TableSource& source;
    const TableLook& look;
    std::vector<int> shown_columns;  ///< as they stand
    int rows_in_sight = 1;
};

/// A click on the row at a position, with the keys that are held.
/// @returns the row if the table has an action of its own for clicks and no key was held, else -1
int click_row(const TableHand& hand, int position);
/// Takes the keys that walk through the table, choose and copy.
/// @returns the position to bring into sight, -1: none
int take_table_keys(const TableHand& hand, int& clicked_row);
/// Shows the row's places on the map.
void show_row_on_map(const TableHand& hand, int row);
void copy_rows(const TableHand& hand, const std::vector<int>& rows);
/// The menu that a right click on a row opens.
void row_menu(const TableHand& hand);
void open_row_menu(const TableHand& hand, int row);

/// Why there is no row, and ways out, at the cursor.
void empty_table(const Ui& ui, DataTable& table, const TableSource& source, float width_px);

}  // namespace miraimap::gui
