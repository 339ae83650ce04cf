// SPDX-License-Identifier: MIT
// Small random mosaics with everything that is awkward: islands, enclaves, exclaves, lakes, point
// contacts. And the distance between two shapes by an independent method.
#pragma once

#include <cstdint>
#include <vector>

#include "geo/geometry/polygon.hpp"
#include "geo/place/catalogue.hpp"

namespace miraimap::test {

/// A jittered grid whose cells belong to random places or to the water.
/// @param size  cells a side
/// @param places  number of shapes; some may come out empty of neighbours, none is empty of cells
std::vector<MultiPolygon> random_mosaic(std::uint32_t seed, int size, int places);

/// Scattered islands on a grid with much water: about half of the cells hold an island, which
/// belongs to a random place. Places that got none are left out.
std::vector<MultiPolygon> random_archipelago(std::uint32_t seed, int size, int places);

/// A catalogue for such a mosaic: ascending codes, geodesic areas.
Catalogue catalogue_of(const std::vector<MultiPolygon>& shapes);

/// Boundary distance in metres by GEOS in an azimuthal equidistant plane, centred again on the pair
/// it found until it stays (0 where GEOS says that the shapes touch).
double geos_distance_m(const MultiPolygon& a, const MultiPolygon& b);

/// Length in metres of the line in which two shapes meet, by GEOS in such a plane.
double geos_shared_border_m(const MultiPolygon& a, const MultiPolygon& b);

/// Square metres that two shapes both cover, by GEOS in such a plane.
double geos_overlap_m2(const MultiPolygon& a, const MultiPolygon& b);

}  // namespace miraimap::test
