// SPDX-License-Identifier: MIT
// The mosaic on the map: projected once, ready for any painter.
//
// Promises: immutable; every municipality keeps its index of the catalogue; a border shared by two
// municipalities is one line, so that painters draw it once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "geo/crs/projection.hpp"
#include "geo/place/catalogue.hpp"
#include "geo/progress.hpp"

namespace miraimap {

/// How prefectures and municipalities are laid out.
enum class MapLayout : std::uint8_t {
    country,  ///< as they lie on the ground
    tiles,    ///< every prefecture the same area (shapes/tiles.hpp)
};
inline constexpr int map_layout_count = 2;
/// "map", "tiles", as `--layout` takes it.
const std::string& key_of(MapLayout layout);

struct MapBox {
    double min_x_m = 0;
    double min_y_m = 0;
    double max_x_m = -1;
    double max_y_m = -1;
    [[nodiscard]] bool empty() const { return min_x_m > max_x_m; }
    [[nodiscard]] double width_m() const { return max_x_m - min_x_m; }
    [[nodiscard]] double height_m() const { return max_y_m - min_y_m; }
    void add(MapPoint p);
    void add(const MapBox& other);
    [[nodiscard]] bool overlaps(const MapBox& other) const;
    [[nodiscard]] bool contains(MapPoint p) const;
};

using MapRing = std::vector<MapPoint>;
struct MapPolygon {
    MapRing shell;
    std::vector<MapRing> holes;
};

/// A border line between two municipalities, or a coast (right = -1): one arc of the mosaic
/// (geo/geometry/arcs.hpp). Closed lines repeat their first point at the end.
struct BorderLine {
    std::vector<MapPoint> points;
    std::uint32_t from = 0;  ///< number of the vertex it starts at; equal numbers are one vertex
    std::uint32_t to = 0;    ///< number of the vertex it ends at
    int left = -1;
    int right = -1;
    bool between_prefectures = false;  ///< the two belong to different prefectures
    bool at_junction = false;  ///< its ends are shared with other lines (or with itself, a loop)
    /// How much each point matters (level_of_detail.hpp); infinite where it stays at every level.
    std::vector<float> weights_m2;
    MapBox box;
    [[nodiscard]] bool coast() const { return right < 0; }
    /// No other line begins or ends anywhere on it.
    [[nodiscard]] bool closed_alone() const { return from == to && !at_junction; }
};

/// A line as a ring follows it.
struct LineUse {
    std::uint32_t line = 0;  ///< see MapShapes::line
    bool forward = true;
};
using LineRing = std::vector<LineUse>;
/// The lines around a MapPolygon.
struct LinePolygon {
    LineRing shell;
    std::vector<LineRing> holes;
};

struct MapShapes {
    std::vector<std::vector<MapPolygon>> municipalities;
    std::vector<MapBox> boxes;           ///< per municipality
    std::vector<MapPoint> label_points;  ///< inside the largest part; NaN if there is none
    std::vector<double> label_radii_m;   ///< radius of the circle there that stays inside
    std::vector<BorderLine> borders;     ///< inner borders once, coasts once
    std::vector<BorderLine> seams;       ///< lines with one municipality on both sides (dirty data)
    /// The same polygons as `municipalities`, as the lines that they follow.
    std::vector<std::vector<LinePolygon>> outlines;
    std::vector<int> unclean;  ///< municipalities with rings that cross or double back, ascending
    std::vector<MapBox> prefecture_boxes;           ///< 47
    std::vector<MapPoint> prefecture_label_points;  ///< 47, on the largest part; NaN if none
    std::vector<double> prefecture_label_radii_m;
    MapBox extent;
    MapLayout layout = MapLayout::country;

    /// Lines are numbered through `borders`, then `seams`.
    [[nodiscard]] const BorderLine& line(std::uint32_t number) const {
        return number < borders.size() ? borders[number] : seams[number - borders.size()];
    }
    [[nodiscard]] std::size_t line_count() const { return borders.size() + seams.size(); }
};

/// Projects and prepares a mosaic. Points that are not finite, repeated points and rings with fewer
/// than three points are left out; a municipality without any ring keeps an empty box and NaN as
/// its label point. Shells come out counter-clockwise, holes clockwise.
/// @param mosaic  as many shapes as the catalogue has municipalities
/// @param progress  told of borders, weights and labels; may be null
/// @throws Cancelled if the progress says so
MapShapes make_map_shapes(const Catalogue& catalogue, const Mosaic& mosaic,
                          const Projection& projection, Progress* progress = nullptr);

/// The same from polygons that are on the plane already.
MapShapes make_plane_shapes(const Catalogue& catalogue,
                            const std::vector<std::vector<MapPolygon>>& polygons);

}  // namespace miraimap
