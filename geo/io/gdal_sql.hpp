// SPDX-License-Identifier: MIT
// Statements of SQL sent through a GDAL dataset, and their texts and names in quotes.
//
// Promises: values and names go in quoted, so that none can end its place in a statement. Does
// not: leave geo/io.
#pragma once

#include <gdal.h>

#include <optional>
#include <string>
#include <vector>

namespace miraimap::gdal {

/// A text constant of SQL.
std::string sql_text(const std::string& text);
/// A name of SQL; its case and characters as they are.
std::string sql_name(const std::string& name);

/// Runs one statement without an answer.
/// @returns false if GDAL refused; its reason is in the surrounding Messages
bool run_sql(GDALDatasetH data, const std::string& sql);

/// Rows of an answer as texts; "" for NULL.
/// @returns nothing if GDAL refused; its reason is in the surrounding Messages
std::optional<std::vector<std::vector<std::string>>> query_sql(GDALDatasetH data,
                                                               const std::string& sql);

}  // namespace miraimap::gdal
