// SPDX-License-Identifier: MIT
// Gap details, distances, adopters and suggestions as plain tables, and gaps, peers and
// suggestions in sentences that a planner can paste.
//
// Promises: as in result_table.hpp; no figure is computed here.
#pragma once

#include <vector>

#include "app/core/result_table.hpp"
#include "geo/select/suggest.hpp"

namespace miraimap {

/// Rows of one region: every way in (a covered neighbour, with the member next to it) and the
/// deepest members. Where no covered place is next to the region, the nearest one stands there with
/// its distance.
ResultTable gap_details_table(const Snapshot& snapshot, const std::vector<GapRegion>& regions,
                              Neighbourhood& neighbourhood, const GapQuestion& question, Lang lang);

/// Says the keys of a table in words (kinds of neighbours, grades, outcomes, roles): for people,
/// not for files.
void name_keys(ResultTable& table, Lang lang);

/// One row for each of `places`: the nearest selected place by boundary, by representative point,
/// in borders.
ResultTable distances_table(const Snapshot& snapshot, const std::vector<Nearness>& nearness,
                            const std::vector<int>& places, Lang lang);

/// How far the places of the denominator are from a selected one: most, and on average.
Text distances_in_words(const Snapshot& snapshot, const std::vector<Nearness>& nearness);

/// One row a neighbour of each of `places`: how they meet, the length of the common border, the way
/// across water, whether the neighbour is selected, and whether it counts where borders are
/// counted. A place without any gets a row of its own.
ResultTable neighbours_table(const Snapshot& snapshot, Neighbourhood& neighbourhood,
                             const std::vector<int>& places, Lang lang);

/// Whom one place borders, meets in a point or reaches across water.
Text neighbours_in_words(const Snapshot& snapshot, Neighbourhood& neighbourhood, int place);

ResultTable adopters_table(const World& world, const std::vector<Peer>& adopters, Lang lang);

ResultTable suggest_table(const World& world, const Suggestions& suggestions, Lang lang);

/// Every row of the user's table with its outcome.
ResultTable join_table(const World& world, const UserTable& user_table, Lang lang);

/// How many rows had which outcome, and how many places are left without a figure.
Text join_in_words(const UserTable& user_table);

/// Which share of the user's figure lies in covered municipalities.
Text figure_in_words(const CoverageRow& total, const UserTable& user_table);

/// The largest regions with their depth and prefectures.
Text gaps_in_words(const World& world, const std::vector<GapRegion>& regions);

/// The first few peers of a place.
Text peers_in_words(const World& world, int place, const std::vector<Peer>& peers);

/// The first few who could copy a selection next.
Text adopters_in_words(const World& world, std::size_t selection,
                       const std::vector<Peer>& adopters);

/// What the suggestions reach together, and what is guaranteed.
/// @param what  the weight in words, e.g. 面積（km²）
Text suggestions_in_words(const World& world, const Suggestions& suggestions, int within_borders,
                          const Text& what);

/// What each year added to the one before (of a cumulative table by year).
Text cumulative_in_words(const CoverageTable& table, const KnownUnknowns& unknown);

/// That figures count the supposed places too; empty if nothing is supposed.
Text supposition_in_words(const Snapshot& snapshot);

/// The same, and the figures with and without the supposed places.
Text what_if_in_words(const Snapshot& snapshot);

}  // namespace miraimap
