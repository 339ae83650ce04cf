// SPDX-License-Identifier: MIT
// Puts styles where QGIS looks for them in a database: the table `layer_styles`.
//
// Promises: runs inside the caller's transaction; makes the table as QGIS makes it where none is
// reachable; replaces only the rows that it wrote before. Does not: leave geo/io.
#pragma once

#include "geo/finding.hpp"
#include "geo/io/database.hpp"
#include "geo/io/vector_writer.hpp"

namespace miraimap {

/// @param styles  a table as app/core/layer_styles.hpp makes it
/// @returns `styles-not-registered` where that table belongs to someone who did not allow it,
///          `styles-not-reachable` where it had to go outside the search_path
/// @throws Error{output} with the server's words
Findings write_database_styles(Database& database, const OutLayer& styles);

}  // namespace miraimap
