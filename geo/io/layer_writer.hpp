// SPDX-License-Identifier: MIT
// Puts the features of an OutLayer into a GDAL layer: the same way for every format.
//
// Promises: features in the given order, codes as text, NULL where a cell is empty. Does not:
// create datasets or layers, and does not leave geo/io.
#pragma once

#include <ogr_api.h>

#include <functional>

#include "geo/io/output_crs.hpp"
#include "geo/io/vector_writer.hpp"

namespace miraimap {

/// Geometry type of a layer; wkbNone for a table.
OGRwkbGeometryType geometry_type(GeometryKind kind);

/// Adds one column.
/// @param name  as it is to stand in the file
/// @param width  of text in bytes; 0: any
/// @returns false if GDAL refused
bool add_field(OGRLayerH layer, const OutField& field, const std::string& name, int width = 0);

/// Writes the features of `layer` into `out`, whose columns are those of `layer`.
/// @param numbered  gives the features the ids 1, 2, 3 …
/// @param written  called after each feature; may be empty
/// @returns false if GDAL refused one
/// @throws Error{usage} if a geometry has no place in the CRS; whatever `written` throws
bool write_features(OGRLayerH out, const OutLayer& layer, const OutputCrs& crs,
                    bool numbered = false, const std::function<void()>& written = {});

}  // namespace miraimap
