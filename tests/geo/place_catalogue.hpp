// SPDX-License-Identifier: MIT
// A small catalogue written by hand: every body the printed tables name, and those that make a name
// ambiguous, variant, or easily mistaken.
#pragma once

#include <filesystem>
#include <string>

#include "geo/place/catalogue.hpp"
#include "geo/place/resolver.hpp"

namespace miraimap::test {

/// About 160 bodies, ascending by code; lives as long as the program.
const Catalogue& place_catalogue();

/// data/names of the repository.
std::filesystem::path names_folder();

/// A resolver over place_catalogue() and the repository's names.
const Resolver& place_resolver();

/// The only part a text has; fails the test if there are several.
ResolvedPart only_part_of(const std::string& text);

/// "01233;07213": codes of the candidates, in their order.
std::string candidate_codes(const ResolvedPart& part);

/// All codes of a text, ;-joined; unresolved parts are left out.
std::string codes_of(const std::vector<ResolvedPart>& parts);

}  // namespace miraimap::test
