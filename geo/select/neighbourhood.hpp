// SPDX-License-Identifier: MIT
// All that questions about neighbours and distances need of one mosaic, made when first asked for
// and kept: a changed filter is answered from it.
//
// Promises: the same answers in any order of asking. One thread at a time.
#pragma once

#include <optional>
#include <vector>

#include "geo/geometry/contacts.hpp"
#include "geo/select/distance.hpp"
#include "geo/select/neighbours.hpp"

namespace miraimap {

class Neighbourhood {
public:
    /// @param catalogue, mosaic  kept by reference; must outlive this
    Neighbourhood(const Catalogue& catalogue, const Mosaic& mosaic);

    const Contacts& contacts();
    const Adjacency& land();
    const std::vector<SeaLink>& sea_links();
    /// Land borders, with the sea links if asked for.
    const Adjacency& adjacency(bool sea_links_too);
    const std::vector<Shore>& shores();
    PlaceDistances& distances() { return distances_; }
    /// True if the two places share vertices but no edge.
    bool meet_in_point(int a, int b);

private:
    const Catalogue& catalogue_;
    const Mosaic& mosaic_;
    PlaceDistances distances_;
    std::optional<Contacts> contacts_;
    std::optional<Adjacency> land_;
    std::optional<std::vector<SeaLink>> sea_links_;
    std::optional<Adjacency> linked_;
    std::optional<std::vector<Shore>> shores_;
};

}  // namespace miraimap
