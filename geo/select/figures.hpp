// SPDX-License-Identifier: MIT
// Figures per municipality that a user loads, e.g. its population.
//
// Does not: read them; see user_table.hpp.
#pragma once

#include <optional>
#include <vector>

namespace miraimap {

/// One per municipality of the catalogue; empty where the user's table has none.
using Figures = std::vector<std::optional<double>>;

}  // namespace miraimap
