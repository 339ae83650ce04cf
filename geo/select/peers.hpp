// SPDX-License-Identifier: MIT
// Whose project could a place copy, and which places could copy a project next, each with reasons
// that a person can check.
//
// Distance is between boundaries (0 for places that touch); borders are counted in the adjacency
// handed in. Promises: every candidate is listed, in a fixed order; nothing is hidden in a score
// (each reason holds what it was made of).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/place/catalogue.hpp"
#include "geo/select/coverage.hpp"
#include "geo/select/likeness.hpp"

namespace miraimap {

enum class PeerRank : std::uint8_t { distance, score };

/// One candidate. For `find_peers` the municipality is the example to copy; for `find_adopters` it
/// is the one that could copy.
struct Peer {
    int municipality = 0;
    int other = 0;               ///< the place it is compared with
    double distance_km = 0;      ///< between the boundaries
    std::optional<int> borders;  ///< empty if no way leads there
    int selection = 0;           ///< index into the selections
    Grade grade = Grade::none;   ///< at which the example holds it
    Likeness likeness;
    double score = 0;  ///< 0..1 by the weights
    Text reason;
};

struct PeerQuestion {
    PeerRank rank = PeerRank::distance;
    Weights weights;
    bool sea_links = false;  ///< count a sea link as a border
    std::size_t limit = 0;   ///< most entries; 0: all
};

/// Everything both questions look at.
struct PeerContext {
    LikenessContext likeness;
    const std::vector<Selection>& selections;
    const std::vector<Passed>& passed;
    const std::vector<MunicipalityCoverage>& coverage;
    Counting counting = {};             ///< who may adopt
    std::vector<int> prefectures = {};  ///< who may adopt: only places of these; empty: all
};

/// Selected places (grade direct or part), one entry a counted selection there: by distance, ties
/// by borders, then the lowest code; or by score, ties by distance. The place is not its own peer.
std::vector<Peer> find_peers(int place, PeerContext& context, const PeerQuestion& question = {});

/// Counted places of the prefectures asked for that no selection of the filter covers (grade below
/// part; elsewhere the filter knows of none), by score against the
/// most alike holder of the selection (or by distance); ties by distance, then the lowest code.
/// @param holders  places that hold the selection as direct or part, ascending; not empty
std::vector<Peer> find_adopters(int selection, const std::vector<int>& holders,
                                PeerContext& context, const PeerQuestion& question);

}  // namespace miraimap
