// SPDX-License-Identifier: MIT
// Makes the embedded boundary set from the Japan Meteorological Agency's warning areas.
//
// Source: the folder `data/` of the package reversejp 0.2.1, with `landslides_0.json.zip` …
// `landslides_9.json.zip` (polygons, 7-digit codes, the code "hoppo" for the Northern Territories)
// and `area.json.zip` (names and kana by 7-digit code).
// A municipality is the first five digits. Sub-areas (釧路市釧路, 釧路市阿寒, …) and the wards of
// Kyoto and Hiroshima are united. Borders are repaired as one mosaic (mosaic_repair.hpp).
// Names of a municipality: of the code NNNNN00 where the source has one; of the designated city by
// its code; else what its sub-areas' names have in common: Japanese and kana up to the last 市 町
// 村 (し ちょう まち むら そん), English after the last comma, without a leading Eastern, Western,
// Northern, Southern and without brackets.
// Promises: nothing is downloaded; every feature of the source is in exactly one body or in a
// finding; the same source gives the same result.
#pragma once

#include <array>
#include <filesystem>
#include <string>

#include "geo/finding.hpp"
#include "geo/geometry/mosaic_repair.hpp"
#include "geo/io/boundary_writer.hpp"
#include "geo/place/catalogue.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap {

/// Area of one prefecture before and after the repair (Northern Territories in Hokkaido).
struct PrefectureArea {
    double source_km2 = 0;    ///< even-odd area of the source's features, each made valid alone
    double repaired_km2 = 0;  ///< sum of the result's municipalities
};

struct JmaImport {
    Catalogue catalogue;
    Mosaic mosaic;
    BoundaryOrigin origin;
    int features = 0;          ///< features of the source
    int invalid_features = 0;  ///< of these, not valid by the OGC rules as they come
    int valid_bodies = 0;      ///< bodies of the result that are valid
    MosaicRepair repair;       ///< counts and settled faces; `shapes` is moved to `mosaic`
    std::array<PrefectureArea, prefecture_count> areas;
    Findings findings;
};

/// Faces nobody claims, narrower than this and closed in on all sides, are gaps and not water.
inline constexpr double jma_max_gap_width_m = 50;

/// Reads, repairs, unites, names and measures.
/// @throws Error{input} if a file of the source is missing or not what it should be
JmaImport import_jma(const std::filesystem::path& source_folder);

/// The import's report for a person: counts, what was settled and how, areas per prefecture.
std::string to_text(const JmaImport& import, Lang lang);

}  // namespace miraimap
