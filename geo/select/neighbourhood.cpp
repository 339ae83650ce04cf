// SPDX-License-Identifier: MIT
#include "geo/select/neighbourhood.hpp"

#include <algorithm>

namespace miraimap {

Neighbourhood::Neighbourhood(const Catalogue& catalogue, const Mosaic& mosaic)
    : catalogue_(catalogue), mosaic_(mosaic), distances_(mosaic) {}

const Contacts& Neighbourhood::contacts() {
    if (!contacts_) {
        contacts_ = find_contacts(mosaic_.shapes);
    }
    return *contacts_;
}

const Adjacency& Neighbourhood::land() {
    if (!land_) {
        land_ = land_neighbours(contacts(), mosaic_.shapes.size());
    }
    return *land_;
}

const std::vector<SeaLink>& Neighbourhood::sea_links() {
    if (!sea_links_) {
        sea_links_ = find_sea_links(land(), contacts(), distances_);
    }
    return *sea_links_;
}

const Adjacency& Neighbourhood::adjacency(bool sea_links_too) {
    if (!sea_links_too) {
        return land();
    }
    if (!linked_) {
        linked_ = with_links(land(), sea_links());
    }
    return *linked_;
}

const std::vector<Shore>& Neighbourhood::shores() {
    if (!shores_) {
        shores_ = miraimap::shores(catalogue_, contacts(), land());
    }
    return *shores_;
}

bool Neighbourhood::meet_in_point(int a, int b) {
    const auto [low, high] = std::minmax(a, b);
    const std::vector<Contact>& pairs = contacts().pairs;
    const auto at = std::lower_bound(
        pairs.begin(), pairs.end(), std::pair(low, high),
        [](const Contact& c, const std::pair<int, int>& p) { return std::pair(c.a, c.b) < p; });
    return at != pairs.end() && at->a == low && at->b == high && !at->is_border();
}

}  // namespace miraimap
