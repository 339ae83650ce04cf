// SPDX-License-Identifier: MIT
// Polygons of a feature out of plain rings or OGR geometries, with what is odd about them.
//
// Promises: vertices exactly as read; only repetitions of the vertex before and the closing vertex
// are left out. Shells come counter-clockwise, holes clockwise. What cannot be a ring is left out
// and named in `problems`.
#pragma once

#include <ogr_api.h>

#include <string>
#include <vector>

#include "geo/finding.hpp"
#include "geo/geometry/polygon.hpp"
#include "geo/text.hpp"

namespace miraimap {

/// Longitudes and latitudes that a ring may have: Japan with a wide margin. Metres, or latitude
/// before longitude, lie outside.
inline constexpr LonLatBox sensible_box{100, 0, 180, 60};

/// No border of Japan runs straight for so many degrees (the longest of N03: 13 km): such an edge
/// leads to a wrong vertex.
inline constexpr double very_long_edge_deg = 1;

struct GeometryProblem {
    std::string code;  ///< `geometry-missing`, `geometry-not-polygon`, `ring-too-short`,
                       ///< `coordinate-not-finite`, `coordinate-out-of-range`, `arc-missing`,
                       ///< `arcs-not-joined`, `geometry-unreadable`, `edge-very-long`,
                       ///< `feature-duplicate`
    Text text;
    Severity severity = Severity::error;  ///< a warning if nothing is left out
};

/// What a feature covers.
struct FeatureShape {
    MultiPolygon polygons;
    bool present = false;  ///< the feature has a geometry, be it a good one or not
    LonLatBox extent;      ///< of all vertices read, those of rings left out too
    std::vector<GeometryProblem> problems;
};

/// Collects the rings of one feature.
class ShapeBuilder {
public:
    /// @param rings  the shell first; closed or open, in any direction; none: nothing is added
    void add_polygon(std::vector<Ring> rings);
    /// A part that is no polygon.
    /// @param type  its name, for the problem
    void add_other(const std::string& type);
    /// A polygon of GeoJSON given by arcs, or one of TopoJSON given by coordinates.
    void add_foreign(bool is_topology);
    /// Something else that is wrong with what the feature has.
    void add_problem(const char* code, std::string ja, std::string en);
    /// @returns with the problem `geometry-missing` if nothing was added; polygons and holes that
    ///          stand in it several times, exactly alike, are there once
    FeatureShape take();

private:
    bool accept(Ring& ring, bool is_shell);
    void refuse_outside(LonLat vertex);
    void mark_long_edge(const Ring& ring);
    void count_once();

    FeatureShape shape_;
};

/// @param geometry  Polygon, MultiPolygon, CurvePolygon, MultiSurface or a collection of these; may
///                  be null
FeatureShape to_shape(OGRGeometryH geometry);

}  // namespace miraimap
