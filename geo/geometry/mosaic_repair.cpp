// SPDX-License-Identifier: MIT
#include "geo/geometry/mosaic_repair.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

#include "geo/geometry/geodesic_area.hpp"
#include "geo/geometry/geos.hpp"
#include "geo/geometry/rings.hpp"
#include "geo/geometry/shared_borders.hpp"

namespace miraimap {
namespace {

constexpr double grid = repair_grid_per_degree;

struct Edge {
    LonLat a;  // the lesser end
    LonLat b;
    int body;
    friend auto operator<=>(const Edge&, const Edge&) = default;
    [[nodiscard]] bool same_place(const Edge& other) const { return a == other.a && b == other.b; }
};

std::vector<const Ring*> rings_of(const MultiPolygon& shape) {
    std::vector<const Ring*> rings;
    for (const Polygon& polygon : shape) {
        rings.push_back(&polygon.shell);
        for (const Ring& hole : polygon.holes) {
            rings.push_back(&hole);
        }
    }
    return rings;
}

/// Each edge once for every body whose rings use it.
std::vector<Edge> edges_of(const std::vector<MultiPolygon>& parts,
                           const std::vector<int>& body_of) {
    std::vector<Edge> edges;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (const Ring* ring : rings_of(parts[part])) {
            for (std::size_t i = 0; i < ring->size(); ++i) {
                const auto [a, b] = std::minmax((*ring)[i], (*ring)[(i + 1) % ring->size()]);
                if (a != b) {
                    edges.push_back({a, b, body_of[part]});
                }
            }
        }
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

/// Nodes all edges on the grid and returns the faces between them (coordinates in grid steps).
GeosContext::Geometry faces_between(const GeosContext& geos, const std::vector<Edge>& edges,
                                    MosaicRepair& repair) {
    std::vector<GEOSGeometry*> lines;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (i > 0 && edges[i].same_place(edges[i - 1])) {
            const bool second = i < 2 || !edges[i].same_place(edges[i - 2]);
            repair.shared_before += second ? 1 : 0;
            continue;
        }
        GEOSCoordSequence* ends = GEOSCoordSeq_create_r(geos.get(), 2, 2);
        GEOSCoordSeq_setXY_r(geos.get(), ends, 0, edges[i].a.lon * grid, edges[i].a.lat * grid);
        GEOSCoordSeq_setXY_r(geos.get(), ends, 1, edges[i].b.lon * grid, edges[i].b.lat * grid);
        lines.push_back(GEOSGeom_createLineString_r(geos.get(), ends));
    }
    repair.edges_before = static_cast<long long>(lines.size());
    const auto all = geos.own(GEOSGeom_createCollection_r(
        geos.get(), GEOS_MULTILINESTRING, lines.data(), static_cast<unsigned>(lines.size())));
    const auto noded = geos.own(GEOSUnaryUnionPrec_r(geos.get(), all.get(), 1.0));
    for (int i = 0; i < GEOSGetNumGeometries_r(geos.get(), noded.get()); ++i) {
        repair.edges_after +=
            GEOSGeomGetNumPoints_r(geos.get(), GEOSGetGeometryN_r(geos.get(), noded.get(), i)) - 1;
    }
    GEOSGeometry* cuts = nullptr;
    GEOSGeometry* dangles = nullptr;
    GEOSGeometry* invalid = nullptr;
    auto faces =
        geos.own(GEOSPolygonize_full_r(geos.get(), noded.get(), &cuts, &dangles, &invalid));
    for (GEOSGeometry* rest : {cuts, dangles, invalid}) {
        const auto owned = geos.own(rest);
        repair.dangling_lines += GEOSGetNumGeometries_r(geos.get(), owned.get());
    }
    return faces;
}

LonLat point_inside(const GeosContext& geos, const GEOSGeometry* face) {
    const auto point = geos.own(GEOSPointOnSurface_r(geos.get(), face));
    LonLat p;
    GEOSGeomGetX_r(geos.get(), point.get(), &p.lon);
    GEOSGeomGetY_r(geos.get(), point.get(), &p.lat);
    return {p.lon / grid, p.lat / grid};
}

/// How often a ring runs counter-clockwise around a point (clockwise counts negative).
int winding(const Ring& ring, LonLat point) {
    int turns = 0;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        const LonLat a = ring[before];
        const LonLat b = ring[i];
        if ((a.lat > point.lat) == (b.lat > point.lat)) {
            continue;
        }
        const bool up = b.lat > a.lat;
        const double side =
            (b.lon - a.lon) * (point.lat - a.lat) - (point.lon - a.lon) * (b.lat - a.lat);
        if ((side > 0) == up) {
            turns += up ? 1 : -1;
        }
    }
    return turns;
}

/// Answers which bodies' source rings hold a point.
class Claims {
public:
    Claims(const std::vector<MultiPolygon>& parts, const std::vector<int>& body_of) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            double area = 0;
            for (const Ring* ring : rings_of(parts[i])) {
                area += signed_area_deg2(*ring);
            }
            for (const Ring* ring : rings_of(parts[i])) {
                rings_.push_back(
                    {box_of(*ring), ring, area < 0 ? -1 : 1, body_of[i], static_cast<int>(i)});
            }
        }
        std::sort(rings_.begin(), rings_.end(),
                  [](const Item& a, const Item& b) { return a.box.west < b.box.west; });
    }

    [[nodiscard]] std::vector<int> at(LonLat point) const {
        std::map<int, std::pair<int, int>> turns_of_part;  // part -> (body, net turns)
        for (const Item& item : rings_) {
            if (item.box.west > point.lon) {
                break;
            }
            if (item.box.contains(point)) {
                auto& [body, turns] = turns_of_part[item.part];
                body = item.body;
                turns += item.direction * winding(*item.ring, point);
            }
        }
        std::vector<int> bodies;
        for (const auto& [part, body_turns] : turns_of_part) {
            if (body_turns.second > 0) {
                bodies.push_back(body_turns.first);
            }
        }
        std::sort(bodies.begin(), bodies.end());
        bodies.erase(std::unique(bodies.begin(), bodies.end()), bodies.end());
        return bodies;
    }

private:
    struct Item {
        LonLatBox box;
        const Ring* ring;
        int direction;  // of the part's shells: 1 counter-clockwise, -1 clockwise
        int body;
        int part;
    };
    std::vector<Item> rings_;
};

double perimeter_m(const MultiPolygon& polygon) {
    double length_km = 0;
    for (const Ring* ring : rings_of(polygon)) {
        for (std::size_t i = 0; i < ring->size(); ++i) {
            length_km += geodesic_distance_km((*ring)[i], (*ring)[(i + 1) % ring->size()]);
        }
    }
    return length_km * 1000;
}

/// Gives gaps to the neighbour with the most common border, as long as that settles anything: a gap
/// may have other gaps as its only neighbours at first.
void close_gaps(const std::vector<MultiPolygon>& faces, std::vector<int>& owner,
                std::vector<std::pair<std::size_t, SettledFace>>& gaps, double max_gap_width_m) {
    const std::vector<Border> borders = find_borders(faces);
    std::map<int, std::vector<std::pair<int, int>>> touching;  // face -> (other face, edges)
    for (const Border& border : borders) {
        touching[border.a].emplace_back(border.b, border.edges);
        touching[border.b].emplace_back(border.a, border.edges);
    }
    for (bool again = true; again;) {
        again = false;
        for (auto& [face, gap] : gaps) {
            if (gap.given_to >= 0 || gap.width_m >= max_gap_width_m) {
                continue;
            }
            std::map<int, int> edges_with;
            std::size_t bounded = 0;
            for (const auto& [other, edges] : touching[static_cast<int>(face)]) {
                bounded += static_cast<std::size_t>(edges);
                const int body = owner[static_cast<std::size_t>(other)];
                if (body >= 0) {
                    edges_with[body] += edges;
                }
            }
            std::size_t own_edges = faces[face].front().shell.size();
            for (const Ring& hole : faces[face].front().holes) {
                own_edges += hole.size();
            }
            if (edges_with.empty() || bounded < own_edges) {
                continue;
            }
            gap.given_to =
                std::max_element(edges_with.begin(), edges_with.end(),
                                 [](const auto& x, const auto& y) { return x.second < y.second; })
                    ->first;
            owner[face] = gap.given_to;
            again = true;
        }
    }
}

}  // namespace

MosaicRepair repair_mosaic(const std::vector<MultiPolygon>& parts, const std::vector<int>& body_of,
                           int bodies, double max_gap_width_m) {
    assert(parts.size() == body_of.size());
    const GeosContext geos;
    MosaicRepair repair;
    const auto collection = faces_between(geos, edges_of(parts, body_of), repair);
    repair.faces = GEOSGetNumGeometries_r(geos.get(), collection.get());

    std::vector<double> source_area(static_cast<std::size_t>(bodies), 0);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        double area = 0;
        for (const Ring* ring : rings_of(parts[i])) {
            area += signed_area_deg2(*ring);
        }
        source_area[static_cast<std::size_t>(body_of[i])] += std::fabs(area);
    }
    const Claims claims(parts, body_of);
    std::vector<MultiPolygon> faces;
    std::vector<int> owner;
    std::vector<std::pair<std::size_t, SettledFace>> unclaimed;
    for (int i = 0; i < repair.faces; ++i) {
        const GEOSGeometry* face = GEOSGetGeometryN_r(geos.get(), collection.get(), i);
        faces.push_back(geos.shape(face, grid));
        SettledFace settled;
        settled.where = point_inside(geos, face);
        settled.claims = claims.at(settled.where);
        owner.push_back(settled.claims.size() == 1 ? settled.claims.front() : -1);
        if (settled.claims.size() == 1) {
            continue;
        }
        settled.area_km2 = geodesic_area_km2(faces.back());
        settled.width_m = 2e6 * settled.area_km2 / perimeter_m(faces.back());
        if (settled.claims.empty()) {
            unclaimed.emplace_back(faces.size() - 1, std::move(settled));
            continue;
        }
        settled.given_to =
            *std::min_element(settled.claims.begin(), settled.claims.end(), [&](int a, int b) {
                return source_area[static_cast<std::size_t>(a)] <
                       source_area[static_cast<std::size_t>(b)];
            });
        owner.back() = settled.given_to;
        repair.settled.push_back(std::move(settled));
    }
    close_gaps(faces, owner, unclaimed, max_gap_width_m);
    for (auto& [face, settled] : unclaimed) {
        repair.settled.push_back(std::move(settled));
    }
    std::sort(repair.settled.begin(), repair.settled.end(),
              [](const SettledFace& a, const SettledFace& b) { return a.where < b.where; });
    repair.shapes = dissolve(faces, owner, bodies);
    return repair;
}

}  // namespace miraimap
