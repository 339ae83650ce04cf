// SPDX-License-Identifier: MIT
#include "geo/geometry/arcs.hpp"

#include <algorithm>
#include <cassert>
#include <unordered_map>
#include <utility>

namespace miraimap {
namespace {

using Index = std::uint32_t;
constexpr Index none = 0xFFFFFFFFU;

/// Marks the vertices that rings do not all pass the same way.
std::vector<char> find_junctions(const RingTable& table, std::size_t vertex_count) {
    struct Sides {
        Index low = none;
        Index high = none;
    };
    std::vector<Sides> sides(vertex_count);
    std::vector<char> junction(vertex_count, 0);
    for (const RingTable::Row& row : table.rings) {
        const std::span<const Index> ring = table.ring(row);
        Index before = ring.empty() ? none : ring.back();
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Index after = ring[i + 1 == ring.size() ? 0 : i + 1];
            const auto [low, high] = std::minmax(before, after);
            Sides& known = sides[ring[i]];
            if (known.low == none) {
                known = {low, high};
            }
            if (low == high || known.low != low || known.high != high) {
                junction[ring[i]] = 1;
            }
            before = ring[i];
        }
    }
    return junction;
}

class ArcFinder {
public:
    ArcFinder(const RingTable& table, std::size_t vertex_count)
        : table_(table),
          junction_(find_junctions(table, vertex_count)),
          closed_at_(vertex_count, none) {}

    Arcs run() {
        result_.ring_uses.reserve(table_.rings.size() + 1);
        for (const RingTable::Row& row : table_.rings) {
            result_.ring_uses.push_back(static_cast<Index>(result_.uses.size()));
            const std::span<const Index> ring = table_.ring(row);
            const auto first =
                std::find_if(ring.begin(), ring.end(), [&](Index v) { return junction_[v] != 0; });
            if (ring.size() < 2) {
                continue;
            }
            if (first == ring.end()) {
                follow_closed(ring, row.owner);
            } else {
                cut(ring, static_cast<std::size_t>(first - ring.begin()), row.owner);
            }
        }
        result_.ring_uses.push_back(static_cast<Index>(result_.uses.size()));
        return std::move(result_);
    }

private:
    /// No ring meets or leaves this one: it is one arc, and any other ring here is the same.
    void follow_closed(std::span<const Index> ring, int owner) {
        const Index at = closed_at_[ring[0]];
        if (at != none) {
            const auto arc = static_cast<Index>(
                std::upper_bound(result_.arcs.begin(), result_.arcs.end(), at,
                                 [](Index position, const Arc& a) { return position < a.first; }) -
                result_.arcs.begin() - 1);
            add_use(arc, result_.vertices[at + 1] == ring[1], owner);
            return;
        }
        const auto first = static_cast<Index>(result_.vertices.size());
        for (const Index v : ring) {
            closed_at_[v] = static_cast<Index>(result_.vertices.size());
            result_.vertices.push_back(v);
        }
        result_.vertices.push_back(ring[0]);
        add_arc(first, false, owner);
    }

    void cut(std::span<const Index> ring, std::size_t start, int owner) {
        const std::size_t n = ring.size();
        for (std::size_t done = 0; done < n;) {
            const std::size_t begin = (start + done) % n;
            std::size_t length = 1;
            while (junction_[ring[(begin + length) % n]] == 0) {
                ++length;
            }
            follow(ring, begin, length, owner);
            done += length;
        }
    }

    /// Only one arc leaves a junction for a given next vertex.
    void follow(std::span<const Index> ring, std::size_t begin, std::size_t length, int owner) {
        const std::size_t n = ring.size();
        const auto vertex = [&](std::size_t k) { return ring[(begin + k) % n]; };
        const auto known = starts_.find(key(vertex(0), vertex(1)));
        if (known != starts_.end()) {
            add_use(known->second.arc, known->second.forward, owner);
            return;
        }
        const auto first = static_cast<Index>(result_.vertices.size());
        for (std::size_t k = 0; k <= length; ++k) {
            result_.vertices.push_back(vertex(k));
        }
        const auto arc = static_cast<Index>(result_.arcs.size());
        starts_.emplace(key(vertex(0), vertex(1)), ArcUse{arc, true});
        starts_.emplace(key(vertex(length), vertex(length - 1)), ArcUse{arc, false});
        add_arc(first, true, owner);
    }

    static std::uint64_t key(Index from, Index to) { return std::uint64_t{from} << 32U | to; }

    void add_arc(Index first, bool at_junction, int owner) {
        Arc arc;
        arc.first = first;
        arc.at_junction = at_junction;
        arc.count = static_cast<Index>(result_.vertices.size()) - first;
        result_.arcs.push_back(arc);
        add_use(static_cast<Index>(result_.arcs.size() - 1), true, owner);
    }

    void add_use(Index index, bool forward, int owner) {
        Arc& arc = result_.arcs[index];
        int& side = forward ? arc.left : arc.right;
        arc.clean = arc.clean && side < 0;
        side = side < 0 ? owner : side;
        ++arc.uses;
        result_.uses.push_back({index, forward});
    }

    const RingTable& table_;
    std::vector<char> junction_;
    std::vector<Index> closed_at_;  ///< where a vertex of a closed arc stands
    std::unordered_map<std::uint64_t, ArcUse> starts_;
    Arcs result_;
};

}  // namespace

void RingTable::close_ring(int owner) {
    const std::size_t first = rings.empty() ? 0 : rings.back().first + rings.back().count;
    rings.push_back(
        {owner, static_cast<Index>(first), static_cast<Index>(vertices.size() - first)});
}

RingTable number_rings(const std::vector<MultiPolygon>& shapes, VertexNumbers& numbers) {
    RingTable table;
    table.vertices.reserve(count_vertices(shapes));
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        for (const Polygon& polygon : shapes[i]) {
            numbers.number(polygon.shell, table.vertices);
            table.close_ring(static_cast<int>(i));
            for (const Ring& hole : polygon.holes) {
                numbers.number(hole, table.vertices);
                table.close_ring(static_cast<int>(i));
            }
        }
    }
    return table;
}

std::size_t count_vertices(const std::vector<MultiPolygon>& shapes) {
    std::size_t count = 0;
    for (const MultiPolygon& shape : shapes) {
        for (const Polygon& polygon : shape) {
            count += polygon.shell.size();
            for (const Ring& hole : polygon.holes) {
                count += hole.size();
            }
        }
    }
    return count;
}

Arcs find_arcs(const RingTable& rings, std::size_t vertex_count) {
    return ArcFinder(rings, vertex_count).run();
}

}  // namespace miraimap
