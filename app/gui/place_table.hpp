// SPDX-License-Identifier: MIT
// The table of places: one row a municipality, on the mechanism all tables share (data_table.hpp).
//
// Promises: pure. Names sort by their reading (in English by their English name); the column of
// codes sorts by code. Does not draw (places_panel.cpp).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/gui/data_table.hpp"
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

/// Counts as selected because the reader supposes so, not by the data.
bool is_only_supposed(const AppState& state, int place);

/// What a cell says.
std::string place_cell(const AppState& state, int place, PlaceColumn column);

class PlaceSource final : public TableSource {
public:
    explicit PlaceSource(const AppState& state) : state_(state) {}
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] int row_count() const override;
    [[nodiscard]] std::string cell(int row, int column) const override;
    [[nodiscard]] double number(int row, int column) const override;
    [[nodiscard]] bool ranked(int column) const override;
    [[nodiscard]] bool blank(int row, int column) const override;
    [[nodiscard]] std::string sort_word(int row, int column) const override;
    [[nodiscard]] bool reads_as(int row, int column, const std::string& reading) const override;
    [[nodiscard]] std::vector<int> places(int row) const override { return {row}; }
    [[nodiscard]] int row_of(int place) const override { return place; }
    [[nodiscard]] long long version() const override;

private:
    const AppState& state_;
};

/// Brings state.place_table.rows up to date. @returns true if they were made anew
bool update_rows(AppState& state);

/// Its rows as tab-separated values.
std::string table_as_tsv(const AppState& state, const std::vector<PlaceColumn>& columns);

/// The heading of a column.
std::string heading_of(PlaceColumn column, Lang lang);

}  // namespace miraimap::gui
