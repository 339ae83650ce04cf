// SPDX-License-Identifier: MIT
// Links the ☆ of the smart-city table to the selections of the 未来技術社会実装事業 list.
//
// Promises: a ☆ refers to the same selection as the list (contract 4): it is linked, not counted
// twice. A ☆ without a row in the list is a finding, never dropped.
#pragma once

#include <vector>

#include "geo/finding.hpp"
#include "geo/select/join.hpp"
#include "geo/select/selection.hpp"

namespace miraimap {

/// Sets `linked` (☆ of the row's own year) and `past_linked` (☆ in 過年度選定): the mirai row of
/// the same year, or of an earlier one, that names one of the same municipalities.
Findings link_starred_rows(std::vector<Selection>& selections, const Join& join);

}  // namespace miraimap
