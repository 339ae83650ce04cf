// SPDX-License-Identifier: MIT
// What the selections that passed say about each place: how many, since when, which programmes and
// technologies; which places an ambiguous area text may mean; which sums of money stand where.
//
// Promises: only selections that name the place (direct or part) speak for it; a prefecture's own
// selection says nothing about its municipalities. Amounts are never shared out: the sum over all
// amounts is the sum over the selections that print one.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "geo/place/catalogue.hpp"
#include "geo/select/coverage.hpp"
#include "geo/select/filter.hpp"
#include "geo/select/join.hpp"
#include "geo/select/selection.hpp"

namespace miraimap {

struct PlaceFacts {
    int selections = 0;                 ///< linked rows once; at least 1 where a selection names it
    std::optional<int> first_year;      ///< western, of those asked for
    bool earlier = false;               ///< through 過年度選定, whose year is not printed
    std::vector<Programme> programmes;  ///< through which they passed, in enum order
    std::vector<Technology> technologies;  ///< in enum order
    bool printed_amount = false;           ///< one of them prints an amount
};

/// Per municipality of the catalogue.
/// @param filter  the one that the selections passed: it says which of their years were asked for
std::vector<PlaceFacts> place_facts(const std::vector<MunicipalityCoverage>& coverage,
                                    const std::vector<Passed>& passed,
                                    const std::vector<Selection>& selections, const Filter& filter);

/// A place that a part of a passed selection may mean: the text is ambiguous, or names what is no
/// municipality and lies in several.
struct Possibility {
    int place = 0;
    int passed = 0;  ///< index into the passed selections
    int part = 0;    ///< index into the parts of its joined selection
    friend bool operator==(const Possibility&, const Possibility&) = default;
};

/// Ascending by place, then in table order. Near names of an unknown text are no possibilities.
std::vector<Possibility> possibilities(const Catalogue& catalogue, const Join& join,
                                       const std::vector<Passed>& passed);

/// The municipalities among them; ascending.
std::vector<int> unresolved_places(const Catalogue& catalogue, const Join& join,
                                   const std::vector<Passed>& passed);

enum class AmountKind : std::uint8_t { requested, granted };

/// Money of all selections of one body.
struct PlaceAmount {
    int municipality = -1;  ///< -1: the prefecture itself is the selected body
    int prefecture = 0;     ///< 1..47; 0: the area text names no place that is settled
    std::int64_t thousand_yen = 0;
    std::vector<int> passed;  ///< indices into the passed selections, in table order
};

/// Largest first, then by code. A selection of several bodies stands whole at the first one that is
/// settled; one without any stands at no place.
std::vector<PlaceAmount> place_amounts(const Join& join, const std::vector<Passed>& passed,
                                       const std::vector<Selection>& selections, AmountKind kind);

}  // namespace miraimap
