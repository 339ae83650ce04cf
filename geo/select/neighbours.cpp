// SPDX-License-Identifier: MIT
#include "geo/select/neighbours.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>

namespace miraimap {
namespace {

void sort_each(Adjacency& adjacency) {
    for (std::vector<int>& neighbours : adjacency) {
        std::sort(neighbours.begin(), neighbours.end());
        neighbours.erase(std::unique(neighbours.begin(), neighbours.end()), neighbours.end());
    }
}

/// Joins groups link by link, each round from every group but the largest.
class LinkMaker {
public:
    LinkMaker(const Adjacency& land, const Contacts& contacts, PlaceDistances& distances)
        : distances_(distances), group_(land_groups(land)), at_shore_(land.size(), 0) {
        // The nearest way out of a group begins and ends at a free edge, or in a point contact.
        for (std::size_t i = 0; i < land.size(); ++i) {
            at_shore_[i] = contacts.settings[i] == Setting::inland ? 0 : 1;
        }
        for (const Contact& contact : contacts.pairs) {
            if (!contact.is_border()) {
                at_shore_[static_cast<std::size_t>(contact.a)] = 1;
                at_shore_[static_cast<std::size_t>(contact.b)] = 1;
            }
        }
    }

    std::vector<SeaLink> make() {
        while (join_once()) {
        }
        std::sort(links_.begin(), links_.end(), [](const SeaLink& x, const SeaLink& y) {
            return std::pair(x.a, x.b) < std::pair(y.a, y.b);
        });
        return std::move(links_);
    }

private:
    struct Way {
        double km = std::numeric_limits<double>::infinity();
        int a = 0;
        int b = 0;
        friend bool operator<(const Way& x, const Way& y) {
            return std::tie(x.km, x.a, x.b) < std::tie(y.km, y.a, y.b);
        }
    };

    bool join_once() {
        std::map<int, std::vector<int>> members;
        for (std::size_t i = 0; i < group_.size(); ++i) {
            members[group_[i]].push_back(static_cast<int>(i));
        }
        const auto largest = std::max_element(
            members.begin(), members.end(),
            [](const auto& x, const auto& y) { return x.second.size() < y.second.size(); });
        std::vector<Way> ways;
        for (auto it = members.begin(); it != members.end(); ++it) {
            const Way way = it == largest ? Way{} : nearest_way(it->second);
            if (way.km < std::numeric_limits<double>::infinity()) {
                ways.push_back(way);
            }
        }
        std::sort(ways.begin(), ways.end());
        bool joined = false;
        for (const Way& way : ways) {
            joined = add(way) || joined;
        }
        return joined;
    }

    /// The shortest way from a group to any place outside.
    Way nearest_way(const std::vector<int>& group) {
        struct Guess {
            double at_least_km;
            int from;
            int to;
        };
        std::vector<Guess> guesses;
        const int own = group_[static_cast<std::size_t>(group.front())];
        double least = std::numeric_limits<double>::infinity();
        std::size_t first = 0;
        for (const int from : group) {
            if (at_shore_[static_cast<std::size_t>(from)] == 0) {
                continue;
            }
            for (std::size_t to = 0; to < group_.size(); ++to) {
                if (group_[to] == own || at_shore_[to] == 0) {
                    continue;
                }
                const double km = distances_.at_least_km(from, static_cast<int>(to));
                if (km < least) {
                    least = km;
                    first = guesses.size();
                }
                if (km < std::numeric_limits<double>::infinity()) {
                    guesses.push_back({km, from, static_cast<int>(to)});
                }
            }
        }
        Way best;
        const auto measure = [&](const Guess& guess) {
            const auto [a, b] = std::minmax(guess.from, guess.to);
            best = std::min(best, Way{*distances_.boundary_km(a, b), a, b});
        };
        if (guesses.empty()) {
            return best;
        }
        measure(guesses[first]);
        constexpr double rounding_km = 5e-7;
        const auto hopeless = [&](const Guess& g) { return g.at_least_km > best.km + rounding_km; };
        std::erase_if(guesses, hopeless);
        std::sort(guesses.begin(), guesses.end(), [](const Guess& x, const Guess& y) {
            return std::tie(x.at_least_km, x.from, x.to) < std::tie(y.at_least_km, y.from, y.to);
        });
        for (const Guess& guess : guesses) {
            if (hopeless(guess)) {
                break;
            }
            measure(guess);
        }
        return best;
    }

    bool add(const Way& way) {
        const int keep = group_[static_cast<std::size_t>(way.a)];
        const int gone = group_[static_cast<std::size_t>(way.b)];
        if (keep == gone) {
            return false;
        }
        std::replace(group_.begin(), group_.end(), gone, keep);
        SeaLink link{way.a, way.b, way.km, {}, {}, way.km == 0};
        if (const auto ends = distances_.nearest(way.a, way.b)) {
            link.from = ends->from;
            link.to = ends->to;
        }
        links_.push_back(link);
        return true;
    }

    PlaceDistances& distances_;
    std::vector<int> group_;
    std::vector<char> at_shore_;
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
