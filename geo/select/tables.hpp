// SPDX-License-Identifier: MIT
// Reads the three selection tables of the data folder into selections.
//
// Promises: rows are conserved and stay in printed order (mirai, society5, smartcity); a cell that
// cannot be understood is an error naming file, line, column and value, never a guess.
#pragma once

#include <filesystem>
#include <vector>

#include "geo/select/selection.hpp"

namespace miraimap {

/// Reads `selections/{mirai,society5,smartcity}.csv` and links ☆ rows to the mirai list.
/// @throws Error{input} missing or malformed table, Error{data} a cell with an unknown value
std::vector<Selection> read_selections(const std::filesystem::path& data_folder);

}  // namespace miraimap
