// SPDX-License-Identifier: MIT
#include "geo/geometry/near_borders.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

#include "geo/geometry/arcs.hpp"
#include "geo/geometry/ground_scale.hpp"

namespace miraimap {
namespace {

/// Least side of the cells in which free edges are looked up, about 200 m.
constexpr double least_cell_deg = 0.002;
/// Cells that all edges together may lie in; longer edges make the cells larger.
constexpr double most_cells = 8e6;
constexpr int nobody = -1;

double length_m(LonLat a, LonLat b) {
    const GroundScale scale((a.lat + b.lat) / 2);
    return std::hypot((b.lon - a.lon) * scale.x_m, (b.lat - a.lat) * scale.y_m);
}

/// @param scale  at p
double distance_m(LonLat p, const GroundScale& scale, LonLat a, LonLat b) {
    const double ax = (a.lon - p.lon) * scale.x_m;
    const double ay = (a.lat - p.lat) * scale.y_m;
    const double dx = (b.lon - a.lon) * scale.x_m;
    const double dy = (b.lat - a.lat) * scale.y_m;
    const double squared = dx * dx + dy * dy;
    const double share = squared > 0 ? std::clamp(-(ax * dx + ay * dy) / squared, 0.0, 1.0) : 0.0;
    return std::hypot(ax + share * dx, ay + share * dy);
}

LonLat between(LonLat a, LonLat b, double share) {
    return {a.lon + share * (b.lon - a.lon), a.lat + share * (b.lat - a.lat)};
}

struct FreeEdge {
    LonLat from;
    LonLat to;
    int owner = nobody;
};

/// A run of free edges, in the order of their line.
struct FreeLine {
    std::size_t first = 0;  ///< index into the edges
    std::size_t count = 0;
    bool closed = false;  ///< its last edge ends where the first begins
};

struct FreeEdges {
    std::vector<FreeEdge> edges;
    std::vector<FreeLine> lines;
};

FreeEdges free_edges(const std::vector<MultiPolygon>& shapes) {
    VertexNumbers numbers(count_vertices(shapes));
    const RingTable rings = number_rings(shapes, numbers);
    const Arcs arcs = find_arcs(rings, numbers.positions().size());
    FreeEdges free;
    for (std::size_t i = 0; i < arcs.arcs.size(); ++i) {
        const Arc& arc = arcs.arcs[i];
        if (arc.uses != 1) {
            continue;
        }
        const auto line = arcs.line(i);
        free.lines.push_back({free.edges.size(), line.size() - 1, !arc.at_junction});
        for (std::size_t k = 1; k < line.size(); ++k) {
            free.edges.push_back({numbers.positions()[line[k - 1]], numbers.positions()[line[k]],
                                  std::max(arc.left, arc.right)});
        }
    }
    return free;
}

/// Free edges by cell.
class EdgeGrid {
public:
    explicit EdgeGrid(const std::vector<FreeEdge>& edges) : edges_(edges) {
        double extent_deg = 0;
        for (const FreeEdge& edge : edges) {
            extent_deg += extent_of(edge);
        }
        cell_deg_ = std::max(least_cell_deg, extent_deg / most_cells);
        entries_.reserve(edges.size() * 2);
        for (std::uint32_t i = 0; i < edges.size(); ++i) {
            insert(i);
        }
        std::sort(entries_.begin(), entries_.end());
        entries_.erase(std::unique(entries_.begin(), entries_.end()), entries_.end());
        leave_out_lonely_cells();
    }

    /// For each other owner of an edge within reach of a point: how near it comes.
    void near(LonLat p, int owner, std::map<int, double>& reached) const {
        const std::uint64_t cell = cell_of(p);
        const GroundScale scale(p.lat);
        const double reach_x = near_border_m * 1.01 / scale.x_m;
        const double reach_y = near_border_m * 1.01 / scale.y_m;
        auto at = std::lower_bound(entries_.begin(), entries_.end(), Entry{cell, 0});
        for (; at != entries_.end() && at->cell == cell; ++at) {
            const FreeEdge& edge = edges_[at->edge];
            if (edge.owner == owner || std::min(edge.from.lon, edge.to.lon) > p.lon + reach_x ||
                std::max(edge.from.lon, edge.to.lon) < p.lon - reach_x ||
                std::min(edge.from.lat, edge.to.lat) > p.lat + reach_y ||
                std::max(edge.from.lat, edge.to.lat) < p.lat - reach_y) {
                continue;
            }
            const double apart = distance_m(p, scale, edge.from, edge.to);
            if (apart <= near_border_m) {
                const auto [known, added] = reached.emplace(edge.owner, apart);
                known->second = std::min(known->second, apart);
            }
        }
    }

private:
    struct Entry {
        std::uint64_t cell;
        std::uint32_t edge;
        friend auto operator<=>(const Entry&, const Entry&) = default;
    };

    static std::uint64_t cell_at(double column, double row) {
        constexpr double shift = 1 << 20U;  // degrees of either sign
        return static_cast<std::uint64_t>(column + shift) << 32U |
               static_cast<std::uint64_t>(row + shift);
    }
    [[nodiscard]] std::uint64_t cell_of(LonLat p) const {
        return cell_at(std::floor(p.lon / cell_deg_), std::floor(p.lat / cell_deg_));
    }
    static double extent_of(const FreeEdge& edge) {
        return std::max(std::abs(edge.to.lon - edge.from.lon),
                        std::abs(edge.to.lat - edge.from.lat));
    }

    /// Into every cell that comes within reach of it, piece by piece.
    void insert(std::uint32_t number) {
        const FreeEdge& edge = edges_[number];
        const int pieces = static_cast<int>(std::ceil(extent_of(edge) / cell_deg_)) + 1;
        const GroundScale scale(edge.from.lat);
        const double reach_x = near_border_m * 1.01 / scale.x_m;
        const double reach_y = near_border_m * 1.01 / scale.y_m;
        for (int k = 0; k < pieces; ++k) {
            const LonLat a = between(edge.from, edge.to, static_cast<double>(k) / pieces);
            const LonLat b = between(edge.from, edge.to, static_cast<double>(k + 1) / pieces);
            const double east = std::floor((std::max(a.lon, b.lon) + reach_x) / cell_deg_);
            const double north = std::floor((std::max(a.lat, b.lat) + reach_y) / cell_deg_);
            const double south = std::floor((std::min(a.lat, b.lat) - reach_y) / cell_deg_);
            double column = std::floor((std::min(a.lon, b.lon) - reach_x) / cell_deg_);
            for (; column <= east; ++column) {
                for (double row = south; row <= north; ++row) {
                    entries_.push_back({cell_at(column, row), number});
                }
            }
        }
    }

    /// Most coasts have one owner far and wide: nothing to look for.
    void leave_out_lonely_cells() {
        std::vector<Entry> kept;
        for (std::size_t i = 0; i < entries_.size();) {
            std::size_t end = i;
            bool several = false;
            for (; end < entries_.size() && entries_[end].cell == entries_[i].cell; ++end) {
                several =
                    several || edges_[entries_[end].edge].owner != edges_[entries_[i].edge].owner;
            }
            if (several) {
                kept.insert(kept.end(), entries_.begin() + static_cast<std::ptrdiff_t>(i),
                            entries_.begin() + static_cast<std::ptrdiff_t>(end));
            }
            i = end;
        }
        entries_ = std::move(kept);
    }

    const std::vector<FreeEdge>& edges_;
    double cell_deg_ = least_cell_deg;
    std::vector<Entry> entries_;
};

/// Whom a free edge runs along, and how far apart they are at most.
struct Along {
    int other = nobody;
    double largest_m = 0;
};

Along along_whom(const FreeEdge& edge, const EdgeGrid& grid) {
    constexpr std::array<double, 5> shares{0, 1, 0.5, 0.25, 0.75};
    std::map<int, double> everywhere;  // by owner: the largest of the distances so far
    for (std::size_t i = 0; i < shares.size(); ++i) {
        std::map<int, double> here;
        grid.near(between(edge.from, edge.to, shares[i]), edge.owner, here);
        if (i == 0) {
            everywhere = std::move(here);
        } else {
            std::map<int, double> still;
            for (const auto& [other, apart] : here) {
                if (const auto known = everywhere.find(other); known != everywhere.end()) {
                    still[other] = std::max(known->second, apart);
                }
            }
            everywhere = std::move(still);
        }
        if (everywhere.empty()) {
            return {};
        }
    }
    const auto nearest =
        std::min_element(everywhere.begin(), everywhere.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    return {nearest->first, nearest->second};
}

struct Stretch {
    int other = nobody;
    double length_m = 0;
    double largest_m = 0;
};

/// The stretches of one line, short ones too.
std::vector<Stretch> stretches_of(const FreeEdges& free, const FreeLine& line,
                                  const EdgeGrid& grid) {
    std::vector<Stretch> all;
    bool open = false;
    int first = nobody;
    for (std::size_t k = 0; k < line.count; ++k) {
        const FreeEdge& edge = free.edges[line.first + k];
        const Along along = along_whom(edge, grid);
        if (k == 0) {
            first = along.other;
        }
        if (along.other == nobody) {
            open = false;
            continue;
        }
        if (!open || all.back().other != along.other) {
            all.push_back({along.other, 0, 0});
            open = true;
        }
        all.back().length_m += length_m(edge.from, edge.to);
        all.back().largest_m = std::max(all.back().largest_m, along.largest_m);
    }
    // A ring may begin in the middle of a stretch.
    if (line.closed && open && all.size() > 1 && all.back().other == first) {
        all.front().length_m += all.back().length_m;
        all.front().largest_m = std::max(all.front().largest_m, all.back().largest_m);
        all.pop_back();
    }
    return all;
}

}  // namespace

std::vector<NearBorder> find_near_borders(const std::vector<MultiPolygon>& shapes) {
    const FreeEdges free = free_edges(shapes);
    const EdgeGrid grid(free.edges);
    std::map<std::pair<int, int>, NearBorder> sides;  // by (whose edges, along whom)
    for (const FreeLine& line : free.lines) {
        for (const Stretch& stretch : stretches_of(free, line, grid)) {
            if (stretch.length_m >= least_stretch_m) {
                NearBorder& side = sides[{free.edges[line.first].owner, stretch.other}];
                ++side.stretches;
                side.length_m += stretch.length_m;
                side.largest_m = std::max(side.largest_m, stretch.largest_m);
            }
        }
    }
    std::map<std::pair<int, int>, NearBorder> pairs;
    for (const auto& [who, side] : sides) {
        const auto [a, b] = std::minmax(who.first, who.second);
        NearBorder& pair = pairs[{a, b}];
        const double largest_m = std::max(pair.largest_m, side.largest_m);
        if (side.length_m > pair.length_m) {
            pair = side;
        }
        pair.a = a;
        pair.b = b;
        pair.largest_m = largest_m;
    }
    std::vector<NearBorder> result;
    for (const auto& [who, pair] : pairs) {
        result.push_back(pair);
    }
    std::stable_sort(result.begin(), result.end(), [](const NearBorder& x, const NearBorder& y) {
        return x.length_m > y.length_m;
    });
    return result;
}

}  // namespace miraimap
