// SPDX-License-Identifier: MIT
// Where the shapes of a mosaic do not fit each other, as findings for people.
#pragma once

#include <string>

#include "geo/finding.hpp"
#include "geo/place/catalogue.hpp"

namespace miraimap {

/// One warning `borders-match-nearly` for all borders that match only nearly
/// (geo/geometry/near_borders.hpp) and one `places-overlap` for all pairs that cover the same
/// ground (geo/geometry/overlaps.hpp): the first pairs by code and name, all in figures. Nothing
/// if every border matches exactly or is a coast.
/// @param mosaic  as many shapes as the catalogue has municipalities
/// @param where  the layer
Findings mosaic_findings(const Catalogue& catalogue, const Mosaic& mosaic,
                         const std::string& where);

}  // namespace miraimap
