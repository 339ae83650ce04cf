// SPDX-License-Identifier: MIT
// The classes of a map and how many municipalities each holds: by coverage grade, by a figure, or
// by the way to the nearest selected place.
//
// Promises: every municipality is in exactly one class; every counted one in focus is in a listed
// class, so the listed counts (without "not counted") add up to the denominator.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "geo/select/coverage.hpp"
#include "geo/select/distance.hpp"
#include "shapes/breaks.hpp"
#include "shapes/scene.hpp"

namespace miraimap {

/// What a map's colours show.
enum class MapColour : std::uint8_t {
    grade,     ///< coverage
    figure,    ///< a figure of the user's table
    distance,  ///< kilometres to the nearest selected place, between boundaries
    borders,   ///< borders crossed to the nearest selected place
};
inline constexpr int map_colour_count = 4;
/// "grade", "figure", "distance", "borders".
const std::string& key_of(MapColour colour);
const Text& name_of(MapColour colour);

struct LegendQuestion {
    Theme theme = Theme::light;
    std::vector<int> prefectures;  ///< in focus; empty: all
    Counting counting;
    std::vector<int> supposed = {};  ///< places supposed to be selected: a class of their own
};

struct Classification {
    MapColour colour = MapColour::grade;
    Text title;                       ///< what the classes are of; empty for the grades
    std::vector<int> class_of;        ///< per municipality, index into legend
    std::vector<LegendEntry> legend;  ///< best or least first, then supposed, not counted, outside
    int counted = 0;                  ///< the denominator
};

/// direct, part, prefecture, none[, supposed], not counted[, outside]
Classification classify_coverage(const Catalogue& catalogue,
                                 const std::vector<MunicipalityCoverage>& coverage,
                                 const LegendQuestion& question);

/// Figures in at most five classes, each named by its smallest and largest figure; then "no
/// figure".
/// @param name  of the figure, for the title
Classification classify_figures(const Catalogue& catalogue, const Figures& figures,
                                const std::string& name, BreakRule rule,
                                const LegendQuestion& question);

/// Selected, touching, within 10, 25, 50, 100 km, farther; then "nothing selected".
Classification classify_distances(const Catalogue& catalogue,
                                  const std::vector<MunicipalityCoverage>& coverage,
                                  const std::vector<Nearness>& nearness,
                                  const LegendQuestion& question);

/// Selected, 1, 2, 3, 4, 5 to 6, 7 or more borders; then "no way".
Classification classify_borders(const Catalogue& catalogue,
                                const std::vector<MunicipalityCoverage>& coverage,
                                const std::vector<Nearness>& nearness,
                                const LegendQuestion& question);

/// What the denominator is, for people.
Text denominator_note(const Catalogue& catalogue, const Classification& classification,
                      const LegendQuestion& question);

/// 1741 -> "1,741".
std::string with_thousands(int number);
/// 1234.5 -> "1,234.5": at most two decimals, no zeros at the end.
std::string figure_text(double number);

}  // namespace miraimap
