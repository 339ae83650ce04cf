// SPDX-License-Identifier: MIT
// What nobody has reached: connected regions of uncovered municipalities, how deep they are, and
// where the way in is.
//
// Connected means: neighbours in the adjacency that is handed in (land borders, or land borders and
// sea links; see neighbours.hpp).
// Covered means direct or part, as everywhere; a place of which only the prefecture is selected is
// no gap (unless asked for) and no way in, but a way may lead through it. Promises: the regions
// partition the uncovered, counted municipalities; a depth is at least 1; a region's id stays while
// its lowest member stays.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/geometry/shared_borders.hpp"
#include "geo/place/catalogue.hpp"
#include "geo/place/city_wards.hpp"
#include "geo/select/coverage.hpp"
#include "geo/select/distance.hpp"

namespace miraimap {

/// Neighbours over land borders.
Adjacency adjacency_of(const std::vector<Border>& borders, std::size_t municipalities);

/// A covered place next to a region.
struct WayIn {
    int covered = 0;  ///< the covered place
    int member = 0;   ///< the lowest member next to it
    friend bool operator==(const WayIn&, const WayIn&) = default;
};

struct GapRegion {
    std::string id;                ///< "gap-" and the lowest code: stable while that member stays
    std::vector<int> members;      ///< municipality indices, ascending
    std::vector<int> prefectures;  ///< JIS numbers touched, ascending
    int municipalities = 0;        ///< members, designated cities as their wards where these count
    double area_km2 = 0;
    /// Most borders from a member to the nearest covered municipality; empty if no way leads to
    /// one (an island, or a whole mosaic without coverage).
    std::optional<int> depth;
    std::vector<int> deepest;    ///< members at that depth, ascending; empty without a depth
    std::vector<WayIn> ways_in;  ///< covered neighbours, ascending; empty where there is none
};

enum class GapRank : std::uint8_t { municipalities, area, depth };
/// "municipalities", "area", "depth".
const std::string& key_of(GapRank rank);

struct GapQuestion {
    std::vector<int> prefectures;  ///< only municipalities of these (JIS numbers); empty: all
    bool prefecture_only_is_gap =
        false;  ///< also count municipalities whose prefecture is selected
    GapRank rank = GapRank::municipalities;
    Counting counting;
    /// Designated cities count as their wards; nullptr: as one each. Wards that are not selected in
    /// a city that is selected in part are in no region: the city is one place.
    const CityWards* city_wards = nullptr;
};

/// Which places belong to a gap, and which are covered (others are neither: not counted, or outside
/// the prefectures asked for).
struct GapSides {
    std::vector<char> gap;     ///< per place: 1 if uncovered, counted and asked for
    std::vector<int> covered;  ///< places of grade direct or part everywhere, ascending
};
GapSides gap_sides(const Catalogue& catalogue, const std::vector<MunicipalityCoverage>& coverage,
                   const GapQuestion& question);

/// Regions, largest first by the rank asked for (no depth counts as deepest); ties by
/// municipalities, area, then id.
std::vector<GapRegion> find_gaps(const Catalogue& catalogue, const Adjacency& adjacency,
                                 const std::vector<MunicipalityCoverage>& coverage,
                                 const GapQuestion& question = {});

/// Where no covered place is next to a region: the covered place nearest to it by boundary, and the
/// member it is nearest to.
struct NearestEntry {
    int covered = -1;  ///< -1: nothing is covered
    int member = -1;
    double distance_km = 0;
};
/// @param covered  all covered places
NearestEntry nearest_entry(const GapRegion& region, NearestPlaces& covered);

}  // namespace miraimap
