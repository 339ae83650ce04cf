// SPDX-License-Identifier: MIT
// How alike two places are, as a score whose weights are visible and can be changed.
//
// Each criterion is a number from 0 (nothing in common) to 1 (the same); the score is their mean by
// weight. A criterion that cannot be judged (no technology asked for, no population loaded) is left
// out of the mean, never counted as 0.
//   technology  share of the technologies asked for that the selection has
//   distance    1 / (1 + km / 50), boundary to boundary: 1 for neighbours, 1/2 at 50 km
//   kind        1 for the same kind of body (city, town, village …), else 0
//   area        smaller over larger area
//   coast       1 if both are inland, both on the coast, or both islands, else 0
//   population  smaller over larger, from the user's table
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/place/catalogue.hpp"
#include "geo/select/figures.hpp"
#include "geo/select/neighbourhood.hpp"
#include "geo/select/selection.hpp"
#include "geo/text.hpp"

namespace miraimap {

enum class Criterion : std::uint8_t { technology, distance, kind, area, coast, population };
inline constexpr int criterion_count = 6;
const std::string& key_of(Criterion criterion);
const Text& name_of(Criterion criterion);

/// Weight of each criterion, at least 0.
struct Weights {
    std::array<double, criterion_count> of{3, 2, 1, 1, 1, 1};
    [[nodiscard]] double operator[](Criterion c) const { return of[static_cast<std::size_t>(c)]; }
    friend bool operator==(const Weights&, const Weights&) = default;
};

/// Changes the weights named, e.g. "technology=3,distance=0.5"; the others stay.
/// @throws Error{usage} for an unknown criterion, a missing, negative or endless number, or if no
///         weight is left above 0
void change_weights(std::string_view text, Weights& weights);
/// All weights, e.g. "technology=3,distance=2,kind=1,area=1,coast=1,population=1".
std::string to_text(const Weights& weights);

/// What is known about a pair of places.
struct Likeness {
    std::array<std::optional<double>, criterion_count> part;
    [[nodiscard]] double score(const Weights& weights) const;
};

/// Judges pairs of places.
struct LikenessContext {
    const Catalogue& catalogue;
    Neighbourhood& neighbourhood;
    const Figures* population = nullptr;
    std::vector<Technology> technologies;  ///< asked for; empty: not judged
};

/// @param selection  whose technologies count; nullptr: technology is not judged
Likeness likeness_of(LikenessContext& context, int a, int b, double boundary_km,
                     const Selection* selection);

/// Kind of body for people: 市, city …
const Text& name_of(BodyKind kind);

/// The parts of a score that were judged: "技術 1.00×3 + 距離 0.87×2 …".
Text in_words(const Likeness& likeness, const Weights& weights);

}  // namespace miraimap
