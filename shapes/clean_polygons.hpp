// SPDX-License-Identifier: MIT
// Polygons that cannot be drawn as they stand.
#pragma once

#include <vector>

#include "geo/crs/projection.hpp"
#include "geo/finding.hpp"
#include "geo/place/catalogue.hpp"
#include "shapes/map_shapes.hpp"

namespace miraimap {

/// A warning `polygon-not-clean` for each polygon whose rings cross, double back or lie outside of
/// their shell on the map, with its code, its number among the municipality's polygons and a corner
/// of it. Such a polygon is drawn all the same (shapes/slab_tessellate.hpp); no land is lost. Time:
/// that of cutting all polygons into triangles.
/// @param mosaic  as many shapes as the catalogue has municipalities
Findings unclean_polygons(const Catalogue& catalogue, const Mosaic& mosaic,
                          const Projection& projection);

/// The municipalities with such a polygon, ascending.
std::vector<int> unclean_places(const std::vector<std::vector<MapPolygon>>& municipalities);

}  // namespace miraimap
