// SPDX-License-Identifier: MIT
// Draws a data table: headings, a row of filters, rows that share choice and hover with every view.
//
// Promises: only rows in sight are asked for their cells. A click chooses a row's places,
// Ctrl+click adds or drops them, Shift+click adds the rows from the last one on, a double click
// shows them on the map, a right click opens a menu; keys do the same (data_table_input.hpp). A
// table without rows says which filter did it. Columns can be moved, resized and hidden; what the
// reader set is kept in LayoutChoices.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/gui/data_table.hpp"
#include "app/gui/sizes.hpp"
#include "app/gui/ui.hpp"

struct ImGuiTable;

namespace miraimap::gui {

struct TableLook {
    std::string key;  ///< stable: the layout is remembered by it
    std::function<std::string(int position, int row)> probe;
    /// Draws cells of columns that are more than text; returns false for the others.
    std::function<bool(int row, int column)> draw_cell = {};
    /// Text of a row that stays above the others, e.g. a total; empty: there is none.
    std::function<std::string(int column)> pinned = {};
    /// Said beside the number of rows, e.g. why they are more than a count elsewhere; may be empty.
    std::string note = {};
    /// After a click without keys chose the row's places.
    std::function<void(int row)> clicked = {};
    float pad_px = size::pad_px;  ///< at the left and right
    bool tools = true;            ///< the line above the headings has room
    bool own_click = false;       ///< a click without keys is only reported
    int marked = -1;              ///< row shown as chosen besides those whose places are; -1: none
    int tail_rows = 0;            ///< rows below the others that are neither sorted nor filtered
    std::function<std::string(int row, int column)> tail = {};
};

/// What the hand did: rows of the source, -1: none.
struct TableTouch {
    int hovered = -1;
    int clicked = -1;  ///< with TableLook::own_click
};

/// The whole table with its tools, over the current child.
TableTouch data_table(const Ui& ui, DataTable& table, const TableSource& source,
                      const TableLook& look);

/// Between the set-up of the columns and the first row: what the reader set before.
void apply_table_layout(const Ui& ui, const std::string& key,
                        const std::vector<std::string>& columns);
/// After the table: keeps what differs from the start, and the menu of the columns that a right
/// click on a heading opens (and open_columns_menu).
/// @param id  of the table, as ImGui::GetID gave it beside it
void keep_table_layout(const Ui& ui, const std::string& key, unsigned int id,
                       const std::vector<std::string>& columns,
                       const std::vector<std::string>& headings);
void open_columns_menu(unsigned int table_id);

}  // namespace miraimap::gui
