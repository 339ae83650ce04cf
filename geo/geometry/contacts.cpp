// SPDX-License-Identifier: MIT
#include "geo/geometry/contacts.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <iterator>
#include <utility>

#include "geo/geometry/geodesic_area.hpp"

namespace miraimap {
namespace {

using Index = std::uint32_t;
constexpr Index none = 0xFFFFFFFFU;

std::uint64_t hash_of(LonLat p) {
    // Adding zero makes -0.0 and 0.0 the same bits, as they are the same number.
    std::uint64_t h = std::bit_cast<std::uint64_t>(p.lon + 0.0) * 0x9E3779B97F4A7C15ULL;
    h ^= std::rotl(std::bit_cast<std::uint64_t>(p.lat + 0.0) * 0xC2B2AE3D27D4EB4FULL, 31);
    h *= 0xBF58476D1CE4E5B9ULL;
    return h ^ (h >> 32U);
}

/// One visit of a ring to a vertex.
struct Visit {
    Index vertex = 0;
    Index before = 0;  ///< vertex the ring comes from
    Index after = 0;   ///< vertex the ring goes on to
    int owner = 0;
};

/// Numbers positions: the same position, the same number.
class VertexTable {
public:
    explicit VertexTable(std::size_t visits) : slots_(std::bit_ceil(visits * 2 + 2), none) {
        points_.reserve(visits);
    }
    Index number(LonLat p) {
        const std::size_t mask = slots_.size() - 1;
        std::size_t i = hash_of(p) & mask;
        while (slots_[i] != none && points_[slots_[i]] != p) {
            i = (i + 1) & mask;
        }
        if (slots_[i] == none) {
            slots_[i] = static_cast<Index>(points_.size());
            points_.push_back(p);
        }
        return slots_[i];
    }
    [[nodiscard]] const std::vector<LonLat>& points() const { return points_; }

private:
    std::vector<LonLat> points_;
    std::vector<Index> slots_;
};

template <typename Do>
void for_each_ring(const std::vector<MultiPolygon>& shapes, const Do& act) {
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        for (const Polygon& polygon : shapes[i]) {
            act(polygon.shell, static_cast<int>(i));
            for (const Ring& hole : polygon.holes) {
                act(hole, static_cast<int>(i));
            }
        }
    }
}

/// An edge without direction: the lesser end first.
using Edge = std::pair<LonLat, LonLat>;

std::vector<Edge> edges_of(const MultiPolygon& shape) {
    std::vector<Edge> edges;
    for_each_ring({shape}, [&](const Ring& ring, int) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            edges.emplace_back(std::minmax(ring[i], ring[(i + 1) % ring.size()]));
        }
    });
    std::sort(edges.begin(), edges.end());
    return edges;
}

class ContactFinder {
public:
    explicit ContactFinder(const std::vector<MultiPolygon>& shapes)
        : shapes_(shapes.size()), table_(count(shapes)) {
        visits_.reserve(count(shapes));
        for_each_ring(shapes, [&](const Ring& ring, int owner) { add(ring, owner); });
        group_by_vertex();
    }

    Contacts find() {
        Contacts contacts;
        for (Index v = 0; v + 1 < first_.size(); ++v) {
            meet(v);
        }
        std::sort(met_.begin(), met_.end(),
                  [](const Meeting& a, const Meeting& b) { return a.pair < b.pair; });
        for (const Meeting& m : met_) {
            if (contacts.pairs.empty() || contacts.pairs.back().a != m.pair.first ||
                contacts.pairs.back().b != m.pair.second) {
                contacts.pairs.push_back({m.pair.first, m.pair.second, 0, 0});
            }
            contacts.pairs.back().edges += m.edges;
            contacts.pairs.back().points += m.point ? 1 : 0;
        }
        contacts.settings.assign(shapes_, Setting::inland);
        walk_free_edges(contacts.settings);
        return contacts;
    }

private:
    struct Meeting {
        std::pair<int, int> pair;
        int edges = 0;
        bool point = false;
    };

    static std::size_t count(const std::vector<MultiPolygon>& shapes) {
        std::size_t n = 0;
        for_each_ring(shapes, [&](const Ring& ring, int) { n += ring.size(); });
        return n;
    }

    void add(const Ring& ring, int owner) {
        const auto first = visits_.size();
        for (const LonLat p : ring) {
            visits_.push_back({table_.number(p), 0, 0, owner});
        }
        const std::size_t n = ring.size();
        for (std::size_t i = 0; i < n; ++i) {
            visits_[first + i].before = visits_[first + (i + n - 1) % n].vertex;
            visits_[first + i].after = visits_[first + (i + 1) % n].vertex;
        }
    }

    /// Counting sort: visits of vertex v stand at first_[v] .. first_[v + 1].
    void group_by_vertex() {
        first_.assign(table_.points().size() + 1, 0);
        for (const Visit& visit : visits_) {
            ++first_[visit.vertex + 1];
        }
        for (std::size_t v = 1; v < first_.size(); ++v) {
            first_[v] += first_[v - 1];
        }
        std::vector<Index> next(first_.begin(), first_.end() - 1);
        std::vector<Visit> sorted(visits_.size());
        for (const Visit& visit : visits_) {
            sorted[next[visit.vertex]++] = visit;
        }
        visits_ = std::move(sorted);
        free_.assign(visits_.size(), 0);
    }

    [[nodiscard]] bool has_neighbour(const Visit& visit, Index vertex) const {
        for (Index i = first_[visit.vertex]; i < first_[visit.vertex + 1]; ++i) {
            const Visit& other = visits_[i];
            if (other.owner != visit.owner && (other.before == vertex || other.after == vertex)) {
                return true;
            }
        }
        return false;
    }

    void meet(Index v) {
        const Index from = first_[v];
        const Index to = first_[v + 1];
        const std::size_t found = met_.size();
        for (Index i = from; i < to; ++i) {
            const Visit& a = visits_[i];
            free_[i] = has_neighbour(a, a.after) ? 0 : 1;
            for (Index j = i + 1; j < to; ++j) {
                const Visit& b = visits_[j];
                if (a.owner == b.owner) {
                    continue;
                }
                // An edge is counted at its start only, so once.
                const int edges = (a.after == b.before || a.after == b.after ? 1 : 0);
                const bool touch = edges == 0 && a.before != b.after && a.before != b.before;
                const std::pair<int, int> pair = std::minmax(a.owner, b.owner);
                if (edges > 0 || touch) {
                    met_.push_back({pair, edges, touch});
                }
            }
        }
        drop_points_beside_edges(v, found);
    }

    /// A point counts only where its pair shares no edge at this vertex through another visit.
    void drop_points_beside_edges(Index v, std::size_t found) {
        for (std::size_t i = found; i < met_.size(); ++i) {
            if (!met_[i].point) {
                continue;
            }
            const auto [a, b] = met_[i].pair;
            for (Index x = first_[v]; x < first_[v + 1] && met_[i].point; ++x) {
                for (Index y = first_[v]; y < first_[v + 1]; ++y) {
                    const Visit& p = visits_[x];
                    const Visit& q = visits_[y];
                    if (p.owner == a && q.owner == b &&
                        (p.after == q.before || p.after == q.after || p.before == q.after ||
                         p.before == q.before)) {
                        met_[i].point = false;
                    }
                }
            }
            for (std::size_t j = found; j < i; ++j) {  // several visits, one shared vertex
                met_[i].point = met_[i].point && !(met_[j].point && met_[j].pair == met_[i].pair);
            }
        }
    }

    [[nodiscard]] Index next_free(Index vertex, std::vector<Index>& cursor) const {
        Index& at = cursor[vertex];
        while (at < first_[vertex + 1] && free_[at] == 0) {
            ++at;
        }
        return at < first_[vertex + 1] ? at++ : none;
    }

    /// Follows free edges round; a walk that encloses its land (positive area) has the sea outside.
    void walk_free_edges(std::vector<Setting>& settings) const {
        std::vector<Index> cursor(first_.begin(), first_.end() - 1);
        const std::vector<LonLat>& points = table_.points();
        std::vector<int> owners;
        for (Index start = 0; start + 1 < first_.size(); ++start) {
            for (Index edge = next_free(start, cursor); edge != none;
                 edge = next_free(start, cursor)) {
                owners.clear();
                double twice_area = 0;
                const LonLat origin = points[start];
                while (edge != none) {
                    const Visit& visit = visits_[edge];
                    const LonLat p = points[visit.vertex];
                    const LonLat q = points[visit.after];
                    twice_area += (p.lon - origin.lon) * (q.lat - origin.lat) -
                                  (q.lon - origin.lon) * (p.lat - origin.lat);
                    owners.push_back(visit.owner);
                    edge = visit.after == start ? none : next_free(visit.after, cursor);
                }
                for (const int owner : owners) {
                    Setting& setting = settings[static_cast<std::size_t>(owner)];
                    setting = std::max(setting, twice_area > 0 ? Setting::coast : Setting::lake);
                }
            }
        }
    }

    std::size_t shapes_;
    VertexTable table_;
    std::vector<Visit> visits_;
    std::vector<Index> first_;
    std::vector<char> free_;  ///< the edge from this visit on belongs to no other shape
    std::vector<Meeting> met_;
};

}  // namespace

Contacts find_contacts(const std::vector<MultiPolygon>& shapes) {
    return ContactFinder(shapes).find();
}

double shared_border_km(const MultiPolygon& a, const MultiPolygon& b) {
    const std::vector<Edge> first = edges_of(a);
    const std::vector<Edge> second = edges_of(b);
    std::vector<Edge> shared;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(),
                          std::back_inserter(shared));
    double km = 0;
    for (const Edge& edge : shared) {
        km += geodesic_distance_km(edge.first, edge.second);
    }
    return km;
}

}  // namespace miraimap
