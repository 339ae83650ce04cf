// SPDX-License-Identifier: MIT
// Live counts: how many selections each filter value would give with the other filters kept.
//
// Technologies that are to be all there or not there narrow with each value, so the value is
// counted together with those already chosen. Promises: counts are of counted selections (a ☆ row
// that is linked to a mirai row that also passes counts once), by the same `apply_filter` as every
// verb. Pure; no window needed.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
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
    std::vector<std::pair<std::string, int>> themes;      ///< theme_names() with their counts
    std::array<int, prefecture_count + 1> prefectures{};  ///< index = JIS number
    std::array<int, 8> regions{};                         ///< index into regions()
    std::array<int, 5> scopes{};                          ///< index = Scope
    std::array<int, 3> kinds{};                           ///< index = Kind
    int all = 0;                                          ///< selections without any filter
    int passed = 0;                                       ///< selections with the whole filter
};

/// Selections that pass a filter, linked rows once.
int count_selections(const Filter& filter, const World& world);

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

/// JIS numbers of a region's prefectures, ascending. @param region  index into regions()
std::vector<int> prefectures_of_region(int region);
/// How many of a region's prefectures the filter names.
int prefectures_asked(const Filter& filter, int region);
/// Adds all prefectures of a region, or takes them out if all of them are asked for.
void toggle_region(Filter& filter, int region);

/// True if a year lies in one of the filter's ranges.
bool has_year(const Filter& filter, int year);
/// Adds or removes one year; neighbours among `years` (ascending) are kept as ranges.
void toggle_year(Filter& filter, int year, const std::vector<int>& years);

}  // namespace miraimap::gui
