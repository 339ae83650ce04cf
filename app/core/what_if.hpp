// SPDX-License-Identifier: MIT
// What supposed selections would change: every figure with and without them.
//
// Promises: both sides are computed by the same functions as everywhere else; nothing is saved.
#pragma once

#include <string>
#include <vector>

#include "app/core/analysis.hpp"
#include "app/core/result_table.hpp"

namespace miraimap {

/// One figure without and with the supposed places.
struct FigureChange {
    std::string key;  ///< stable: "covered", "percent_area" …
    Text name;
    double before = 0;
    double after = 0;
    int decimals = 0;
    bool known = true;  ///< false: there is nothing to measure (no place is selected)
};

/// Coverage (municipalities, shares, the user's figure), gap regions (number, members, largest,
/// deepest, area) and distances (mean, farthest, selected or touching).
/// @param snapshot  with the supposed places
std::vector<FigureChange> effect_of_what_if(const Snapshot& snapshot, Analyst& analyst);
/// The same where the gaps and distances with the supposed places are known already.
std::vector<FigureChange> effect_of_what_if(const Snapshot& snapshot, Analyst& analyst,
                                            const std::vector<GapRegion>& gaps,
                                            const std::vector<Nearness>& nearness);

/// What the gaps and distances become, in sentences (what_if_in_words says the coverage).
Text effect_in_words(const std::vector<FigureChange>& changes);

/// Columns figure, name, before, after, change.
ResultTable effect_table(const std::vector<FigureChange>& changes, Lang lang);

}  // namespace miraimap
