// SPDX-License-Identifier: MIT
// What stands beside a printed map: the coverage numbers of what it shows and its selections.
//
// Promises: every number comes from the coverage tables of geo/select; nothing is counted here.
#pragma once

#include "app/core/snapshot.hpp"
#include "shapes/page_words.hpp"

namespace miraimap {

/// One prefecture: its figures beside those of the whole country under the same filter. A few
/// prefectures: a row each. Else a row for each region.
PageTable page_figures(const Snapshot& snapshot);

/// The counted selections in table order, if the map is about one prefecture or if they are few;
/// else empty.
PageList page_selections(const Snapshot& snapshot);

}  // namespace miraimap
