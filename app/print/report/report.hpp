// SPDX-License-Identifier: MIT
// A snapshot as one HTML page to send: map, figures, tables, charts, evidence.
//
// Promises: the page needs no network and no other file; it can be read without its script, which
// only filters, sorts and points at places; everything from the data is escaped; the same snapshot
// gives the same bytes; figures come from the snapshot.
// The script narrows the page's own filter by year and technology; its counts are those of
// `coverage` with the same conditions (tested in a browser).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/core/snapshot.hpp"
#include "geo/select/proof.hpp"

namespace miraimap {

/// @throws Error{usage} unless the file ends in .html
void check_report_ending(const std::filesystem::path& file);

/// The whole page, in the language of the snapshot's request. The snapshot's world must hold
/// geometry and its table must be by prefecture.
/// @param shapes  picture_shapes of the snapshot's world; null: made here
/// @param progress  told of every section; may be null
/// @throws Cancelled if the progress says so
std::string report_page(const Snapshot& snapshot, const CheckReport& checks,
                        std::shared_ptr<const MapShapes> shapes = nullptr,
                        Progress* progress = nullptr);

/// The headings of the page's sections, in their order.
const std::vector<Text>& report_sections();

}  // namespace miraimap
