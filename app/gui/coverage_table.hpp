// SPDX-License-Identifier: MIT
// The table of prefectures: what is covered in each. Pure; coverage_panel.cpp draws it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/gui/data_table.hpp"
#include "geo/select/coverage.hpp"

namespace miraimap::gui {

enum class CoverageColumn : std::uint8_t {
    code,
    name,
    grades,
    covered,
    share,
    selections,
    municipalities,
    direct,
    part,
    prefecture_only,
    uncovered,
    area,
    share_area,
};

/// What a cell of a row or of the total says.
std::string coverage_cell(const CoverageRow& row, CoverageColumn column, Lang lang);

/// Names sort by reading, in English by name; codes by code. While a brush is set, the figures of a
/// prefecture are those of its places in the brush (Answers::brush, which must be up to date).
class CoverageSource final : public TableSource {
public:
    explicit CoverageSource(const AppState& state) : state_(state) {}
    [[nodiscard]] const std::vector<TableColumn>& columns() const override;
    [[nodiscard]] int row_count() const override;
    [[nodiscard]] std::string cell(int row, int column) const override;
    [[nodiscard]] double number(int row, int column) const override;
    [[nodiscard]] bool ranked(int column) const override;
    [[nodiscard]] std::string sort_word(int row, int column) const override;
    [[nodiscard]] bool reads_as(int row, int column, const std::string& reading) const override;
    [[nodiscard]] std::vector<int> places(int row) const override;
    [[nodiscard]] int row_of(int place) const override;
    [[nodiscard]] long long version() const override;
    /// The figures of a row.
    [[nodiscard]] const CoverageRow& at(int row) const;
    /// Of all rows together.
    [[nodiscard]] const CoverageRow& total() const;

private:
    const AppState& state_;
};

}  // namespace miraimap::gui
