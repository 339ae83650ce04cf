// SPDX-License-Identifier: MIT
// The map's shapes as buffers for a graphics card, made once on a worker thread.
//
// Promises: pure data, no OpenGL. Positions are metres relative to `origin`, so that floats keep
// them to a few decimetres. Fills and lines come in the same levels of detail; at each level
// neighbours keep the same vertices of their shared border, so that no gap opens between them.
// Does not: know colours, classes or pixels.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "shapes/line_kind.hpp"
#include "shapes/map_shapes.hpp"
#include "shapes/marker_pixels.hpp"

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

struct MapMesh {
    MapPoint origin;
    /// DetailLevel::side_m of each level; 0 at the first, then growing.
    std::vector<double> sides_m;
    std::vector<FillLevel> fills;
    std::array<std::vector<LineLevel>, line_kind_count> lines;
    std::vector<SizedPlace> by_size;
};

/// The coarsest level that is as fine as DetailLevel::for_scale asks for.
/// @param metres_per_px  of the pixels that are drawn
std::size_t level_for(const MapMesh& mesh, double metres_per_px);

/// Tessellates the fills at each level of detail (shapes/level_of_detail.hpp). A level that is
/// hardly smaller than the one before is left out.
/// @param progress  told of the triangles; may be null
/// @throws Cancelled if the progress says so
MapMesh make_map_mesh(const MapShapes& shapes, Progress* progress = nullptr);

/// Outline of an area of several municipalities: the borders between them are left out.
/// @param origin  of the pieces' positions
std::vector<MeshSegment> outline_of(const MapShapes& shapes, MapPoint origin,
                                    const std::vector<int>& municipalities);
/// Outline of one municipality.
std::vector<MeshSegment> outline_of(const MapShapes& shapes, MapPoint origin, int municipality);

}  // namespace miraimap::gui
