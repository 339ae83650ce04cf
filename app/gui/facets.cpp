// SPDX-License-Identifier: MIT
#include "app/gui/facets.hpp"

#include <algorithm>

namespace miraimap::gui {
namespace {

int count(const Filter& filter, const World& world) {
    const std::vector<Passed> passed = apply_filter(filter, world.selections, world.join);
    return static_cast<int>(
        std::count_if(passed.begin(), passed.end(), [](const Passed& p) { return p.counted; }));
}

int count_technology(const Filter& filter, Technology technology, const World& world) {
    Filter one = filter;
    // "All of them" narrows with each value, so the value joins those already chosen.
    if (filter.match != TechnologyMatch::all) {
        one.technologies.clear();
    }
    if (std::find(one.technologies.begin(), one.technologies.end(), technology) ==
        one.technologies.end()) {
        one.technologies.push_back(technology);
    }
    return count(one, world);
}

}  // namespace

Facets count_facets(const Filter& filter, const World& world) {
    Facets out;
    out.all = count({}, world);
    out.passed = count(filter, world);
    for (std::size_t i = 0; i < out.sources.size(); ++i) {
        Filter one = filter;
        one.sources = {static_cast<Source>(i)};
        out.sources[i] = count(one, world);
    }
    for (std::size_t i = 0; i < out.programmes.size(); ++i) {
        Filter one = filter;
        one.programmes = {static_cast<Programme>(i)};
        out.programmes[i] = count(one, world);
    }
    Filter years = filter;
    years.past = false;
    for (const Selection& selection : world.selections) {
        if (out.years.contains(selection.fiscal_year)) {
            continue;
        }
        years.years = {{selection.fiscal_year, selection.fiscal_year}};
        out.years[selection.fiscal_year] = count(years, world);
    }
    years.years.clear();
    years.past = true;
    out.past = count(years, world);
    for (std::size_t i = 0; i < out.technologies.size(); ++i) {
        out.technologies[i] = count_technology(filter, static_cast<Technology>(i), world);
    }
    for (int number = 1; number <= prefecture_count; ++number) {
        Filter one = filter;
        one.prefectures = {number};
        out.prefectures[static_cast<std::size_t>(number)] = count(one, world);
    }
    for (const Kind kind : {Kind::fresh, Kind::continuing}) {
        Filter one = filter;
        one.kinds = {kind};
        out.kinds[static_cast<std::size_t>(kind)] = count(one, world);
    }
    return out;
}

bool has_year(const Filter& filter, int year) {
    return std::any_of(filter.years.begin(), filter.years.end(), [year](const YearRange& range) {
        return year >= range.first && year <= range.last;
    });
}

void toggle_year(Filter& filter, int year, const std::vector<int>& years) {
    std::vector<int> chosen;
    for (const int other : years) {
        if (has_year(filter, other) != (other == year)) {
            chosen.push_back(other);
        }
    }
    filter.years.clear();
    for (const int one : chosen) {
        if (!filter.years.empty() && filter.years.back().last + 1 == one) {
            filter.years.back().last = one;
        } else {
            filter.years.push_back({one, one});
        }
    }
}

}  // namespace miraimap::gui
