// SPDX-License-Identifier: MIT
#include "geo/select/neighbours.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <tuple>
#include <utility>

namespace miraimap {
namespace {

void sort_each(Adjacency& adjacency) {
    for (std::vector<int>& neighbours : adjacency) {
        std::sort(neighbours.begin(), neighbours.end());
        neighbours.erase(std::unique(neighbours.begin(), neighbours.end()), neighbours.end());
    }
}

/// Places that may hold the end of a link: the nearest way out of a group begins and ends at a free
/// edge, or in a point contact.
std::vector<char> places_at_the_shore(const Contacts& contacts) {
    std::vector<char> at_shore;
    for (const Setting setting : contacts.settings) {
        at_shore.push_back(setting == Setting::inland ? 0 : 1);
    }
    for (const Contact& contact : contacts.pairs) {
        if (!contact.is_border()) {
            at_shore[static_cast<std::size_t>(contact.a)] = 1;
            at_shore[static_cast<std::size_t>(contact.b)] = 1;
        }
    }
    return at_shore;
}

std::vector<EarthBox> shore_boxes(const Contacts& contacts, PlaceDistances& distances) {
    const std::vector<char> at_shore = places_at_the_shore(contacts);
    std::vector<EarthBox> boxes(at_shore.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (at_shore[i] != 0) {
            boxes[i] = distances.box(static_cast<int>(i));
        }
    }
    return boxes;
}

/// Takes the ways between places in the order of (distance, lower place, higher place), nearest
/// first, and keeps each that joins two groups (Kruskal). The ways come from a tree over the
/// places, joined with itself: a pair of nodes stands for all ways between its places until its
/// turn, and is dropped once they are all of one group, so that hardly any way is measured that is
/// no link.
class LinkMaker {
public:
    LinkMaker(const Adjacency& land, const Contacts& contacts, PlaceDistances& distances)
        : distances_(distances),
          tree_(shore_boxes(contacts, distances)),
          joined_to_(land_groups(land)),
          member_of_(tree_.size(), unknown) {
        // Groups become sets with their lowest place at the root.
        std::vector<int> lowest(joined_to_.size(), -1);
        for (std::size_t i = 0; i < joined_to_.size(); ++i) {
            int& root = lowest[static_cast<std::size_t>(joined_to_[i])];
            root = root < 0 ? static_cast<int>(i) : root;
            joined_to_[i] = root;
        }
    }

    std::vector<SeaLink> make() {
        if (const auto root = tree_.root()) {
            push({0, false, *root, *root});
        }
        while (!open_.empty()) {
            const Way way = pop();
            const int group = group_of(way.a);
            if (group >= 0 && group == group_of(way.b)) {
                continue;
            }
            if (way.measured) {
                add(way);
            } else if (tree_.is_item(way.a) && tree_.is_item(way.b)) {
                const auto [a, b] = std::minmax(way.a, way.b);
                push({distances_.boundary_km(a, b).value(), true, a, b});
            } else {
                open_up(way);
            }
        }
        std::sort(links_.begin(), links_.end(), [](const SeaLink& x, const SeaLink& y) {
            return std::pair(x.a, x.b) < std::pair(y.a, y.b);
        });
        return std::move(links_);
    }

private:
    /// All ways between two nodes (no shorter than `km`), or, measured, the one between two places.
    /// Of equal ones the unmeasured are opened first: they may hold a lower pair.
    struct Way {
        double km;
        bool measured;
        BoxTree::Node a;
        BoxTree::Node b;
        friend bool operator>(const Way& x, const Way& y) {
            return std::tie(x.km, x.measured, x.a, x.b) > std::tie(y.km, y.measured, y.a, y.b);
        }
    };

    static constexpr int unknown = -1;

    void push(const Way& way) {
        open_.push_back(way);
        std::push_heap(open_.begin(), open_.end(), std::greater<>());
    }
    Way pop() {
        std::pop_heap(open_.begin(), open_.end(), std::greater<>());
        const Way way = open_.back();
        open_.pop_back();
        return way;
    }

    void push_unmeasured(BoxTree::Node a, BoxTree::Node b) {
        // A measured distance may be rounded down by half a millimetre.
        constexpr double rounding_km = 5e-7;
        const double km = std::sqrt(apart_squared_m2(tree_.box(a), tree_.box(b))) * 1e-3;
        push({std::max(0.0, km - rounding_km), false, a, b});
    }

    void open_up(const Way& way) {
        if (way.a == way.b) {
            const std::vector<BoxTree::Node>& below = tree_.children(way.a);
            for (std::size_t i = 0; i < below.size(); ++i) {
                for (std::size_t j = tree_.is_item(below[i]) ? i + 1 : i; j < below.size(); ++j) {
                    push_unmeasured(below[i], below[j]);
                }
            }
            return;
        }
        // Later nodes lie higher in the tree.
        const auto [kept, opened] = std::minmax(way.a, way.b);
        for (const BoxTree::Node child : tree_.children(opened)) {
            push_unmeasured(kept, child);
        }
    }

    int root_of(int place) {
        int root = place;
        while (joined_to_[static_cast<std::size_t>(root)] != root) {
            root = joined_to_[static_cast<std::size_t>(root)];
        }
        while (joined_to_[static_cast<std::size_t>(place)] != root) {
            place = std::exchange(joined_to_[static_cast<std::size_t>(place)], root);
        }
        return root;
    }

    /// The group that all places below a node belong to, or -1 while there are several.
    int group_of(BoxTree::Node node) {
        if (tree_.is_item(node)) {
            return root_of(node);
        }
        int& member = member_of_[static_cast<std::size_t>(node)];
        if (member == unknown) {
            const std::vector<BoxTree::Node>& below = tree_.children(node);
            const int first = group_of(below.front());
            const bool one = first >= 0 && std::all_of(below.begin() + 1, below.end(),
                                                       [&](int n) { return group_of(n) == first; });
            if (!one) {
                return -1;
            }
            member = first;
        }
        return root_of(member);
    }

    void add(const Way& way) {
        const int a = root_of(way.a);
        const int b = root_of(way.b);
        joined_to_[static_cast<std::size_t>(std::max(a, b))] = std::min(a, b);
        SeaLink link{way.a, way.b, way.km, {}, {}, way.km == 0};
        if (const auto ends = distances_.nearest(way.a, way.b)) {
            link.from = ends->from;
            link.to = ends->to;
        }
        links_.push_back(link);
    }

    PlaceDistances& distances_;
    BoxTree tree_;
    std::vector<int> joined_to_;  ///< per place: towards the place that stands for its group
    std::vector<int> member_of_;  ///< per node: a place of the one group below it, once it is one
    std::vector<Way> open_;
    std::vector<SeaLink> links_;
};

}  // namespace

Adjacency land_neighbours(const Contacts& contacts, std::size_t places) {
    Adjacency land(places);
    for (const Contact& contact : contacts.pairs) {
        if (contact.is_border()) {
            land[static_cast<std::size_t>(contact.a)].push_back(contact.b);
            land[static_cast<std::size_t>(contact.b)].push_back(contact.a);
        }
    }
    sort_each(land);
    return land;
}

std::vector<int> land_groups(const Adjacency& land) {
    std::vector<int> group(land.size(), -1);
    int groups = 0;
    std::vector<int> open;
    for (std::size_t start = 0; start < land.size(); ++start) {
        if (group[start] >= 0) {
            continue;
        }
        open.assign(1, static_cast<int>(start));
        group[start] = groups;
        while (!open.empty()) {
            const auto here = static_cast<std::size_t>(open.back());
            open.pop_back();
            for (const int next : land[here]) {
                int& reached = group[static_cast<std::size_t>(next)];
                if (reached < 0) {
                    reached = groups;
                    open.push_back(next);
                }
            }
        }
        ++groups;
    }
    return group;
}

std::vector<SeaLink> find_sea_links(const Adjacency& land, const Contacts& contacts,
                                    PlaceDistances& distances) {
    return LinkMaker(land, contacts, distances).make();
}

Adjacency with_links(const Adjacency& land, const std::vector<SeaLink>& links) {
    Adjacency all = land;
    for (const SeaLink& link : links) {
        all[static_cast<std::size_t>(link.a)].push_back(link.b);
        all[static_cast<std::size_t>(link.b)].push_back(link.a);
    }
    sort_each(all);
    return all;
}

const std::string& key_of(NeighbourKind kind) {
    static const std::array<std::string, 3> keys{"border", "point", "sea"};
    return keys.at(static_cast<std::size_t>(kind));
}

const Text& name_of(NeighbourKind kind) {
    static const std::array<Text, 3> names{
        {{"境界", "border"}, {"一点", "point"}, {"海の連絡", "sea link"}}};
    return names.at(static_cast<std::size_t>(kind));
}

std::vector<Neighbour> neighbours_of(int place, const Mosaic& mosaic, const Contacts& contacts,
                                     const std::vector<SeaLink>& links) {
    std::vector<Neighbour> all;
    const auto other_of = [&](const auto& pair) { return pair.a == place ? pair.b : pair.a; };
    for (const Contact& contact : contacts.pairs) {
        if (contact.a != place && contact.b != place) {
            continue;
        }
        const double km = contact.is_border()
                              ? shared_border_km(mosaic.shapes[static_cast<std::size_t>(contact.a)],
                                                 mosaic.shapes[static_cast<std::size_t>(contact.b)])
                              : 0;
        all.push_back({other_of(contact),
                       contact.is_border() ? NeighbourKind::border : NeighbourKind::point, km, 0});
    }
    for (const SeaLink& link : links) {
        if ((link.a == place || link.b == place) && !link.point) {
            all.push_back({other_of(link), NeighbourKind::sea, 0, link.distance_km});
        }
    }
    std::sort(all.begin(), all.end(), [](const Neighbour& x, const Neighbour& y) {
        return std::pair(x.kind, x.place) < std::pair(y.kind, y.place);
    });
    return all;
}

const Text& name_of(Shore shore) {
    static const std::array<Text, 3> names{
        {{"内陸", "inland"}, {"沿岸", "coast"}, {"離島", "island"}}};
    return names.at(static_cast<std::size_t>(shore));
}

std::vector<Shore> shores(const Catalogue& catalogue, const Contacts& contacts,
                          const Adjacency& land) {
    const std::vector<int> group = land_groups(land);
    std::vector<double> area_km2(group.size() + 1, 0);
    for (std::size_t i = 0; i < group.size(); ++i) {
        area_km2[static_cast<std::size_t>(group[i])] += catalogue.municipalities[i].area_km2;
    }
    std::vector<Shore> all(group.size(), Shore::inland);
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (area_km2[static_cast<std::size_t>(group[i])] < main_island_km2) {
            all[i] = Shore::island;
        } else if (contacts.settings[i] == Setting::coast) {
            all[i] = Shore::coast;
        }
    }
    return all;
}

Findings places_without_neighbours(const Catalogue& catalogue, const Adjacency& adjacency) {
    Findings findings;
    for (std::size_t i = 0; i < adjacency.size(); ++i) {
        const Municipality& m = catalogue.municipalities[i];
        if (m.counted && adjacency[i].empty()) {
            findings.push_back({Severity::warning,
                                "place-without-neighbours",
                                m.code,
                                {m.name_ja + " には境界を接する市区町村も海の連絡もない",
                                 m.name_ja + " has neither a land border nor a sea link"}});
        }
    }
    return findings;
}

}  // namespace miraimap
