// SPDX-License-Identifier: MIT
#include "shapes/map_colour.hpp"

#include <array>
#include <cstddef>

namespace miraimap {

const std::string& key_of(MapColour colour) {
    static const std::array<std::string, map_colour_count> keys{
        "grade",    "selections", "first-year", "programme", "technology",
        "distance", "borders",    "granted",    "requested", "figure"};
    return keys.at(static_cast<std::size_t>(colour));
}

const Text& name_of(MapColour colour) {
    static const std::array<Text, map_colour_count> names{
        {{"選定の段階", "Coverage grade"},
         {"選定の数", "Number of selections"},
         {"最初に選定された年度", "First year selected"},
         {"事業", "Programme"},
         {"技術", "Technology"},
         {"最寄りの選定までの距離", "Distance to the nearest selected"},
         {"最寄りの選定までの境界の数", "Borders to the nearest selected"},
         {"交付額（円の面積）", "Granted amount (area of circles)"},
         {"要望額（円の面積）", "Requested amount (area of circles)"},
         {"手元の表の数", "Your figure"}}};
    return names.at(static_cast<std::size_t>(colour));
}

const Text& short_name_of(MapColour colour) {
    static const std::array<Text, map_colour_count> names{{{"段階", "Grade"},
                                                           {"件数", "Count"},
                                                           {"初年度", "First year"},
                                                           {"事業", "Programme"},
                                                           {"技術", "Technology"},
                                                           {"距離", "Distance"},
                                                           {"境界の数", "Borders"},
                                                           {"交付額", "Granted"},
                                                           {"要望額", "Requested"},
                                                           {"手元の数", "Your figure"}}};
    return names.at(static_cast<std::size_t>(colour));
}

}  // namespace miraimap
