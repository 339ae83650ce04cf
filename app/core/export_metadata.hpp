// SPDX-License-Identifier: MIT
// What an export says about itself: sources, filters, version, join decisions, and how its layers
// belong together. The same for a GeoPackage and a database.
//
// Promises: names no file of this machine and no database, so that a copy, a moved folder or a file
// opened again say the same.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/core/snapshot.hpp"
#include "geo/io/vector_writer.hpp"

namespace miraimap {

/// Name and value of each item.
/// @param view  as in ExportOptions
std::vector<std::pair<std::string, std::string>> export_metadata(const Snapshot& snapshot,
                                                                 const std::string& view);

/// The attribute table as a relation that QGIS and GDAL can follow.
OutRelation selection_link();

}  // namespace miraimap
