// SPDX-License-Identifier: MIT
// How many wards of a designated city have which grade, from the districts that selections name.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "geo/select/coverage.hpp"

namespace miraimap {

/// Wards by grade (indexed by Grade).
using WardGrades = std::array<int, 4>;

/// @param place  index of the city
/// @param wards  their names; not empty
/// @param coverage  of the city, supposed ones included
WardGrades ward_grades(int place, const std::vector<std::string>& wards,
                       const MunicipalityCoverage& coverage, const std::vector<Passed>& passed,
                       const Join& join);

}  // namespace miraimap
