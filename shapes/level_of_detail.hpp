// SPDX-License-Identifier: MIT
// Levels of detail: which points of the border lines matter at a scale.
//
// Each point of each line has a weight, its effective area: the area of the triangle that is lost
// when the point goes, the least important points going first. Source: M. Visvalingam and J. D.
// Whyatt, "Line generalisation by repeated elimination of points", Cartographic Journal 30 (1993).
// Weights are found once; a level is a smallest area, and keeps the points that weigh as much.
// Promises: neighbours share the line, so at no level does a gap or an overlap open between them; a
// coarser level keeps a part of what a finer one keeps; junctions stay; a line that is a ring keeps
// three points, and lines between the same two junctions do not fall onto each other. Does not:
// touch full geometry (picking, areas and exports use that), or keep lines from crossing others at
// less than the level's own detail.
#pragma once

#include <vector>

#include "shapes/map_shapes.hpp"

namespace miraimap {

/// Effective areas of the points of one line in m²; infinite for those that stay at every level.
/// @param ring  the line closes on itself and no other line ends on it: its ends are one point
/// @param least  inner points (of a ring: points) that stay at every level
std::vector<float> effective_areas_m2(const std::vector<MapPoint>& line, bool ring,
                                      std::size_t least);

/// Weights of all lines of a map. Linear in the points but for a logarithm of each line's length.
/// @param progress  may be null. @throws Cancelled
void weigh_lines(MapShapes& shapes, Progress* progress = nullptr);

/// A level. The side is about the size of the smallest thing that is kept: points whose effective
/// area is below its square go, and lines that are rings within such a square go whole.
struct DetailLevel {
    double side_m = 0;  ///< 0: everything
    /// The level for a picture: nothing is lost that fills more than a part of a pixel.
    static DetailLevel for_scale(double metres_per_px) { return {metres_per_px * side_px}; }
    /// Measured on N03 (tests/bench): 0.7 % of land pixels change their place at the national view.
    static constexpr double side_px = 0.2;
};

/// Pieces of thin lines that are shorter do not show in a picture of pixels.
inline constexpr double piece_that_shows_px = 0.4;

/// The points of a line at a level; of a ring, closed again. Empty if the ring goes whole.
std::vector<MapPoint> line_at(const BorderLine& line, DetailLevel level);

/// All lines at a level, made once for many polygons.
class LevelLines {
public:
    LevelLines(const MapShapes& shapes, DetailLevel level);

    /// As MapShapes numbers them.
    [[nodiscard]] const std::vector<MapPoint>& line(std::uint32_t number) const {
        return lines_[number];
    }
    /// Polygons of a municipality at this level, in the order of MapShapes::municipalities; those
    /// whose shell went whole are left out. Shells counter-clockwise, holes clockwise.
    [[nodiscard]] std::vector<MapPolygon> polygons(int municipality) const;

private:
    [[nodiscard]] MapRing ring(const LineRing& uses) const;

    const MapShapes& shapes_;
    std::vector<std::vector<MapPoint>> lines_;
};

/// A place that may fall between the pixels of a picture: to be shown by a dot of one pixel.
struct SmallPlace {
    int municipality = 0;
    MapPoint at;  ///< inside of it
};

/// Municipalities that have land, but in no part of it a circle of one pixel's radius: every other
/// one covers the centre of some pixel at the level for this scale. Ascending.
std::vector<SmallPlace> small_places(const MapShapes& shapes, double metres_per_px);

}  // namespace miraimap
