// SPDX-License-Identifier: MIT
// Which municipality stands where according to GDAL: what both painters of the map have to agree
// with, and the time they are compared to.
#pragma once

#include <memory>
#include <vector>

#include "app/gui/map_painter.hpp"
#include "shapes/map_shapes.hpp"

namespace miraimap::test {

/// The shapes as geometries of GDAL, made once for many grids.
class RasterOracle {
public:
    explicit RasterOracle(const MapShapes& shapes);
    ~RasterOracle();
    RasterOracle(const RasterOracle&) = delete;
    RasterOracle& operator=(const RasterOracle&) = delete;
    RasterOracle(RasterOracle&&) = delete;
    RasterOracle& operator=(RasterOracle&&) = delete;

    /// Which municipality GDALRasterizeGeometries burns at each value of the grid; -1: none.
    /// @param grid  columns, rows, first value and step count
    /// @param burning_ms  takes the time of that call alone; may be null
    /// @throws std::runtime_error if GDAL cannot
    [[nodiscard]] std::vector<int> features(const gui::FeatureGrid& grid,
                                            double* burning_ms = nullptr) const;

private:
    struct Geometries;
    std::unique_ptr<Geometries> geometries_;
};

}  // namespace miraimap::test
