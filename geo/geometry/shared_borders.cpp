// SPDX-License-Identifier: MIT
#include "geo/geometry/shared_borders.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cstdint>

#include "geo/geometry/rings.hpp"

namespace miraimap {
namespace {

using Index = std::uint32_t;
constexpr Index none = 0xFFFFFFFFU;

std::uint64_t hash_of(LonLat p) {
    // Adding zero makes -0.0 and 0.0 the same bits, as they are the same number.
    std::uint64_t h = std::bit_cast<std::uint64_t>(p.lon + 0.0) * 0x9E3779B97F4A7C15ULL;
    h ^= std::bit_cast<std::uint64_t>(p.lat + 0.0) * 0xC2B2AE3D27D4EB4FULL;
    h ^= h >> 29U;
    h *= 0xBF58476D1CE4E5B9ULL;
    return h ^ (h >> 32U);
}

/// All edges of some rings in one row: edge i runs from points[i] to points[i + 1], and the closing
/// vertex of each ring stands again at its end (where no edge begins).
class EdgeRow {
public:
    void reserve(std::size_t edges) {
        points_.reserve(edges);
        owner_.reserve(edges);
    }
    void add(const Ring& ring, int owner) {
        points_.insert(points_.end(), ring.begin(), ring.end());
        points_.push_back(ring.front());
        owner_.insert(owner_.end(), ring.size(), owner);
        owner_.push_back(-1);
    }
    [[nodiscard]] Index size() const { return static_cast<Index>(points_.size()); }
    [[nodiscard]] bool is_edge(Index i) const { return owner_[i] >= 0; }
    [[nodiscard]] int owner(Index i) const { return owner_[i]; }
    [[nodiscard]] LonLat from(Index i) const { return points_[i]; }
    [[nodiscard]] LonLat to(Index i) const { return points_[i + 1]; }
    [[nodiscard]] bool opposite(Index i, Index j) const {
        return from(i) == to(j) && to(i) == from(j);
    }
    [[nodiscard]] bool same_place(Index i, Index j) const {
        return opposite(i, j) || (from(i) == from(j) && to(i) == to(j));
    }

private:
    std::vector<LonLat> points_;
    std::vector<int> owner_;
};

/// Open addressing from an edge's place (direction ignored) to the edges standing there.
class EdgeTable {
public:
    explicit EdgeTable(const EdgeRow& row)
        : row_(row), slots_(std::bit_ceil(std::size_t{row.size()} * 2 + 2), none) {}

    /// The slot for the place of an edge: empty, or holding an edge at the same place.
    Index& slot(Index edge) {
        const std::size_t mask = slots_.size() - 1;
        std::size_t i = (hash_of(row_.from(edge)) + hash_of(row_.to(edge))) & mask;
        while (slots_[i] != none && !row_.same_place(slots_[i], edge)) {
            i = (i + 1) & mask;
        }
        return slots_[i];
    }

private:
    const EdgeRow& row_;
    std::vector<Index> slots_;
};

/// Marks the edges that are left when opposite ones are cancelled in pairs.
std::vector<bool> outline_edges(const EdgeRow& row) {
    EdgeTable table(row);
    std::vector<Index> next(row.size(), none);  // more edges at the same place and direction
    std::vector<bool> outline(row.size(), false);
    for (Index i = 0; i < row.size(); ++i) {
        if (!row.is_edge(i)) {
            continue;
        }
        Index& head = table.slot(i);
        if (head != none && outline[head] && row.opposite(head, i)) {
            outline[head] = false;
            if (next[head] != none) {
                head = next[head];
            }
        } else {
            outline[i] = true;
            next[i] = head != none && outline[head] ? head : none;
            head = i;
        }
    }
    return outline;
}

/// Walks the outline: interior on the left, sharpest left turn where outlines touch.
class RingChainer {
public:
    RingChainer(const EdgeRow& row, const std::vector<bool>& outline) : row_(row) {
        for (Index i = 0; i < row.size(); ++i) {
            if (outline[i]) {
                starts_.push_back(i);
            }
        }
        std::sort(starts_.begin(), starts_.end(), [&](Index a, Index b) {
            return std::pair(row_.from(a), row_.to(a)) < std::pair(row_.from(b), row_.to(b));
        });
        used_.assign(starts_.size(), false);
    }

    std::vector<Ring> rings() {
        std::vector<Ring> all;
        for (std::size_t i = 0; i < starts_.size(); ++i) {
            if (!used_[i]) {
                cut_at_repeated_vertices(walk(i), all);
            }
        }
        return all;
    }

private:
    Ring walk(std::size_t first) {
        Ring ring;
        std::size_t at = first;
        do {
            used_[at] = true;
            ring.push_back(row_.from(starts_[at]));
            at = next(starts_[at], first);
        } while (at != first);
        return ring;
    }

    std::size_t next(Index edge, std::size_t first) const {
        const LonLat here = row_.to(edge);
        std::size_t i = static_cast<std::size_t>(
            std::lower_bound(starts_.begin(), starts_.end(), here,
                             [&](Index e, LonLat p) { return row_.from(e) < p; }) -
            starts_.begin());
        std::size_t best = starts_.size();
        for (; i < starts_.size() && row_.from(starts_[i]) == here; ++i) {
            if (used_[i] && i != first) {
                continue;
            }
            if (best == starts_.size() ||
                sharper_left(row_.from(edge), here, row_.to(starts_[i]), row_.to(starts_[best]))) {
                best = i;
            }
        }
        // Closed rings enter and leave each vertex equally often, and cancelling keeps it so.
        assert(best < starts_.size());
        return best;
    }

    /// Coming from `from` at `here`: does the way to `a` turn further left than the way to `b`?
    static bool sharper_left(LonLat from, LonLat here, LonLat a, LonLat b) {
        const auto cross = [&](LonLat p, LonLat q) {
            return (p.lon - here.lon) * (q.lat - here.lat) -
                   (p.lat - here.lat) * (q.lon - here.lon);
        };
        // Clockwise from the way back: 0 for less than half a turn, 1 for more.
        const auto half = [&](LonLat p) { return cross(from, p) < 0 ? 0 : 1; };
        return half(a) != half(b) ? half(a) < half(b) : cross(a, b) < 0;
    }

    /// A walk may touch itself in a vertex (a hole that touches its shell); OGC rings may not.
    static void cut_at_repeated_vertices(const Ring& walk, std::vector<Ring>& all) {
        std::vector<Index> order(walk.size());
        for (Index i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        std::sort(order.begin(), order.end(),
                  [&](Index a, Index b) { return std::pair(walk[a], a) < std::pair(walk[b], b); });
        std::vector<Index> vertex(walk.size());  // number of the vertex: equal where they repeat
        Index vertices = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            vertices += i > 0 && walk[order[i]] != walk[order[i - 1]] ? 1 : 0;
            vertex[order[i]] = vertices;
        }
        std::vector<Index> open;                       // positions of the ring being built
        std::vector<Index> depth(vertices + 1, none);  // where in `open` a vertex stands
        for (Index i = 0; i < walk.size(); ++i) {
            const Index start = depth[vertex[i]];
            if (start != none) {
                Ring ring;
                for (std::size_t k = start; k < open.size(); ++k) {
                    ring.push_back(walk[open[k]]);
                    depth[vertex[open[k]]] = none;
                }
                open.resize(start);
                all.push_back(std::move(ring));
            }
            depth[vertex[i]] = static_cast<Index>(open.size());
            open.push_back(i);
        }
        Ring ring;
        for (const Index i : open) {
            ring.push_back(walk[i]);
        }
        all.push_back(std::move(ring));
    }

    const EdgeRow& row_;
    std::vector<Index> starts_;  // outline edges, ascending by start vertex
    std::vector<bool> used_;
};

void add_polygon(EdgeRow& row, const Polygon& polygon, int owner) {
    row.add(polygon.shell, owner);
    for (const Ring& hole : polygon.holes) {
        row.add(hole, owner);
    }
}

std::size_t vertices_of(const Polygon& polygon) {
    std::size_t n = polygon.shell.size() + 1;
    for (const Ring& hole : polygon.holes) {
        n += hole.size() + 1;
    }
    return n;
}

void sort_and_unique(MultiPolygon& shape) {
    std::sort(shape.begin(), shape.end(),
              [](const Polygon& a, const Polygon& b) { return a.shell < b.shell; });
    shape.erase(std::unique(shape.begin(), shape.end()), shape.end());
}

/// Union of the polygons of one group. Polygons without any cancelled edge (islands, mostly) need
/// no chaining and are passed on as they are.
MultiPolygon unite(const std::vector<const Polygon*>& polygons) {
    EdgeRow row;
    std::size_t edges = 0;
    for (const Polygon* polygon : polygons) {
        edges += vertices_of(*polygon);
    }
    row.reserve(edges);
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        add_polygon(row, *polygons[i], static_cast<int>(i));
    }
    std::vector<bool> outline = outline_edges(row);
    std::vector<bool> untouched(polygons.size(), true);
    for (Index i = 0; i < row.size(); ++i) {
        if (row.is_edge(i) && !outline[i]) {
            untouched[static_cast<std::size_t>(row.owner(i))] = false;
        }
    }
    for (Index i = 0; i < row.size(); ++i) {
        if (row.is_edge(i) && untouched[static_cast<std::size_t>(row.owner(i))]) {
            outline[i] = false;
        }
    }
    MultiPolygon united = assemble(RingChainer(row, outline).rings());
    for (std::size_t i = 0; i < polygons.size(); ++i) {
        if (untouched[i]) {
            Polygon polygon = *polygons[i];
            start_at_least_vertex(polygon.shell);
            std::for_each(polygon.holes.begin(), polygon.holes.end(), start_at_least_vertex);
            std::sort(polygon.holes.begin(), polygon.holes.end());
            united.push_back(std::move(polygon));
        }
    }
    sort_and_unique(united);
    return united;
}

}  // namespace

std::vector<MultiPolygon> dissolve(const std::vector<MultiPolygon>& shapes,
                                   const std::vector<int>& group_of, int groups) {
    assert(group_of.size() == shapes.size());
    std::vector<std::vector<const Polygon*>> members(static_cast<std::size_t>(groups));
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        assert(group_of[i] >= -1 && group_of[i] < groups);
        if (group_of[i] >= 0) {
            auto& group = members[static_cast<std::size_t>(group_of[i])];
            for (const Polygon& polygon : shapes[i]) {
                group.push_back(&polygon);
            }
        }
    }
    std::vector<MultiPolygon> outlines;
    outlines.reserve(members.size());
    for (const auto& group : members) {
        outlines.push_back(unite(group));
    }
    return outlines;
}

std::vector<Border> find_borders(const std::vector<MultiPolygon>& shapes) {
    EdgeRow row;
    std::size_t edges = 0;
    for (const MultiPolygon& shape : shapes) {
        for (const Polygon& polygon : shape) {
            edges += vertices_of(polygon);
        }
    }
    row.reserve(edges);
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        for (const Polygon& polygon : shapes[i]) {
            add_polygon(row, polygon, static_cast<int>(i));
        }
    }
    EdgeTable table(row);
    std::vector<std::pair<int, int>> pairs;
    for (Index i = 0; i < row.size(); ++i) {
        if (!row.is_edge(i)) {
            continue;
        }
        Index& head = table.slot(i);
        if (head == none) {
            head = i;
        } else if (row.owner(head) != row.owner(i)) {
            pairs.push_back(std::minmax(row.owner(head), row.owner(i)));
        }
    }
    std::sort(pairs.begin(), pairs.end());
    std::vector<Border> borders;
    for (const auto& [a, b] : pairs) {
        if (borders.empty() || borders.back().a != a || borders.back().b != b) {
            borders.push_back({a, b, 0});
        }
        ++borders.back().edges;
    }
    return borders;
}

}  // namespace miraimap
