// SPDX-License-Identifier: MIT
#include "shapes/level_of_detail.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <unordered_map>
#include <utility>

namespace miraimap {

namespace {

using Index = std::uint32_t;
constexpr float stays = std::numeric_limits<float>::infinity();

double triangle_m2(MapPoint a, MapPoint b, MapPoint c) {
    return std::fabs((b.x_m - a.x_m) * (c.y_m - a.y_m) - (b.y_m - a.y_m) * (c.x_m - a.x_m)) / 2;
}

/// A binary heap of points, least area first, then least index; knows where each point stands.
class AreaHeap {
public:
    void reset(std::size_t points) {
        areas_.assign(points, 0);
        at_.assign(points, 0);
        heap_.clear();
    }
    void add(Index point, double area_m2) {
        areas_[point] = area_m2;
        at_[point] = static_cast<Index>(heap_.size());
        heap_.push_back(point);
    }
    void build() {
        for (std::size_t i = heap_.size() / 2; i-- > 0;) {
            sink(i);
        }
    }
    [[nodiscard]] std::size_t size() const { return heap_.size(); }
    [[nodiscard]] double area_m2(Index point) const { return areas_[point]; }
    Index pop() {
        const Index least = heap_.front();
        const Index last = heap_.back();
        heap_.pop_back();
        if (!heap_.empty()) {
            put(0, last);
            sink(0);
        }
        return least;
    }
    void change(Index point, double area_m2) {
        const bool rises = area_m2 < areas_[point];
        areas_[point] = area_m2;
        if (rises) {
            rise(at_[point]);
        } else {
            sink(at_[point]);
        }
    }

private:
    [[nodiscard]] bool before(Index a, Index b) const {
        return areas_[a] != areas_[b] ? areas_[a] < areas_[b] : a < b;
    }
    void put(std::size_t place, Index point) {
        heap_[place] = point;
        at_[point] = static_cast<Index>(place);
    }
    void sink(std::size_t place) {
        const Index point = heap_[place];
        for (;;) {
            std::size_t child = 2 * place + 1;
            if (child >= heap_.size()) {
                break;
            }
            if (child + 1 < heap_.size() && before(heap_[child + 1], heap_[child])) {
                ++child;
            }
            if (!before(heap_[child], point)) {
                break;
            }
            put(place, heap_[child]);
            place = child;
        }
        put(place, point);
    }
    void rise(std::size_t place) {
        const Index point = heap_[place];
        while (place > 0 && before(point, heap_[(place - 1) / 2])) {
            put(place, heap_[(place - 1) / 2]);
            place = (place - 1) / 2;
        }
        put(place, point);
    }

    std::vector<double> areas_;
    std::vector<Index> at_;
    std::vector<Index> heap_;
};

/// Takes the points of one line away, one after the other. Keeps its memory from line to line.
class Weigher {
public:
    std::vector<float> weigh(const std::vector<MapPoint>& line, bool ring, std::size_t least) {
        std::vector<float> weights(line.size(), stays);
        const std::size_t points = ring ? line.size() - 1 : line.size();
        const std::size_t first = ring ? 0 : 1;
        const std::size_t last = ring ? points : points - 1;  // one past the last that may go
        if (line.size() < 3 || last - first <= least) {
            return weights;
        }
        before_.resize(points);
        after_.resize(points);
        for (std::size_t i = 0; i < points; ++i) {
            before_[i] = static_cast<Index>(i == 0 ? points - 1 : i - 1);
            after_[i] = static_cast<Index>(i + 1 == points ? 0 : i + 1);
        }
        heap_.reset(points);
        for (std::size_t i = first; i < last; ++i) {
            heap_.add(static_cast<Index>(i), area_of(line, static_cast<Index>(i)));
        }
        heap_.build();
        double reached = 0;
        while (heap_.size() > least) {
            const Index point = heap_.pop();
            reached = std::max(reached, heap_.area_m2(point));
            weights[point] = static_cast<float>(reached);
            const Index a = before_[point];
            const Index b = after_[point];
            after_[a] = b;
            before_[b] = a;
            for (const Index side : {a, b}) {
                if (ring || (side != 0 && side != points - 1)) {
                    heap_.change(side, area_of(line, side));
                }
            }
        }
        if (ring) {
            weights.back() = weights.front();
        }
        return weights;
    }

private:
    [[nodiscard]] double area_of(const std::vector<MapPoint>& line, Index i) const {
        return triangle_m2(line[before_[i]], line[i], line[after_[i]]);
    }

    std::vector<Index> before_;
    std::vector<Index> after_;
    AreaHeap heap_;
};

}  // namespace

std::vector<float> effective_areas_m2(const std::vector<MapPoint>& line, bool ring,
                                      std::size_t least) {
    return Weigher().weigh(line, ring, least);
}

void weigh_lines(MapShapes& shapes, Progress* progress) {
    std::unordered_map<std::uint64_t, int> between;  // lines between two junctions
    const auto ends = [](const BorderLine& line) {
        const auto [low, high] = std::minmax(line.from, line.to);
        return std::uint64_t{low} << 32U | high;
    };
    for (std::uint32_t i = 0; i < shapes.line_count(); ++i) {
        ++between[ends(shapes.line(i))];
    }
    Weigher weigher;
    std::size_t done = 0;
    const auto weigh = [&](BorderLine& line) {
        if (progress != nullptr) {
            progress->at(WorkStep::weights, done++, shapes.line_count());
        }
        std::size_t least = 0;
        if (line.closed_alone()) {
            least = 3;
        } else if (line.from == line.to) {
            least = 2;
        } else if (between[ends(line)] > 1) {
            least = 1;
        }
        line.weights_m2 = weigher.weigh(line.points, line.closed_alone(), least);
    };
    std::for_each(shapes.borders.begin(), shapes.borders.end(), weigh);
    std::for_each(shapes.seams.begin(), shapes.seams.end(), weigh);
}

std::vector<MapPoint> line_at(const BorderLine& line, DetailLevel level) {
    if (!(level.side_m > 0)) {
        return line.points;
    }
    std::vector<MapPoint> kept;
    const bool ring = line.closed_alone();
    if (ring && line.box.width_m() < level.side_m && line.box.height_m() < level.side_m) {
        return kept;
    }
    const double smallest_m2 = level.side_m * level.side_m;
    const std::size_t points = ring ? line.points.size() - 1 : line.points.size();
    for (std::size_t i = 0; i < points; ++i) {
        if (line.weights_m2[i] >= smallest_m2) {
            kept.push_back(line.points[i]);
        }
    }
    if (ring) {
        kept.push_back(kept.front());
    }
    return kept;
}

LevelLines::LevelLines(const MapShapes& shapes, DetailLevel level) : shapes_(shapes) {
    lines_.reserve(shapes.line_count());
    for (std::uint32_t i = 0; i < shapes.line_count(); ++i) {
        lines_.push_back(line_at(shapes.line(i), level));
    }
}

MapRing LevelLines::ring(const LineRing& uses) const {
    MapRing ring;
    for (const LineUse use : uses) {
        const std::vector<MapPoint>& points = lines_[use.line];
        if (points.empty()) {
            continue;
        }
        // The last point of a line is the first of the next one.
        if (use.forward) {
            ring.insert(ring.end(), points.begin(), points.end() - 1);
        } else {
            ring.insert(ring.end(), points.rbegin(), points.rend() - 1);
        }
    }
    return ring;
}

std::vector<MapPolygon> LevelLines::polygons(int municipality) const {
    std::vector<MapPolygon> polygons;
    for (const LinePolygon& outline : shapes_.outlines[static_cast<std::size_t>(municipality)]) {
        MapPolygon polygon{ring(outline.shell), {}};
        if (polygon.shell.size() < 3) {
            continue;
        }
        for (const LineRing& hole : outline.holes) {
            MapRing points = ring(hole);
            if (points.size() >= 3) {
                polygon.holes.push_back(std::move(points));
            }
        }
        polygons.push_back(std::move(polygon));
    }
    return polygons;
}

std::vector<SmallPlace> small_places(const MapShapes& shapes, double metres_per_px) {
    std::vector<SmallPlace> places;
    for (std::size_t i = 0; i < shapes.municipalities.size(); ++i) {
        if (shapes.municipalities[i].empty() || shapes.label_radii_m[i] >= metres_per_px) {
            continue;
        }
        MapPoint at = shapes.label_points[i];
        if (!std::isfinite(at.x_m)) {
            at = shapes.municipalities[i].front().shell.front();
        }
        places.push_back({static_cast<int>(i), at});
    }
    return places;
}

}  // namespace miraimap
