// SPDX-License-Identifier: MIT
#include "shapes/tessellate.hpp"

#include <cstddef>
#include <utility>

#include "shapes/corner_rings.hpp"
#include "shapes/monotone_pieces.hpp"
#include "shapes/monotone_triangles.hpp"
#include "shapes/slab_tessellate.hpp"

namespace miraimap {

struct Tessellator::Memory {
    CornerRings rings;
    MonotonePieces pieces;
    MonotoneTriangles triangles;
    Triangles result;

    /// @returns false if the polygon is not clean
    bool cut(const MapPolygon& polygon) {
        result.points.clear();
        result.corners.clear();
        result.fallback = false;
        if (!lay_rings(polygon, rings)) {
            return false;
        }
        const std::size_t count = rings.corners.size();
        if (rings.rings.empty()) {
            return true;
        }
        if (!pieces.part(rings) || !triangles.cut(pieces, result.corners)) {
            return false;
        }
        std::swap(result.points, pieces.corners);
        result.points.resize(count);
        return result.corners.size() / 3 == count + 2 * (rings.rings.size() - 1) - 2;
    }
};

Tessellator::Tessellator() : memory_(std::make_unique<Memory>()) {}
Tessellator::~Tessellator() = default;
Tessellator::Tessellator(Tessellator&&) noexcept = default;
Tessellator& Tessellator::operator=(Tessellator&&) noexcept = default;

const Triangles& Tessellator::cut(const MapPolygon& polygon) {
    if (!memory_->cut(polygon)) {
        memory_->result = tessellate_by_slabs(polygon);
    }
    return memory_->result;
}

bool Tessellator::is_clean(const MapPolygon& polygon) { return memory_->cut(polygon); }

Triangles tessellate(const MapPolygon& polygon) {
    Tessellator tessellator;
    return tessellator.cut(polygon);
}

}  // namespace miraimap
