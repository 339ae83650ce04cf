// SPDX-License-Identifier: MIT
// A layer as a narrower format can hold it: short column names and texts for a Shapefile, nothing
// without geometry for FlatGeobuf.
//
// Promises: what is lost is said, never silent: renamed columns (`shapefile-names`), shortened
// texts
// (`shapefile-text-cut`), features left out (`feature-without-geometry`). A shortened text ends in
// … and a shortened list after a whole item.
#pragma once

#include "geo/finding.hpp"
#include "geo/io/vector_writer.hpp"

namespace miraimap {

/// Longest text of a .dbf cell, in bytes of UTF-8.
inline constexpr int longest_dbf_text = 254;

/// The layer with its short column names and fitting texts.
/// Every column must have a unique short name of at most 10 characters (asserted).
/// @param findings  gains what was changed
OutLayer fit_for_shapefile(OutLayer layer, Findings& findings);

/// The layer without the features that have no geometry, which GDAL does not write.
/// @param findings  names those by their first column
/// @throws Error{usage} if it is a table
OutLayer fit_for_flatgeobuf(OutLayer layer, Findings& findings);

/// A text of at most `bytes` bytes: the text itself, or its beginning and "…". Cut after a whole
/// character, and after a whole item where the text is a `;`-joined list.
std::string shortened(const std::string& text, std::size_t bytes);

}  // namespace miraimap
