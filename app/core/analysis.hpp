// SPDX-License-Identifier: MIT
// The questions about gaps, distances, examples to copy and suggestions, as a request asks them.
// The command line and the window ask here.
//
// Promises: neighbours and distances of a boundary set are prepared once, when first needed, and
// kept: another filter is answered from them. One thread at a time.
// Does not: hold a state of the request; each question comes with its snapshot.
#pragma once

#include <memory>
#include <vector>

#include "app/core/snapshot.hpp"
#include "geo/select/neighbourhood.hpp"
#include "geo/select/suggest.hpp"

namespace miraimap {

/// It points into the snapshot.
GapQuestion gap_question(const Snapshot& snapshot);

/// Places that belong to the denominator: counted, and of the prefectures asked for; ascending.
std::vector<int> places_in_question(const Snapshot& snapshot);

/// Places of grade direct or part, supposed ones included; ascending.
std::vector<int> covered_places(const Snapshot& snapshot);

/// Municipalities that a selection names; ascending. Empty if it names none.
std::vector<int> holders_of(const World& world, std::size_t selection);

/// What suggestions are weighed by, for people.
Text name_of(const Snapshot& snapshot, WeighBy by);

class Analyst {
public:
    /// @param world  with geometry
    explicit Analyst(std::shared_ptr<const World> world);

    /// Gap regions in the order of request.gap_rank.
    std::vector<GapRegion> gaps(const Snapshot& snapshot);
    /// Per municipality, the nearest covered place.
    std::vector<Nearness> nearness(const Snapshot& snapshot);
    /// Examples for a place; limit 0: all.
    std::vector<Peer> peers(const Snapshot& snapshot, int place, std::size_t limit);
    /// Who could copy a selection next; empty if it names no municipality.
    std::vector<Peer> adopters(const Snapshot& snapshot, std::size_t selection, std::size_t limit);
    /// @throws Error{usage} if figures are to weigh and the snapshot has none
    Suggestions suggestions(const Snapshot& snapshot);

    Neighbourhood& neighbourhood() { return neighbourhood_; }

private:
    PeerContext context(const Snapshot& snapshot, std::vector<Technology> technologies);

    std::shared_ptr<const World> world_;
    Neighbourhood neighbourhood_;
};

}  // namespace miraimap
