// SPDX-License-Identifier: MIT
// Writes layers of plain values through GDAL: GeoPackage, GeoJSON, FlatGeobuf, Shapefile.
//
// Promises: features in the given order; codes stay text; the same layers give the same bytes; the
// file appears whole or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "geo/finding.hpp"
#include "geo/geometry/polygon.hpp"
#include "geo/text.hpp"

namespace miraimap {

enum class FieldType { text, integer, real, boolean, date_time };

/// A cell; monostate is NULL. A date_time is text: 2022-04-01T00:00:00Z.
using Cell = std::variant<std::monostate, std::string, std::int64_t, double>;

struct OutField {
    std::string name;
    FieldType type = FieldType::text;
    Text alias;              ///< for people; written where the format can hold it (Japanese)
    std::string short_name;  ///< at most 10 characters, for Shapefile; empty: the name itself
};

enum class GeometryKind { none, multi_polygon, multi_point };

struct OutFeature {
    std::vector<Cell> cells;              ///< as many as fields
    const MultiPolygon* shape = nullptr;  ///< for multi_polygon; must outlive the writing
    std::vector<LonLat> points;           ///< for multi_point
};

struct OutLayer {
    std::string name;
    Text description;
    GeometryKind kind = GeometryKind::none;
    std::vector<OutField> fields;
    std::vector<OutFeature> features;
    std::string key_name = "fid";  ///< of the numbering column (GeoPackage)
};

enum class VectorFormat { geopackage, geojson, flatgeobuf, shapefile };

struct VectorOptions {
    int epsg = 6668;
    /// Written as dataset metadata (gpkg_metadata); name and value.
    std::vector<std::pair<std::string, std::string>> metadata;
};

/// Writes all layers (GeoPackage) or the only one (other formats).
/// GeoJSON is always longitude and latitude (RFC 7946); a Shapefile gets the short column names.
/// @returns what the format or the CRS could not hold as it was
/// @throws Error{output} if the file cannot be written, Error{usage} for an unknown or non-fitting
///         EPSG code
Findings write_vector(const std::filesystem::path& file, VectorFormat format,
                      const std::vector<OutLayer>& layers, const VectorOptions& options);

}  // namespace miraimap
