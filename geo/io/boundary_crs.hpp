// SPDX-License-Identifier: MIT
// Whether a layer's coordinate reference system is one whose longitudes and latitudes we use as
// they stand: geographic JGD2011, JGD2000 or WGS 84 (they differ by less than the width of a drawn
// line).
#pragma once

#include <ogr_srs_api.h>

#include <string>

namespace miraimap {

/// @param srs  null if the file states none
/// @param where  file and layer, for messages
/// @returns "EPSG:6668", "EPSG:4612" or "EPSG:4326"; "" for none
/// @throws Error{input} if it is projected, or on another datum (Tokyo Datum is 400 m off)
std::string accepted_crs(OGRSpatialReferenceH srs, const std::string& where);

}  // namespace miraimap
