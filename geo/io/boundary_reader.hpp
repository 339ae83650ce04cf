// SPDX-License-Identifier: MIT
// Reads municipality boundaries: the embedded set, or N03 in any of five formats.
//
// Accepts GeoPackage, Shapefile, GeoJSON, TopoJSON and FlatGeobuf, recognised by their bytes and
// opened read-only with that one driver (JSON with our own reader, geo/io/json_layers.hpp): a VRT,
// a web address or a /vsi path is refused whatever its name, because GDAL would follow it. N03
// wards are dissolved into their designated city by the city's code, parts are grouped by code,
// 所属未定地 is kept apart (geo/place/n03.hpp). Promises: no input is changed and no file appears
// beside it; a file is read whole or not at all; features = used + rejected, and what is odd comes
// back as findings; what cannot be read throws Error{input} naming file and layer.
#pragma once

#include <filesystem>
#include <string>

#include "geo/finding.hpp"
#include "geo/place/catalogue.hpp"
#include "geo/progress.hpp"

namespace miraimap {

struct BoundaryReadOptions {
    /// Without geometry only codes, names and stored areas are read (fast). A set that stores no
    /// areas (N03) is read with its geometry all the same, since areas are computed from it.
    bool geometry = true;
    /// Looks for rings that cross themselves or each other (`ring-self-intersection`) and for
    /// places that do not fit each other (`borders-match-nearly`, `places-overlap`,
    /// geo/io/mosaic_findings.hpp).
    bool validity = false;
    /// Told of every feature, or of the bytes of JSON; may stop the reading. May be null.
    Progress* progress = nullptr;
};

/// A body whose polygons are not valid by the simple-features rules.
struct InvalidBody {
    std::string code;
    std::string reason;  ///< of GEOS, with the position: "Self-intersection[135.5 34.5]"
};

struct BoundarySet {
    Catalogue catalogue;
    Mosaic mosaic;       ///< empty if geometry was not asked for and not needed
    std::string format;  ///< GDAL driver short name
    std::string layer;
    bool areas_stored = false;    ///< areas come from the file; else they follow from the polygons
    std::string crs;              ///< "EPSG:6668", or "" where the file states none (TopoJSON)
    long long features = 0;       ///< features read
    long long rejected = 0;       ///< of these, in no body; each has a finding
    long long ring_vertices = 0;  ///< vertices of all rings read, closing points not counted
    int wards_dissolved = 0;      ///< ward features merged into designated cities
    Findings findings;
    std::vector<InvalidBody> invalid;  ///< each has a finding; only if validity was asked for
};

/// Reads one file.
/// @throws Error{input} if it is missing, empty, truncated, of a refused format, without the
///         expected fields, or in a CRS that is not geographic JGD2011/JGD2000/WGS 84.
/// @throws Cancelled if the progress says so
BoundarySet read_boundaries(const std::filesystem::path& file,
                            const BoundaryReadOptions& options = {});

}  // namespace miraimap
