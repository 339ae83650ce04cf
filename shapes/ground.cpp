// SPDX-License-Identifier: MIT
#include "shapes/ground.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "shapes/level_of_detail.hpp"

namespace miraimap {
namespace {

/// Short enough that a closer view walks little of what it does not show.
constexpr std::size_t points_a_chain = 65;

void add_line(const BorderLine& line, const std::vector<MapPoint>& points, MapPoint origin,
              GroundLevel& level) {
    if (points.size() < 2) {
        return;
    }
    const std::size_t base = level.points.size();
    for (const MapPoint& p : points) {
        level.points.push_back(
            {static_cast<float>(p.x_m - origin.x_m), static_cast<float>(p.y_m - origin.y_m)});
    }
    // Chains of a line share the point between them.
    for (std::size_t from = 0; from + 1 < points.size(); from += points_a_chain - 1) {
        const std::size_t count = std::min(points_a_chain, points.size() - from);
        GroundChain chain{static_cast<std::uint32_t>(base + from),
                          static_cast<std::uint32_t>(count),
                          line.left,
                          line.right,
                          kind_of(line),
                          level.points[base + from],
                          level.points[base + from]};
        for (std::size_t i = 1; i < count; ++i) {
            const GroundPoint& p = level.points[base + from + i];
            chain.low = {std::min(chain.low.x_m, p.x_m), std::min(chain.low.y_m, p.y_m)};
            chain.high = {std::max(chain.high.x_m, p.x_m), std::max(chain.high.y_m, p.y_m)};
        }
        level.chains.push_back(chain);
    }
}

void list_by_place(std::size_t places, GroundLevel& level) {
    std::vector<std::uint32_t>& starts = level.place_chains;
    starts.assign(places + 1, 0);
    const auto each_side = [&](const auto& act) {
        for (std::size_t i = 0; i < level.chains.size(); ++i) {
            for (const int side : {level.chains[i].left, level.chains[i].right}) {
                if (side >= 0) {
                    act(static_cast<std::size_t>(side), static_cast<std::uint32_t>(i));
                }
            }
        }
    };
    each_side([&](std::size_t place, std::uint32_t /*chain*/) { ++starts[place + 1]; });
    for (std::size_t i = 0; i < places; ++i) {
        starts[i + 1] += starts[i];
    }
    level.chains_of_place.resize(starts.back());
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    each_side([&](std::size_t place, std::uint32_t chain) {
        level.chains_of_place[next[place]++] = chain;
    });
}

}  // namespace

std::span<const double> worthwhile_sides_m() {
    static constexpr std::array<double, 6> sides{0, 5, 20, 60, 160, 320};
    return sides;
}

const GroundLevel& Ground::level_for(double metres_per_px) const {
    std::size_t level = levels.size() - 1;
    while (level > 0 && levels[level].side_m > DetailLevel::for_scale(metres_per_px).side_m) {
        --level;
    }
    return levels[level];
}

Ground make_ground(const MapShapes& shapes, std::size_t most_levels) {
    Ground ground;
    if (!shapes.extent.empty()) {
        ground.origin = {(shapes.extent.min_x_m + shapes.extent.max_x_m) / 2,
                         (shapes.extent.min_y_m + shapes.extent.max_y_m) / 2};
    }
    ground.by_size = places_by_size(shapes);
    double points_before = std::numeric_limits<double>::infinity();
    for (const double side_m : worthwhile_sides_m()) {
        if (ground.levels.size() >= most_levels) {
            break;
        }
        GroundLevel level;
        level.side_m = side_m;
        // A line with one municipality on both sides changes nothing, so seams are left out.
        for (const BorderLine& line : shapes.borders) {
            add_line(line, side_m > 0 ? line_at(line, {side_m}) : line.points, ground.origin,
                     level);
        }
        const auto points = static_cast<double>(level.points.size());
        if (side_m > 0 && points > worthwhile_share * points_before) {
            continue;
        }
        points_before = points;
        list_by_place(shapes.municipalities.size(), level);
        ground.levels.push_back(std::move(level));
    }
    return ground;
}

}  // namespace miraimap
