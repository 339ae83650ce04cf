// SPDX-License-Identifier: MIT
// The wards that designated cities have at the date of a boundary set.
//
// Does not: hold their geometry; boundary sets unite wards with their city. A ward therefore is
// where its city is: it has the city's neighbours, distances and gap region, and is one where
// bodies are counted.
#pragma once

#include <cstddef>
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

/// As how many municipalities a place counts: a designated city as its wards, any other as one.
/// @param wards  nullptr: designated cities count as one too
inline int bodies_of(const CityWards* wards, int place) {
    const std::size_t own = wards == nullptr ? 0 : (*wards)[static_cast<std::size_t>(place)].size();
    return own == 0 ? 1 : static_cast<int>(own);
}

}  // namespace miraimap
