// SPDX-License-Identifier: MIT
// A user's table joined to the municipalities by the same resolver as the selections.
//
// Promises: rows are conserved: every row is exactly one of the outcomes below, and says why.
// Nothing is picked silently: rows that name the same place with different figures give it none.
// Does not: change or save the table.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "geo/io/csv.hpp"
#include "geo/place/resolver.hpp"
#include "geo/select/figures.hpp"

namespace miraimap {

enum class RowOutcome : std::uint8_t {
    matched,     ///< gives its place the figure
    ambiguous,   ///< several places have this name
    unresolved,  ///< no such code or name
    duplicate,   ///< names a place that another row names too
    not_in_set,  ///< a prefecture, a ward, or a body that the boundary set does not hold
    no_figure,   ///< the place is clear, but the cell is empty, withheld, no number, or below 0
};
inline constexpr int row_outcome_count = 6;
const std::string& key_of(RowOutcome outcome);
const Text& name_of(RowOutcome outcome);

struct JoinedRow {
    int line = 0;       ///< of the file, from 1
    std::string text;   ///< what was resolved: the code or the name (with its prefecture)
    int place = -1;     ///< index of the municipality; -1: none
    std::string value;  ///< the figure's cell as it stands
    RowOutcome outcome = RowOutcome::unresolved;
    Text reason;
};

struct UserTable {
    std::string file;        ///< file name without folders
    std::string key_column;  ///< heading of the column with codes or names
    std::string figure;      ///< heading of the column with the figure
    std::vector<JoinedRow> rows;
    std::array<int, row_outcome_count> count{};
    Figures figures;
    int places_without = 0;  ///< counted municipalities without a figure
};

/// Joins a table.
/// Key column: the first whose heading says code (コード, code), else the first that says
/// municipality (市区町村, 自治体, 団体, 市町村, name), else the first. A column headed 都道府県…
/// goes before a name. A row without a code goes by the column of names, if there is one.
/// @param figure  heading of the figure's column; empty: the first other column in which every
///                filled cell is a number or a mark for none (is_withheld)
/// @throws Error{usage} if there is no such column, or several of that heading
UserTable join_user_table(const CsvTable& table, const std::string& figure,
                          const Catalogue& catalogue, const Resolver& resolver);

/// A figure as people write it: 1,234 · １２３４ · 12.5; empty for anything else (also for commas
/// that do not part thousands).
std::optional<double> parse_figure(std::string_view text);

/// Whether a cell is one of the marks that statistics put where there is no figure: － * … x 秘匿
/// 不詳 N/A … It is no 0: the place has no figure.
bool is_withheld(std::string_view text);

}  // namespace miraimap
