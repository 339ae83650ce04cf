// SPDX-License-Identifier: MIT
#include "shapes/slab_tessellate.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace miraimap {

namespace {

struct Edge {
    MapPoint low;
    MapPoint high;
    std::size_t ring;  ///< 0: the shell, else a hole
    [[nodiscard]] double x_at(double y_m) const {
        if (y_m <= low.y_m) {
            return low.x_m;
        }
        if (y_m >= high.y_m) {
            return high.x_m;
        }
        return low.x_m + (high.x_m - low.x_m) * ((y_m - low.y_m) / (high.y_m - low.y_m));
    }
};

/// An edge inside one slab.
struct Crossing {
    double bottom_x_m;
    double top_x_m;
    std::size_t ring;
};

class SlabSweep {
public:
    explicit SlabSweep(const MapPolygon& polygon) : rings_(1 + polygon.holes.size()) {
        add_ring(polygon.shell, 0);
        for (std::size_t i = 0; i < polygon.holes.size(); ++i) {
            add_ring(polygon.holes[i], i + 1);
        }
        std::sort(ys_.begin(), ys_.end());
        ys_.erase(std::unique(ys_.begin(), ys_.end()), ys_.end());
        std::sort(edges_.begin(), edges_.end(),
                  [](const Edge& a, const Edge& b) { return a.low.y_m < b.low.y_m; });
    }

    Triangles run() {
        result_.fallback = true;
        std::size_t next = 0;
        std::vector<std::size_t> active;
        for (std::size_t i = 0; i + 1 < ys_.size(); ++i) {
            std::erase_if(active, [&](std::size_t e) { return edges_[e].high.y_m <= ys_[i]; });
            for (; next < edges_.size() && edges_[next].low.y_m <= ys_[i]; ++next) {
                active.push_back(next);
            }
            cut_slab(active, ys_[i], ys_[i + 1]);
        }
        return std::move(result_);
    }

private:
    void add_ring(const MapRing& ring, std::size_t number) {
        MapRing clean;
        for (const MapPoint p : ring) {
            if (std::isfinite(p.x_m) && std::isfinite(p.y_m)) {
                clean.push_back(p);
            }
        }
        for (std::size_t i = 0; i < clean.size(); ++i) {
            MapPoint a = clean[i];
            MapPoint b = clean[i + 1 == clean.size() ? 0 : i + 1];
            ys_.push_back(a.y_m);
            if (a.y_m == b.y_m) {
                continue;
            }
            if (a.y_m > b.y_m) {
                std::swap(a, b);
            }
            edges_.push_back({a, b, number});
        }
    }

    /// Splits a slab where two of its edges cross, then fills the pieces.
    void cut_slab(const std::vector<std::size_t>& active, double bottom, double top) {
        std::vector<double> cuts{bottom, top};
        for (std::size_t i = 0; i < active.size(); ++i) {
            const Edge& a = edges_[active[i]];
            for (std::size_t j = i + 1; j < active.size(); ++j) {
                const Edge& b = edges_[active[j]];
                const double below = a.x_at(bottom) - b.x_at(bottom);
                const double above = a.x_at(top) - b.x_at(top);
                if ((below < 0 && above > 0) || (below > 0 && above < 0)) {
                    const double y = bottom + (top - bottom) * (below / (below - above));
                    if (y > bottom && y < top) {
                        cuts.push_back(y);
                    }
                }
            }
        }
        std::sort(cuts.begin(), cuts.end());
        for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
            if (cuts[i] < cuts[i + 1]) {
                fill(active, cuts[i], cuts[i + 1]);
            }
        }
    }

    void fill(const std::vector<std::size_t>& active, double bottom, double top) {
        row_.clear();
        for (const std::size_t e : active) {
            row_.push_back({edges_[e].x_at(bottom), edges_[e].x_at(top), edges_[e].ring});
        }
        std::sort(row_.begin(), row_.end(), [](const Crossing& a, const Crossing& b) {
            return a.bottom_x_m + a.top_x_m < b.bottom_x_m + b.top_x_m;
        });
        std::vector<char> inside(rings_, 0);
        std::size_t holes = 0;
        const Crossing* left = nullptr;
        for (const Crossing& c : row_) {
            char& parity = inside[c.ring];
            parity = parity == 0 ? 1 : 0;
            if (c.ring != 0) {
                holes += parity != 0 ? 1 : static_cast<std::size_t>(-1);
            }
            const bool filled = inside[0] != 0 && holes == 0;
            if (filled && left == nullptr) {
                left = &c;
            } else if (!filled && left != nullptr) {
                add_trapezoid(*left, c, bottom, top);
                left = nullptr;
            }
        }
    }

    void add_trapezoid(const Crossing& left, const Crossing& right, double bottom, double top) {
        const auto first = static_cast<std::uint32_t>(result_.points.size());
        result_.points.push_back({left.bottom_x_m, bottom});
        result_.points.push_back({right.bottom_x_m, bottom});
        result_.points.push_back({right.top_x_m, top});
        result_.points.push_back({left.top_x_m, top});
        if (right.bottom_x_m > left.bottom_x_m) {
            result_.corners.insert(result_.corners.end(), {first, first + 1, first + 2});
        }
        if (right.top_x_m > left.top_x_m) {
            result_.corners.insert(result_.corners.end(), {first, first + 2, first + 3});
        }
    }

    std::size_t rings_;
    std::vector<double> ys_;
    std::vector<Edge> edges_;
    std::vector<Crossing> row_;
    Triangles result_;
};

}  // namespace

Triangles tessellate_by_slabs(const MapPolygon& polygon) { return SlabSweep(polygon).run(); }

}  // namespace miraimap
