// SPDX-License-Identifier: MIT
// The coordinate reference system of an output: found by its EPSG code, fit for Japan, and the way
// to it from the data's own (JGD2011, longitude and latitude).
//
// Promises: a CRS whose area of use does not touch Japan, or that is no map plane (geocentric,
// vertical), is refused before anything is written; one that covers only a part of Japan is used
// and said. Does not: leave geo/io.
#pragma once

#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <memory>
#include <string>

#include "geo/finding.hpp"

namespace miraimap {

/// EPSG code of the data's own coordinates: JGD2011, geographic.
inline constexpr int home_epsg = 6668;

class OutputCrs {
public:
    /// @throws Error{usage} if there is no such code or it does not fit Japan
    explicit OutputCrs(int epsg);

    /// Longitude before latitude, as in the data.
    [[nodiscard]] OGRSpatialReferenceH srs() const { return srs_.get(); }
    /// Transforms a geometry in place; takes it over and frees it if that fails.
    /// @throws Error{usage} if a point has no place in the CRS
    void place(const std::string& layer, OGRGeometryH geometry) const;
    /// What is worth knowing (`crs-covers-a-part`).
    [[nodiscard]] const Findings& findings() const { return findings_; }

private:
    struct FreesSrs {
        void operator()(OGRSpatialReferenceH srs) const { OSRRelease(srs); }
    };
    struct FreesTransform {
        void operator()(OGRCoordinateTransformationH t) const {
            OCTDestroyCoordinateTransformation(t);
        }
    };
    using Srs = std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, FreesSrs>;

    static Srs find(int epsg);
    void check_fit();

    int epsg_;
    Srs srs_;
    std::unique_ptr<std::remove_pointer_t<OGRCoordinateTransformationH>, FreesTransform> transform_;
    Findings findings_;
};

}  // namespace miraimap
