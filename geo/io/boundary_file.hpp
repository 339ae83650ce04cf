// SPDX-License-Identifier: MIT
// Looks at a boundary file before GDAL does: is it there, whole, and of a format we read?
//
// The format follows from the file's own bytes, never from its name, and GDAL is then given that
// one driver. A VRT, a web address, a /vsi path or a database connection is refused here. Promises:
// reads only; whole means the length its own header states (GeoPackage, Shapefile) or a closed
// outer brace (JSON); FlatGeobuf is counted by the reader.
#pragma once

#include <filesystem>
#include <string>

#include "geo/text.hpp"

namespace miraimap {

/// GDAL short name of the format: "GPKG", "ESRI Shapefile", "FlatGeobuf"; "GeoJSON" for any JSON,
/// whose kind its reader tells (geo/io/json_layers.hpp).
/// @throws Error{input} naming the file, what is wrong and what to try
std::string identify_boundary_file(const std::filesystem::path& file);

/// Error{input} of a boundary file.
/// @param where  file, or file and layer
[[noreturn]] void refuse_boundary_file(const std::string& where, Text wrong, Text advice = {});

}  // namespace miraimap
