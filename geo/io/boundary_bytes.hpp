// SPDX-License-Identifier: MIT
// A boundary set that was read, as bytes to keep: what stands about the places, and their polygons.
//
// Promises: decoding what was encoded gives equal values, bit by bit; any other bytes give nothing
// or a set whose parts fit together (indices in range, as many shapes as places), never a crash.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "geo/io/boundary_reader.hpp"

namespace miraimap {

/// All of a set but its mosaic.
std::string places_to_bytes(const BoundarySet& set);
std::optional<BoundarySet> places_from_bytes(std::string_view bytes);

std::string findings_to_bytes(const Findings& findings);
std::optional<Findings> findings_from_bytes(std::string_view bytes);

std::string mosaic_to_bytes(const Mosaic& mosaic);
/// @param places  how many shapes there must be
std::optional<Mosaic> mosaic_from_bytes(std::string_view bytes, std::size_t places);

}  // namespace miraimap
