// SPDX-License-Identifier: MIT
// Layers of a GeoJSON or TopoJSON file: attributes for GDAL, geometries as our own polygons.
//
// GDAL builds a tree of a whole TopoJSON file and passes once over all of a GeoJSON file before its
// first feature, without a sign of life, and drops without a word what it cannot follow. Here the
// bytes pass once, event by event, with progress. Promises: vertices to the last bit as GDAL
// decodes them; every feature is there, also one without a geometry; an arc that is missing or does
// not go on where the one before it ended is a problem of its feature; nothing is fetched, a crs
// that is a link is refused. Sources: RFC 7946 (and the crs of GeoJSON 2008), TopoJSON format
// specification 1.0 (delta-encoded arcs, ~i for arc i backwards). Does not: leave geo/io.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

#include "geo/io/feature_geometry.hpp"
#include "geo/io/gdal_dataset.hpp"
#include "geo/io/json_parser.hpp"

namespace miraimap {

class JsonLayers {
public:
    /// @throws Error{input} naming file, byte and reason if the file is no JSON, or its crs is a
    ///         link or unknown; whatever the progress throws
    JsonLayers(const std::filesystem::path& file, const ByteProgress& progress);
    ~JsonLayers();
    JsonLayers(const JsonLayers&) = delete;
    JsonLayers& operator=(const JsonLayers&) = delete;

    /// "GeoJSON" or "TopoJSON"
    [[nodiscard]] const char* format() const;
    /// One layer of texts for a GeoJSON file, one for each object of a TopoJSON file. Its features
    /// have no geometries; they are numbered from 0 or by their `id` where that is a number.
    [[nodiscard]] GDALDatasetH attributes() const;
    /// Geometry of the feature with this number, handed out once.
    [[nodiscard]] FeatureShape take(const std::string& layer, long long number);

private:
    struct Content;
    std::unique_ptr<Content> content_;
    gdal::Dataset dataset_;
};

}  // namespace miraimap
