// SPDX-License-Identifier: MIT
// A snapshot as tables of a PostGIS database: the layers of a GeoPackage, their styles, what the
// export says about itself (`miraimap_metadata`) and, if asked, the tables of the data folder.
//
// Promises: all tables or none (geo/io/database_writer.hpp). The data tables are written only when
// asked for, because other offices may have added rows of their own to them.
#pragma once

#include <string>
#include <vector>

#include "app/core/export.hpp"
#include "app/core/snapshot.hpp"

namespace miraimap {

struct DatabaseExportOptions {
    int epsg = 6668;
    bool with_data = false;  ///< the tables that `--data "PG:…"` reads, too
    bool overwrite = true;
    std::string manifest;  ///< a record for the metadata; empty: none
};

/// Looks before the work whether the tables can be written. Changes nothing.
/// @param address  of the database (is_database)
/// @throws Error{output}, also if the tables are what the request reads
void check_database_export(const Request& request, const std::string& address,
                           const DatabaseExportOptions& options);

/// Writes everything in one transaction.
/// @returns what is worth knowing
/// @throws Error{output}; then the former tables stand
Findings export_database(const Snapshot& snapshot, const std::string& address,
                         const DatabaseExportOptions& options);

}  // namespace miraimap
