// SPDX-License-Identifier: MIT
// Cuts the pieces of a polygon (shapes/monotone_pieces.hpp) into triangles.
#pragma once

#include <cstdint>
#include <vector>

#include "shapes/monotone_pieces.hpp"

namespace miraimap {

class MonotoneTriangles {
public:
    /// Adds all pieces' triangles, counter-clockwise, two fewer than each has corners, as numbers
    /// of the rings' corners. Uses up `pieces.next`. Time: linear in the corners.
    /// @returns false if a triangle would turn over or a piece is not monotone: not clean
    /// Source: M. R. Garey et al., "Triangulating a Simple Polygon" (1978), section 3.
    bool cut(MonotonePieces& pieces, std::vector<std::uint32_t>& triangles);

private:
    struct Corner {
        MapPoint at;
        std::uint32_t number = 0;
    };

    void gather(MonotonePieces& pieces, std::uint32_t start);
    bool cut_piece(std::vector<std::uint32_t>& triangles);
    void cut_side(const Corner& corner, bool east, std::vector<std::uint32_t>& triangles);
    bool cut_fan(const Corner& corner, bool east, std::vector<std::uint32_t>& triangles);

    std::vector<Corner> piece_;
    std::size_t lowest_ = 0;
    std::size_t highest_ = 0;
    std::vector<Corner> open_;  ///< corners of a piece that are not yet cut off
};

}  // namespace miraimap
