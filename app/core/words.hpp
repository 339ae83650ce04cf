// SPDX-License-Identifier: MIT
// Results as plain sentences that a planner can paste, in both languages.
#pragma once

#include "app/core/snapshot.hpp"
#include "geo/text.hpp"

namespace miraimap {

/// The coverage of the snapshot's filter in a short paragraph.
Text coverage_in_words(const Snapshot& snapshot);

/// What is known to be missing in every figure: unresolved selections and ended projects without a
/// name. Empty if the filter rules both out.
Text unknown_in_words(const Snapshot& snapshot);

/// What the shares are counted against, and what is left out.
Text denominator_note(const Snapshot& snapshot);

/// Where boundaries and tables come from, with the attribution their licences ask for.
std::vector<Text> source_lines(const World& world);

}  // namespace miraimap
