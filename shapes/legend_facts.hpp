// SPDX-License-Identifier: MIT
// The classes of the modes that show what the selections of a place say: how many, since when,
// which programmes, which technologies, whether an amount is printed.
//
// Promises: as legend.hpp: every municipality is in exactly one class, and the listed counts add up
// to the denominator. A place of several programmes or technologies is in the class "several" and
// counted once there; `LegendEntry::among` says how many of those hold a class too, and
// `Classification::several_of` which, so that none is hidden behind the first. "Only its
// prefecture", "not selected", "not settled" and "not counted" are classes of their own.
#pragma once

#include <vector>

#include "geo/select/place_facts.hpp"
#include "shapes/legend.hpp"

namespace miraimap {

/// 1, 2, 3, 4 or more selections.
Classification classify_counts(const Catalogue& catalogue,
                               const std::vector<MunicipalityCoverage>& coverage,
                               const std::vector<PlaceFacts>& facts,
                               const LegendQuestion& question);

/// A class a year, oldest first, and one for earlier years that are not printed. More years than
/// steps of the palette: the oldest share the first class.
Classification classify_first_years(const Catalogue& catalogue,
                                    const std::vector<MunicipalityCoverage>& coverage,
                                    const std::vector<PlaceFacts>& facts,
                                    const LegendQuestion& question);

/// A class a programme, then "several".
Classification classify_programmes(const Catalogue& catalogue,
                                   const std::vector<MunicipalityCoverage>& coverage,
                                   const std::vector<PlaceFacts>& facts,
                                   const LegendQuestion& question);

/// A class a technology, "several", then "selected, not printed".
Classification classify_technologies(const Catalogue& catalogue,
                                     const std::vector<MunicipalityCoverage>& coverage,
                                     const std::vector<PlaceFacts>& facts,
                                     const LegendQuestion& question);

/// The ground under circles of money: an amount is printed, selected without one.
/// @param colour  granted or requested
Classification classify_amounts(const Catalogue& catalogue,
                                const std::vector<MunicipalityCoverage>& coverage,
                                const std::vector<PlaceFacts>& facts, MapColour colour,
                                const LegendQuestion& question);

}  // namespace miraimap
