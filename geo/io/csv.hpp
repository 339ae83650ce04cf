// SPDX-License-Identifier: MIT
// Comma-separated tables (RFC 4180, UTF-8) for the product's own data, read and written.
//
// Promises: cells stay text; file and line travel with every row; a table is accepted whole or not
// at all. A byte order mark, CP932, broken UTF-8, a wrong header and a short row are each named.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace miraimap {

struct CsvRow {
    int line = 0;  ///< line of the file where the row begins, from 1
    std::vector<std::string> cells;
};

struct CsvTable {
    std::string file;  ///< as named in messages
    std::vector<std::string> header;
    std::vector<CsvRow> rows;

    /// Position of a column; the column must exist (it was asked for on reading).
    [[nodiscard]] std::size_t column(std::string_view name) const;
    /// Cell of a row by column name.
    [[nodiscard]] const std::string& at(const CsvRow& row, std::string_view name) const {
        return row.cells[column(name)];
    }
    /// "file:line", for messages.
    [[nodiscard]] std::string where(const CsvRow& row) const;
};

/// Reads a table.
/// @param header  the exact header the file must have; empty: any
/// @param shown_name  name for messages; the path itself if empty
/// @throws Error{input} missing file, BOM, CP932, broken UTF-8, wrong header, short or long row,
///         unclosed quote; the message names file, line and value
CsvTable read_csv(const std::filesystem::path& file, const std::vector<std::string>& header,
                  std::string shown_name = {});

/// Cuts well-formed UTF-8 text into rows of cells. Quoted cells may hold separators, quotes and
/// line ends; rows may differ in length; empty lines are rows with one empty cell.
/// @param name  of the file, for messages
/// @param most_rows  more of them are refused before the rest is cut
/// @throws Error{input} for a quote that is not closed, or for too many rows
std::vector<CsvRow> cut_rows(const std::string& name, std::string_view text, char separator = ',',
                             std::size_t most_rows = static_cast<std::size_t>(-1));

/// One cell, quoted only where needed.
std::string csv_cell(std::string_view text);

/// Splits a `;`-joined list; an empty text is an empty list.
std::vector<std::string> split_list(std::string_view text);
/// Joins a list with `;`.
std::string join_list(const std::vector<std::string>& items);

/// True if the bytes are well-formed UTF-8 (no overlong forms, no surrogates).
bool is_utf8(std::string_view bytes);

/// Reads a whole file as bytes.
/// @throws Error{input} if it is missing or cannot be read
std::string read_file(const std::filesystem::path& file);

}  // namespace miraimap
