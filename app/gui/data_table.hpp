// SPDX-License-Identifier: MIT
// A table of anything: which rows stand in it, in which order, and what is copied from it.
//
// A source says what the cells are; everything else (sorting by several columns, filters of
// columns, rows of the choice only) is the same for all tables. Promises: pure; rows are made anew
// only when something they depend on changed; ties stand in the order of the source; filters of all
// columns hold together; a brush leaves only rows that stand for a place in it, unless the table is
// about no places. Does not draw: data_table_view.hpp.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "geo/text.hpp"

namespace miraimap::gui {

struct AppState;

struct TableColumn {
    std::string key;  ///< stable: widths and order are remembered by it
    Text heading;
    bool number = false;  ///< stands at the right and is filtered by value
    float weight = 100;   ///< part of the width at the start
    bool shown = true;    ///< at the start
    bool sorted = false;  ///< by it at the start
};

class TableSource {
public:
    TableSource() = default;
    virtual ~TableSource() = default;
    TableSource(const TableSource&) = delete;
    TableSource& operator=(const TableSource&) = delete;
    TableSource(TableSource&&) = delete;
    TableSource& operator=(TableSource&&) = delete;

    [[nodiscard]] virtual const std::vector<TableColumn>& columns() const = 0;
    [[nodiscard]] virtual int row_count() const = 0;
    /// What the cell says. Asked for rows that are shown, copied or filtered, not for others.
    [[nodiscard]] virtual std::string cell(int row, int column) const = 0;
    /// Value of a number; rank of a text that sorts by rank.
    [[nodiscard]] virtual double number(int row, int column) const = 0;
    /// True if nothing is known there: such rows come last in either order and pass no filter.
    [[nodiscard]] virtual bool blank(int /*row*/, int /*column*/) const { return false; }
    /// True if a text column sorts by number(), not by sort_word().
    [[nodiscard]] virtual bool ranked(int /*column*/) const { return false; }
    /// What a text sorts by, e.g. its reading.
    [[nodiscard]] virtual std::string sort_word(int row, int column) const {
        return cell(row, column);
    }
    /// True if a text that does not hold the word itself holds its reading (reading.hpp).
    [[nodiscard]] virtual bool reads_as(int /*row*/, int /*column*/,
                                        const std::string& /*reading*/) const {
        return false;
    }
    /// Municipalities the row stands for, the primary one first.
    [[nodiscard]] virtual std::vector<int> places(int row) const = 0;
    /// A row that stands for a place; -1: none.
    [[nodiscard]] virtual int row_of(int place) const = 0;
    /// Changes when any cell may have changed.
    [[nodiscard]] virtual long long version() const = 0;
};

/// Why a table has no rows.
struct EmptyTable {
    /// Columns whose filter alone lets no row pass; if it takes several together, all of them.
    std::vector<int> columns;
    bool none_in_brush = false;  ///< every row stands for places beside the brush
    bool none_chosen = false;    ///< only rows with a chosen place, and there is none
    bool no_rows = false;        ///< the source has none
};
struct SortStep {
    int column = 0;
    bool up = true;
    template <typename Column>
    SortStep(Column wanted, bool ascending) : column(static_cast<int>(wanted)), up(ascending) {}
    friend bool operator==(const SortStep&, const SortStep&) = default;
};

inline constexpr std::size_t most_table_columns = 16;
using ColumnFilters = std::array<std::array<char, 64>, most_table_columns>;

struct DataTable {
    /// One a column: part of the cell or of its reading (text), ">=2", "<100", "2..5" or "3"
    /// (numbers).
    ColumnFilters filters{};
    bool filters_shown = true;   ///< the row of filters stands below the headings
    bool chosen_only = false;    ///< only rows with a chosen place
    std::vector<SortStep> sort;  ///< the first is the strongest
    std::vector<int> rows;       ///< rows of the source, as they stand
    bool drawn = false;          ///< at least once
    int scrolled_to = -1;        ///< primary place that was last brought into sight
    int cursor = -1;             ///< row of the source that the keyboard is at; -1: none
    int anchor = -1;             ///< row of the source from which Shift reaches

    /// What `rows` was made from.
    struct MadeFrom {
        long long version = -1;
        Lang lang = Lang::ja;
        bool chosen_only = false;
        std::vector<SortStep> sort;
        ColumnFilters filters{};
        std::vector<int> chosen;
        std::optional<std::vector<int>> brush;
        friend bool operator==(const MadeFrom&, const MadeFrom&) = default;
    };
    std::optional<MadeFrom> made_from;
    std::optional<EmptyTable> emptied;  ///< why `rows` is empty, once somebody asked

    /// A table whose row of filters is shut at first.
    static DataTable without_filters() {
        DataTable table;
        table.filters_shown = false;
        return table;
    }
};

/// Which table has the keyboard, and what commands asked of the one that is shown.
struct TableKeys {
    std::string key;       ///< of the table; empty: none
    int drawn_frame = -2;  ///< when it was drawn last
    bool focus_wanted = false;
    bool copy_wanted = false;
    bool choose_all_wanted = false;
    std::string menu_wanted;  ///< table whose row's menu is to be opened
    std::string copied;       ///< the last rows that were copied
    void forget_wishes() { focus_wanted = copy_wanted = choose_all_wanted = false; }
};

/// Parts of a width (at scale 1) that the columns have at the start. Where it is too small, the
/// longest texts are cut and not numbers: half a number is a wrong one.
std::vector<float> start_weights(const std::vector<TableColumn>& columns, float width_px);

/// Brings the rows up to date. @returns true if they were made anew
bool update_rows(const AppState& state, DataTable& table, const TableSource& source);

/// Whether a number fulfils ">=2", ">2", "<=2", "<2", "2..5" or "2"; a blank text always holds, any
/// other text never.
bool number_passes(double value, const std::string& text);

/// True if a column of numbers can be filtered by such a text.
bool is_number_filter(const std::string& text);

/// @pre the rows are up to date and empty
EmptyTable why_empty(const AppState& state, const DataTable& table, const TableSource& source);

/// Where a row of the source stands; -1: it does not pass.
int position_of(const DataTable& table, int row);
/// Rows with a chosen place or, if there are none, all rows; as they stand.
std::vector<int> rows_to_copy(const AppState& state, const DataTable& table,
                              const TableSource& source);

/// Rows as tab-separated values with a heading, for a spreadsheet; tabs and line ends inside
/// cells become spaces.
/// @param columns  in the order wanted
std::string table_as_tsv(const std::vector<int>& rows, const TableSource& source,
                         const std::vector<int>& columns, Lang lang);

}  // namespace miraimap::gui
