// SPDX-License-Identifier: MIT
// Map projections: degrees to metres and back, through PROJ.
//
// Promises: x is always east and y north, whatever axis order the CRS declares.
// Does not: know pixels or scales.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "geo/geometry/polygon.hpp"

namespace miraimap {

/// A position on a map projection, in metres. Never mixed with degrees or pixels.
struct MapPoint {
    double x_m = 0;
    double y_m = 0;
    friend bool operator==(const MapPoint&, const MapPoint&) = default;
};

class Projection {
public:
    /// Albers equal-area for Japan: parallels 27 and 43 degrees, centre 35 N 137 E, GRS80.
    static Projection equal_area_japan();
    /// A projected CRS by code, e.g. 3857 or 6677.
    /// @throws Error{usage} unknown code, or a CRS that is not projected in metres
    static Projection from_epsg(int code);

    ~Projection();
    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;

    /// Points that the projection cannot take become NaN.
    [[nodiscard]] MapPoint forward(LonLat p) const;
    void forward(const std::vector<LonLat>& in, std::vector<MapPoint>& out) const;
    [[nodiscard]] LonLat inverse(MapPoint p) const;
    /// Metres on the ground (GRS80) of a metre on the map around a point: the mean of east-west and
    /// north-south; NaN where the projection has no inverse.
    [[nodiscard]] double ground_scale(MapPoint p) const;
    /// For people: "Albers 27/43 (137E 35N), GRS80" or "EPSG:6677 …".
    [[nodiscard]] const std::string& name() const;

private:
    struct Impl;
    explicit Projection(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace miraimap
