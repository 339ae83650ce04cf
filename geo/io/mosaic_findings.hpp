// SPDX-License-Identifier: MIT
// Borders that match only nearly, as a finding for people.
#pragma once

#include <optional>
#include <string>

#include "geo/finding.hpp"
#include "geo/place/catalogue.hpp"

namespace miraimap {

/// One warning `borders-match-nearly` for all of them (geo/geometry/near_borders.hpp): the longest
/// pairs by name, all in figures. Empty if every border matches exactly or is a coast.
/// @param mosaic  as many shapes as the catalogue has municipalities
/// @param where  the layer
std::optional<Finding> nearly_matching(const Catalogue& catalogue, const Mosaic& mosaic,
                                       const std::string& where);

}  // namespace miraimap
