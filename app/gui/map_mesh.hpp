// SPDX-License-Identifier: MIT
// The map's shapes as buffers for a graphics card, made once on a worker thread.
//
// Promises: pure data, no OpenGL. Positions are metres relative to `origin`, so that floats keep
// them to a few decimetres. Fills and lines come in the same levels of detail; at each level
// neighbours keep the same vertices of their shared border, so that no gap opens between them.
// Does not: know colours, classes or pixels.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "shapes/map_shapes.hpp"

namespace miraimap::gui {

struct MeshVertex {
    float x_m = 0;
    float y_m = 0;
    std::uint32_t feature = 0;  ///< index of the municipality
};

/// One straight piece of a border.
struct MeshSegment {
    float ax_m = 0;
    float ay_m = 0;
    float bx_m = 0;
    float by_m = 0;
};

/// Kinds of lines, in drawing order.
enum class LineKind : std::uint8_t { municipality, prefecture, coast };
inline constexpr int line_kind_count = 3;

/// A run of indices or segments that is drawn or culled as a whole.
struct MeshRun {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
    MapBox box;
};

/// All lines of one kind at one level of detail.
struct LineLevel {
    std::vector<MeshSegment> segments;
    std::vector<MeshRun> runs;
};

/// All fills at one level of detail.
struct FillLevel {
    std::vector<MeshVertex> vertices;
    std::vector<std::uint32_t> corners;
    std::vector<MeshRun> runs;  ///< one a municipality, in catalogue order
};

inline constexpr int level_count = 4;
/// Largest distance to the full border at each level.
inline constexpr std::array<double, level_count> level_tolerances_m{0, 150, 450, 950};

struct MapMesh {
    MapPoint origin;
    std::array<FillLevel, level_count> fills;
    std::array<std::array<LineLevel, level_count>, line_kind_count> lines;
};

/// Tessellates the fills and thins the borders.
MapMesh make_map_mesh(const MapShapes& shapes);

/// Outline of one municipality, relative to the mesh's origin.
std::vector<MeshSegment> outline_of(const MapShapes& shapes, const MapMesh& mesh, int municipality);

/// Douglas–Peucker thinning that keeps both ends.
std::vector<MapPoint> thin_line(const std::vector<MapPoint>& points, double tolerance_m);

}  // namespace miraimap::gui
