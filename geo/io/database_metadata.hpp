// SPDX-License-Identifier: MIT
// What an export said about itself in a database: the table `miraimap_metadata` (name, value).
//
// Does not: interpret it; leave geo/io.
#pragma once

#include <map>
#include <string>

#include "geo/io/database.hpp"

namespace miraimap {

/// Name of the table.
inline constexpr const char* database_metadata_table = "miraimap_metadata";

/// All items beside a layer; none if there is no such table.
/// @param layer  as GDAL names it: with its schema, unless that is the connection's own
/// @throws Error with the server's words
std::map<std::string, std::string> stored_metadata(Database& database, const std::string& layer);

}  // namespace miraimap
