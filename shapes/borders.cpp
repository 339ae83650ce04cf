// SPDX-License-Identifier: MIT
#include "shapes/borders.hpp"

#include <algorithm>
#include <cstddef>

namespace miraimap {

namespace {

constexpr int coast = -1;

/// One line along an arc.
struct Side {
    std::uint32_t arc = 0;
    int left = coast;
    int right = coast;
    bool forward = true;
};

/// The owners of arcs that more than two rings follow, or two rings the same way.
std::vector<Side> settle_overlaps(const RingTable& rings, const Arcs& arcs) {
    struct Follower {
        std::uint32_t arc;
        bool backward;
        int owner;
    };
    std::vector<Follower> all;
    for (std::size_t ring = 0; ring < rings.rings.size(); ++ring) {
        for (const ArcUse use : arcs.ring(ring)) {
            if (!arcs.arcs[use.arc].clean) {
                all.push_back({use.arc, !use.forward, rings.rings[ring].owner});
            }
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Follower& a, const Follower& b) { return a.arc < b.arc; });
    std::vector<Side> sides;
    for (std::size_t i = 0; i < all.size();) {
        std::vector<int> left;
        std::vector<int> right;
        const std::uint32_t arc = all[i].arc;
        for (; i < all.size() && all[i].arc == arc; ++i) {
            (all[i].backward ? right : left).push_back(all[i].owner);
        }
        for (std::size_t k = 0; k < std::max(left.size(), right.size()); ++k) {
            if (k < left.size()) {
                sides.push_back({arc, left[k], k < right.size() ? right[k] : coast, true});
            } else {
                sides.push_back({arc, right[k], coast, false});
            }
        }
    }
    return sides;
}

class LineMaker {
public:
    LineMaker(const RingTable& rings, const Arcs& arcs, const std::vector<MapPoint>& points,
              const std::vector<int>& prefecture_of)
        : arcs_(arcs), points_(points), prefecture_of_(prefecture_of) {
        extra_ = settle_overlaps(rings, arcs);
    }

    BorderLines run() {
        std::vector<std::uint32_t> seam_of_arc(arcs_.arcs.size(), none);
        result_.line_of_arc.assign(arcs_.arcs.size(), none);
        auto extra = extra_.begin();
        for (std::uint32_t i = 0; i < arcs_.arcs.size(); ++i) {
            Side side{i, arcs_.arcs[i].left, arcs_.arcs[i].right, true};
            if (!arcs_.arcs[i].clean) {
                side = *extra++;
            }
            const bool seam = side.left == side.right;
            (seam ? seam_of_arc : result_.line_of_arc)[i] = add(side);
            for (; extra != extra_.end() && extra->arc == i; ++extra) {
                add(*extra);
            }
        }
        for (std::size_t i = 0; i < seam_of_arc.size(); ++i) {
            if (seam_of_arc[i] != none) {
                result_.line_of_arc[i] =
                    seam_of_arc[i] + static_cast<std::uint32_t>(result_.borders.size());
            }
        }
        return std::move(result_);
    }

private:
    static constexpr std::uint32_t none = 0xFFFFFFFFU;

    /// @returns the line's place among the borders or among the seams
    std::uint32_t add(const Side& side) {
        const std::span<const std::uint32_t> arc = arcs_.line(side.arc);
        BorderLine line;
        line.left = side.left;
        line.right = side.right;
        line.from = side.forward ? arc.front() : arc.back();
        line.to = side.forward ? arc.back() : arc.front();
        line.at_junction = arcs_.arcs[side.arc].at_junction;
        line.between_prefectures =
            line.right >= 0 && prefecture_of_[static_cast<std::size_t>(line.left)] !=
                                   prefecture_of_[static_cast<std::size_t>(line.right)];
        line.points.reserve(arc.size());
        for (const std::uint32_t v : arc) {
            line.points.push_back(points_[v]);
            line.box.add(points_[v]);
        }
        if (!side.forward) {
            std::reverse(line.points.begin(), line.points.end());
        }
        std::vector<BorderLine>& lines = side.left == side.right ? result_.seams : result_.borders;
        lines.push_back(std::move(line));
        return static_cast<std::uint32_t>(lines.size() - 1);
    }

    const Arcs& arcs_;
    const std::vector<MapPoint>& points_;
    const std::vector<int>& prefecture_of_;
    std::vector<Side> extra_;
    BorderLines result_;
};

}  // namespace

BorderLines make_border_lines(const RingTable& rings, const Arcs& arcs,
                              const std::vector<MapPoint>& points,
                              const std::vector<int>& prefecture_of) {
    return LineMaker(rings, arcs, points, prefecture_of).run();
}

}  // namespace miraimap
