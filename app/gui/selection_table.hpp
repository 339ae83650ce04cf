// SPDX-License-Identifier: MIT
// The table of selections: one row for each that passes the filter.
//
// Promises: pure; rows stand for the places of linked_views.hpp. The area sorts by the reading of
// its first place, the codes by code. Does not draw (selections_panel.cpp).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/gui/data_table.hpp"

namespace miraimap::gui {

enum class SelectionColumn : std::uint8_t {
    year,
    programme,
    area,
    title,
    technologies,
    themes,
    scope,
    granted,
    kind,
    requested,
    places,
    codes,
    id,
};

class SelectionSource final : public TableSource {
public:
    explicit SelectionSource(const AppState& state) : state_(state) {}
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] int row_count() const override;
    [[nodiscard]] std::string cell(int row, int column) const override;
    [[nodiscard]] double number(int row, int column) const override;
    [[nodiscard]] bool ranked(int column) const override;
    [[nodiscard]] bool blank(int row, int column) const override;
    [[nodiscard]] std::string sort_word(int row, int column) const override;
    [[nodiscard]] bool reads_as(int row, int column, const std::string& reading) const override;
    [[nodiscard]] std::vector<int> places(int row) const override;
    [[nodiscard]] int row_of(int place) const override;
    [[nodiscard]] long long version() const override;

private:
    [[nodiscard]] int index(int row) const;
    const AppState& state_;
};

}  // namespace miraimap::gui
