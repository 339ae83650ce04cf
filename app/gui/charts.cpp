// SPDX-License-Identifier: MIT
#include "app/gui/charts.hpp"

#include <algorithm>
#include <utility>

#include "app/gui/app_state.hpp"
#include "app/gui/texts.hpp"

namespace miraimap::gui {
namespace {

constexpr const char* past_key = "past";

/// A filter that asks for one value of a kind and keeps the others.
Filter of_year(Filter filter, int year) {
    filter.past = false;
    filter.years = {{year, year}};
    return filter;
}

Filter of_past(Filter filter) {
    filter.past = true;
    filter.years.clear();
    return filter;
}

Filter of_technology(Filter filter, Technology technology) {
    filter.match = TechnologyMatch::any;
    filter.technologies = {technology};
    return filter;
}

bool names_a_municipality(const JoinedSelection& joined) {
    return std::any_of(joined.parts.begin(), joined.parts.end(),
                       [](const ResolvedPart& part) { return part.municipality >= 0; });
}

/// Counts, selections and places of a bar.
void fill_bar(const AppState& state, const Filter& alone, const Filter& passing, ChartBar& bar) {
    const World& world = *state.loaded->world;
    bar.all = count_selections(alone, world);
    const std::vector<int>& focus = passing.prefectures;
    for (const Passed& passed : apply_filter(passing, world.selections, world.join)) {
        if (!passed.counted) {
            continue;
        }
        bar.selections.push_back(passed.selection);
        if (!names_a_municipality(
                world.join.selections[static_cast<std::size_t>(passed.selection)])) {
            continue;  // of a whole prefecture: the map does not show its places as selected
        }
        for (const int place : state.links.places[static_cast<std::size_t>(passed.selection)]) {
            const int prefecture =
                world.catalogue.municipalities[static_cast<std::size_t>(place)].prefecture;
            if (focus.empty() || std::find(focus.begin(), focus.end(), prefecture) != focus.end()) {
                bar.places.push_back(place);
            }
        }
    }
    bar.passing = static_cast<int>(bar.selections.size());
    std::sort(bar.places.begin(), bar.places.end());
    bar.places.erase(std::unique(bar.places.begin(), bar.places.end()), bar.places.end());
}

void make_years(AppState& state) {
    const Filter& filter = state.request.filter;
    for (const int year : slider_years(state)) {
        ChartBar bar;
        bar.key = year_key(year);
        bar.label = {year_key(year), std::to_string(year)};
        bar.asked = has_year(filter, year);
        fill_bar(state, of_year({}, year), of_year(filter, year), bar);
        state.charts.years.push_back(std::move(bar));
    }
    ChartBar bar;
    bar.key = past_key;
    bar.label = text_of(T::filter_past);
    bar.asked = filter.past;
    fill_bar(state, of_past({}), of_past(filter), bar);
    state.charts.years.push_back(std::move(bar));
}

void make_technologies(AppState& state) {
    const Filter& filter = state.request.filter;
    for (int i = 0; i < technology_count; ++i) {
        const auto technology = static_cast<Technology>(i);
        ChartBar bar;
        bar.key = key_of(technology);
        bar.label = name_of(technology);
        const bool named = std::find(filter.technologies.begin(), filter.technologies.end(),
                                     technology) != filter.technologies.end();
        bar.excluded = named && filter.match == TechnologyMatch::none;
        bar.asked = named && !bar.excluded;
        fill_bar(state, of_technology({}, technology), of_technology(filter, technology), bar);
        state.charts.technologies.push_back(std::move(bar));
    }
}

/// What of the bars lies in the brush.
void narrow_bars(AppState& state) {
    const auto within = [&](int selection) {
        return in_brush(state, state.links.places[static_cast<std::size_t>(selection)]);
    };
    for (std::vector<ChartBar>* bars : {&state.charts.years, &state.charts.technologies}) {
        for (ChartBar& bar : *bars) {
            bar.within = static_cast<int>(
                std::count_if(bar.selections.begin(), bar.selections.end(), within));
        }
    }
    state.charts.without_technology = 0;
    for (const Passed& passed : state.snapshot.passed) {
        const Selection& s =
            state.loaded->world->selections[static_cast<std::size_t>(passed.selection)];
        const bool meant = passed.counted && s.technologies.empty() && within(passed.selection);
        state.charts.without_technology += meant ? 1 : 0;
    }
}

void filter_by_year(Filter& filter, const ChartBar& bar, bool toggled,
                    const std::vector<int>& years) {
    if (bar.key == past_key) {
        const bool alone = filter.past && filter.years.empty();
        filter.years = toggled ? filter.years : std::vector<YearRange>{};
        filter.past = toggled ? !filter.past : !alone;
        return;
    }
    const int year = parse_year(bar.key).value_or(0);
    if (toggled) {
        toggle_year(filter, year, years);
        return;
    }
    const std::vector<YearRange> only{{year, year}};
    const bool alone = filter.years == only && !filter.past;
    filter.years = alone ? std::vector<YearRange>{} : only;
    filter.past = false;
}

void filter_by_technology(Filter& filter, const ChartBar& bar, bool toggled) {
    const Technology technology = find_technology(bar.key).value_or(Technology::ai);
    if (toggled) {
        toggle(filter.technologies, technology);
        return;
    }
    const std::vector<Technology> only{technology};
    const bool alone = filter.technologies == only && filter.match == TechnologyMatch::any;
    filter.technologies = alone ? std::vector<Technology>{} : only;
    filter.match = TechnologyMatch::any;
}

}  // namespace

void update_charts(AppState& state) {
    ChartsState& charts = state.charts;
    const bool made = charts.made_from == state.snapshot_version;
    if (made && charts.made_within == state.map_choice.brush) {
        return;
    }
    if (!made) {
        charts.made_from = state.snapshot_version;
        charts.years.clear();
        charts.technologies.clear();
        make_years(state);
        make_technologies(state);
    }
    charts.made_within = state.map_choice.brush;
    narrow_bars(state);
}

const std::vector<ChartBar>& bars_of(const ChartsState& charts, ChartKind kind) {
    return kind == ChartKind::years ? charts.years : charts.technologies;
}

int chosen_in(const AppState& state, const ChartBar& bar) {
    return static_cast<int>(
        std::count_if(bar.selections.begin(), bar.selections.end(), [&](int selection) {
            return chosen_of(state, state.links.places[static_cast<std::size_t>(selection)]) !=
                   Marked::none;
        }));
}

void click_bar(AppState& state, ChartKind kind, const std::string& key, bool toggle) {
    update_charts(state);
    const std::vector<ChartBar>& bars = bars_of(state.charts, kind);
    const auto bar =
        std::find_if(bars.begin(), bars.end(), [&](const ChartBar& one) { return one.key == key; });
    if (bar == bars.end()) {
        return;
    }
    if (state.charts.choosing) {
        choose_group(state, bar->places, toggle);
        return;
    }
    Filter filter = state.request.filter;
    if (kind == ChartKind::years) {
        filter_by_year(filter, *bar, toggle, slider_years(state));
    } else {
        filter_by_technology(filter, *bar, toggle);
    }
    set_filter(state, filter);
}

}  // namespace miraimap::gui
