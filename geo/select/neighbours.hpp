// SPDX-License-Identifier: MIT
// Who is next to whom: land borders, point contacts, and links across water.
//
// Rule of the sea links: places joined by land borders form a group. Ways between places of
// different groups (boundary to boundary) are taken shortest first, and each that joins two groups
// is a link, until one group is left: the shortest set of links that leaves nobody alone. Ties go
// to the lowest codes. Places that meet in a single point get a link of length 0, marked as a point
// contact. Cost: about linear in places and vertices (a tree over the places; tests/bench).
// Promises: with the links, every place with geometry is connected to every other one; land borders
// never become links and links never borders. Does not: know ferries, bridges or tunnels.
#pragma once

#include <vector>

#include "geo/finding.hpp"
#include "geo/geometry/contacts.hpp"
#include "geo/place/catalogue.hpp"
#include "geo/select/distance.hpp"
#include "geo/text.hpp"

namespace miraimap {

/// A link between two groups that no land border joins.
struct SeaLink {
    int a = 0;  ///< lower index
    int b = 0;
    double distance_km = 0;  ///< between the boundaries
    LonLat from;             ///< its ends, on a and on b
    LonLat to;
    bool point = false;  ///< they meet in a point: no water between
};

/// Neighbours over land borders (shared edges) only.
Adjacency land_neighbours(const Contacts& contacts, std::size_t places);

/// Number of the land group of each place: 0.. in order of the lowest member.
std::vector<int> land_groups(const Adjacency& land);

/// All links, ascending by (a, b). Places without geometry get none.
std::vector<SeaLink> find_sea_links(const Adjacency& land, const Contacts& contacts,
                                    PlaceDistances& distances);

/// Land neighbours and links together.
Adjacency with_links(const Adjacency& land, const std::vector<SeaLink>& links);

/// How two neighbours meet.
enum class NeighbourKind : std::uint8_t {
    border,  ///< along at least one edge
    point,   ///< in points only: no neighbour where borders are counted, unless linked
    sea,     ///< across water, by a link
};
const std::string& key_of(NeighbourKind kind);
const Text& name_of(NeighbourKind kind);

struct Neighbour {
    int place = 0;
    NeighbourKind kind = NeighbourKind::border;
    double shared_km = 0;    ///< length of the common border; 0 but for borders
    double distance_km = 0;  ///< between the boundaries; 0 but across water
};

/// Everyone a place meets or is linked to: borders first, then points, then links across water;
/// each ascending by index. Empty for a place without geometry.
std::vector<Neighbour> neighbours_of(int place, const Mosaic& mosaic, const Contacts& contacts,
                                     const std::vector<SeaLink>& links);

/// Where a place lies, from the geometry alone.
enum class Shore : std::uint8_t {
    inland,  ///< no edge at the sea (lakes do not count)
    coast,   ///< at the sea, on one of the main islands
    island,  ///< its land group is smaller than `main_island_km2`
};
const Text& name_of(Shore shore);

/// The smallest of the four main islands, 四国, has about 18,300 km²; the largest other island,
/// 択捉島, about 3,200 (国土地理院, 島面積).
inline constexpr double main_island_km2 = 10000;

std::vector<Shore> shores(const Catalogue& catalogue, const Contacts& contacts,
                          const Adjacency& land);

/// A finding for each counted place that has no neighbour at all in `adjacency`.
Findings places_without_neighbours(const Catalogue& catalogue, const Adjacency& adjacency);

}  // namespace miraimap
