// SPDX-License-Identifier: MIT
// The table of places: which rows stand in it, in which order, and what their cells say.
//
// Promises: pure; the rows are made anew only when something they depend on changed. Sorting is by
// several columns, ties stand in code order. Names sort by their reading (in English by their
// English name); the column of codes sorts by code. Filters of all columns hold together. Does not
// draw (places_panel.cpp).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "geo/text.hpp"

namespace miraimap::gui {

struct AppState;

enum class PlaceColumn : std::uint8_t {
    name,
    code,
    prefecture,
    grade,
    selections,
    first_year,
    area,
};
inline constexpr std::size_t place_column_count = 7;

/// Numbers stand at the right and are filtered by value.
bool is_number(PlaceColumn column);

struct SortStep {
    PlaceColumn column = PlaceColumn::code;
    bool up = true;
    friend bool operator==(const SortStep&, const SortStep&) = default;
};

struct PlaceTable {
    /// One a column: part of the cell or of its reading (text), ">=2", "<100", "2..5" or "3"
    /// (numbers).
    std::array<std::array<char, 64>, place_column_count> filters{};
    bool chosen_only = false;
    std::vector<SortStep> sort;  ///< the first is the strongest
    std::vector<int> rows;       ///< municipalities, as they stand
    std::string made_from;       ///< what `rows` depends on
    int scrolled_to = -1;        ///< primary place that was last brought into sight
};

/// What a cell says.
std::string place_cell(const AppState& state, int place, PlaceColumn column);

/// Brings state.place_table.rows up to date. @returns true if they were made anew
bool update_rows(AppState& state);

/// Whether a number fulfils ">=2", ">2", "<=2", "<2", "2..5" or "2"; a blank text always holds, any
/// other text never.
bool number_passes(double value, const std::string& text);

/// The rows as tab-separated values with a heading, for a spreadsheet; tabs and line ends inside
/// cells become spaces.
std::string table_as_tsv(const AppState& state, const std::vector<PlaceColumn>& columns);

/// The heading of a column.
std::string heading_of(PlaceColumn column, Lang lang);

}  // namespace miraimap::gui
