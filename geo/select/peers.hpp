// SPDX-License-Identifier: MIT
// Whose project could a place copy: the nearest selected places, and why each is listed.
//
// Distance is the geodesic between representative points; borders are counted over shared edges.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "geo/place/catalogue.hpp"
#include "geo/select/coverage.hpp"
#include "geo/select/gaps.hpp"

namespace miraimap {

struct Peer {
    int municipality = 0;  ///< index of the selected place
    double distance_km = 0;
    std::optional<int> borders;  ///< empty if no land route leads there
    int selection = 0;           ///< index into the selections
    Text reason;
};

/// Selected places (grade direct or part) by distance, ties by the lowest code; one entry a
/// selection that is counted there. The place itself is not its own peer.
std::vector<Peer> find_peers(int place, const Catalogue& catalogue, const Mosaic& mosaic,
                             const Adjacency& adjacency, const std::vector<Selection>& selections,
                             const std::vector<Passed>& passed,
                             const std::vector<MunicipalityCoverage>& coverage);

}  // namespace miraimap
