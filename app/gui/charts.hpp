// SPDX-License-Identifier: MIT
// Bars by year and by technology, linked with every other view.
//
// A bar has counts of selections, linked rows once: all of the data, those that pass when this
// value is asked for and every other kind of filter is kept (as the chips of the filter say), of
// these those in the brush, and those that touch the chosen places. Promises: made anew only when
// the filter or the brush changed; a bar's places are those its passing selections stand for. Pure:
// charts_panel.cpp draws.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "geo/text.hpp"

namespace miraimap::gui {

struct AppState;

enum class ChartKind : std::uint8_t { years, technologies };

struct ChartBar {
    std::string key;  ///< "R2", "past", "AI"
    Text label;
    int all = 0;
    int passing = 0;
    int within = 0;               ///< of the passing ones, those in the brush; all without a brush
    bool asked = false;           ///< the filter names this value
    bool excluded = false;        ///< it is asked to be not there
    std::vector<int> selections;  ///< the passing ones
    std::vector<int> places;      ///< municipalities they name, ascending
};

struct ChartsState {
    std::vector<ChartBar> years;
    std::vector<ChartBar> technologies;
    int without_technology = 0;  ///< selections of the bars for which no technology is printed
    long long made_from = -1;    ///< version of the snapshot
    std::optional<std::vector<int>> made_within;  ///< the brush
    bool choosing = false;  ///< a click chooses a bar's places instead of filtering by it
};

/// Brings state.charts up to date.
void update_charts(AppState& state);
const std::vector<ChartBar>& bars_of(const ChartsState& charts, ChartKind kind);
/// Selections of a bar that touch the chosen places.
int chosen_in(const AppState& state, const ChartBar& bar);
/// A click: asks for this value alone (again: for none), or chooses its places; with `toggle` it
/// adds the value to the filter or takes it out, or adds or takes its places.
void click_bar(AppState& state, ChartKind kind, const std::string& key, bool toggle);

}  // namespace miraimap::gui
