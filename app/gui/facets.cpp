// SPDX-License-Identifier: MIT
#include "app/gui/facets.hpp"

#include <algorithm>

namespace miraimap::gui {
namespace {

int count_technology(const Filter& filter, Technology technology, const World& world) {
    Filter one = filter;
    if (filter.match == TechnologyMatch::any) {
        one.technologies.clear();
    }
    if (std::find(one.technologies.begin(), one.technologies.end(), technology) ==
        one.technologies.end()) {
        one.technologies.push_back(technology);
    }
    return count_selections(one, world);
}

}  // namespace

int count_selections(const Filter& filter, const World& world) {
    const std::vector<Passed> passed = apply_filter(filter, world.selections, world.join);
    return static_cast<int>(
        std::count_if(passed.begin(), passed.end(), [](const Passed& p) { return p.counted; }));
}

std::vector<int> prefectures_of_region(int region) {
    std::vector<int> numbers;
    for (const Prefecture& prefecture : prefectures()) {
        if (prefecture.region == region) {
            numbers.push_back(prefecture.number);
        }
    }
    return numbers;
}

int prefectures_asked(const Filter& filter, int region) {
    return static_cast<int>(
        std::count_if(filter.prefectures.begin(), filter.prefectures.end(), [&](int number) {
            return prefectures()[static_cast<std::size_t>(number - 1)].region == region;
        }));
}

void toggle_region(Filter& filter, int region) {
    const std::vector<int> own = prefectures_of_region(region);
    const bool all = prefectures_asked(filter, region) == static_cast<int>(own.size());
    std::erase_if(filter.prefectures, [&](int number) {
        return std::find(own.begin(), own.end(), number) != own.end();
    });
    if (!all) {
        filter.prefectures.insert(filter.prefectures.end(), own.begin(), own.end());
        std::sort(filter.prefectures.begin(), filter.prefectures.end());
    }
}

Facets count_facets(const Filter& filter, const World& world) {
    Facets out;
    out.all = count_selections({}, world);
    out.passed = count_selections(filter, world);
    for (std::size_t i = 0; i < out.sources.size(); ++i) {
        Filter one = filter;
        one.sources = {static_cast<Source>(i)};
        out.sources[i] = count_selections(one, world);
    }
    for (std::size_t i = 0; i < out.programmes.size(); ++i) {
        Filter one = filter;
        one.programmes = {static_cast<Programme>(i)};
        out.programmes[i] = count_selections(one, world);
    }
    Filter years = filter;
    years.past = false;
    for (const Selection& selection : world.selections) {
        if (out.years.contains(selection.fiscal_year)) {
            continue;
        }
        years.years = {{selection.fiscal_year, selection.fiscal_year}};
        out.years[selection.fiscal_year] = count_selections(years, world);
    }
    years.years.clear();
    years.past = true;
    out.past = count_selections(years, world);
    for (std::size_t i = 0; i < out.technologies.size(); ++i) {
        out.technologies[i] = count_technology(filter, static_cast<Technology>(i), world);
    }
    for (int number = 1; number <= prefecture_count; ++number) {
        Filter one = filter;
        one.prefectures = {number};
        out.prefectures[static_cast<std::size_t>(number)] = count_selections(one, world);
    }
    for (int region = 0; region < static_cast<int>(regions().size()); ++region) {
        Filter one = filter;
        one.prefectures = prefectures_of_region(region);
        out.regions[static_cast<std::size_t>(region)] = count_selections(one, world);
    }
    for (const std::string& theme : theme_names(world.selections)) {
        Filter one = filter;
        one.themes = {theme};
        out.themes.emplace_back(theme, count_selections(one, world));
    }
    for (std::size_t i = 0; i < out.scopes.size(); ++i) {
        Filter one = filter;
        one.scopes = {static_cast<Scope>(i)};
        out.scopes[i] = count_selections(one, world);
    }
    for (const Kind kind : {Kind::fresh, Kind::continuing}) {
        Filter one = filter;
        one.kinds = {kind};
        out.kinds[static_cast<std::size_t>(kind)] = count_selections(one, world);
    }
    return out;
}

bool has_year(const Filter& filter, int year) {
    return std::any_of(filter.years.begin(), filter.years.end(),
                       [year](const YearRange& range) { return range.contains(year); });
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
