// SPDX-License-Identifier: MIT
// Which municipality lies under a point: exact, on the full geometry, through a spatial index.
#pragma once

#include <memory>
#include <optional>

#include "shapes/map_shapes.hpp"

namespace miraimap {

class Picker {
public:
    /// Copies what it needs: the shapes may go afterwards. Linear in the vertices.
    explicit Picker(const MapShapes& shapes);
    ~Picker();
    Picker(Picker&&) noexcept;
    Picker& operator=(Picker&&) noexcept;

    /// Index of the municipality that contains the point; the lower index on a shared border.
    [[nodiscard]] std::optional<int> at(MapPoint p) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace miraimap
