// SPDX-License-Identifier: MIT
// Reads back what an export wrote beside its layers: gpkg_metadata of a GeoPackage, the table
// miraimap_metadata of a database.
//
// Promises: opens read-only; looks at GeoPackages and databases only. Does not: interpret the text.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace miraimap {

/// The value of a metadata item of the whole; nothing if it has no such item.
/// @param file  a GeoPackage, or the address of a database
/// @throws Error{input} if it cannot be read or is neither
std::optional<std::string> exported_metadata(const std::filesystem::path& file,
                                             const std::string& name);

}  // namespace miraimap
