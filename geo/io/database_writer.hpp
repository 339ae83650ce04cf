// SPDX-License-Identifier: MIT
// Writes layers into a PostGIS database: all of them in one transaction, or none.
//
// Promises: readers see the former tables until the new ones are complete, and no reader waits for
// that; what goes wrong on the way (a lost connection, a full disk, a killed process) leaves the
// former tables. Only tables that this program made are replaced (their comment says so): another
// table of that name is an error. A former table with the same columns keeps its rights, indexes
// and the views on it; another shape is made anew. Geometries have a spatial index, keys an index.
// Styles go into the `layer_styles` that QGIS looks for; the rows of others in it stay.
// Does not: make a schema or install PostGIS.
#pragma once

#include <string>
#include <vector>

#include "geo/finding.hpp"
#include "geo/io/vector_writer.hpp"

namespace miraimap {

struct DatabaseWriteOptions {
    int epsg = 6668;
    bool overwrite = true;               ///< false: refuses if one of the tables is there
    std::vector<OutRelation> relations;  ///< say which columns are keys and get an index
};

/// Looks before the work, changing nothing: connection, PostGIS, schema, rights, tables in the way.
/// @param names  of the tables that are to be written
/// @throws Error{output}
void check_database_target(const std::string& address, const std::vector<std::string>& names,
                           bool overwrite);

/// Writes the layers as tables of the same names.
/// @param address  as people type it; the schema is the one it names, else the connection's own
/// @param styles  a table as app/core/layer_styles.hpp makes it
/// @returns what is worth knowing (`styles-not-registered`, `crs-covers-a-part`)
/// @throws Error{output} if it cannot be written, Error{usage} for a CRS that does not fit
Findings write_database(const std::string& address, const std::vector<OutLayer>& layers,
                        const OutLayer& styles, const DatabaseWriteOptions& options);

}  // namespace miraimap
