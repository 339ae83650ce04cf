// SPDX-License-Identifier: MIT
// Names near a text that matches none: what the writer may have meant.
//
// Promises: at most five bodies, in an order that depends on the catalogue and the text alone:
// edit distance, edit distance without suffix, bodies of the given prefecture, code.
// Only shown, never chosen.
// Cost: linear in the catalogue for texts short enough to be a name, nothing for longer ones.
#pragma once

#include <string>
#include <string_view>

#include "geo/place/gazetteer.hpp"

namespace miraimap {

inline constexpr std::size_t near_names_limit = 5;

/// Number of single-character insertions, deletions and replacements between two texts, or `most`+1
/// as soon as it must be larger.
int edit_distance(std::u32string_view a, std::u32string_view b, int most);

/// Municipalities whose name, with or without its suffix, is near a folded name. At least one
/// character besides the suffix must be shared.
/// @param prefecture comes first among equals; 0: none does
Bodies near_names(const Gazetteer& gazetteer, std::u32string_view folded, int prefecture);

/// Likewise for a romaji key.
Bodies near_romaji(const Gazetteer& gazetteer, std::string_view key, int prefecture);

}  // namespace miraimap
