// SPDX-License-Identifier: MIT
#include "geo/select/gaps.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <tuple>

namespace miraimap {
namespace {

bool is_gap(const Municipality& m, const MunicipalityCoverage& coverage,
            const GapQuestion& question) {
    const auto& only = question.prefectures;
    const bool asked =
        only.empty() || std::find(only.begin(), only.end(), m.prefecture) != only.end();
    const bool uncovered = coverage.grade == Grade::none ||
                           (question.prefecture_only_is_gap && coverage.grade == Grade::prefecture);
    return is_counted(m, question.counting) && asked && uncovered;
}

std::vector<int> connected_members(const Adjacency& adjacency, int start,
                                   const std::vector<char>& gap, std::vector<char>& seen) {
    std::vector<int> members{start};
    seen[static_cast<std::size_t>(start)] = 1;
    for (std::size_t head = 0; head < members.size(); ++head) {
        for (const int next : adjacency[static_cast<std::size_t>(members[head])]) {
            const auto n = static_cast<std::size_t>(next);
            if (gap[n] != 0 && seen[n] == 0) {
                seen[n] = 1;
                members.push_back(next);
            }
        }
    }
    std::sort(members.begin(), members.end());
    return members;
}

void add_ways_in(GapRegion& region, const Adjacency& adjacency,
                 const std::vector<char>& is_covered) {
    for (const int member : region.members) {
        for (const int next : adjacency[static_cast<std::size_t>(member)]) {
            if (is_covered[static_cast<std::size_t>(next)] != 0) {
                region.ways_in.push_back({next, member});
            }
        }
    }
    std::sort(region.ways_in.begin(), region.ways_in.end(), [](const WayIn& a, const WayIn& b) {
        return std::tie(a.covered, a.member) < std::tie(b.covered, b.member);
    });
    region.ways_in.erase(
        std::unique(region.ways_in.begin(), region.ways_in.end(),
                    [](const WayIn& a, const WayIn& b) { return a.covered == b.covered; }),
        region.ways_in.end());
}

void add_depth(GapRegion& region, const std::vector<int>& borders) {
    int deepest = 0;
    for (const int member : region.members) {
        deepest = std::max(deepest, borders[static_cast<std::size_t>(member)]);
    }
    if (deepest == 0) {
        return;
    }
    region.depth = deepest;
    for (const int member : region.members) {
        if (borders[static_cast<std::size_t>(member)] == deepest) {
            region.deepest.push_back(member);
        }
    }
}

void add_figures(GapRegion& region, const Catalogue& catalogue, const CityWards* city_wards) {
    for (const int member : region.members) {
        const Municipality& m = catalogue.municipalities[static_cast<std::size_t>(member)];
        region.area_km2 += m.area_km2;
        region.municipalities += bodies_of(city_wards, member);
        const bool known = std::find(region.prefectures.begin(), region.prefectures.end(),
                                     m.prefecture) != region.prefectures.end();
        if (!known) {
            region.prefectures.push_back(m.prefecture);
        }
    }
    std::sort(region.prefectures.begin(), region.prefectures.end());
    region.id =
        "gap-" + catalogue.municipalities[static_cast<std::size_t>(region.members.front())].code;
}

void sort_by(GapRank rank, std::vector<GapRegion>& regions) {
    const auto measure = [&](const GapRegion& r) {
        switch (rank) {
            case GapRank::area:
                return r.area_km2;
            case GapRank::depth:
                return r.depth ? *r.depth : std::numeric_limits<double>::infinity();
            case GapRank::municipalities:
                break;
        }
        return static_cast<double>(r.municipalities);
    };
    std::sort(regions.begin(), regions.end(), [&](const GapRegion& a, const GapRegion& b) {
        return std::tuple(-measure(a), -a.municipalities, -a.area_km2, a.id) <
               std::tuple(-measure(b), -b.municipalities, -b.area_km2, b.id);
    });
}

}  // namespace

const std::string& key_of(GapRank rank) {
    static const std::array<std::string, 3> keys{"municipalities", "area", "depth"};
    return keys.at(static_cast<std::size_t>(rank));
}

Adjacency adjacency_of(const std::vector<Border>& borders, std::size_t municipalities) {
    Adjacency adjacency(municipalities);
    for (const Border& border : borders) {
        adjacency[static_cast<std::size_t>(border.a)].push_back(border.b);
        adjacency[static_cast<std::size_t>(border.b)].push_back(border.a);
    }
    for (std::vector<int>& neighbours : adjacency) {
        std::sort(neighbours.begin(), neighbours.end());
    }
    return adjacency;
}

GapSides gap_sides(const Catalogue& catalogue, const std::vector<MunicipalityCoverage>& coverage,
                   const GapQuestion& question) {
    GapSides sides;
    sides.gap.assign(coverage.size(), 0);
    for (std::size_t i = 0; i < coverage.size(); ++i) {
        const Municipality& m = catalogue.municipalities[i];
        sides.gap[i] = is_gap(m, coverage[i], question) ? 1 : 0;
        if (coverage[i].grade >= Grade::part) {
            sides.covered.push_back(static_cast<int>(i));
        }
    }
    return sides;
}

std::vector<GapRegion> find_gaps(const Catalogue& catalogue, const Adjacency& adjacency,
                                 const std::vector<MunicipalityCoverage>& coverage,
                                 const GapQuestion& question) {
    const std::size_t n = catalogue.municipalities.size();
    const GapSides sides = gap_sides(catalogue, coverage, question);
    std::vector<char> is_covered(n, 0);
    for (const int place : sides.covered) {
        is_covered[static_cast<std::size_t>(place)] = 1;
    }
    const Steps steps = steps_to_nearest(adjacency, sides.covered);
    std::vector<GapRegion> regions;
    std::vector<char> seen(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        if (sides.gap[i] == 0 || seen[i] != 0) {
            continue;
        }
        GapRegion region;
        region.members = connected_members(adjacency, static_cast<int>(i), sides.gap, seen);
        add_figures(region, catalogue, question.city_wards);
        add_depth(region, steps.borders);
        add_ways_in(region, adjacency, is_covered);
        regions.push_back(std::move(region));
    }
    sort_by(question.rank, regions);
    return regions;
}

NearestEntry nearest_entry(const GapRegion& region, NearestPlaces& covered) {
    NearestEntry best;
    double best_km = std::numeric_limits<double>::infinity();
    for (const int member : region.members) {
        const std::vector<NearPlace> near = covered.by_boundary(member, 1);
        if (near.empty()) {
            continue;
        }
        const NearPlace& found = near.front();
        if (std::tuple(found.distance_km, found.place, member) <
            std::tuple(best_km, best.covered, best.member)) {
            best_km = found.distance_km;
            best = {found.place, member, found.distance_km};
        }
    }
    return best;
}

}  // namespace miraimap
