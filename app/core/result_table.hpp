// SPDX-License-Identifier: MIT
// Results as plain tables: the columns of the contract, once, for every printer and file format.
//
// Promises: column names and order are those of the contract; lists stay lists (arrays in JSON,
// `;`-joined in CSV). Does not: print; see app/cli/print_table.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/core/snapshot.hpp"
#include "geo/select/gaps.hpp"
#include "geo/select/peers.hpp"
#include "geo/text.hpp"

namespace miraimap {

/// A list of words in one cell.
using WordList = std::vector<std::string>;
/// A share or a measure with the decimals it is printed with.
struct Decimal {
    double value = 0;
    int decimals = 2;
};
/// monostate: empty cell, null in JSON.
using ResultCell = std::variant<std::monostate, std::string, std::int64_t, Decimal, WordList>;

struct ResultColumn {
    std::string name;        ///< as in the contract
    Text title;              ///< heading of the table for people
    bool shown = true;       ///< part of the table for people (CSV and JSON always have all)
    bool share = false;      ///< a share of 1, shown to people in percent
    int shown_decimals = 1;  ///< most decimals shown to people
};

struct ResultTable {
    std::vector<ResultColumn> columns;
    std::vector<std::vector<ResultCell>> rows;
    std::vector<ResultCell> total;  ///< shown to people only; empty if there is none
    /// Shown to people only, below the total: what belongs to no row; "?" where nothing is known.
    std::vector<std::vector<ResultCell>> apart = {};
};

ResultTable list_table(const Snapshot& snapshot, Lang lang);
/// @param user_table  adds the columns figure, covered_figure, share_figure; nullptr: not there
ResultTable coverage_result(const CoverageTable& table, Lang lang,
                            const UserTable* user_table = nullptr);
/// Adds what no row of a coverage table can hold, each with its number and "?" for the rest.
void add_known_unknowns(ResultTable& coverage, const KnownUnknowns& unknown, Lang lang);
ResultTable gaps_table(const Catalogue& catalogue, const std::vector<GapRegion>& regions,
                       Lang lang);
/// The column `prefectures` with names instead of codes: for people, not for files.
void name_prefectures(ResultTable& table, Lang lang);
ResultTable peers_table(const World& world, const std::vector<Peer>& peers, Lang lang);
ResultTable resolve_table(const std::vector<std::pair<std::string, ResolvedPart>>& parts,
                          Lang lang);

/// The text of a cell for people: shares in percent, thousands apart, lists with blanks.
std::string cell_text(const ResultCell& cell, const ResultColumn& column);
/// A number with its decimals; never "-0.00".
std::string fixed_text(double value, int decimals);

/// Name of a municipality in a language (English falls back on Japanese).
const std::string& name_in(const Municipality& municipality, Lang lang);

}  // namespace miraimap
