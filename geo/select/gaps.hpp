// SPDX-License-Identifier: MIT
// What nobody has reached: connected regions of uncovered municipalities.
//
// Two municipalities are connected if they share an edge; islands stand alone (no sea links).
// Promises: the regions partition the uncovered, counted municipalities.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/geometry/shared_borders.hpp"
#include "geo/place/catalogue.hpp"
#include "geo/select/coverage.hpp"

namespace miraimap {

/// Neighbours of each municipality, ascending.
using Adjacency = std::vector<std::vector<int>>;
Adjacency adjacency_of(const std::vector<Border>& borders, std::size_t municipalities);

struct GapRegion {
    std::string id;                ///< "gap-" and the lowest code: stable while that member stays
    std::vector<int> members;      ///< municipality indices, ascending
    std::vector<int> prefectures;  ///< JIS numbers touched, ascending
    double area_km2 = 0;
    /// Most borders from a member to the nearest municipality outside the uncovered set; empty if
    /// no land route leads out (an island or a whole mosaic without coverage).
    std::optional<int> depth;
};

struct GapQuestion {
    std::vector<int> prefectures;  ///< only municipalities of these (JIS numbers); empty: all
    bool prefecture_only_is_gap =
        false;  ///< also count municipalities whose prefecture is selected
};

/// Regions, most municipalities first; ties by area, then by id.
std::vector<GapRegion> find_gaps(const Catalogue& catalogue, const Adjacency& adjacency,
                                 const std::vector<MunicipalityCoverage>& coverage,
                                 const GapQuestion& question = {});

/// Number of borders from each municipality to the nearest of `sources` (0 for these themselves);
/// -1 where no land route leads there.
std::vector<int> borders_to_nearest(const Adjacency& adjacency, const std::vector<int>& sources);

}  // namespace miraimap
