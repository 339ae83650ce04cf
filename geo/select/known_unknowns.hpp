// SPDX-License-Identifier: MIT
// What the source counts without saying where: projects that ended and are named nowhere, and
// selections whose area text means no municipality.
//
// Promises: both are kept apart from every grade and never become a zero; the number of ended
// projects is the document's own (reference/stated_totals.csv), their years are what the
// document's yearly counts (reference/programme_counts.csv) leave over beside the listed rows.
// Does not: guess places.
#pragma once

#include <filesystem>
#include <vector>

#include "geo/select/filter.hpp"
#include "geo/select/join.hpp"
#include "geo/select/selection.hpp"
#include "geo/text.hpp"

namespace miraimap {

struct YearCount {
    int year = 0;  ///< western
    int count = 0;
    friend bool operator==(const YearCount&, const YearCount&) = default;
};

/// Projects of the 未来技術社会実装事業 that ended: the source states their number and no name.
struct EndedProjects {
    int count = 0;
    std::vector<YearCount> by_year;  ///< ascending; empty where the sums do not fit
    int source_page = 0;
    int source_line = 0;
};

/// @throws Error{input} a reference table is missing or malformed
EndedProjects read_ended_projects(const std::filesystem::path& data_folder,
                                  const std::vector<Selection>& selections);

/// What of it could pass a filter.
struct KnownUnknowns {
    int ended = 0;  ///< ended projects that the filter does not rule out
    std::vector<YearCount> ended_by_year;
    std::vector<int> unresolved;  ///< counted selections that pass and name no municipality
};

/// An ended project is ruled out by another source or programme, by a kind (their list prints
/// none), and by years in which none was selected. Nothing else about it is known, so nothing else
/// rules it out.
KnownUnknowns known_unknowns(const Filter& filter, const EndedProjects& ended,
                             const std::vector<Passed>& passed, const Join& join);

/// "平成30年度に5、令和元年度に3"; empty without years.
Text years_in_words(const std::vector<YearCount>& years);

}  // namespace miraimap
