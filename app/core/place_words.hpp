// SPDX-License-Identifier: MIT
// Places that a user names one by one: a code or a name must mean exactly one municipality.
#pragma once

#include <string>
#include <vector>

#include "app/core/snapshot.hpp"

namespace miraimap {

/// Index of the one municipality that a word means.
/// @throws Error{usage} with the candidates if it means none or several
int index_of_place(const World& world, const std::string& word);

/// The same for a list; ascending, each once.
std::vector<int> indices_of_places(const World& world, const std::vector<std::string>& words);

}  // namespace miraimap
