// SPDX-License-Identifier: MIT
#include "geo/io/nearly_matching.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "geo/geometry/near_borders.hpp"

namespace miraimap {

std::optional<Finding> nearly_matching(const Catalogue& catalogue, const Mosaic& mosaic,
                                       const std::string& where) {
    const std::vector<NearBorder> pairs = find_near_borders(mosaic.shapes);
    if (pairs.empty()) {
        return std::nullopt;
    }
    int stretches = 0;
    double length_m = 0;
    double largest_m = 0;
    std::string names;
    constexpr std::size_t most_named = 20;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        stretches += pairs[i].stretches;
        length_m += pairs[i].length_m;
        largest_m = std::max(largest_m, pairs[i].largest_m);
        if (i < most_named) {
            const auto& places = catalogue.municipalities;
            const Municipality& a = places[static_cast<std::size_t>(pairs[i].a)];
            const Municipality& b = places[static_cast<std::size_t>(pairs[i].b)];
            names += fmt::format("{}{} {} – {} {} ({:.0f} m)", i == 0 ? "" : ", ", a.code,
                                 a.name_ja, b.code, b.name_ja, pairs[i].length_m);
        }
    }
    names += pairs.size() > most_named ? " …" : "";
    return Finding{
        Severity::warning,
        "borders-match-nearly",
        where,
        {fmt::format(
             "ほぼ重なるのに頂点が一致しない境界が {} か所、{} 組、計 {:.0f} m（最大 {:.2f} "
             "m の食い違い）。隣どうしと見なされないので、元のデータで頂点を合わせる: {}",
             stretches, pairs.size(), length_m, largest_m, names),
         fmt::format("borders match only nearly: {} stretches of {} pairs, {:.0f} m in all, up to "
                     "{:.2f} m apart; they do not count as shared, so snap them in the source: {}",
                     stretches, pairs.size(), length_m, largest_m, names)}};
}

}  // namespace miraimap
