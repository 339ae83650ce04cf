// SPDX-License-Identifier: MIT
// Live counts: how many selections each filter value would give with the other filters kept.
//
// Promises: counts are of counted selections (a ☆ row that is linked to a mirai row that also
// passes counts once), by the same `apply_filter` as every verb. Pure; no window needed.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "app/core/snapshot.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap::gui {

struct Facets {
    std::array<int, 3> sources{};
    std::array<int, programme_count> programmes{};
    std::map<int, int> years;  ///< western fiscal year -> count; every year of the data is a key
    int past = 0;
    std::array<int, technology_count> technologies{};
    std::array<int, prefecture_count + 1> prefectures{};  ///< index = JIS number
    std::array<int, 3> kinds{};                           ///< index = Kind
    int all = 0;                                          ///< selections without any filter
    int passed = 0;                                       ///< selections with the whole filter
};

/// Counts every value of every kind of filter.
Facets count_facets(const Filter& filter, const World& world);

/// Adds the value if it is missing and removes it otherwise; the list stays in enum order.
template <typename T>
void toggle(std::vector<T>& values, T value) {
    const auto it = std::lower_bound(values.begin(), values.end(), value);
    if (it != values.end() && *it == value) {
        values.erase(it);
    } else {
        values.insert(it, value);
    }
}

/// True if a year lies in one of the filter's ranges.
bool has_year(const Filter& filter, int year);
/// Adds or removes one year; neighbours among `years` (ascending) are kept as ranges.
void toggle_year(Filter& filter, int year, const std::vector<int>& years);

}  // namespace miraimap::gui
