// SPDX-License-Identifier: MIT
#include "app/gui/year_slider.hpp"

#include <algorithm>

#include "app/gui/app_state.hpp"

namespace miraimap::gui {
namespace {

int index_of(const std::vector<int>& years, int year) {
    return static_cast<int>(std::lower_bound(years.begin(), years.end(), year) - years.begin());
}

/// The years where playing begins: the first one, or the two first ones.
void ask_first(AppState& state, YearMode mode, const std::vector<int>& years) {
    const std::size_t second = mode == YearMode::range && years.size() > 1 ? 1 : 0;
    ask_years(state, mode, years.front(), years[second]);
}

bool at_end(const AppState& state, const std::vector<int>& years) {
    const std::optional<YearRange> shown = shown_years(state);
    return !shown || shown->last >= years.back();
}

}  // namespace

std::vector<int> slider_years(const AppState& state) {
    std::vector<int> years;
    for (const auto& [year, count] : state.facets.years) {
        years.push_back(year);
    }
    return years;
}

std::optional<YearRange> shown_years(const AppState& state) {
    const std::vector<YearRange>& asked = state.request.filter.years;
    const std::vector<int> years = slider_years(state);
    if (asked.size() != 1 || years.empty()) {
        return std::nullopt;
    }
    const YearRange within{std::max(asked[0].first, years.front()),
                           std::min(asked[0].last, years.back())};
    return within.first <= within.last ? std::optional(within) : std::nullopt;
}

YearMode shown_year_mode(const AppState& state) {
    const std::optional<YearRange> shown = shown_years(state);
    if (!shown) {
        return state.years.mode;
    }
    if (state.request.filter.years[0].first <= YearRange::open_first) {
        return YearMode::cumulative;
    }
    const bool one = shown->first == shown->last;
    return one && state.years.mode != YearMode::range ? YearMode::single : YearMode::range;
}

void ask_years(AppState& state, YearMode mode, int from, int to) {
    state.years.mode = mode;
    Filter filter = state.request.filter;
    switch (mode) {
        case YearMode::single:
            filter.years = {{to, to}};
            break;
        case YearMode::range:
            filter.years = {{std::min(from, to), std::max(from, to)}};
            break;
        case YearMode::cumulative:
            filter.years = {{YearRange::open_first, to}};
            break;
    }
    set_filter_in_step(state, filter);
}

void set_year_mode(AppState& state, YearMode mode) {
    const std::optional<YearRange> shown = shown_years(state);
    state.years.mode = mode;
    if (shown) {
        ask_years(state, mode, shown->first, shown->last);
        end_filter_step(state);
    }
}

bool step_years(AppState& state, int step) {
    const std::vector<int> years = slider_years(state);
    if (years.empty()) {
        return false;
    }
    const YearMode mode = shown_year_mode(state);
    const std::optional<YearRange> shown = shown_years(state);
    if (!shown) {
        if (step > 0) {
            ask_first(state, mode, years);
        } else {
            ask_years(state, mode, years.back(), years.back());
        }
        return true;
    }
    const int from = index_of(years, shown->first) + (mode == YearMode::cumulative ? 0 : step);
    const int to = index_of(years, shown->last) + step;
    const int count = static_cast<int>(years.size());
    if (from < 0 || to < 0 || to >= count) {
        return false;
    }
    ask_years(state, mode, years[static_cast<std::size_t>(from)],
              years[static_cast<std::size_t>(to)]);
    return true;
}

void start_playing(AppState& state) {
    const std::vector<int> years = slider_years(state);
    if (years.empty()) {
        return;
    }
    if (at_end(state, years)) {
        ask_first(state, shown_year_mode(state), years);
    }
    state.years.playing = true;
    state.years.next_s.reset();
}

void stop_playing(AppState& state) {
    if (state.years.playing) {
        state.years.playing = false;
        end_filter_step(state);
    }
}

bool play_years(AppState& state, double now_s) {
    if (!state.years.playing) {
        return false;
    }
    if (!state.years.next_s) {
        state.years.next_s = now_s + year_step_s;
    }
    if (now_s < *state.years.next_s) {
        return false;
    }
    const bool moved = step_years(state, 1);
    state.years.next_s = now_s + year_step_s;
    if (!moved || at_end(state, slider_years(state))) {
        stop_playing(state);
    }
    return true;
}

}  // namespace miraimap::gui
