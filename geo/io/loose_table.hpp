// SPDX-License-Identifier: MIT
// A table as people have it: UTF-8 with or without a byte order mark, UTF-16 from a spreadsheet, or
// CP932 (Shift_JIS); cells apart by commas or tabs; short rows.
//
// Promises: cells stay text; the file's line travels with every row; rows are neither dropped nor
// repaired, except that empty lines are skipped and short rows filled up with empty cells.
// Does not: read the product's own tables, which must be exact (csv.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

#include "geo/io/csv.hpp"

namespace miraimap {

/// Rows of a table that are read: there are fewer than 2,000 municipalities.
inline constexpr std::size_t most_loose_rows = 100000;
/// Bytes of a table that are read.
inline constexpr std::uintmax_t most_loose_bytes = 256ULL << 20U;

/// @throws Error{input} if the file is missing, empty, larger than above, a workbook, in none of
/// the
///         encodings, has an open quote, or a row with more cells than the header
CsvTable read_loose_table(const std::filesystem::path& file);

}  // namespace miraimap
