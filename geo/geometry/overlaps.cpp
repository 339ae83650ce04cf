// SPDX-License-Identifier: MIT
#include "geo/geometry/overlaps.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>

#include "geo/geometry/arcs.hpp"
#include "geo/geometry/ground_scale.hpp"
#include "geo/geometry/rings.hpp"

namespace miraimap {
namespace {

/// How far inside of an edge a point is looked for: beyond what is a nearly matching border.
constexpr double inside_m = 2;
/// Width of the columns in which points are looked up, about 5 km.
constexpr double column_deg = 0.05;

/// A point inside of an edge of its owner.
struct Probe {
    double column = 0;
    LonLat at;
    int owner = 0;
};

/// A shape covers a point. A point need not lie in its owner: spits may be narrower than the step
/// inwards.
struct Hit {
    std::uint32_t probe = 0;  ///< its place in the index
    int shape = 0;
};

/// Puts probes to the left of the edges of one arc as a ring follows it.
class Prober {
public:
    Prober(std::vector<Probe>& probes, int owner) : probes_(probes), owner_(owner) {}

    void edge(LonLat from, LonLat to) {
        const GroundScale scale((from.lat + to.lat) / 2);
        const double east_m = (to.lon - from.lon) * scale.x_m;
        const double north_m = (to.lat - from.lat) * scale.y_m;
        const double length_m = std::hypot(east_m, north_m);
        if (!(length_m > 0)) {
            return;
        }
        walked_m_ += length_m;
        if (walked_m_ < overlap_step_m && !first_) {
            return;
        }
        first_ = false;
        walked_m_ = 0;
        const int count = static_cast<int>(length_m / overlap_step_m) + 1;
        for (int i = 0; i < count; ++i) {
            const double share = (i + 0.5) / count;
            const LonLat at{
                from.lon + share * (to.lon - from.lon) - north_m / length_m * inside_m / scale.x_m,
                from.lat + share * (to.lat - from.lat) + east_m / length_m * inside_m / scale.y_m};
            probes_.push_back({std::floor(at.lon / column_deg), at, owner_});
        }
    }

private:
    std::vector<Probe>& probes_;
    int owner_;
    double walked_m_ = 0;
    bool first_ = true;
};

std::vector<Probe> make_probes(const std::vector<MultiPolygon>& shapes) {
    VertexNumbers numbers(count_vertices(shapes));
    const RingTable rings = number_rings(shapes, numbers);
    const Arcs arcs = find_arcs(rings, numbers.positions().size());
    std::vector<Probe> probes;
    for (std::size_t r = 0; r < rings.rings.size(); ++r) {
        for (const ArcUse& use : arcs.ring(r)) {
            const Arc& arc = arcs.arcs[use.arc];
            if (arc.uses == 2 && arc.clean) {
                continue;
            }
            Prober prober(probes, rings.rings[r].owner);
            const auto line = arcs.line(use.arc);
            for (std::size_t k = 1; k < line.size(); ++k) {
                const std::size_t i = use.forward ? k : line.size() - k;
                prober.edge(numbers.positions()[line[use.forward ? i - 1 : i]],
                            numbers.positions()[line[use.forward ? i : i - 1]]);
            }
        }
    }
    return probes;
}

/// Points in the order of their columns, southernmost first.
class ProbeIndex {
public:
    explicit ProbeIndex(std::vector<Probe> probes) : probes_(std::move(probes)) {
        std::sort(probes_.begin(), probes_.end(), [](const Probe& a, const Probe& b) {
            return std::pair(a.column, a.at.lat) < std::pair(b.column, b.at.lat);
        });
    }

    [[nodiscard]] std::size_t size() const { return probes_.size(); }
    [[nodiscard]] const Probe& at(std::uint32_t place) const { return probes_[place]; }

    /// Adds the points that the polygon covers.
    void look_in(const Polygon& polygon, int shape, std::vector<Hit>& hits) {
        const LonLatBox box = box_of(polygon.shell);
        if (box.empty()) {
            return;
        }
        const double last = std::floor(box.east / column_deg);
        for (double column = std::floor(box.west / column_deg); column <= last; ++column) {
            const auto first = from(column, box.south);
            const auto end = from(column, box.north);
            if (first == end) {
                continue;
            }
            crossed_.assign(static_cast<std::size_t>(end - first), false);
            cross(polygon.shell, first, end);
            for (const Ring& hole : polygon.holes) {
                cross(hole, first, end);
            }
            for (auto probe = first; probe != end; ++probe) {
                if (crossed_[static_cast<std::size_t>(probe - first)]) {
                    hits.push_back({static_cast<std::uint32_t>(probe - probes_.begin()), shape});
                }
            }
        }
    }

private:
    using Iterator = std::vector<Probe>::const_iterator;

    /// The first point of a column that does not lie south of the latitude.
    [[nodiscard]] Iterator from(double column, double lat) const {
        return std::lower_bound(probes_.begin(), probes_.end(), std::pair(column, lat),
                                [](const Probe& probe, const std::pair<double, double>& key) {
                                    return std::pair(probe.column, probe.at.lat) < key;
                                });
    }

    /// Turns the answer of each point that an edge passes to the west of.
    void cross(const Ring& ring, Iterator first, Iterator end) {
        const auto below = [](const Probe& probe, double lat) { return probe.at.lat < lat; };
        for (std::size_t i = 0; i < ring.size(); ++i) {
            LonLat low = ring[i == 0 ? ring.size() - 1 : i - 1];
            LonLat high = ring[i];
            if (low.lat > high.lat) {
                std::swap(low, high);
            }
            for (auto probe = std::lower_bound(first, end, low.lat, below);
                 probe != end && probe->at.lat < high.lat; ++probe) {
                const double share = (probe->at.lat - low.lat) / (high.lat - low.lat);
                if (low.lon + share * (high.lon - low.lon) < probe->at.lon) {
                    crossed_[static_cast<std::size_t>(probe - first)].flip();
                }
            }
        }
    }

    std::vector<Probe> probes_;
    std::vector<bool> crossed_;
};

}  // namespace

std::vector<Overlap> find_overlaps(const std::vector<MultiPolygon>& shapes) {
    ProbeIndex index(make_probes(shapes));
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        for (const Polygon& polygon : shapes[i]) {
            index.look_in(polygon, static_cast<int>(i), hits);
        }
    }
    std::vector<bool> in_owner(index.size());
    for (const Hit& hit : hits) {
        in_owner[hit.probe] = in_owner[hit.probe] || index.at(hit.probe).owner == hit.shape;
    }
    std::map<std::pair<int, int>, LonLat> pairs;
    for (const Hit& hit : hits) {
        const Probe& probe = index.at(hit.probe);
        if (in_owner[hit.probe] && probe.owner != hit.shape) {
            pairs.emplace(std::minmax(probe.owner, hit.shape), probe.at);
        }
    }
    std::vector<Overlap> overlaps;
    for (const auto& [who, where] : pairs) {
        overlaps.push_back({who.first, who.second, where});
    }
    return overlaps;
}

}  // namespace miraimap
