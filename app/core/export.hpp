// SPDX-License-Identifier: MIT
// A snapshot as files for other programs: GeoPackage with all layers, GeoJSON, FlatGeobuf,
// Shapefile, CSV.
//
// Promises: the columns of every format are the same; the file appears whole or not at all; no
// machine path stands in it; the same snapshot gives the same bytes.
#pragma once

#include <filesystem>
#include <string>

#include "app/core/snapshot.hpp"
#include "geo/io/vector_writer.hpp"

namespace miraimap {

/// Names of the GeoPackage's metadata that bring filters and view back.
inline constexpr const char* reopen_key = "miraimap_filter_options";
inline constexpr const char* view_key = "miraimap_view";

struct ExportOptions {
    /// Layer of the one-layer formats: municipalities, prefectures, selections, gap_regions or
    /// selection_areas.
    std::string layer = "municipalities";
    int epsg = 6668;
    bool for_excel = false;  ///< CSV as Excel opens it: byte order mark, CR LF
    /// What the map window showed: west, south, east, north in metres of the default projection,
    /// comma-joined (GeoPackage only); empty: no view.
    std::string view;
    bool with_data = false;  ///< into a database: the data folder's tables too
};

/// Encodes by the ending of the file: .gpkg .geojson .fgb .csv .shp. Touches no disk.
/// The snapshot's world must hold geometry (CSV of tables needs none).
/// @param progress  may stop the work; may be null
/// @throws Error{usage} unknown ending or layer, or an option that does not go with the ending;
///         Error{output} if it cannot be encoded; Cancelled if the progress says so
EncodedLayers encode_export(const Snapshot& snapshot, const std::filesystem::path& file,
                            const ExportOptions& options = {}, Progress* progress = nullptr);

}  // namespace miraimap
