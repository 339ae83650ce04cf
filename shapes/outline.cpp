// SPDX-License-Identifier: MIT
#include "shapes/outline.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <unordered_map>
#include <utility>

namespace miraimap {

namespace {

/// Squared distance from a point to a segment.
double squared_distance(MapPoint p, MapPoint a, MapPoint b) {
    const double dx = b.x_m - a.x_m;
    const double dy = b.y_m - a.y_m;
    const double length2 = dx * dx + dy * dy;
    double t = 0;
    if (length2 > 0) {
        t = std::clamp(((p.x_m - a.x_m) * dx + (p.y_m - a.y_m) * dy) / length2, 0.0, 1.0);
    }
    const double ex = p.x_m - (a.x_m + t * dx);
    const double ey = p.y_m - (a.y_m + t * dy);
    return ex * ex + ey * ey;
}

MapBox box_of(const std::vector<MapPoint>& line) {
    MapBox box;
    for (const MapPoint p : line) {
        box.add(p);
    }
    return box;
}

/// Marks the points between two kept ones that must stay.
void keep_far_points(const std::vector<MapPoint>& line, std::size_t first, std::size_t last,
                     double tolerance2, std::vector<char>& keep) {
    std::vector<std::pair<std::size_t, std::size_t>> todo{{first, last}};
    while (!todo.empty()) {
        const auto [a, b] = todo.back();
        todo.pop_back();
        double farthest2 = tolerance2;
        std::size_t split = a;
        for (std::size_t i = a + 1; i < b; ++i) {
            const double d2 = squared_distance(line[i], line[a], line[b]);
            if (d2 > farthest2) {
                farthest2 = d2;
                split = i;
            }
        }
        if (split != a) {
            keep[split] = 1;
            todo.emplace_back(a, split);
            todo.emplace_back(split, b);
        }
    }
}

std::size_t farthest_from_start(const std::vector<MapPoint>& line) {
    std::size_t best = 0;
    double best2 = -1;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        const double d2 = squared_distance(line[i], line[0], line[0]);
        if (d2 > best2) {
            best2 = d2;
            best = i;
        }
    }
    return best;
}

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

std::vector<MapPoint> simplify_line(const std::vector<MapPoint>& line, double tolerance_m) {
    if (line.size() < 3 || tolerance_m <= 0) {
        return line;
    }
    std::vector<char> keep(line.size(), 0);
    keep.front() = 1;
    keep.back() = 1;
    const double tolerance2 = tolerance_m * tolerance_m;
    if (line.front() == line.back()) {
        const MapBox box = box_of(line);
        if (std::max(box.width_m(), box.height_m()) < tolerance_m) {
            return {};
        }
        const std::size_t middle = farthest_from_start(line);
        keep[middle] = 1;
        keep_far_points(line, 0, middle, tolerance2, keep);
        keep_far_points(line, middle, line.size() - 1, tolerance2, keep);
    } else {
        keep_far_points(line, 0, line.size() - 1, tolerance2, keep);
    }
    std::vector<MapPoint> result;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (keep[i] != 0) {
            result.push_back(line[i]);
        }
    }
    return result;
}

LineDetail simplify_borders(const MapShapes& shapes, const MapBox& box, double tolerance_m) {
    LineDetail detail;
    detail.lines.reserve(shapes.borders.size());
    for (const BorderLine& border : shapes.borders) {
        if (box.overlaps(box_of(border.points))) {
            detail.lines.push_back(simplify_line(border.points, tolerance_m));
        } else if (border.from == border.to) {
            detail.lines.emplace_back();
        } else {
            // The straight line between the ends stays in the line's box, so outside the picture.
            detail.lines.push_back({border.points.front(), border.points.back()});
        }
    }
    return detail;
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
