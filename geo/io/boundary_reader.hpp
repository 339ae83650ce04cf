// SPDX-License-Identifier: MIT
// Reads municipality boundaries: the embedded set, or N03 in any of five formats.
//
// Accepts GeoPackage, Shapefile, GeoJSON, TopoJSON and FlatGeobuf, opened read-only with an explicit
// list of drivers: a VRT, a web address or a /vsi path is refused whatever its name, because GDAL
// would follow it. N03 wards are dissolved into their designated city by the city's code, parts are
// grouped by code, 所属未定地 is kept apart.
// Promises: no input is changed; what is odd comes back as findings; what cannot be read throws
// Error{input} naming file and layer.
#pragma once

#include <filesystem>
#include <string>

#include "geo/finding.hpp"
#include "geo/place/catalogue.hpp"

namespace miraimap {

struct BoundaryReadOptions {
    /// Without geometry only codes, names and stored areas are read (fast). A set that stores no
    /// areas (N03) is read with its geometry all the same, since areas are computed from it.
    bool geometry = true;
};

struct BoundarySet {
    Catalogue catalogue;
    Mosaic mosaic;        ///< empty if geometry was not asked for and not needed
    std::string format;   ///< GDAL driver short name
    std::string layer;
    std::string crs;      ///< "EPSG:6668", or "" where the file states none (TopoJSON)
    long long features = 0;         ///< features read
    long long ring_vertices = 0;    ///< vertices of all rings, closing points not counted
    int wards_dissolved = 0;        ///< ward features merged into designated cities
    Findings findings;
};

/// Reads one file.
/// @throws Error{input} if it is missing, empty, truncated, of a refused format, without the
///         expected fields, or in a CRS that is not geographic JGD2011/JGD2000/WGS 84.
BoundarySet read_boundaries(const std::filesystem::path& file, const BoundaryReadOptions& options = {});

}  // namespace miraimap
