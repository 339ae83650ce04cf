// SPDX-License-Identifier: MIT
// Reads back what an export wrote beside its layers (gpkg_metadata).
//
// Promises: opens read-only; looks at GeoPackages only. Does not: interpret the text.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace miraimap {

/// The value of a metadata item of the whole file; nothing if it has no such item.
/// @throws Error{input} if the file cannot be read or is no GeoPackage
std::optional<std::string> geopackage_metadata(const std::filesystem::path& file,
                                               const std::string& name);

}  // namespace miraimap
