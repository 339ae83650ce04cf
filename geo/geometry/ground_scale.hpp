// SPDX-License-Identifier: MIT
// Metres a degree around a latitude, for lengths of some hundred metres.
//
// Source: the radii of curvature of the ellipsoid GRS80 (meridian M, prime vertical N); over a
// hundredth of a degree they change by less than 1e-3. Does not: measure long ways
// (geodesic_area.hpp, boundary_distance.hpp do).
#pragma once

#include <cmath>
#include <numbers>

namespace miraimap {

struct GroundScale {
    double x_m;  ///< a degree of longitude
    double y_m;  ///< a degree of latitude
    explicit GroundScale(double lat_deg) {
        constexpr double semi_major_m = 6378137.0;
        constexpr double eccentricity_squared = 0.00669438002290;
        constexpr double degree = std::numbers::pi / 180;
        const double sine = std::sin(lat_deg * degree);
        const double w = 1 - eccentricity_squared * sine * sine;
        const double n = semi_major_m / std::sqrt(w);
        x_m = n * std::cos(lat_deg * degree) * degree;
        y_m = n * (1 - eccentricity_squared) / w * degree;
    }
};

}  // namespace miraimap
