// SPDX-License-Identifier: MIT
// A layer as a CSV file: UTF-8, one header line, codes and lists as text.
//
// Promises: a text that a spreadsheet would take for a formula gets an apostrophe in front
// (`cell-made-safe` says how many); numbers stay numbers; no other cell is changed. Both kinds of
// CSV are made safe, because a .csv opens in a spreadsheet at a double click, and texts may come
// from tables that others edit.
// Codes are written as they are. A spreadsheet drops their leading zeros; `join` reads such codes
// all the same (geo/place/code.hpp).
#pragma once

#include <string>

#include "geo/finding.hpp"
#include "geo/io/vector_writer.hpp"

namespace miraimap {

/// The layer's table without its geometry.
/// @param for_excel  begins with a byte order mark and ends lines with CR LF
/// @param findings  gains what was changed
std::string csv_of(const OutLayer& layer, bool for_excel, Findings& findings);

/// A cell as such a file holds it, before it is quoted or made safe.
std::string csv_value(const Cell& cell);

/// The text with an apostrophe in front if it begins with = + - @ (or their full-width forms), a
/// tab or a line end, and is no number.
std::string safe_for_spreadsheets(const std::string& text);

}  // namespace miraimap
