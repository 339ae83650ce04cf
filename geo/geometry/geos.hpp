// SPDX-License-Identifier: MIT
// GEOS handles that free themselves, and its messages kept until the call has returned.
//
// Does not: convert coordinates' units; callers say which they use.
#pragma once

#include <geos_c.h>

#include <memory>
#include <string>

#include "geo/geometry/polygon.hpp"

namespace miraimap {

/// One GEOS context (one thread). Geometries must not outlive it.
class GeosContext {
public:
    struct Deleter {
        GEOSContextHandle_t handle;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(handle, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Deleter>;

    GeosContext();
    ~GeosContext() { GEOS_finish_r(handle_); }
    GeosContext(const GeosContext&) = delete;
    GeosContext& operator=(const GeosContext&) = delete;

    [[nodiscard]] GEOSContextHandle_t get() const { return handle_; }

    /// Takes over what a GEOS function returned.
    /// @throws Error{data} with GEOS's own message if it is null
    Geometry own(GEOSGeometry* geometry) const;

    /// GEOS polygon from a polygon, coordinates multiplied by `scale`.
    [[nodiscard]] Geometry polygon(const Polygon& polygon, double scale = 1) const;
    /// GEOS multipolygon from a shape.
    [[nodiscard]] Geometry multi_polygon(const MultiPolygon& shape, double scale = 1) const;
    /// Polygons of a GEOS (multi)polygon or collection, coordinates divided by `scale`; lines and
    /// points in it are left out. Shells come counter-clockwise, holes clockwise.
    [[nodiscard]] MultiPolygon shape(const GEOSGeometry* geometry, double scale = 1) const;

    /// Empty if the shape is valid by the OGC rules, else GEOS's reason with the place.
    [[nodiscard]] std::string why_invalid(const MultiPolygon& shape) const;

private:
    [[nodiscard]] GEOSGeometry* ring(const Ring& ring, double scale) const;
    [[nodiscard]] Ring ring(const GEOSGeometry* ring, double scale, bool counter_clockwise) const;

    GEOSContextHandle_t handle_;
    mutable std::string message_;
};

}  // namespace miraimap
