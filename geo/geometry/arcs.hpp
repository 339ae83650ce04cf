// SPDX-License-Identifier: MIT
// The arcs of a mosaic: each stretch of border that the same rings follow, stored once.
//
// Rings come as vertex numbers (vertex_numbers.hpp), so equal means exactly equal. A vertex is a
// junction where not all rings that visit it come from and go to the same two vertices: where
// neighbours differ, where rings touch, at the tip of a spike. Arcs run from junction to junction,
// or close on themselves; this is the definition of TopoJSON (M. Bostock, "How to infer topology",
// 2013). Promises: every edge of every ring is in exactly one arc; the arcs follow from the rings
// and their order alone; linear in the number of vertices. Does not: close gaps between borders
// that match only nearly: these are two coasts.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "geo/geometry/polygon.hpp"
#include "geo/geometry/vertex_numbers.hpp"

namespace miraimap {

/// Rings as vertex numbers, open (the last vertex is not the first again), one after another.
struct RingTable {
    struct Row {
        int owner = 0;  ///< the shape it belongs to
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    std::vector<std::uint32_t> vertices;
    std::vector<Row> rings;

    [[nodiscard]] std::span<const std::uint32_t> ring(const Row& row) const {
        return {vertices.data() + row.first, row.count};
    }
    /// Takes over what was appended to `vertices` since the last ring.
    void close_ring(int owner);
};

/// All rings of all shapes: shell, then holes, polygon after polygon.
RingTable number_rings(const std::vector<MultiPolygon>& shapes, VertexNumbers& numbers);

/// Vertices of all rings, closing points not counted.
std::size_t count_vertices(const std::vector<MultiPolygon>& shapes);

/// One arc as a ring follows it.
struct ArcUse {
    std::uint32_t arc = 0;
    bool forward = true;
};

struct Arc {
    std::uint32_t first = 0;   ///< into Arcs::vertices
    std::uint32_t count = 0;   ///< vertices with both ends; a closed arc repeats its first vertex
    int left = -1;             ///< owner of the first ring that follows it forward
    int right = -1;            ///< owner of the first ring that follows it backward; -1: none
    bool at_junction = false;  ///< its ends are junctions; false: it is a ring of its own
    std::uint32_t uses = 0;    ///< rings that follow it: 1 at a coast, 2 at a border, more if dirty
    /// Two rings at most, and not both the same way: as in a mosaic without overlaps.
    bool clean = true;
};

struct Arcs {
    std::vector<std::uint32_t> vertices;  ///< of all arcs
    std::vector<Arc> arcs;                ///< in the order in which the rings come to them
    std::vector<ArcUse> uses;             ///< of all rings, ring after ring
    std::vector<std::uint32_t>
        ring_uses;  ///< where the uses of each ring begin; one more at the end

    [[nodiscard]] std::span<const std::uint32_t> line(std::size_t arc) const {
        return {vertices.data() + arcs[arc].first, arcs[arc].count};
    }
    [[nodiscard]] std::span<const ArcUse> ring(std::size_t ring) const {
        return {uses.data() + ring_uses[ring], ring_uses[ring + 1] - ring_uses[ring]};
    }
};

/// @param rings  no vertex is repeated at once; rings with fewer than two vertices follow no arc;
/// at
///               most 2^32 - 2 vertices
/// @param vertex_count  more than every vertex number
Arcs find_arcs(const RingTable& rings, std::size_t vertex_count);

}  // namespace miraimap
