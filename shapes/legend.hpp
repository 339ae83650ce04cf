// SPDX-License-Identifier: MIT
// The classes of a map and how many municipalities each holds: by coverage grade, by a figure, or
// by the way to the nearest selected place (by what the selections say: legend_facts.hpp).
//
// Promises: every municipality is in exactly one class; every counted one in focus is in a listed
// class, so the listed counts (without "not counted") add up to the denominator.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "geo/select/coverage.hpp"
#include "geo/select/distance.hpp"
#include "geo/select/place_facts.hpp"
#include "shapes/breaks.hpp"
#include "shapes/map_colour.hpp"
#include "shapes/scene.hpp"

namespace miraimap {

struct LegendQuestion {
    Theme theme = Theme::light;
    std::vector<int> prefectures;  ///< in focus; empty: all
    Counting counting;
    std::vector<int> supposed = {};    ///< places supposed to be selected: a class of their own
    std::vector<int> unresolved = {};  ///< places an ambiguous text may mean; ascending
};

struct Classification {
    MapColour colour = MapColour::grade;
    Text title;                       ///< what the classes are of; empty for the grades
    std::vector<int> class_of;        ///< per municipality, index into legend
    std::vector<LegendEntry> legend;  ///< best or least first, then supposed, not counted, outside
    int counted = 0;                  ///< the denominator
    /// Places that hold more than the class that class_of counts them in, e.g. those of "several":
    /// all classes they hold, at least two, in the order of the legend. Empty for the others; the
    /// whole is empty if a map has no such places.
    std::vector<std::vector<int>> several_of = {};
    /// For circles over the classes; empty for other modes.
    std::vector<PlaceAmount> amounts = {};
    std::int64_t largest_amount = 0;  ///< of all data, whatever the filter
};

/// direct, part, prefecture, none, unresolved[, supposed], not counted[, outside]
Classification classify_coverage(const Catalogue& catalogue,
                                 const std::vector<MunicipalityCoverage>& coverage,
                                 const LegendQuestion& question);

/// Figures in at most five classes, each named by its smallest and largest figure; then "no
/// figure".
/// @param name  of the figure, for the title
Classification classify_figures(const Catalogue& catalogue, const Figures& figures,
                                const std::string& name, BreakRule rule,
                                const LegendQuestion& question);

/// Selected; of those not selected: touching, within 10, 25, 50, 100 km, farther, "nothing
/// selected"; then only their prefecture, and unresolved. The last two hold their distance too.
Classification classify_distances(const Catalogue& catalogue,
                                  const std::vector<MunicipalityCoverage>& coverage,
                                  const std::vector<Nearness>& nearness,
                                  const LegendQuestion& question);

/// As by distance, with 1, 2, 3, 4, 5 to 6, 7 or more borders and "no way".
Classification classify_borders(const Catalogue& catalogue,
                                const std::vector<MunicipalityCoverage>& coverage,
                                const std::vector<Nearness>& nearness,
                                const LegendQuestion& question);

/// What the denominator is, for people.
Text denominator_note(const Catalogue& catalogue, const Classification& classification,
                      const LegendQuestion& question);

/// Name of a class as a legend shows it: with its symbol, and with the places of several classes
/// that hold it too.
std::string legend_words(const LegendEntry& entry, Lang lang);
/// What "(+n)" beside the names stands for; empty if no entry has it.
Text among_note(const std::vector<LegendEntry>& legend);
/// The listed entries that stand under one heading with entry i, if it is the first of them; else
/// empty.
std::vector<std::size_t> group_from(const std::vector<LegendEntry>& legend, std::size_t i);
/// Municipalities of these entries.
int count_of(const std::vector<LegendEntry>& legend, const std::vector<std::size_t>& entries);
/// What circles on a map add up to.
Text circles_in_words(const CircleLegend& circles);

/// 1741 -> "1,741".
std::string with_thousands(int number);
/// 1234.5 -> "1,234.5": at most two decimals, no zeros at the end.
std::string figure_text(double number);

}  // namespace miraimap
