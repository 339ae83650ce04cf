// SPDX-License-Identifier: MIT
// Writes a boundary set as the product's own GeoPackage.
//
// Layer `municipalities` (EPSG:6668, MultiPolygon) with the fields code, prefecture_code,
// prefecture, prefecture_en, name, name_kana, name_en, kind, counted (0/1), area_km2; the set's
// edition, source and licence as GeoPackage metadata. Promises: the file appears whole or not at
// all; the same set gives the same bytes.
#pragma once

#include <filesystem>
#include <string>

#include "geo/place/catalogue.hpp"

namespace miraimap {

/// What the file says about itself.
struct BoundaryOrigin {
    std::string source;   ///< whose data, and through which package
    std::string licence;  ///< terms and the attribution they ask for
    std::string date;     ///< time stamp written into the file, "2025-03-10T00:00:00.000Z"
};

/// @pre mosaic.shapes.size() == catalogue.municipalities.size()
/// @throws Error{output} if the folder does not exist or cannot be written
void write_boundaries(const std::filesystem::path& file, const Catalogue& catalogue,
                      const Mosaic& mosaic, const BoundaryOrigin& origin);

}  // namespace miraimap
