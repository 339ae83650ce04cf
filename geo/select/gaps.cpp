// SPDX-License-Identifier: MIT
#include "geo/select/gaps.hpp"

#include <algorithm>
#include <deque>

namespace miraimap {
namespace {

bool is_gap(const Municipality& m, const MunicipalityCoverage& coverage,
            const GapQuestion& question) {
    const auto& only = question.prefectures;
    const bool asked =
        only.empty() || std::find(only.begin(), only.end(), m.prefecture) != only.end();
    const bool uncovered = coverage.grade == Grade::none ||
                           (question.prefecture_only_is_gap && coverage.grade == Grade::prefecture);
    return m.counted && asked && uncovered;
}

GapRegion collect(const Catalogue& catalogue, const Adjacency& adjacency, int start,
                  const std::vector<char>& gap, std::vector<char>& seen) {
    GapRegion region;
    std::deque<int> open{start};
    seen[static_cast<std::size_t>(start)] = 1;
    while (!open.empty()) {
        const int here = open.front();
        open.pop_front();
        region.members.push_back(here);
        for (const int next : adjacency[static_cast<std::size_t>(here)]) {
            const auto n = static_cast<std::size_t>(next);
            if (gap[n] != 0 && seen[n] == 0) {
                seen[n] = 1;
                open.push_back(next);
            }
        }
    }
    std::sort(region.members.begin(), region.members.end());
    for (const int member : region.members) {
        const Municipality& m = catalogue.municipalities[static_cast<std::size_t>(member)];
        region.area_km2 += m.area_km2;
        if (region.prefectures.empty() || region.prefectures.back() != m.prefecture) {
            region.prefectures.push_back(m.prefecture);
        }
    }
    region.id =
        "gap-" + catalogue.municipalities[static_cast<std::size_t>(region.members.front())].code;
    return region;
}

}  // namespace

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

std::vector<int> borders_to_nearest(const Adjacency& adjacency, const std::vector<int>& sources) {
    std::vector<int> steps(adjacency.size(), -1);
    std::deque<int> open;
    for (const int source : sources) {
        steps[static_cast<std::size_t>(source)] = 0;
        open.push_back(source);
    }
    while (!open.empty()) {
        const auto here = static_cast<std::size_t>(open.front());
        open.pop_front();
        for (const int next : adjacency[here]) {
            if (steps[static_cast<std::size_t>(next)] < 0) {
                steps[static_cast<std::size_t>(next)] = steps[here] + 1;
                open.push_back(next);
            }
        }
    }
    return steps;
}

std::vector<GapRegion> find_gaps(const Catalogue& catalogue, const Adjacency& adjacency,
                                 const std::vector<MunicipalityCoverage>& coverage,
                                 const GapQuestion& question) {
    const std::size_t n = catalogue.municipalities.size();
    std::vector<char> gap(n, 0);
    std::vector<int> reached;
    for (std::size_t i = 0; i < n; ++i) {
        const Municipality& m = catalogue.municipalities[i];
        gap[i] = is_gap(m, coverage[i], question) ? 1 : 0;
        const bool covered = coverage[i].grade > Grade::prefecture ||
                             (!question.prefecture_only_is_gap && coverage[i].grade != Grade::none);
        if (m.counted && covered) {
            reached.push_back(static_cast<int>(i));
        }
    }
    const std::vector<int> depth = borders_to_nearest(adjacency, reached);
    std::vector<GapRegion> regions;
    std::vector<char> seen(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        if (gap[i] == 0 || seen[i] != 0) {
            continue;
        }
        regions.push_back(collect(catalogue, adjacency, static_cast<int>(i), gap, seen));
        int deepest = 0;
        for (const int member : regions.back().members) {
            deepest = std::max(deepest, depth[static_cast<std::size_t>(member)]);
        }
        if (deepest > 0) {
            regions.back().depth = deepest;
        }
    }
    std::sort(regions.begin(), regions.end(), [](const GapRegion& a, const GapRegion& b) {
        if (a.members.size() != b.members.size()) {
            return a.members.size() > b.members.size();
        }
        return a.area_km2 != b.area_km2 ? a.area_km2 > b.area_km2 : a.id < b.id;
    });
    return regions;
}

}  // namespace miraimap
