// SPDX-License-Identifier: MIT
// A table of results as the tables of the window take it (data_table.hpp).
//
// Promises: pure; cells are those of the command line; empty ones come last in either order. The
// table and the places must outlive it.
#pragma once

#include <string>
#include <vector>

#include "app/core/result_table.hpp"
#include "app/gui/data_table.hpp"

namespace miraimap::gui {

class ResultSource final : public TableSource {
public:
    /// @param places  per row, ascending; may be null
    /// @param serial  changes with the table
    /// @param world  lends readings to names of places
    ResultSource(const ResultTable& table, const std::vector<std::vector<int>>* places,
                 long long serial, const World& world);
    [[nodiscard]] const std::vector<TableColumn>& columns() const override { return columns_; }
    [[nodiscard]] int row_count() const override;
    [[nodiscard]] std::string cell(int row, int column) const override;
    [[nodiscard]] double number(int row, int column) const override;
    [[nodiscard]] bool blank(int row, int column) const override;
    [[nodiscard]] std::string sort_word(int row, int column) const override;
    [[nodiscard]] bool reads_as(int row, int column, const std::string& reading) const override;
    [[nodiscard]] std::vector<int> places(int row) const override;
    [[nodiscard]] int row_of(int place) const override;
    [[nodiscard]] long long version() const override { return serial_; }

    /// A cell of a row of the table that is none of its own: total, apart.
    [[nodiscard]] std::string cell_of(const std::vector<ResultCell>& row, int column) const;

private:
    [[nodiscard]] const ResultCell& at(int row, int column) const;
    [[nodiscard]] const Municipality* named(int row, int column) const;

    const ResultTable& table_;
    const std::vector<std::vector<int>>* places_;
    long long serial_;
    const World& world_;
    std::vector<int> shown_;  ///< columns of the table for people
    std::vector<TableColumn> columns_;
};

}  // namespace miraimap::gui
