// SPDX-License-Identifier: MIT
// What the GeoPackage standard offers beyond layers: titles of columns and relations of layers.
//
// Writes the Schema extension (gpkg_data_columns) and the Related Tables extension (OGC 18-000),
// which GDAL 3.6 reads but does not write. Runs inside the transaction of the layers. Does not:
// leave geo/io.
#pragma once

#include <gdal.h>

#include <vector>

#include "geo/io/vector_writer.hpp"

namespace miraimap {

/// Adds title (Japanese) and description (English) of each column that has an alias, and each
/// relation as a view (id, base_id, related_id) over its linking table.
/// @returns false if GDAL refused a statement; its reason is in the surrounding Messages
bool add_geopackage_tables(GDALDatasetH data, const std::vector<OutLayer>& layers,
                           const std::vector<OutRelation>& relations);

}  // namespace miraimap
