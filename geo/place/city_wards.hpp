// SPDX-License-Identifier: MIT
// The wards that designated cities have at the date of a boundary set.
//
// Does not: hold their geometry; boundary sets unite wards with their city.
#pragma once

#include <string>
#include <vector>

#include "geo/place/catalogue.hpp"
#include "geo/place/names_data.hpp"

namespace miraimap {

/// Names of the wards of each municipality of the catalogue; empty for all but designated cities.
using CityWards = std::vector<std::vector<std::string>>;

/// @param wards  of data/names/wards.csv; those valid on the date in the catalogue's edition count
///               (without a date there: those still valid)
CityWards wards_of_cities(const Catalogue& catalogue, const std::vector<Ward>& wards);

}  // namespace miraimap
