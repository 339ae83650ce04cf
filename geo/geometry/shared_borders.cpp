// SPDX-License-Identifier: MIT
#include "geo/geometry/shared_borders.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <map>
#include <memory>
#include <utility>

#include "geo/geometry/arcs.hpp"
#include "geo/geometry/rings.hpp"

namespace miraimap {
namespace {

using Index = std::uint32_t;
constexpr Index none = 0xFFFFFFFFU;

/// An arc with the direction in which the group lies left of it.
struct Step {
    Index arc;
    bool forward;
    Index from;  ///< vertices at its ends
    Index to;
};

/// Walks the outline: interior on the left, sharpest left turn where outlines touch.
class OutlineWalk {
public:
    OutlineWalk(const Arcs& arcs, const std::vector<LonLat>& points, std::vector<Step> steps)
        : arcs_(arcs), points_(points), steps_(std::move(steps)) {
        std::sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) {
            return std::pair(a.from, a.arc) < std::pair(b.from, b.arc);
        });
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            nodes_ += i > 0 && steps_[i].from != steps_[i - 1].from ? 1 : 0;
            node_.push_back(nodes_);
        }
        used_.assign(steps_.size(), false);
        depth_.assign(nodes_ + 1, none);
    }

    std::vector<Ring> rings() {
        std::vector<Ring> all;
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            if (!used_[i]) {
                walk(i, all);
            }
        }
        return all;
    }

private:
    /// A walk may touch itself in a vertex (a hole that touches its shell); OGC rings may not, so
    /// each time a vertex comes again the loop since then is a ring.
    void walk(std::size_t first, std::vector<Ring>& all) {
        std::vector<std::size_t> open;
        std::size_t at = first;
        do {
            used_[at] = true;
            close_loop(node_[at], open, all);
            depth_[node_[at]] = static_cast<Index>(open.size());
            open.push_back(at);
            at = next(steps_[at], first);
        } while (at != first);
        close_loop(node_[first], open, all);
    }

    void close_loop(Index node, std::vector<std::size_t>& open, std::vector<Ring>& all) {
        const Index start = depth_[node];
        if (start == none) {
            return;
        }
        Ring ring;
        for (std::size_t k = start; k < open.size(); ++k) {
            append(steps_[open[k]], ring);
            depth_[node_[open[k]]] = none;
        }
        open.resize(start);
        all.push_back(std::move(ring));
    }

    void append(const Step& step, Ring& ring) const {
        const std::span<const Index> line = arcs_.line(step.arc);
        for (std::size_t k = 0; k + 1 < line.size(); ++k) {
            ring.push_back(points_[step.forward ? line[k] : line[line.size() - 1 - k]]);
        }
    }

    [[nodiscard]] LonLat second_of(const Step& step) const {
        const std::span<const Index> line = arcs_.line(step.arc);
        return points_[step.forward ? line[1] : line[line.size() - 2]];
    }
    [[nodiscard]] LonLat last_but_one_of(const Step& step) const {
        const std::span<const Index> line = arcs_.line(step.arc);
        return points_[step.forward ? line[line.size() - 2] : line[1]];
    }

    [[nodiscard]] std::size_t next(const Step& step, std::size_t first) const {
        const LonLat here = points_[step.to];
        const LonLat from = last_but_one_of(step);
        auto i = static_cast<std::size_t>(
            std::lower_bound(steps_.begin(), steps_.end(), step.to,
                             [](const Step& s, Index vertex) { return s.from < vertex; }) -
            steps_.begin());
        std::size_t best = steps_.size();
        for (; i < steps_.size() && steps_[i].from == step.to; ++i) {
            if (used_[i] && i != first) {
                continue;
            }
            if (best == steps_.size() ||
                sharper_left(from, here, second_of(steps_[i]), second_of(steps_[best]))) {
                best = i;
            }
        }
        // Closed rings enter and leave each vertex equally often, and cancelling keeps it so.
        assert(best < steps_.size());
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

    const Arcs& arcs_;
    const std::vector<LonLat>& points_;
    std::vector<Step> steps_;  ///< ascending by `from`
    std::vector<Index> node_;  ///< of each step: equal where they start at one vertex
    Index nodes_ = 0;
    std::vector<bool> used_;
    std::vector<Index> depth_;  ///< where in the open walk a node stands
};

void sort_and_unique(MultiPolygon& shape) {
    std::sort(shape.begin(), shape.end(),
              [](const Polygon& a, const Polygon& b) { return a.shell < b.shell; });
    shape.erase(std::unique(shape.begin(), shape.end()), shape.end());
}

bool has_hole_outside(const MultiPolygon& shape) {
    return std::any_of(shape.begin(), shape.end(), [](const Polygon& polygon) {
        return std::any_of(polygon.holes.begin(), polygon.holes.end(),
                           [&](const Ring& hole) { return lies_outside(polygon.shell, hole); });
    });
}

/// The loops of a ring between visits of one vertex; the ring itself if it touches itself nowhere.
std::vector<Ring> loops_of(const Ring& ring) {
    std::vector<Ring> loops;
    Ring open;
    std::map<LonLat, std::size_t> place;
    for (const LonLat p : ring) {
        const auto [known, is_new] = place.emplace(p, open.size());
        if (!is_new) {
            const auto start = open.begin() + static_cast<std::ptrdiff_t>(known->second);
            loops.emplace_back(start, open.end());
            for (auto it = start + 1; it != open.end(); ++it) {
                place.erase(*it);
            }
            open.erase(start, open.end());
        }
        open.push_back(p);
    }
    loops.push_back(std::move(open));
    return loops;
}

/// Backward lobes and holes outside the shell are land of their own: as they stand, they would take
/// land from the neighbour of the group that lies there.
MultiPolygon with_land_of_its_own(const MultiPolygon& shape) {
    MultiPolygon all;
    for (const Polygon& polygon : shape) {
        std::vector<Ring> loops = loops_of(polygon.shell);
        const std::size_t own = all.size();
        if (loops.size() == 1) {
            all.push_back({polygon.shell, {}});
        } else {
            MultiPolygon parts = assemble(std::move(loops));
            std::move(parts.begin(), parts.end(), std::back_inserter(all));
        }
        const std::size_t end = all.size();
        for (const Ring& hole : polygon.holes) {
            std::size_t around = own;
            while (around < end && lies_outside(all[around].shell, hole)) {
                ++around;
            }
            if (around < end) {
                all[around].holes.push_back(hole);
            } else {
                all.push_back({Ring(hole.rbegin(), hole.rend()), {}});
            }
        }
    }
    return all;
}

/// Cancels arcs inside one group after the other.
class Dissolver {
public:
    explicit Dissolver(const std::vector<MultiPolygon>& shapes)
        : shapes_(shapes), numbers_(count_vertices(shapes)) {
        const RingTable table = number_rings(shapes, numbers_);
        arcs_ = find_arcs(table, numbers_.positions().size());
        balance_.assign(arcs_.arcs.size(), 0);
        uses_.assign(arcs_.arcs.size(), 0);
        Index ring = 0;
        for (const MultiPolygon& shape : shapes) {
            first_ring_.push_back(ring);
            for (const Polygon& polygon : shape) {
                ring += 1 + static_cast<Index>(polygon.holes.size());
            }
        }
    }

    /// Some ring passes a vertex twice, e.g. a figure eight: its arcs begin there twice.
    [[nodiscard]] bool some_ring_touches_itself() const {
        std::vector<Index> starts;
        for (std::size_t ring = 0; ring + 1 < arcs_.ring_uses.size(); ++ring) {
            starts.clear();
            for (const ArcUse use : arcs_.ring(ring)) {
                const std::span<const Index> line = arcs_.line(use.arc);
                starts.push_back(use.forward ? line.front() : line.back());
            }
            std::sort(starts.begin(), starts.end());
            if (std::adjacent_find(starts.begin(), starts.end()) != starts.end()) {
                return true;
            }
        }
        return false;
    }

    /// Union of the shapes of one group. Polygons without any cancelled edge (islands, mostly) need
    /// no chaining and are passed on as they are.
    MultiPolygon unite(const std::vector<std::size_t>& members) {
        MultiPolygon united;
        for_each_polygon(members, [&](const Polygon&, std::span<const ArcUse> uses) {
            for (const ArcUse use : uses) {
                balance_[use.arc] += use.forward ? 1 : -1;
                ++uses_[use.arc];
            }
        });
        std::vector<Step> steps;
        for_each_polygon(members, [&](const Polygon& polygon, std::span<const ArcUse> uses) {
            const bool untouched =
                std::none_of(uses.begin(), uses.end(), [&](ArcUse use) { return cancelled(use); });
            if (untouched) {
                united.push_back(polygon);
                start_at_least_vertex(united.back().shell);
                auto& holes = united.back().holes;
                std::for_each(holes.begin(), holes.end(), start_at_least_vertex);
                std::sort(holes.begin(), holes.end());
                return;
            }
            for (const ArcUse use : uses) {
                add_step(use, steps);
            }
        });
        for_each_polygon(members, [&](const Polygon&, std::span<const ArcUse> uses) {
            for (const ArcUse use : uses) {
                balance_[use.arc] = 0;
                uses_[use.arc] = 0;
            }
        });
        MultiPolygon chained =
            assemble(OutlineWalk(arcs_, numbers_.positions(), std::move(steps)).rings());
        std::move(chained.begin(), chained.end(), std::back_inserter(united));
        sort_and_unique(united);
        return united;
    }

private:
    template <typename Act>
    void for_each_polygon(const std::vector<std::size_t>& members, const Act& act) const {
        for (const std::size_t shape : members) {
            Index ring = first_ring_[shape];
            for (const Polygon& polygon : shapes_[shape]) {
                const Index end = ring + 1 + static_cast<Index>(polygon.holes.size());
                const Index from = arcs_.ring_uses[ring];
                act(polygon, std::span(arcs_.uses.data() + from, arcs_.ring_uses[end] - from));
                ring = end;
            }
        }
    }

    [[nodiscard]] bool cancelled(ArcUse use) const {
        return uses_[use.arc] != static_cast<Index>(std::abs(balance_[use.arc]));
    }

    /// Of the uses of an arc as many stay as its balance says, in the balance's direction.
    void add_step(ArcUse use, std::vector<Step>& steps) {
        int& balance = balance_[use.arc];
        if (balance == 0 || (balance > 0) != use.forward) {
            return;
        }
        balance += use.forward ? -1 : 1;
        --uses_[use.arc];
        const std::span<const Index> line = arcs_.line(use.arc);
        steps.push_back({use.arc, use.forward, use.forward ? line.front() : line.back(),
                         use.forward ? line.back() : line.front()});
    }

    const std::vector<MultiPolygon>& shapes_;
    VertexNumbers numbers_;
    Arcs arcs_;
    std::vector<Index> first_ring_;
    std::vector<int> balance_;  ///< uses forward less uses backward in the group
    std::vector<Index> uses_;   ///< uses in the group
};

}  // namespace

std::vector<MultiPolygon> dissolve(const std::vector<MultiPolygon>& shapes,
                                   const std::vector<int>& group_of, int groups) {
    assert(group_of.size() == shapes.size());
    std::vector<std::vector<std::size_t>> members(static_cast<std::size_t>(groups));
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        assert(group_of[i] >= -1 && group_of[i] < groups);
        if (group_of[i] >= 0) {
            members[static_cast<std::size_t>(group_of[i])].push_back(i);
        }
    }
    auto dissolver = std::make_unique<Dissolver>(shapes);
    // Clean sets, which are all but a few, are not copied.
    std::vector<MultiPolygon> repaired;
    if (dissolver->some_ring_touches_itself() ||
        std::any_of(shapes.begin(), shapes.end(), has_hole_outside)) {
        std::transform(shapes.begin(), shapes.end(), std::back_inserter(repaired),
                       with_land_of_its_own);
        dissolver = std::make_unique<Dissolver>(repaired);
    }
    std::vector<MultiPolygon> outlines;
    outlines.reserve(members.size());
    for (const auto& group : members) {
        outlines.push_back(dissolver->unite(group));
    }
    return outlines;
}

std::vector<Border> find_borders(const std::vector<MultiPolygon>& shapes) {
    VertexNumbers numbers(count_vertices(shapes));
    const RingTable table = number_rings(shapes, numbers);
    const Arcs arcs = find_arcs(table, numbers.positions().size());
    // Each owner of an arc borders each other one, however often they follow it.
    struct Owner {
        Index arc;
        int owner;
        auto operator<=>(const Owner&) const = default;
    };
    std::vector<Owner> owners;
    for (std::size_t ring = 0; ring < table.rings.size(); ++ring) {
        for (const ArcUse use : arcs.ring(ring)) {
            if (arcs.arcs[use.arc].uses > 1) {
                owners.push_back({use.arc, table.rings[ring].owner});
            }
        }
    }
    std::sort(owners.begin(), owners.end());
    owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
    std::vector<Border> found;
    for (std::size_t i = 0; i < owners.size(); ++i) {
        for (std::size_t k = i + 1; k < owners.size() && owners[k].arc == owners[i].arc; ++k) {
            const auto edges = static_cast<int>(arcs.arcs[owners[i].arc].count) - 1;
            found.push_back({owners[i].owner, owners[k].owner, edges});
        }
    }
    std::sort(found.begin(), found.end(), [](const Border& p, const Border& q) {
        return std::pair(p.a, p.b) < std::pair(q.a, q.b);
    });
    std::vector<Border> borders;
    for (const Border& border : found) {
        if (!borders.empty() && borders.back().a == border.a && borders.back().b == border.b) {
            borders.back().edges += border.edges;
        } else {
            borders.push_back(border);
        }
    }
    return borders;
}

}  // namespace miraimap
