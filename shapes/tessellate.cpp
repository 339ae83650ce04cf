// SPDX-License-Identifier: MIT
#include "shapes/tessellate.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

#include "shapes/label_point.hpp"
#include "shapes/slab_tessellate.hpp"

namespace miraimap {

namespace {

constexpr std::size_t most_holes =
    4096;  ///< more are left to the slab method (bridging is n * holes)

/// Twice the signed area: positive if a, b, c turn left.
double cross(MapPoint a, MapPoint b, MapPoint c) {
    return (b.x_m - a.x_m) * (c.y_m - a.y_m) - (b.y_m - a.y_m) * (c.x_m - a.x_m);
}

MapRing clean_ring(const MapRing& ring, bool counter_clockwise) {
    MapRing clean;
    clean.reserve(ring.size());
    for (const MapPoint p : ring) {
        if (std::isfinite(p.x_m) && std::isfinite(p.y_m) && (clean.empty() || clean.back() != p)) {
            clean.push_back(p);
        }
    }
    while (clean.size() > 1 && clean.back() == clean.front()) {
        clean.pop_back();
    }
    if (clean.size() < 3) {
        clean.clear();
    }
    if ((signed_area_m2(clean) > 0) != counter_clockwise) {
        std::reverse(clean.begin(), clean.end());
    }
    return clean;
}

/// A corner of the loop that is being clipped.
struct Node {
    MapPoint p;
    std::uint32_t point = 0;  ///< index of the output point
    std::size_t prev = 0;
    std::size_t next = 0;
    bool reflex = false;  ///< turns right or not at all: may stand in the way of an ear
    bool gone = false;
};

/// Ear clipping of one polygon: holes are joined to the shell by bridges, then ears are cut off.
class EarClipper {
public:
    explicit EarClipper(const MapPolygon& polygon) {
        const MapRing shell = clean_ring(polygon.shell, true);
        if (shell.empty()) {
            return;
        }
        area_m2_ = signed_area_m2(shell);
        add_loop(shell);
        std::vector<std::size_t> holes;
        for (const MapRing& hole : polygon.holes) {
            const MapRing clean = clean_ring(hole, false);
            if (!clean.empty()) {
                area_m2_ += signed_area_m2(clean);
                holes.push_back(leftmost(add_loop(clean), clean.size()));
            }
        }
        std::sort(holes.begin(), holes.end(), [&](std::size_t a, std::size_t b) {
            const MapPoint& p = nodes_[a].p;
            const MapPoint& q = nodes_[b].p;
            return p.x_m != q.x_m ? p.x_m < q.x_m : (p.y_m != q.y_m ? p.y_m < q.y_m : a < b);
        });
        for (const std::size_t hole : holes) {
            ok_ = ok_ && bridge(hole);
        }
    }

    /// @returns false if the polygon is not clean enough for this method
    bool run() {
        if (points_.empty()) {
            return true;
        }
        if (!ok_) {
            return false;
        }
        classify();
        fill_grid();
        if (!clip()) {
            return false;
        }
        return area_agrees();
    }

    Triangles take() { return {std::move(points_), std::move(corners_), false}; }

private:
    std::size_t add_loop(const MapRing& ring) {
        const std::size_t first = nodes_.size();
        for (std::size_t i = 0; i < ring.size(); ++i) {
            Node node;
            node.p = ring[i];
            node.point = static_cast<std::uint32_t>(points_.size());
            node.prev = first + (i == 0 ? ring.size() - 1 : i - 1);
            node.next = first + (i + 1 == ring.size() ? 0 : i + 1);
            nodes_.push_back(node);
            points_.push_back(ring[i]);
        }
        return first;
    }

    [[nodiscard]] std::size_t leftmost(std::size_t first, std::size_t count) const {
        std::size_t best = first;
        for (std::size_t i = first + 1; i < first + count; ++i) {
            const MapPoint& p = nodes_[i].p;
            const MapPoint& q = nodes_[best].p;
            if (p.x_m < q.x_m || (p.x_m == q.x_m && p.y_m < q.y_m)) {
                best = i;
            }
        }
        return best;
    }

    /// True if a line from node a towards p starts inside the polygon (or along its edges).
    [[nodiscard]] bool opens_towards(std::size_t a, MapPoint p) const {
        const Node& n = nodes_[a];
        const MapPoint before = nodes_[n.prev].p;
        const MapPoint after = nodes_[n.next].p;
        if (cross(before, n.p, after) > 0) {
            return cross(before, n.p, p) >= 0 && cross(n.p, after, p) >= 0;
        }
        return cross(before, n.p, p) >= 0 || cross(n.p, after, p) >= 0;
    }

    /// The corner of the outer loop that sees the hole's leftmost point. Source: D. Eberly,
    /// "Triangulation by Ear Clipping", Geometric Tools (2002, rev. 2015), section 3.
    [[nodiscard]] std::size_t find_visible(std::size_t hole) const {
        const MapPoint m = nodes_[hole].p;
        std::size_t best = none;
        double best_x = -std::numeric_limits<double>::infinity();
        std::size_t at = 0;
        do {
            const Node& n = nodes_[at];
            const Node& t = nodes_[n.next];
            // Land lies left of an edge, so the edge left of the hole runs downwards.
            if (n.p.y_m >= m.y_m && t.p.y_m <= m.y_m && n.p.y_m != t.p.y_m) {
                const double x =
                    n.p.x_m + (m.y_m - n.p.y_m) * (t.p.x_m - n.p.x_m) / (t.p.y_m - n.p.y_m);
                if (x <= m.x_m && x > best_x) {
                    best_x = x;
                    best = n.p.x_m < t.p.x_m ? at : n.next;
                }
            }
            at = n.next;
        } while (at != 0);
        return best == none ? none : nearest_in_sight(m, best_x, best);
    }

    /// A corner inside the triangle (hit point, m, candidate) would hide the candidate: then the
    /// one with the smallest angle to the ray is taken.
    [[nodiscard]] std::size_t nearest_in_sight(MapPoint m, double hit_x,
                                               std::size_t candidate) const {
        const MapPoint c = nodes_[candidate].p;
        const MapPoint hit{hit_x, m.y_m};
        const bool above = c.y_m > m.y_m;
        std::size_t best = none;
        double best_slope = std::numeric_limits<double>::infinity();
        double best_x = -std::numeric_limits<double>::infinity();
        std::size_t at = 0;
        do {
            const MapPoint p = nodes_[at].p;
            const bool inside =
                above ? (cross(m, c, p) >= 0 && cross(c, hit, p) >= 0 && cross(hit, m, p) >= 0)
                      : (cross(m, c, p) <= 0 && cross(c, hit, p) <= 0 && cross(hit, m, p) <= 0);
            if (p.x_m <= m.x_m && (inside || p == c) && opens_towards(at, m)) {
                const double dx = m.x_m - p.x_m;
                const double slope = dx > 0 ? std::abs(p.y_m - m.y_m) / dx
                                            : (p == m ? 0.0 : std::numeric_limits<double>::max());
                if (slope < best_slope || (slope == best_slope && p.x_m > best_x)) {
                    best = at;
                    best_slope = slope;
                    best_x = p.x_m;
                }
            }
            at = nodes_[at].next;
        } while (at != 0);
        return best;
    }

    bool bridge(std::size_t hole) {
        const std::size_t outer = find_visible(hole);
        if (outer == none) {
            return false;
        }
        // outer -> hole … hole copy -> outer copy -> what followed outer
        const std::size_t hole_copy = nodes_.size();
        const std::size_t outer_copy = hole_copy + 1;
        nodes_.push_back(nodes_[hole]);
        nodes_.push_back(nodes_[outer]);
        const std::size_t after = nodes_[outer].next;
        const std::size_t last = nodes_[hole].prev;
        nodes_[outer].next = hole;
        nodes_[hole].prev = outer;
        nodes_[last].next = hole_copy;
        nodes_[hole_copy].prev = last;
        nodes_[hole_copy].next = outer_copy;
        nodes_[outer_copy].prev = hole_copy;
        nodes_[outer_copy].next = after;
        nodes_[after].prev = outer_copy;
        return true;
    }

    [[nodiscard]] double turn(std::size_t i) const {
        return cross(nodes_[nodes_[i].prev].p, nodes_[i].p, nodes_[nodes_[i].next].p);
    }

    void classify() {
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            nodes_[i].reflex = turn(i) <= 0;
        }
    }

    /// Sorts the reflex corners into a square grid: only they can stand in the way of an ear.
    void fill_grid() {
        std::vector<std::size_t> reflex;
        grid_box_ = {};
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (!nodes_[i].gone && nodes_[i].reflex) {
                reflex.push_back(i);
                grid_box_.add(nodes_[i].p);
            }
        }
        live_at_fill_ = reflex.size();
        live_ = reflex.size();
        grid_side_ = static_cast<std::size_t>(
            std::clamp(std::sqrt(static_cast<double>(reflex.size()) / 2), 1.0, 1024.0));
        grid_starts_.assign(grid_side_ * grid_side_ + 1, 0);
        for (const std::size_t i : reflex) {
            ++grid_starts_[cell_of(nodes_[i].p) + 1];
        }
        std::partial_sum(grid_starts_.begin(), grid_starts_.end(), grid_starts_.begin());
        grid_nodes_.resize(reflex.size());
        std::vector<std::size_t> next(grid_starts_.begin(), grid_starts_.end() - 1);
        for (const std::size_t i : reflex) {
            grid_nodes_[next[cell_of(nodes_[i].p)]++] = i;
        }
    }

    [[nodiscard]] std::size_t line_of(double value, double low, double size) const {
        if (!(size > 0)) {
            return 0;
        }
        const double line = (value - low) / size * static_cast<double>(grid_side_);
        return static_cast<std::size_t>(std::clamp(line, 0.0, static_cast<double>(grid_side_ - 1)));
    }
    [[nodiscard]] std::size_t column_of(double x_m) const {
        return line_of(x_m, grid_box_.min_x_m, grid_box_.width_m());
    }
    [[nodiscard]] std::size_t row_of(double y_m) const {
        return line_of(y_m, grid_box_.min_y_m, grid_box_.height_m());
    }
    [[nodiscard]] std::size_t cell_of(MapPoint p) const {
        return row_of(p.y_m) * grid_side_ + column_of(p.x_m);
    }

    /// @param strictly  only points truly inside stand in the way, not those on the edges
    [[nodiscard]] bool blocks(MapPoint p, MapPoint a, MapPoint b, MapPoint c, bool strictly) const {
        if (p == a || p == b || p == c) {
            return false;
        }
        const double ab = cross(a, b, p);
        const double bc = cross(b, c, p);
        const double ca = cross(c, a, p);
        return strictly ? ab > 0 && bc > 0 && ca > 0 : ab >= 0 && bc >= 0 && ca >= 0;
    }

    [[nodiscard]] bool is_ear(std::size_t i, bool strictly) const {
        const Node& n = nodes_[i];
        const MapPoint a = nodes_[n.prev].p;
        const MapPoint c = nodes_[n.next].p;
        if (!opens_towards(n.prev, c) || !opens_towards(n.next, a)) {
            return false;
        }
        MapBox box;
        box.add(a);
        box.add(n.p);
        box.add(c);
        if (live_ == 0 || !box.overlaps(grid_box_)) {
            return true;
        }
        const std::size_t first_column = column_of(box.min_x_m);
        const std::size_t last_column = column_of(box.max_x_m);
        for (std::size_t row = row_of(box.min_y_m); row <= row_of(box.max_y_m); ++row) {
            const std::size_t begin = grid_starts_[row * grid_side_ + first_column];
            const std::size_t end = grid_starts_[row * grid_side_ + last_column + 1];
            for (std::size_t k = begin; k < end; ++k) {
                const Node& other = nodes_[grid_nodes_[k]];
                if (!other.gone && other.reflex && blocks(other.p, a, n.p, c, strictly)) {
                    return false;
                }
            }
        }
        return true;
    }

    void settle(std::size_t i) {
        Node& n = nodes_[i];
        if (n.reflex && turn(i) > 0) {
            n.reflex = false;
            --live_;
        }
    }

    void cut(std::size_t i) {
        Node& n = nodes_[i];
        corners_.insert(corners_.end(), {nodes_[n.prev].point, n.point, nodes_[n.next].point});
        nodes_[n.prev].next = n.next;
        nodes_[n.next].prev = n.prev;
        n.gone = true;
        live_ -= n.reflex ? 1 : 0;
        settle(n.prev);
        settle(n.next);
        if (live_at_fill_ > 64 && live_ * 2 < live_at_fill_) {
            fill_grid();
        }
    }

    /// Cuts ears until a triangle is left. Three kinds, from clean to tolerated: proper ears;
    /// corners without area (straight on, or a spike); ears that others touch but do not enter.
    bool clip() {
        std::size_t left = nodes_.size();
        corners_.reserve(3 * left);
        std::size_t at = 0;
        int pass = 0;
        std::size_t misses = 0;
        while (left > 3) {
            const double t = turn(at);
            const bool flat = t == 0 && pass >= 1;
            const bool ear = flat || (t > 0 && is_ear(at, pass >= 2));
            const std::size_t next = nodes_[at].next;
            if (ear) {
                cut(at);
                --left;
                // Skipping one keeps triangles from becoming a fan of slivers.
                at = nodes_[next].next;
                misses = 0;
                pass = 0;
                continue;
            }
            at = next;
            if (++misses > left) {
                misses = 0;
                if (++pass > 2) {
                    return false;
                }
            }
        }
        const Node& n = nodes_[at];
        corners_.insert(corners_.end(), {nodes_[n.prev].point, n.point, nodes_[n.next].point});
        return true;
    }

    [[nodiscard]] bool area_agrees() const {
        double sum = 0;
        for (std::size_t i = 0; i < corners_.size(); i += 3) {
            const double twice =
                cross(points_[corners_[i]], points_[corners_[i + 1]], points_[corners_[i + 2]]);
            if (twice < 0) {
                return false;
            }
            sum += twice / 2;
        }
        return area_m2_ >= 0 && std::abs(sum - area_m2_) <= 1e-9 * std::max(sum, area_m2_);
    }

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<MapPoint> points_;
    std::vector<std::uint32_t> corners_;
    std::vector<Node> nodes_;
    double area_m2_ = 0;
    bool ok_ = true;

    MapBox grid_box_;
    std::size_t grid_side_ = 1;
    std::vector<std::size_t> grid_starts_;
    std::vector<std::size_t> grid_nodes_;
    std::size_t live_ = 0;
    std::size_t live_at_fill_ = 0;
};

}  // namespace

Triangles tessellate(const MapPolygon& polygon) {
    if (polygon.holes.size() <= most_holes) {
        EarClipper clipper(polygon);
        if (clipper.run()) {
            return clipper.take();
        }
    }
    return tessellate_by_slabs(polygon);
}

}  // namespace miraimap
