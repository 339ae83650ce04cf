// SPDX-License-Identifier: MIT
// Why a place has the colour it has on a map of a mode: the value behind its class and where that
// comes from, in a few words.
//
// Promises: the values are those that the classes of the map are made of (geo/select); words for
// every place and every mode, empty only where the class says all there is.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "app/core/snapshot.hpp"
#include "geo/select/distance.hpp"
#include "geo/select/place_facts.hpp"

namespace miraimap {

/// What the reasons of one snapshot are made of; made once for all places.
struct ReasonFacts {
    std::vector<PlaceFacts> places;  ///< per municipality
    std::vector<PlaceAmount> granted;
    std::vector<PlaceAmount> requested;
    std::vector<Possibility> possible;
};
ReasonFacts reason_facts(const Snapshot& snapshot);

/// Indices into `possible` of one place: first and one past the last.
std::pair<std::size_t, std::size_t> possible_at(const ReasonFacts& facts, int place);

/// The reason in the mode snapshot.request.colour.
/// @param nearness  per municipality; empty: not measured yet
Text reason_in_words(const Snapshot& snapshot, const ReasonFacts& facts,
                     const std::vector<Nearness>& nearness, int place);

}  // namespace miraimap
