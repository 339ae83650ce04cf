// SPDX-License-Identifier: MIT
// Which municipalities would shrink the gaps most if they were selected next.
//
// A place is reached if it is covered or at most `within_borders` borders from a covered place. The
// value of a choice is the weight (number, area or a loaded figure) of the uncovered places it
// newly reaches. Values of this kind are monotone and submodular, so choosing greedily, one after
// the other, reaches at least 1 - 1/e (63 %) of the best possible value for the same number of
// choices (Nemhauser, Wolsey, Fisher, Math. Programming 14, 1978).
// Promises: ties go to the lowest code; the first k suggestions of a longer list are the list of k.
// Does not: know whether a place wants or needs a project.
#pragma once

#include <vector>

#include "geo/select/gaps.hpp"

namespace miraimap {

struct SuggestQuestion {
    int count = 5;
    int within_borders = 1;
    /// Weight of each place, at least 0; empty: as many as it counts for.
    std::vector<double> weight;
    /// Designated cities count as their wards; nullptr: as one each.
    const CityWards* city_wards = nullptr;
};

struct Suggestion {
    int place = 0;
    int reached = 0;    ///< uncovered municipalities newly reached, itself included
    double gain = 0;    ///< their weight
    double so_far = 0;  ///< weight newly reached by this and all earlier suggestions
};

struct Suggestions {
    std::vector<Suggestion> rows;  ///< fewer than asked for if nothing is left to reach
    double all = 0;                ///< weight of all uncovered places in question
    double reached = 0;            ///< of these, within reach of covered places already
};

/// @param sides  which places are gaps and which are covered (see gap_sides)
Suggestions suggest(const GapSides& sides, const Adjacency& adjacency,
                    const SuggestQuestion& question);

}  // namespace miraimap
