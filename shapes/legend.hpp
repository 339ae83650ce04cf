// SPDX-License-Identifier: MIT
// The classes of the coverage map and how many municipalities each holds.
#pragma once

#include <utility>
#include <vector>

#include "geo/select/coverage.hpp"
#include "shapes/scene.hpp"

namespace miraimap {

struct LegendQuestion {
    Theme theme = Theme::light;
    std::vector<int> prefectures;  ///< in focus; empty: all
    bool count_northern_territories = false;
};

struct Classification {
    std::vector<int> class_of;        ///< per municipality, index into legend
    std::vector<LegendEntry> legend;  ///< direct, part, prefecture, none, not counted[, outside]
    int counted = 0;                  ///< the denominator: the sum of the first four classes
};

Classification classify_coverage(const Catalogue& catalogue,
                                 const std::vector<MunicipalityCoverage>& coverage,
                                 const LegendQuestion& question);

/// What the denominator is, for people.
Text denominator_note(const Catalogue& catalogue, const Classification& classification,
                      const LegendQuestion& question);

/// 1741 -> "1,741".
std::string with_thousands(int number);

}  // namespace miraimap
