// SPDX-License-Identifier: MIT
// The line of tools over a table: number of rows, chosen rows only, copying, columns, filters.
//
// Promises: what has no room in the line stands in a menu at its end.
#pragma once

#include <string>

#include "app/gui/data_table.hpp"
#include "app/gui/ui.hpp"

namespace miraimap::gui {

/// What the table has to do after its rows are known.
struct TableWishes {
    bool copy = false;
    bool columns = false;  ///< open the menu of the columns
};

/// Draws the line at the cursor of the current child and moves the cursor below it.
/// @param note  why the rows are as many as they are; may be empty
TableWishes table_tools(const Ui& ui, DataTable& table, const TableSource& source,
                        const std::string& note, float pad_px);

}  // namespace miraimap::gui
