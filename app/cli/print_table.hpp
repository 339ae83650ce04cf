// SPDX-License-Identifier: MIT
// Prints result tables: aligned text for people, CSV and JSON for programs.
#pragma once

#include <ostream>
#include <string_view>

#include "app/core/result_table.hpp"

namespace miraimap {

enum class Format { table, csv, json };

/// Columns a text takes on a terminal: East Asian wide characters take two.
/// Source: Unicode Standard Annex #11 (ranges with property W or F).
int display_width(std::string_view utf8);

/// Prints a table. Table form shows `shown` columns with headings in `lang` and the total row;
/// CSV and JSON hold all columns under their contract names, without the total.
void print_table(std::ostream& out, const ResultTable& table, Format format, Lang lang);

}  // namespace miraimap
