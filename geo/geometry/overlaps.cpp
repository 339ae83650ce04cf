// SPDX-License-Identifier: MIT
#include "geo/geometry/overlaps.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <utility>

#include "geo/geometry/ground_scale.hpp"
#include "geo/geometry/rings.hpp"

namespace miraimap {
namespace {

/// Width of the columns in which points are looked up, about 5 km.
constexpr double column_deg = 0.05;
/// Most points of all rings together. The borders of N03 (2021) and of the embedded set have about
/// 1.5 million.
constexpr double most_probes = 4e6;
/// Most crossings that are looked at in one column of one polygon.
constexpr std::size_t most_crossings = 5'000'000;
/// Points of a pair that are tried: in spits narrower than the step inwards they lie outside.
constexpr int tries_of_pair = 8;

/// A point inside of an edge of its owner.
struct Probe {
    double column = 0;
    LonLat at;
    int owner = 0;
};

struct GroundStep {
    GroundScale scale;
    double east_m;
    double north_m;
    double length_m;

    GroundStep(LonLat from, LonLat to)
        : scale((from.lat + to.lat) / 2),
          east_m((to.lon - from.lon) * scale.x_m),
          north_m((to.lat - from.lat) * scale.y_m),
          length_m(std::hypot(east_m, north_m)) {}
};

/// Calls `visit` with both ends of each edge of each ring.
template <typename Visit>
void each_edge(const Polygon& polygon, Visit&& visit) {
    const auto walk = [&](const Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            visit(ring[i], ring[i + 1 == ring.size() ? 0 : i + 1], i == 0);
        }
    };
    walk(polygon.shell);
    for (const Ring& hole : polygon.holes) {
        walk(hole);
    }
}

std::vector<Probe> make_probes(const std::vector<MultiPolygon>& shapes) {
    double length_m = 0;
    for (const MultiPolygon& shape : shapes) {
        for (const Polygon& polygon : shape) {
            each_edge(polygon, [&](LonLat from, LonLat to, bool /*first*/) {
                length_m += GroundStep(from, to).length_m;
            });
        }
    }
    const double step_m = std::max(overlap_step_m, length_m / most_probes);
    std::vector<Probe> probes;
    double walked_m = 0;
    for (std::size_t owner = 0; owner < shapes.size(); ++owner) {
        for (const Polygon& polygon : shapes[owner]) {
            each_edge(polygon, [&](LonLat from, LonLat to, bool first) {
                const GroundStep edge(from, to);
                walked_m += edge.length_m;
                if (!(edge.length_m > 0) || (walked_m < step_m && !first)) {
                    return;
                }
                walked_m = 0;
                const int count = static_cast<int>(edge.length_m / step_m) + 1;
                const double inwards = overlap_depth_m / edge.length_m;
                for (int i = 0; i < count; ++i) {
                    const double share = (i + 0.5) / count;
                    const LonLat at{from.lon + share * (to.lon - from.lon) -
                                        edge.north_m * inwards / edge.scale.x_m,
                                    from.lat + share * (to.lat - from.lat) +
                                        edge.east_m * inwards / edge.scale.y_m};
                    probes.push_back(
                        {std::floor(at.lon / column_deg), at, static_cast<int>(owner)});
                }
            });
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

    /// Calls `found` with the points of other owners that the polygon covers.
    template <typename Found>
    void each_of_others_in(const Polygon& polygon, int owner, Found&& found) {
        const LonLatBox box = box_of(polygon.shell);
        if (box.empty()) {
            return;
        }
        const double last = std::floor(box.east / column_deg);
        for (double column = std::floor(box.west / column_deg); column <= last; ++column) {
            others_.clear();
            const std::size_t end = place_of(column, box.north);
            for (std::size_t i = place_of(column, box.south); i < end; ++i) {
                if (probes_[i].owner != owner) {
                    others_.push_back(probes_[i]);
                }
            }
            if (others_.empty()) {
                continue;
            }
            crossed_.assign(others_.size(), false);
            const std::size_t stride = crossings(polygon) / most_crossings + 1;
            each_edge(polygon,
                      [&](LonLat from, LonLat to, bool /*first*/) { cross(from, to, stride); });
            for (std::size_t i = 0; i < others_.size(); i += stride) {
                if (crossed_[i]) {
                    found(others_[i]);
                }
            }
        }
    }

private:
    /// The first point of a column that does not lie south of the latitude.
    [[nodiscard]] std::size_t place_of(double column, double lat) const {
        return static_cast<std::size_t>(
            std::lower_bound(probes_.begin(), probes_.end(), std::pair(column, lat),
                             [](const Probe& probe, const std::pair<double, double>& key) {
                                 return std::pair(probe.column, probe.at.lat) < key;
                             }) -
            probes_.begin());
    }

    /// The points in question at the latitudes of an edge.
    [[nodiscard]] std::pair<std::size_t, std::size_t> beside(double south, double north) const {
        const auto below = [](const Probe& probe, double lat) { return probe.at.lat < lat; };
        const auto low = std::lower_bound(others_.begin(), others_.end(), south, below);
        const auto high = std::lower_bound(low, others_.end(), north, below);
        return {static_cast<std::size_t>(low - others_.begin()),
                static_cast<std::size_t>(high - others_.begin())};
    }

    /// How many points all edges pass; only counted where that may be too many.
    [[nodiscard]] std::size_t crossings(const Polygon& polygon) const {
        std::size_t edges = polygon.shell.size();
        for (const Ring& hole : polygon.holes) {
            edges += hole.size();
        }
        if (edges * crossed_.size() <= most_crossings) {
            return 0;
        }
        std::size_t count = 0;
        each_edge(polygon, [&](LonLat from, LonLat to, bool /*first*/) {
            const auto [low, high] = beside(std::min(from.lat, to.lat), std::max(from.lat, to.lat));
            count += high - low;
        });
        return count;
    }

    /// Turns the answer of each point that an edge passes to the west of.
    void cross(LonLat low, LonLat high, std::size_t stride) {
        if (low.lat > high.lat) {
            std::swap(low, high);
        }
        const auto [begin, end] = beside(low.lat, high.lat);
        for (std::size_t i = (begin + stride - 1) / stride * stride; i < end; i += stride) {
            const LonLat p = others_[i].at;
            const double share = (p.lat - low.lat) / (high.lat - low.lat);
            if (low.lon + share * (high.lon - low.lon) < p.lon) {
                crossed_[i].flip();
            }
        }
    }

    std::vector<Probe> probes_;
    std::vector<Probe> others_;  ///< in the column and at the latitudes in question
    std::vector<bool> crossed_;  ///< of these: an odd number of edges lies to the west
};

bool covers(const MultiPolygon& shape, LonLat p) {
    return std::any_of(shape.begin(), shape.end(),
                       [p](const Polygon& polygon) { return encloses(polygon, p); });
}

}  // namespace

std::vector<Overlap> find_overlaps(const std::vector<MultiPolygon>& shapes) {
    ProbeIndex index(make_probes(shapes));
    std::map<std::pair<int, int>, LonLat> pairs;
    std::vector<int> tries(shapes.size());  // of the owners, in the shape in question
    std::vector<int> tried;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const int shape = static_cast<int>(i);
        for (const Polygon& polygon : shapes[i]) {
            index.each_of_others_in(polygon, shape, [&](const Probe& probe) {
                int& count = tries[static_cast<std::size_t>(probe.owner)];
                if (count == tries_of_pair) {
                    return;
                }
                tried.push_back(probe.owner);
                ++count;
                if (covers(shapes[static_cast<std::size_t>(probe.owner)], probe.at)) {
                    pairs.emplace(std::minmax(probe.owner, shape), probe.at);
                    count = tries_of_pair;
                }
            });
        }
        for (const int owner : tried) {
            tries[static_cast<std::size_t>(owner)] = 0;
        }
        tried.clear();
    }
    std::vector<Overlap> overlaps;
    for (const auto& [who, where] : pairs) {
        overlaps.push_back({who.first, who.second, where});
    }
    return overlaps;
}

}  // namespace miraimap
