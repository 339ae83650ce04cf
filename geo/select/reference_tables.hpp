// SPDX-License-Identifier: MIT
// The reference tables of the data folder, as text cells, each with its fixed header.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "geo/io/csv.hpp"

namespace miraimap {

/// One reference table: name without ".csv" and its header.
struct ReferenceTable {
    std::string name;
    std::vector<std::string> header;
};

/// All reference tables that the data folder must hold.
const std::vector<ReferenceTable>& reference_tables();

/// Reads `reference/<name>.csv`; the name must be one of reference_tables().
/// @throws Error{input} missing or malformed
CsvTable read_reference(const std::filesystem::path& data_folder, const std::string& name);

}  // namespace miraimap
