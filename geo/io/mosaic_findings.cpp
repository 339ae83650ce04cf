// SPDX-License-Identifier: MIT
#include "geo/io/mosaic_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "geo/geometry/near_borders.hpp"
#include "geo/geometry/overlaps.hpp"

namespace miraimap {
namespace {

constexpr std::size_t most_named = 20;

/// "14201 甲市 – 14203 乙市 (…), …": the first pairs, each with what is said of it.
template <typename Pair, typename Said>
std::string named_pairs(const Catalogue& catalogue, const std::vector<Pair>& pairs, Said said) {
    std::string names;
    for (std::size_t i = 0; i < std::min(pairs.size(), most_named); ++i) {
        const auto& places = catalogue.municipalities;
        const Municipality& a = places[static_cast<std::size_t>(pairs[i].a)];
        const Municipality& b = places[static_cast<std::size_t>(pairs[i].b)];
        names += fmt::format("{}{} {} – {} {} ({})", i == 0 ? "" : ", ", a.code, a.name_ja, b.code,
                             b.name_ja, said(pairs[i]));
    }
    return names + (pairs.size() > most_named ? " …" : "");
}

std::optional<Finding> nearly_matching(const Catalogue& catalogue, const Mosaic& mosaic,
                                       const std::string& where) {
    const std::vector<NearBorder> pairs = find_near_borders(mosaic.shapes);
    if (pairs.empty()) {
        return std::nullopt;
    }
    int stretches = 0;
    double length_m = 0;
    double largest_m = 0;
    for (const NearBorder& pair : pairs) {
        stretches += pair.stretches;
        length_m += pair.length_m;
        largest_m = std::max(largest_m, pair.largest_m);
    }
    const std::string names = named_pairs(catalogue, pairs, [](const NearBorder& pair) {
        return fmt::format("{:.0f} m", pair.length_m);
    });
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

std::optional<Finding> overlapping(const Catalogue& catalogue, const Mosaic& mosaic,
                                   const std::string& where) {
    const std::vector<Overlap> pairs = find_overlaps(mosaic.shapes);
    if (pairs.empty()) {
        return std::nullopt;
    }
    const std::string names = named_pairs(catalogue, pairs, [](const Overlap& pair) {
        return fmt::format("{:.5f} E {:.5f} N", pair.where.lon, pair.where.lat);
    });
    return Finding{
        Severity::warning,
        "places-overlap",
        where,
        {fmt::format("同じ土地を二つの市区町村が覆っている所が {} 組ある。面積は両方に数えられ、"
                     "地図では片方しか見えないので、元のデータで境界を直す: {}",
                     pairs.size(), names),
         fmt::format(
             "pairs of municipalities that cover the same ground: {}; its area counts for both "
             "and the map shows one of them, so mend the borders in the source: {}",
             pairs.size(), names)}};
}

}  // namespace

Findings mosaic_findings(const Catalogue& catalogue, const Mosaic& mosaic,
                         const std::string& where) {
    Findings findings;
    for (auto* find : {nearly_matching, overlapping}) {
        if (auto finding = find(catalogue, mosaic, where)) {
            findings.push_back(std::move(*finding));
        }
    }
    return findings;
}

}  // namespace miraimap
