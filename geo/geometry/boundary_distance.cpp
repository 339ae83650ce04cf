// SPDX-License-Identifier: MIT
#include "geo/geometry/boundary_distance.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "geo/geometry/geodesic_area.hpp"

namespace miraimap {
namespace {

constexpr double semi_major_m = 6378137.0;
constexpr double flattening = 1 / 298.257222101;
constexpr double eccentricity_squared = flattening * (2 - flattening);
// Radii of curvature: least along the meridian at the equator, greatest at the poles (a² / b).
constexpr double least_radius_m = 6335439.0;
constexpr double greatest_radius_m = semi_major_m / (1 - flattening);
constexpr double half_millimetre = 0.0005;
constexpr std::uint32_t leaf_pieces = 8;
constexpr std::uint32_t fan_out = 4;

EarthPoint minus(const EarthPoint& a, const EarthPoint& b) {
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
double dot(const EarthPoint& a, const EarthPoint& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
EarthPoint along(const EarthPoint& from, const EarthPoint& way, double share) {
    return {from.x + share * way.x, from.y + share * way.y, from.z + share * way.z};
}
double clamp_share(double share) { return std::clamp(share, 0.0, 1.0); }

/// Where along a piece (0..1) it is nearest to a point.
double nearest_share(const EarthPoint& point, const EarthPoint& from, const EarthPoint& way) {
    const double length_squared = dot(way, way);
    return length_squared > 0 ? clamp_share(dot(minus(point, from), way) / length_squared) : 0;
}

/// Shares along two chords where they are nearest to each other.
struct Shares {
    double first = 0;
    double second = 0;
    double squared_m2 = std::numeric_limits<double>::infinity();
};

/// The nearest positions of two pieces that do not cross lie at an end of one of them; crossing
/// ones are nearest between their ends (the common perpendicular of two lines).
Shares nearest_shares(const EarthPoint& a0, const EarthPoint& a1, const EarthPoint& b0,
                      const EarthPoint& b1) {
    const EarthPoint a = minus(a1, a0);
    const EarthPoint b = minus(b1, b0);
    Shares best;
    const auto offer = [&](double first, double second) {
        const EarthPoint apart = minus(along(a0, a, first), along(b0, b, second));
        const double squared = dot(apart, apart);
        if (squared < best.squared_m2) {
            best = {first, second, squared};
        }
    };
    offer(0, nearest_share(a0, b0, b));
    offer(1, nearest_share(a1, b0, b));
    offer(nearest_share(b0, a0, a), 0);
    offer(nearest_share(b1, a0, a), 1);
    const double aa = dot(a, a);
    const double bb = dot(b, b);
    const double ab = dot(a, b);
    const double parallel = aa * bb - ab * ab;
    if (parallel > 1e-12 * aa * bb) {
        const EarthPoint between = minus(a0, b0);
        const double first = (ab * dot(b, between) - bb * dot(a, between)) / parallel;
        const double second = (aa * dot(b, between) - ab * dot(a, between)) / parallel;
        if (first > 0 && first < 1 && second > 0 && second < 1) {
            offer(first, second);
        }
    }
    return best;
}

LonLat between(LonLat a, LonLat b, double share) {
    if (share <= 0 || share >= 1) {
        return share <= 0 ? a : b;
    }
    return {a.lon + share * (b.lon - a.lon), a.lat + share * (b.lat - a.lat)};
}

/// How far a straight line in longitude and latitude can leave its chord. Its curvature has a part
/// towards the Earth (at most 1 / least radius) and one sideways (at most 2 tan(latitude) / radius:
/// a parallel has tan / radius, and a slanted line turns at most as much again).
double leaves_chord_m(double length_m, double latitude_deg) {
    const double t = 2 * std::tan(latitude_deg * std::numbers::pi / 180);
    return length_m * length_m / (8 * least_radius_m) * std::sqrt(1 + t * t);
}

/// The longest geodesic over a chord: the surface curves by no more than a circle of the least
/// radius (Schur's theorem).
double longest_arc_m(double chord_m) {
    const double share = std::min(1.0, chord_m / (2 * least_radius_m));
    return share < 1 ? 2 * least_radius_m * std::asin(share)
                     : std::numeric_limits<double>::infinity();
}

/// The longest chord of a geodesic. The ellipsoid curves by no less than a ball of the greatest
/// radius, so it holds the spindle of all such balls through two of its positions, and a way round
/// the spindle is no shorter than its arc.
double longest_chord_m(double geodesic_m) {
    const double angle = geodesic_m / (2 * greatest_radius_m);
    return angle < std::numbers::pi / 2 ? 2 * greatest_radius_m * std::sin(angle)
                                        : std::numeric_limits<double>::infinity();
}

}  // namespace

EarthPoint earth_point(LonLat position) {
    const double lon = position.lon * std::numbers::pi / 180;
    const double lat = position.lat * std::numbers::pi / 180;
    const double sine = std::sin(lat);
    const double cosine = std::cos(lat);
    const double n = semi_major_m / std::sqrt(1 - eccentricity_squared * sine * sine);
    return {n * cosine * std::cos(lon), n * cosine * std::sin(lon),
            n * (1 - eccentricity_squared) * sine};
}

double chord_m(const EarthPoint& a, const EarthPoint& b) {
    const EarthPoint apart = minus(a, b);
    return std::sqrt(dot(apart, apart));
}

BoundaryTree::BoundaryTree(const MultiPolygon& shape) {
    std::size_t vertices = 0;
    for (const Polygon& polygon : shape) {
        vertices += polygon.shell.size() + 1;
        for (const Ring& hole : polygon.holes) {
            vertices += hole.size() + 1;
        }
    }
    places_.reserve(vertices);
    points_.reserve(vertices);
    for (const Polygon& polygon : shape) {
        add_ring(polygon.shell);
        for (const Ring& hole : polygon.holes) {
            add_ring(hole);
        }
    }
    if (!points_.empty()) {
        add_leaf_boxes();
        add_upper_boxes();
    }
}

void BoundaryTree::add_ring(const Ring& ring) {
    if (ring.empty()) {
        return;
    }
    const auto push = [this](LonLat place, const EarthPoint& point) {
        places_.push_back(place);
        points_.push_back(point);
        ends_ring_.push_back(false);
    };
    const EarthPoint first = earth_point(ring.front());
    push(ring.front(), first);
    EarthPoint here = first;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat from = ring[i];
        const bool last = i + 1 == ring.size();
        const LonLat to = last ? ring.front() : ring[i + 1];
        const EarthPoint there = last ? first : earth_point(to);
        const double length_m = chord_m(here, there);
        const int pieces = std::max(1, static_cast<int>(std::ceil(length_m / longest_piece_m)));
        for (int k = 1; k < pieces; ++k) {
            const LonLat cut = between(from, to, static_cast<double>(k) / pieces);
            push(cut, earth_point(cut));
        }
        push(to, there);
        // Pieces of equal steps in degrees differ in metres by less than a tenth below 60 degrees.
        slack_m_ =
            std::max(slack_m_, leaves_chord_m(1.1 * length_m / pieces,
                                              std::max(std::abs(from.lat), std::abs(to.lat))));
        here = there;
    }
    ends_ring_.back() = true;
}

void BoundaryTree::add_leaf_boxes() {
    const auto n = static_cast<std::uint32_t>(points_.size());
    for (std::uint32_t from = 0; from < n; from += leaf_pieces) {
        EarthBox box;
        for (std::uint32_t i = from; i <= from + leaf_pieces && i < n; ++i) {
            if (i == from + leaf_pieces && ends_ring_[i - 1]) {
                break;
            }
            const std::array<double, 3> p{points_[i].x, points_[i].y, points_[i].z};
            box.add({p, p});
        }
        for (std::size_t k = 0; k < 3; ++k) {
            box.low[k] -= slack_m_;
            box.high[k] += slack_m_;
        }
        boxes_.push_back(box);
    }
    levels_.push_back({0, static_cast<std::uint32_t>(boxes_.size())});
}

void BoundaryTree::add_upper_boxes() {
    while (levels_.back().count > 1) {
        const Level below = levels_.back();
        const auto first = static_cast<std::uint32_t>(boxes_.size());
        for (std::uint32_t i = 0; i < below.count; i += fan_out) {
            EarthBox box = boxes_[below.first + i];
            for (std::uint32_t j = i + 1; j < std::min(i + fan_out, below.count); ++j) {
                box.add(boxes_[below.first + j]);
            }
            boxes_.push_back(box);
        }
        levels_.push_back({first, static_cast<std::uint32_t>(boxes_.size()) - first});
    }
}

/// One search through two trees, nearest boxes first.
///
/// Geodesics are dear, so pieces are compared by their chords, which bound the geodesic from both
/// sides. Only what the bounds leave open is measured.
class NearestSearch {
public:
    NearestSearch(const BoundaryTree& a, const BoundaryTree& b, double limit_m)
        : a_(a), b_(b), slack_m_(a.slack_m_ + b.slack_m_), best_m_(limit_m) {
        look_no_farther(limit_m);
    }

    std::optional<NearestPositions> run() {
        const Node top{static_cast<std::uint32_t>(a_.levels_.size() - 1),
                       static_cast<std::uint32_t>(b_.levels_.size() - 1), 0, 0,
                       apart_squared_m2(a_.boxes_.back(), b_.boxes_.back())};
        std::vector<Node> open{top};
        while (!open.empty() && !(found_ && best_m_ == 0)) {
            const Node node = open.back();
            open.pop_back();
            if (too_far(node.apart_squared_m2)) {
                continue;
            }
            if (node.level_a == 0 && node.level_b == 0) {
                compare_leaves(node.a, node.b);
            } else {
                open_node(node, open);
            }
        }
        measure_candidates();
        return found_;
    }

private:
    struct Node {
        std::uint32_t level_a;
        std::uint32_t level_b;
        std::uint32_t a;  ///< number of the box within its level
        std::uint32_t b;
        double apart_squared_m2;
    };

    /// Two pieces that may hold the nearest positions.
    struct Candidate {
        std::uint32_t i;
        std::uint32_t j;
        Shares at;
        double at_least_m;  ///< of its chord
    };

    void look_no_farther(double metres) {
        if (metres < at_most_m_) {
            at_most_m_ = metres;
            // Distances are rounded to a millimetre: one that is nearly a millimetre more may be
            // equal.
            reach_m_ = longest_chord_m(metres + 2 * half_millimetre);
        }
    }

    [[nodiscard]] bool too_far(double apart_squared_m2) const {
        return apart_squared_m2 > reach_m_ * reach_m_;
    }

    void open_node(const Node& node, std::vector<Node>& open) const {
        const bool first = node.level_a >= node.level_b;
        const std::uint32_t level = (first ? node.level_a : node.level_b) - 1;
        const BoundaryTree& tree = first ? a_ : b_;
        const std::uint32_t from = (first ? node.a : node.b) * fan_out;
        const std::uint32_t to = std::min(from + fan_out, tree.levels_[level].count);
        const std::size_t begin = open.size();
        for (std::uint32_t i = from; i < to; ++i) {
            Node child = node;
            (first ? child.level_a : child.level_b) = level;
            (first ? child.a : child.b) = i;
            child.apart_squared_m2 =
                apart_squared_m2(a_.boxes_[a_.levels_[child.level_a].first + child.a],
                                 b_.boxes_[b_.levels_[child.level_b].first + child.b]);
            if (!too_far(child.apart_squared_m2)) {
                open.push_back(child);
            }
        }
        std::sort(
            open.begin() + static_cast<std::ptrdiff_t>(begin), open.end(),
            [](const Node& x, const Node& y) { return x.apart_squared_m2 > y.apart_squared_m2; });
    }

    void compare_leaves(std::uint32_t leaf_a, std::uint32_t leaf_b) {
        const auto end = [](const BoundaryTree& tree, std::uint32_t leaf) {
            return std::min((leaf + 1) * leaf_pieces,
                            static_cast<std::uint32_t>(tree.points_.size()));
        };
        for (std::uint32_t i = leaf_a * leaf_pieces; i < end(a_, leaf_a); ++i) {
            for (std::uint32_t j = leaf_b * leaf_pieces; j < end(b_, leaf_b); ++j) {
                if (!a_.ends_ring_[i] && !b_.ends_ring_[j]) {
                    compare_pieces(i, j);
                }
            }
        }
    }

    void compare_pieces(std::uint32_t i, std::uint32_t j) {
        const Shares at =
            nearest_shares(a_.points_[i], a_.points_[i + 1], b_.points_[j], b_.points_[j + 1]);
        const double chord = std::sqrt(at.squared_m2);
        const double at_least_m = std::max(0.0, chord - slack_m_);
        if (at_least_m > reach_m_) {
            return;
        }
        look_no_farther(longest_arc_m(chord + slack_m_));
        candidates_.push_back({i, j, at, at_least_m});
        constexpr std::size_t enough = 64;
        if (chord == 0 || candidates_.size() > enough) {
            measure_candidates();
        }
    }

    void measure_candidates() {
        for (const Candidate& candidate : candidates_) {
            if (candidate.at_least_m <= reach_m_) {
                measure(candidate);
            }
        }
        candidates_.clear();
    }

    void measure(const Candidate& candidate) {
        const auto [i, j, at, at_least_m] = candidate;
        const LonLat from = between(a_.places_[i], a_.places_[i + 1], at.first);
        const LonLat to = between(b_.places_[j], b_.places_[j + 1], at.second);
        const double metres = std::round(geodesic_distance_km(from, to) * 1e6) / 1000;
        // The first of equals would depend on the order of the search; the least positions do not.
        const bool better =
            metres < best_m_ ||
            (metres == best_m_ &&
             (!found_ || std::pair(from, to) < std::pair(found_->from, found_->to)));
        if (better) {
            best_m_ = metres;
            look_no_farther(metres);
            found_ = NearestPositions{metres, from, to};
        }
    }

    const BoundaryTree& a_;
    const BoundaryTree& b_;
    double slack_m_;
    double at_most_m_ = std::numeric_limits<double>::infinity();  ///< no nearest pair is farther
    double reach_m_ = std::numeric_limits<double>::infinity();    ///< longest chord to look at
    double best_m_;                                               ///< the least that was measured
    std::vector<Candidate> candidates_;
    std::optional<NearestPositions> found_;
};

EarthBox BoundaryTree::box() const { return empty() ? EarthBox() : boxes_.back(); }

std::optional<NearestPositions> nearest_positions(const BoundaryTree& a, const BoundaryTree& b,
                                                  double limit_m) {
    if (a.empty() || b.empty()) {
        return std::nullopt;
    }
    return NearestSearch(a, b, limit_m).run();
}

}  // namespace miraimap
