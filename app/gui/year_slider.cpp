// SPDX-License-Identifier: MIT
#include "app/gui/year_slider.hpp"

#include <algorithm>
#include <cassert>
#include <iterator>

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

/// Years with gaps become one.
YearMode mode_to_ask(const AppState& state) {
    const YearMode shown = shown_year_mode(state);
    return shown == YearMode::several ? YearMode::single : shown;
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

std::vector<int> asked_years(const AppState& state) {
    std::vector<int> asked = slider_years(state);
    std::erase_if(asked, [&](int year) { return !has_year(state.request.filter, year); });
    return asked;
}

std::optional<YearRange> shown_years(const AppState& state) {
    const std::vector<int> asked = asked_years(state);
    if (asked.empty()) {
        return std::nullopt;
    }
    const std::vector<int> years = slider_years(state);
    const int between = index_of(years, asked.back()) - index_of(years, asked.front()) + 1;
    return between == std::ssize(asked) ? std::optional(YearRange{asked.front(), asked.back()})
                                        : std::nullopt;
}

YearMode shown_year_mode(const AppState& state) {
    const std::vector<YearRange>& asked = state.request.filter.years;
    if (asked.empty()) {
        return state.years.mode;
    }
    const std::optional<YearRange> shown = shown_years(state);
    if (!shown) {
        return YearMode::several;
    }
    const bool open = std::any_of(asked.begin(), asked.end(), [](const YearRange& range) {
        return range.first <= YearRange::open_first;
    });
    if (open) {
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
        case YearMode::several:
            assert(false);
            return;
    }
    set_filter_in_step(state, filter);
}

void set_year_mode(AppState& state, YearMode mode) {
    state.years.mode = mode;
    if (state.request.filter.years.empty()) {
        return;
    }
    const std::vector<int> asked = asked_years(state);
    const std::vector<int>& meant = asked.empty() ? slider_years(state) : asked;
    if (!meant.empty()) {
        ask_years(state, mode, meant.front(), meant.back());
        end_filter_step(state);
    }
}

bool step_years(AppState& state, int step) {
    const std::vector<int> years = slider_years(state);
    if (years.empty()) {
        return false;
    }
    const YearMode mode = mode_to_ask(state);
    const std::optional<YearRange> shown = shown_years(state);
    if (const std::vector<int> asked = asked_years(state); !shown && !asked.empty()) {
        // From years with gaps to the one after or before them.
        const int end = index_of(years, step > 0 ? asked.back() : asked.front()) + step;
        const int year =
            years[static_cast<std::size_t>(std::clamp(end, 0, static_cast<int>(years.size()) - 1))];
        ask_years(state, mode, year, year);
        return true;
    }
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
        ask_first(state, mode_to_ask(state), years);
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
