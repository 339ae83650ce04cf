// SPDX-License-Identifier: MIT
// Polygons with holes to triangles, for graphics cards.
//
// Method: the polygon is parted into pieces (shapes/monotone_pieces.hpp) and these are cut
// (shapes/monotone_triangles.hpp). What is not clean goes to a slower method that takes any rings
// (shapes/slab_tessellate.hpp), so that no land is lost.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "shapes/map_shapes.hpp"

namespace miraimap {

struct Triangles {
    std::vector<MapPoint> points;
    std::vector<std::uint32_t> corners;  ///< three per triangle, indices into points
    bool fallback = false;  ///< the polygon was not clean and was cut by the robust method
};

/// Cuts one polygon after another in the same memory. Not for several threads at once.
class Tessellator {
public:
    Tessellator();
    ~Tessellator();
    Tessellator(Tessellator&&) noexcept;
    Tessellator& operator=(Tessellator&&) noexcept;

    /// n + 2 * holes - 2 triangles on clean polygons, each counter-clockwise or, where corners lie
    /// on one line, without area; together they cover the polygon once. Repeated and infinite
    /// points are left out. A polygon is clean if no ring crosses itself, another or its own shell;
    /// rings may touch at points.
    /// @returns what stays until the next call
    const Triangles& cut(const MapPolygon& polygon);
    /// Whether `cut` would do without the robust method, at the cost of a clean polygon either way.
    bool is_clean(const MapPolygon& polygon);

private:
    struct Memory;
    std::unique_ptr<Memory> memory_;
};

/// The same for a single polygon.
Triangles tessellate(const MapPolygon& polygon);

}  // namespace miraimap
