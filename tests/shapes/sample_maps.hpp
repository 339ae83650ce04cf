// SPDX-License-Identifier: MIT
// Maps for tests: a made-up mosaic with known borders, and the embedded one.
#pragma once

#include <memory>

#include "geo/select/coverage.hpp"
#include "shapes/map_shapes.hpp"

namespace miraimap::testing {

struct SampleMap {
    Catalogue catalogue;
    Mosaic mosaic;
};

/// A jittered grid of municipalities in Chubu. Every grid line is one shared line of `segments`
/// edges; the left half belongs to prefecture 20, the right half to 21. Cell (1, 1) has a hole with
/// another municipality inside (four edges); the last municipality is an island.
struct GridPlan {
    int columns = 6;
    int rows = 5;
    int segments = 7;
};
SampleMap grid_map(const GridPlan& plan = {});

/// The embedded boundary set.
const SampleMap& japan();
/// The same on the default projection; made once.
std::shared_ptr<const MapShapes> japan_shapes();

/// Selected places as in the real tables: some direct, some in part, whole prefectures.
std::vector<MunicipalityCoverage> sample_coverage(const Catalogue& catalogue);

}  // namespace miraimap::testing
