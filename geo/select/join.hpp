// SPDX-License-Identifier: MIT
// Which place a selection stands for: every part of its area text with the code and the reason.
//
// Promises: rows are conserved: each selection has at least one part, each part is exact, inferred,
// ambiguous, not a municipality, or unknown. Nothing is picked silently.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/finding.hpp"
#include "geo/place/resolver.hpp"
#include "geo/select/selection.hpp"

namespace miraimap {

/// What a selection covers as a whole.
enum class Scope : std::uint8_t { municipality, joint, part, prefecture, unresolved };
const std::string& key_of(Scope scope);
const Text& name_of(Scope scope);

/// The join decision for one selection.
struct JoinedSelection {
    std::vector<ResolvedPart> parts;  ///< one per printed member, in printed order
    std::vector<std::string>
        codes;  ///< as printed in the contract: municipalities, "13000" = prefecture
    std::vector<std::string> districts;  ///< wards and districts named
    Scope scope = Scope::unresolved;
};

struct Join {
    std::vector<JoinedSelection> selections;  ///< same indices as the selections
    Findings findings;
};

/// Resolves every selection's area text.
Join join_selections(const std::vector<Selection>& selections, const Resolver& resolver);

}  // namespace miraimap
