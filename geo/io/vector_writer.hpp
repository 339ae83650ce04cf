// SPDX-License-Identifier: MIT
// Encodes layers of plain values through GDAL: GeoPackage, GeoJSON, FlatGeobuf, Shapefile.
//
// Promises: features in the given order; codes stay text; the same layers give the same bytes. GDAL
// writes into memory, so nothing half done ever stands on the disk. Does not: touch the disk
// (geo/io/atomic_file.hpp does).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "geo/finding.hpp"
#include "geo/geometry/polygon.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/progress.hpp"
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

/// Many rows of one layer belong to many rows of another, by way of a linking table (GeoPackage).
struct OutRelation {
    std::string name;  ///< of the view that states it by row ids
    std::string base_table;
    std::string base_key;
    std::string related_table;
    std::string related_key;
    std::string link_table;
    std::string link_to_base;     ///< column of the linking table that holds the base key
    std::string link_to_related;  ///< and the one that holds the related key
};

enum class VectorFormat { geopackage, geojson, flatgeobuf, shapefile };

struct VectorOptions {
    int epsg = 6668;
    /// Written as dataset metadata (gpkg_metadata); name and value.
    std::vector<std::pair<std::string, std::string>> metadata;
    std::vector<OutRelation> relations;
};

/// Layers as the files of a format.
struct EncodedLayers {
    std::vector<OutputFile> files;             ///< the one that people open comes last
    std::vector<std::filesystem::path> stale;  ///< side files of an older set that no longer belong
    Findings findings;                         ///< what the format or the CRS could not hold
};

/// Encodes all layers (GeoPackage) or the only one (other formats).
/// GeoJSON is always longitude and latitude (RFC 7946); a Shapefile gets the short column names.
/// @param file  where the result is meant to go; gives the names inside and in messages
/// @throws Error{output} if GDAL cannot encode it, Error{usage} for an unknown or non-fitting EPSG
///         code, Cancelled if the progress says so
/// @param progress  told of every feature; may be null
EncodedLayers encode_vector(const std::filesystem::path& file, VectorFormat format,
                            const std::vector<OutLayer>& layers, const VectorOptions& options,
                            Progress* progress = nullptr);

}  // namespace miraimap
