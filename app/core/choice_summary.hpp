// SPDX-License-Identifier: MIT
// What a set of places has together: how many are selected, what share that is, when, by which
// technologies, through which selections. A whole prefecture is such a set, with its own selections
// as a prefecture told apart.
//
// Promises: every number comes from the coverage tables of geo/select under the snapshot's filter
// and denominator; nothing is counted a second way. Fast enough for a frame.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "app/core/snapshot.hpp"

namespace miraimap {

/// A selection that touches the places.
struct HeldSelection {
    int passed = 0;             ///< index into the snapshot's passed selections
    Grade grade = Grade::none;  ///< the best it holds of them; prefecture: through it only
    int places = 0;             ///< how many of the places it names
    bool prefecture = false;    ///< a prefecture itself is (one of) its bodies
};

struct ChoiceSummary {
    int places = 0;       ///< asked for
    int left_out = 0;     ///< of these, in no denominator of the request
    CoverageRow total;    ///< of the others
    CoverageRow country;  ///< the whole country under the same filter
    int prefecture = 0;   ///< JIS number if the places are exactly one whole prefecture, else 0
    std::vector<CoverageRow> prefectures;   ///< rows with at least one of the places
    std::vector<CoverageRow> years;         ///< with at least one selection
    std::vector<CoverageRow> technologies;  ///< with at least one selection
    /// Counted selections: first those that name one of the places, then those that do so
    /// through their prefecture only; both in table order.
    std::vector<HeldSelection> held;
    int naming = 0;  ///< how many of `held` name a place

    /// Those of which a prefecture itself is a body, some of them beside municipalities.
    [[nodiscard]] int of_prefectures() const {
        return static_cast<int>(std::count_if(
            held.begin(), held.end(), [](const HeldSelection& one) { return one.prefecture; }));
    }
};

/// @param places  ascending indices of municipalities
ChoiceSummary summarise(const Snapshot& snapshot, const std::vector<int>& places);

/// What made the places a set.
enum class SetOf : std::uint8_t { chosen, brushed };

/// The summary in a short paragraph that a planner can paste; empty if none of the places counts.
Text choice_in_words(const Snapshot& snapshot, const ChoiceSummary& summary,
                     SetOf set = SetOf::chosen);

}  // namespace miraimap
