// SPDX-License-Identifier: MIT
#include "shapes/tessellate.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
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
    std::uint32_t prev = 0;
    std::uint32_t next = 0;
    std::uint32_t slot = no_slot;  ///< in the grid, if it may stand in the way of an ear
    static constexpr std::uint32_t no_slot = 0xFFFFFFFFU;
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
        std::size_t corners = shell.size();
        for (const MapRing& hole : polygon.holes) {
            corners += hole.size() + 2;
        }
        nodes_.reserve(corners);
        points_.reserve(corners);
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
            node.prev = static_cast<std::uint32_t>(first + (i == 0 ? ring.size() - 1 : i - 1));
            node.next = static_cast<std::uint32_t>(first + (i + 1 == ring.size() ? 0 : i + 1));
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

    bool bridge(std::size_t hole_number) {
        const std::size_t seen = find_visible(hole_number);
        if (seen == none) {
            return false;
        }
        const auto hole = static_cast<std::uint32_t>(hole_number);
        const auto outer = static_cast<std::uint32_t>(seen);
        // outer -> hole … hole copy -> outer copy -> what followed outer
        const auto hole_copy = static_cast<std::uint32_t>(nodes_.size());
        const std::uint32_t outer_copy = hole_copy + 1;
        nodes_.push_back(nodes_[hole]);
        nodes_.push_back(nodes_[outer]);
        const std::uint32_t after = nodes_[outer].next;
        const std::uint32_t last = nodes_[hole].prev;
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

    /// Only corners that turn right or not at all can stand in the way of an ear.
    void classify() {
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            if (turn(i) <= 0) {
                standing_.push_back(static_cast<std::uint32_t>(i));
            }
        }
    }

    /// Sorts the corners that may stand in the way into a square grid.
    void fill_grid() {
        grid_box_ = {};
        for (const std::uint32_t i : standing_) {
            grid_box_.add(nodes_[i].p);
        }
        const std::size_t count = standing_.size();
        live_at_fill_ = count;
        live_ = count;
        grid_side_ = static_cast<std::size_t>(
            std::clamp(std::sqrt(static_cast<double>(count)), 1.0, 1024.0));
        const auto cells_in = [&](double size_m) {
            return size_m > 0 ? static_cast<double>(grid_side_) / size_m : 0.0;
        };
        columns_per_m_ = cells_in(grid_box_.width_m());
        rows_per_m_ = cells_in(grid_box_.height_m());
        grid_starts_.assign(grid_side_ * grid_side_ + 1, 0);
        for (const std::uint32_t i : standing_) {
            ++grid_starts_[cell_of(nodes_[i].p) + 1];
        }
        std::partial_sum(grid_starts_.begin(), grid_starts_.end(), grid_starts_.begin());
        grid_nodes_.resize(count);
        grid_x_.resize(count);
        grid_y_.resize(count);
        next_slot_.assign(grid_starts_.begin(), grid_starts_.end() - 1);
        for (const std::uint32_t i : standing_) {
            Node& n = nodes_[i];
            n.slot = next_slot_[cell_of(n.p)]++;
            grid_nodes_[n.slot] = i;
            grid_x_[n.slot] = grid_x(n.p.x_m);
            grid_y_[n.slot] = grid_y(n.p.y_m);
        }
    }

    /// Rounded, but in the order of the exact values: good for a first test.
    [[nodiscard]] float grid_x(double x_m) const {
        return static_cast<float>(x_m - grid_box_.min_x_m);
    }
    [[nodiscard]] float grid_y(double y_m) const {
        return static_cast<float>(y_m - grid_box_.min_y_m);
    }

    [[nodiscard]] std::size_t line_of(double from_start) const {
        return static_cast<std::size_t>(
            std::clamp(from_start, 0.0, static_cast<double>(grid_side_ - 1)));
    }
    [[nodiscard]] std::size_t column_of(double x_m) const {
        return line_of((x_m - grid_box_.min_x_m) * columns_per_m_);
    }
    [[nodiscard]] std::size_t row_of(double y_m) const {
        return line_of((y_m - grid_box_.min_y_m) * rows_per_m_);
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
        if (live_ == 0) {
            return true;
        }
        const auto [min_x, max_x] = std::minmax({a.x_m, n.p.x_m, c.x_m});
        const auto [min_y, max_y] = std::minmax({a.y_m, n.p.y_m, c.y_m});
        const std::size_t first_column = column_of(min_x);
        const std::size_t last_column = column_of(max_x);
        const std::size_t last_row = row_of(max_y);
        const float west = grid_x(min_x);
        const float east = grid_x(max_x);
        const float south = grid_y(min_y);
        const float north = grid_y(max_y);
        for (std::size_t row = row_of(min_y); row <= last_row; ++row) {
            const std::uint32_t end = grid_starts_[row * grid_side_ + last_column + 1];
            for (std::uint32_t k = grid_starts_[row * grid_side_ + first_column]; k < end; ++k) {
                const bool near =
                    (static_cast<int>(grid_x_[k] >= west) & static_cast<int>(grid_x_[k] <= east) &
                     static_cast<int>(grid_y_[k] >= south) &
                     static_cast<int>(grid_y_[k] <= north)) != 0;
                if (near && blocks(nodes_[grid_nodes_[k]].p, a, n.p, c, strictly)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Takes a corner out of the grid.
    void clear_slot(Node& n) {
        grid_x_[n.slot] = std::numeric_limits<float>::quiet_NaN();
        grid_nodes_[n.slot] = Node::no_slot;
        n.slot = Node::no_slot;
        --live_;
    }

    void settle(std::size_t i) {
        if (nodes_[i].slot != Node::no_slot && turn(i) > 0) {
            clear_slot(nodes_[i]);
        }
    }

    void cut(std::size_t i) {
        Node& n = nodes_[i];
        corners_.insert(corners_.end(), {nodes_[n.prev].point, n.point, nodes_[n.next].point});
        nodes_[n.prev].next = n.next;
        nodes_[n.next].prev = n.prev;
        --left_;
        if (n.slot != Node::no_slot) {
            clear_slot(n);
        }
        settle(n.prev);
        settle(n.next);
        if (live_at_fill_ > 64 && live_ * 2 < live_at_fill_) {
            standing_.clear();
            std::copy_if(grid_nodes_.begin(), grid_nodes_.end(), std::back_inserter(standing_),
                         [](std::uint32_t node) { return node != Node::no_slot; });
            fill_grid();
        }
    }

    /// Asks for a corner to be tried: one that turns left, at most once in the queue.
    void ask(std::uint32_t i) {
        if (state_[i] == State::idle && turn(i) > 0) {
            state_[i] = State::asked;
            queue_.push_back(i);
        }
    }

    /// Cuts proper ears in the order in which they come about: a cut can only make ears of the two
    /// corners beside it, or free others that it stood before (these are left to `clip`).
    void cut_proper_ears() {
        state_.assign(nodes_.size(), State::idle);
        queue_.reserve(2 * nodes_.size());
        for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
            ask(i);
        }
        for (std::size_t next = 0; next < queue_.size() && left_ > 3; ++next) {
            const std::uint32_t i = queue_[next];
            if (state_[i] == State::later) {  // keeps triangles from becoming a fan of slivers
                state_[i] = State::asked;
                queue_.push_back(i);
                continue;
            }
            state_[i] = State::idle;
            if (turn(i) > 0 && is_ear(i, false)) {
                const std::uint32_t before = nodes_[i].prev;
                const std::uint32_t after = nodes_[i].next;
                cut(i);
                state_[i] = State::gone;
                at_ = after;
                ask(before);
                ask(after);
                if (state_[after] == State::asked) {
                    state_[after] = State::later;
                }
            }
        }
    }

    /// Cuts ears until a triangle is left. Three kinds, from clean to tolerated: proper ears;
    /// corners without area (straight on, or a spike); ears that others touch but do not enter.
    bool clip() {
        left_ = nodes_.size();
        corners_.reserve(3 * left_);
        cut_proper_ears();
        int pass = 0;
        std::size_t misses = 0;
        while (left_ > 3) {
            const double t = turn(at_);
            const bool flat = t == 0 && pass >= 1;
            const bool ear = flat || (t > 0 && is_ear(at_, pass >= 2));
            const std::uint32_t next = nodes_[at_].next;
            if (ear) {
                cut(at_);
                at_ = nodes_[next].next;
                misses = 0;
                pass = 0;
                continue;
            }
            at_ = next;
            if (++misses > left_) {
                misses = 0;
                if (++pass > 2) {
                    return false;
                }
            }
        }
        const Node& n = nodes_[at_];
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

    enum class State : std::uint8_t { idle, asked, later, gone };
    std::vector<State> state_;
    std::vector<std::uint32_t> queue_;
    std::uint32_t at_ = 0;
    std::size_t left_ = 0;  ///< corners not yet cut off

    MapBox grid_box_;
    std::size_t grid_side_ = 1;
    double columns_per_m_ = 0;
    double rows_per_m_ = 0;
    std::vector<std::uint32_t> standing_;  ///< before they are in the grid
    std::vector<std::uint32_t> grid_starts_;
    std::vector<std::uint32_t> next_slot_;
    std::vector<std::uint32_t> grid_nodes_;
    std::vector<float> grid_x_;  ///< NaN: taken out
    std::vector<float> grid_y_;
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
