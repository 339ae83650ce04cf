// SPDX-License-Identifier: MIT
// How far it is from every place to the nearest selected one: between boundaries, between
// representative points, and in borders crossed.
//
// Promises: three answers side by side, never mixed; 0 km between boundaries exactly for places
// that touch (by an edge or in a point) and for selected places themselves; ties go to the lowest
// code; selecting one more place never makes any distance longer. Cost: what one question needs is
// prepared once and kept, so a changed selection is answered from it. Exactness of the geometry:
// see geo/geometry/boundary_distance.hpp. Does not: know roads or ferries.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "geo/geometry/boundary_distance.hpp"
#include "geo/geometry/box_tree.hpp"
#include "geo/geometry/contacts.hpp"
#include "geo/place/catalogue.hpp"
#include "geo/place/city_wards.hpp"

namespace miraimap {

/// Neighbours of each place, ascending.
using Adjacency = std::vector<std::vector<int>>;

/// A place and its boundary's distance.
struct NearPlace {
    int place = -1;  ///< index; -1: none
    double distance_km = 0;
};

/// Distances within one mosaic, computed when asked for and kept. One thread at a time.
class PlaceDistances {
public:
    /// @param mosaic  kept by reference; must outlive this
    explicit PlaceDistances(const Mosaic& mosaic);

    /// Between two boundaries in km; nothing if one has no geometry.
    std::optional<double> boundary_km(int a, int b);
    /// The nearest pair of positions; nothing if one place has no geometry.
    std::optional<NearestPositions> nearest(int a, int b);
    /// Between representative points in km; nothing if one has none.
    std::optional<double> point_km(int a, int b);

    /// Holds the whole boundary; empty for a place without geometry.
    EarthBox box(int place) { return tree(place).box(); }
    /// Where the representative point is; nothing if the place has none.
    const EarthPoint* earth_point_of(int place);

private:
    const BoundaryTree& tree(int place);
    /// Representative point; nothing if the place has none.
    const std::optional<LonLat>& point(int place);

    const Mosaic& mosaic_;
    std::vector<std::unique_ptr<BoundaryTree>> trees_;
    std::vector<std::optional<LonLat>> points_;
    std::vector<EarthPoint> earth_;                       ///< of the points
    std::vector<char> has_point_;                         ///< looked for
    std::unordered_map<std::uint64_t, double> known_km_;  ///< by pair of places
};

/// Which of a set of places are nearest: a tree over the set, so that one question looks at a few.
class NearestPlaces {
public:
    /// @param distances  kept by reference; must outlive this
    /// @param places  ascending
    NearestPlaces(PlaceDistances& distances, std::vector<int> places);

    /// The `count` nearest by boundary, ascending by (distance, index).
    std::vector<NearPlace> by_boundary(int from, std::size_t count);
    /// The nearest by representative point, ties by index.
    NearPlace by_point(int from);

private:
    PlaceDistances& distances_;
    std::vector<int> places_;
    BoxTree boundaries_;  ///< items are positions in places_
    BoxTree points_;
};

/// One place's way to the nearest selected one, by each of the three measures.
struct Nearness {
    NearPlace boundary;
    NearPlace point;
    int border_place = -1;  ///< selected place with the fewest borders between; -1: no way
    int borders = -1;       ///< borders crossed; -1: no way
};

/// How near a set of places is to selected ones, by boundary.
struct DistanceSummary {
    int places = 0;
    int touching = 0;   ///< selected themselves or at distance 0
    int measured = 0;   ///< with a nearest selected place
    double sum_km = 0;  ///< over the measured
    int farthest = -1;  ///< place; ties: the lowest; -1: nothing was measured
    [[nodiscard]] double mean_km() const { return measured > 0 ? sum_km / measured : 0; }
};
/// @param places  ascending
/// @param city_wards  designated cities count as their wards; nullptr: as one each
DistanceSummary summary_of(const std::vector<Nearness>& nearness, const std::vector<int>& places,
                           const CityWards* city_wards = nullptr);

/// For every place of the mosaic, the nearest of `selected` (ascending indices).
/// @param adjacency  what counts as a border
/// @param contacts  of the same mosaic: touching places need no search
std::vector<Nearness> nearest_selected(PlaceDistances& distances, const Contacts& contacts,
                                       const Adjacency& adjacency,
                                       const std::vector<int>& selected);

/// The fewest borders from each place to one of `sources` and which one (ties: lowest index).
struct Steps {
    std::vector<int> borders;  ///< 0 for the sources themselves, -1 where no way leads there
    std::vector<int> nearest;  ///< the source; -1 likewise
};
/// @param sources  ascending
Steps steps_to_nearest(const Adjacency& adjacency, const std::vector<int>& sources);

}  // namespace miraimap
