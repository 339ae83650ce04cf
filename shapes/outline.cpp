// SPDX-License-Identifier: MIT
#include "shapes/outline.hpp"

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>

#include "shapes/level_of_detail.hpp"

namespace miraimap {

namespace {

/// One border line with the direction in which the traced group lies left of it.
struct Step {
    std::size_t line;
    bool forward;
};

void append(const std::vector<MapPoint>& line, bool forward, MapRing& ring) {
    // The last point of a line is the first of the next one.
    if (forward) {
        ring.insert(ring.end(), line.begin(), line.end() - 1);
    } else {
        ring.insert(ring.end(), line.rbegin(), line.rend() - 1);
    }
}

}  // namespace

LineDetail simplify_borders(const MapShapes& shapes, const MapBox& box, double side_m) {
    LineDetail detail;
    detail.lines.reserve(shapes.borders.size());
    for (const BorderLine& border : shapes.borders) {
        if (box.overlaps(border.box)) {
            detail.lines.push_back(line_at(border, {side_m}));
        } else if (border.from == border.to) {
            detail.lines.emplace_back();
        } else {
            // The straight line between the ends stays in the line's box, so outside the picture.
            detail.lines.push_back({border.points.front(), border.points.back()});
        }
    }
    return detail;
}

std::vector<MapRing> rings_of(const MapShapes& shapes, const LineDetail& detail, int municipality) {
    std::vector<MapRing> rings;
    const auto add = [&](const LineRing& uses) {
        MapRing ring;
        for (const LineUse use : uses) {
            const bool seam = use.line >= shapes.borders.size();
            const auto& line = seam ? shapes.line(use.line).points : detail.lines[use.line];
            if (line.size() >= 2) {
                append(line, use.forward, ring);
            }
        }
        if (!ring.empty()) {
            rings.push_back(std::move(ring));
        }
    };
    for (const LinePolygon& polygon : shapes.outlines[static_cast<std::size_t>(municipality)]) {
        add(polygon.shell);
        std::for_each(polygon.holes.begin(), polygon.holes.end(), add);
    }
    return rings;
}

std::vector<MapRing> trace_outlines(const MapShapes& shapes, const LineDetail& detail,
                                    const std::vector<int>& group_of, int group) {
    std::vector<MapRing> rings;
    std::vector<Step> steps;
    std::unordered_multimap<std::uint32_t, std::size_t> starts;
    const auto has_group = [&](int municipality) {
        return municipality >= 0 && group_of[static_cast<std::size_t>(municipality)] == group;
    };
    for (std::size_t i = 0; i < shapes.borders.size(); ++i) {
        const BorderLine& border = shapes.borders[i];
        const bool left = has_group(border.left);
        if (left == has_group(border.right) || detail.lines[i].size() < 2) {
            continue;
        }
        if (border.from == border.to) {
            MapRing ring;
            append(detail.lines[i], left, ring);
            rings.push_back(std::move(ring));
            continue;
        }
        starts.emplace(left ? border.from : border.to, steps.size());
        steps.push_back({i, left});
    }
    // Every vertex has as many lines coming as going, so a walk ends only where it began.
    std::vector<char> used(steps.size(), 0);
    for (std::size_t first = 0; first < steps.size(); ++first) {
        MapRing ring;
        std::size_t at = first;
        while (used[at] == 0) {
            used[at] = 1;
            const BorderLine& border = shapes.borders[steps[at].line];
            append(detail.lines[steps[at].line], steps[at].forward, ring);
            const auto [begin, end] =
                starts.equal_range(steps[at].forward ? border.to : border.from);
            for (auto it = begin; it != end; ++it) {
                if (used[it->second] == 0) {
                    at = it->second;
                    break;
                }
            }
        }
        if (!ring.empty()) {
            rings.push_back(std::move(ring));
        }
    }
    return rings;
}

}  // namespace miraimap
