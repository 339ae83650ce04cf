// SPDX-License-Identifier: MIT
// From a snapshot to the pages of a map on paper: one, or an atlas of prefectures.
#pragma once

#include <memory>
#include <utility>

#include "app/core/map_picture.hpp"
#include "app/print/paper.hpp"

namespace miraimap {

/// Shapes, neighbours and distances of a world, prepared once for all its pages.
class MapPages {
public:
    /// @param world  with geometry; loaded for pictures only, it can show no distances and no gaps
    /// @param loading  with which it was loaded
    explicit MapPages(std::shared_ptr<const World> world, const LoadOptions& loading = {})
        : shapes_(picture_shapes(*world, loading)), analyst_(std::move(world)) {}
    /// @param shapes  picture_shapes of the world
    MapPages(std::shared_ptr<const World> world, std::shared_ptr<const MapShapes> shapes)
        : shapes_(std::move(shapes)), analyst_(std::move(world)) {}

    /// The page of a snapshot of this world.
    Scene page(const Snapshot& snapshot, const PaperOptions& paper, Theme theme);

    /// A page for each prefecture in focus (if there are none, for all that the boundaries hold:
    /// 47 in the embedded set), in the order of their numbers. Each shows its prefecture with the
    /// snapshot's other filters.
    /// @returns pages that call this object, which must outlive them
    Atlas atlas(const Snapshot& snapshot, const PaperOptions& paper, Theme theme);

private:
    std::shared_ptr<const MapShapes> shapes_for(const Snapshot& snapshot);

    std::shared_ptr<const MapShapes> shapes_;
    std::shared_ptr<const MapShapes> tiles_;  ///< made for the first page that wants them
    Analyst analyst_;
};

}  // namespace miraimap
