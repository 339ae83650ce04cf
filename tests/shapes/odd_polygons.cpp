// SPDX-License-Identifier: MIT
#include "odd_polygons.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "shapes/label_point.hpp"
#include "shapes/orientation.hpp"

namespace miraimap::testing {

namespace {

using Cell = std::pair<int, int>;
using Cells = std::set<Cell>;
constexpr std::array<Cell, 4> directions{{{1, 0}, {0, 1}, {-1, 0}, {0, -1}}};

/// The largest group of cells that hang together by their sides.
Cells largest_group(Cells cells) {
    Cells largest;
    while (!cells.empty()) {
        Cells group;
        std::vector<Cell> todo{*cells.begin()};
        while (!todo.empty()) {
            const Cell cell = todo.back();
            todo.pop_back();
            if (cells.erase(cell) > 0) {
                group.insert(cell);
                for (const auto& [dx, dy] : directions) {
                    todo.emplace_back(cell.first + dx, cell.second + dy);
                }
            }
        }
        if (group.size() > largest.size()) {
            largest = group;
        }
    }
    return largest;
}

/// Edges with the cells on their left, by the corner that they start at.
std::multimap<Cell, int> outline_edges(const Cells& cells) {
    std::multimap<Cell, int> edges;
    for (const auto& [x, y] : cells) {
        const std::array<Cell, 4> beside{{{x, y - 1}, {x + 1, y}, {x, y + 1}, {x - 1, y}}};
        const std::array<Cell, 4> starts{{{x, y}, {x + 1, y}, {x + 1, y + 1}, {x, y + 1}}};
        for (std::size_t side = 0; side < 4; ++side) {
            if (!cells.contains(beside[side])) {
                edges.emplace(starts[side], static_cast<int>(side));
            }
        }
    }
    return edges;
}

MapRing follow(std::multimap<Cell, int>& edges, bool turn_right) {
    MapRing ring;
    const auto first = edges.begin();
    const Cell start = first->first;
    const int start_direction = first->second;
    Cell at = start;
    int direction = start_direction;
    do {
        ring.push_back({static_cast<double>(at.first), static_cast<double>(at.second)});
        const auto [from, to] = edges.equal_range(at);
        edges.erase(std::find_if(from, to, [&](const auto& e) { return e.second == direction; }));
        at.first += directions.at(static_cast<std::size_t>(direction)).first;
        at.second += directions.at(static_cast<std::size_t>(direction)).second;
        const int first_choice = (direction + (turn_right ? 3 : 1)) % 4;
        const int last_choice = (direction + (turn_right ? 1 : 3)) % 4;
        const int came_by = direction;
        for (const int choice : {first_choice, came_by, last_choice}) {
            const auto [low, high] = edges.equal_range(at);
            if ((at == start && choice == start_direction) ||
                std::any_of(low, high, [&](const auto& e) { return e.second == choice; })) {
                direction = choice;
                break;
            }
        }
    } while (at != start || direction != start_direction);
    return ring;
}

bool crossing(MapPoint a, MapPoint b, MapPoint c, MapPoint d) {
    const auto apart = [](double x, double y) { return (x > 0 && y < 0) || (x < 0 && y > 0); };
    return apart(orientation(a, b, c), orientation(a, b, d)) &&
           apart(orientation(c, d, a), orientation(c, d, b));
}

}  // namespace

CellPolygon random_cells(std::mt19937& random, int side, double density, bool touching_holes) {
    std::bernoulli_distribution filled(density);
    Cells cells;
    for (int x = 0; x < side; ++x) {
        for (int y = 0; y < side; ++y) {
            if (filled(random)) {
                cells.emplace(x, y);
            }
        }
    }
    cells = largest_group(cells);
    CellPolygon result;
    result.area_m2 = static_cast<double>(cells.size());
    std::multimap<Cell, int> edges = outline_edges(cells);
    while (!edges.empty()) {
        MapRing ring = follow(edges, touching_holes);
        if (signed_area_m2(ring) > 0) {
            EXPECT_TRUE(result.polygon.shell.empty());
            result.polygon.shell = std::move(ring);
        } else {
            result.polygon.holes.push_back(std::move(ring));
        }
    }
    return result;
}

MapRing random_ring(std::mt19937& random, int corners, int grid, int most_steps) {
    std::uniform_int_distribution<int> where(0, grid);
    std::set<Cell> taken;
    MapRing ring;
    while (static_cast<int>(ring.size()) < corners) {
        const Cell p{where(random), where(random)};
        if (taken.insert(p).second) {
            ring.push_back({static_cast<double>(p.first), static_cast<double>(p.second)});
        }
    }
    const std::size_t n = ring.size();
    for (int steps = 0; steps < most_steps;) {
        bool crossed = false;
        for (std::size_t i = 0; i + 2 < n && steps < most_steps; ++i) {
            for (std::size_t j = i + 2; j < n && steps < most_steps; ++j) {
                if (crossing(ring[i], ring[i + 1], ring[j], ring[(j + 1) % n])) {
                    std::reverse(ring.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                 ring.begin() + static_cast<std::ptrdiff_t>(j) + 1);
                    crossed = true;
                    ++steps;
                }
            }
        }
        if (!crossed) {
            break;
        }
    }
    return ring;
}

MapPolygon moved(const MapPolygon& polygon, double turn_rad, double scale, MapPoint by) {
    const double c = scale * std::cos(turn_rad);
    const double s = scale * std::sin(turn_rad);
    MapPolygon result = polygon;
    const auto move = [&](MapRing& ring) {
        for (MapPoint& p : ring) {
            p = {c * p.x_m - s * p.y_m + by.x_m, s * p.x_m + c * p.y_m + by.y_m};
        }
    };
    move(result.shell);
    std::for_each(result.holes.begin(), result.holes.end(), move);
    return result;
}

bool has_crossing(const MapPolygon& polygon) {
    std::vector<std::pair<MapPoint, MapPoint>> edges;
    const auto add = [&](const MapRing& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i) {
            edges.emplace_back(ring[i], ring[(i + 1) % ring.size()]);
        }
    };
    add(polygon.shell);
    std::for_each(polygon.holes.begin(), polygon.holes.end(), add);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        for (std::size_t j = i + 1; j < edges.size(); ++j) {
            if (crossing(edges[i].first, edges[i].second, edges[j].first, edges[j].second)) {
                return true;
            }
        }
    }
    return false;
}

std::size_t promised_triangles(const MapPolygon& polygon) {
    std::size_t n = polygon.shell.size();
    for (const MapRing& hole : polygon.holes) {
        n += hole.size();
    }
    return n + 2 * polygon.holes.size() - 2;
}

double area_of(const Triangles& t) {
    double sum = 0;
    for (std::size_t i = 0; i < t.corners.size(); i += 3) {
        const MapPoint a = t.points[t.corners[i]];
        const MapPoint b = t.points[t.corners[i + 1]];
        const MapPoint c = t.points[t.corners[i + 2]];
        const double twice = (b.x_m - a.x_m) * (c.y_m - a.y_m) - (b.y_m - a.y_m) * (c.x_m - a.x_m);
        EXPECT_GE(twice, 0) << "triangle " << i / 3 << " is turned over";
        sum += twice / 2;
    }
    return sum;
}

void expect_exact(const MapPolygon& polygon) {
    const Triangles t = tessellate(polygon);
    EXPECT_FALSE(t.fallback);
    EXPECT_EQ(t.corners.size() / 3, promised_triangles(polygon));
    const double area = planar_area_m2(polygon);
    EXPECT_NEAR(area_of(t), area, 1e-9 * area);
}

}  // namespace miraimap::testing
