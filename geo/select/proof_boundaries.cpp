// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "geo/geometry/shared_borders.hpp"
#include "geo/select/proof.hpp"
#include "geo/select/proof_parts.hpp"

namespace miraimap {
namespace {

/// 総務省: 市区町村数 (792 cities with designated ones, 743 towns, 183 villages, 23 special wards),
/// unchanged since 2018-10-01.
constexpr int municipalities_of_japan = 1741;
/// 国土地理院「全国都道府県市区町村別面積調」, Northern Territories included.
constexpr double area_of_japan_km2 = 377975;
constexpr double area_tolerance = 0.001;

bool is_five_digits(const std::string& code) {
    return code.size() == 5 &&
           std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// How many polygons are wrong, and the first ones with GEOS's reason and position.
void add_validity(const BoundarySet& set, const std::string& file, std::vector<Proof>& proofs) {
    constexpr std::size_t most_named = 5;
    const std::size_t invalid = set.invalid.size();
    Text named;
    for (std::size_t i = 0; i < std::min(invalid, most_named); ++i) {
        const std::string one = set.invalid[i].code + " " + set.invalid[i].reason;
        named.ja += (i == 0 ? ": " : "、") + one;
        named.en += (i == 0 ? ": " : ", ") + one;
    }
    if (invalid > most_named) {
        named.ja += "、…";
        named.en += ", …";
    }
    add_proof(proofs, "boundaries/validity", invalid == 0,
              {fmt::format("正しくない多角形は {}{}", invalid, named.ja),
               fmt::format("{} invalid polygons{}", invalid, named.en)},
              file);
}

}  // namespace

void prove_boundaries(const BoundarySet& set, const std::string& file, std::vector<Proof>& proofs) {
    const auto& bodies = set.catalogue.municipalities;
    const int counted = set.catalogue.counted();
    add_proof(
        proofs, "boundaries/municipalities", counted == municipalities_of_japan,
        {fmt::format("数える市区町村は {}（全国は {}）", counted, municipalities_of_japan),
         fmt::format("{} counted municipalities ({} in Japan)", counted, municipalities_of_japan)},
        file);
    std::set<int> prefectures;
    bool codes_good = true;
    double area_km2 = 0;
    for (const Municipality& m : bodies) {
        prefectures.insert(m.prefecture);
        codes_good = codes_good && (!m.counted || is_five_digits(m.code));
        area_km2 += m.area_km2;
    }
    add_proof(proofs, "boundaries/prefectures", prefectures.size() == 47,
              {fmt::format("都道府県は {}", prefectures.size()),
               fmt::format("{} prefectures", prefectures.size())},
              file);
    add_proof(
        proofs, "boundaries/codes", codes_good,
        {"コードはすべて 5 桁の文字で、重ならない", "codes are five digits of text, each once"},
        file);
    add_proof(proofs, "boundaries/area",
              std::abs(area_km2 / area_of_japan_km2 - 1) < area_tolerance,
              {fmt::format("面積の和 {:.1f} km² は公表値 {} km² と 0.1 % 以内で合う", area_km2,
                           area_of_japan_km2),
               fmt::format("areas sum to {:.1f} km², within 0.1 % of the published {} km²",
                           area_km2, area_of_japan_km2)},
              file);
    add_validity(set, file, proofs);
    const std::size_t borders = find_borders(set.mosaic.shapes).size();
    add_proof(proofs, "boundaries/shared-borders", borders > bodies.size(),
              {fmt::format("頂点まで一致する境界の組は {}", borders),
               fmt::format("{} pairs share a border vertex for vertex", borders)},
              file);
    add_proof(proofs, "boundaries/rows", set.rejected == 0,
              {fmt::format("読んだ地物 {}、使わなかった地物 {}", set.features, set.rejected),
               fmt::format("{} features read, {} not used", set.features, set.rejected)},
              file);
}

}  // namespace miraimap
