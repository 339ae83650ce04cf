// SPDX-License-Identifier: MIT
#include "geo/io/feature_geometry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "geo/geometry/geodesic_area.hpp"
#include "geo/geometry/rings.hpp"

namespace miraimap {
namespace {

std::vector<Ring> rings_of(OGRGeometryH polygon) {
    std::vector<Ring> rings(static_cast<std::size_t>(OGR_G_GetGeometryCount(polygon)));
    for (std::size_t i = 0; i < rings.size(); ++i) {
        OGRGeometryH line = OGR_G_GetGeometryRef(polygon, static_cast<int>(i));
        Ring& ring = rings[i];
        ring.resize(static_cast<std::size_t>(OGR_G_GetPointCount(line)));
        if (!ring.empty()) {
            OGR_G_GetPoints(line, &ring[0].lon, sizeof(LonLat), &ring[0].lat, sizeof(LonLat),
                            nullptr, 0);
        }
    }
    return rings;
}

void read(OGRGeometryH geometry, ShapeBuilder& builder) {
    const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    if (type == wkbPolygon) {
        builder.add_polygon(rings_of(geometry));
    } else if (type == wkbMultiPolygon || type == wkbGeometryCollection) {
        const int parts = OGR_G_GetGeometryCount(geometry);
        for (int i = 0; i < parts; ++i) {
            read(OGR_G_GetGeometryRef(geometry, i), builder);
        }
    } else if (type == wkbCurvePolygon || type == wkbMultiSurface) {
        // Arcs become short straight lines, the same ones whichever neighbour follows them;
        // surfaces without arcs, which some programs write, stay vertex for vertex.
        OGRGeometryH straight = OGR_G_GetLinearGeometry(geometry, 0, nullptr);
        if (straight != nullptr) {
            read(straight, builder);
            OGR_G_DestroyGeometry(straight);
        }
    } else {
        builder.add_other(OGRGeometryTypeToName(type));
    }
}

/// Takes out what stands before it already, exactly.
/// @param ring_of  a ring of an item, by which alike ones are found
/// @returns how many were taken out
template <typename Item, typename RingOf>
std::size_t drop_repetitions(std::vector<Item>& items, RingOf ring_of) {
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return ring_of(items[a]) < ring_of(items[b]);
    });
    std::vector<bool> again(items.size(), false);
    for (std::size_t i = 1; i < order.size(); ++i) {
        again[order[i]] = items[order[i]] == items[order[i - 1]];
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!again[i]) {
            if (kept != i) {
                items[kept] = std::move(items[i]);
            }
            ++kept;
        }
    }
    const std::size_t dropped = items.size() - kept;
    items.resize(kept);
    return dropped;
}

}  // namespace

void ShapeBuilder::add_polygon(std::vector<Ring> rings) {
    if (rings.empty()) {
        return;  // as good as none: a feature of nothing else has no geometry
    }
    shape_.present = true;
    Polygon polygon;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        if (!accept(rings[i], i == 0)) {
            if (i == 0) {
                return;
            }
            continue;
        }
        if (i == 0) {
            polygon.shell = std::move(rings[0]);
        } else {
            polygon.holes.push_back(std::move(rings[i]));
        }
    }
    if (!polygon.shell.empty()) {
        shape_.polygons.push_back(std::move(polygon));
    }
}

void ShapeBuilder::add_other(const std::string& type) {
    add_problem("geometry-not-polygon", "多角形ではない図形: " + type,
                "a geometry that is no polygon: " + type);
}

void ShapeBuilder::add_problem(const char* code, std::string ja, std::string en) {
    shape_.present = true;
    shape_.problems.push_back({code, {std::move(ja), std::move(en)}});
}

void ShapeBuilder::add_foreign(bool is_topology) {
    const std::string format = is_topology ? "TopoJSON" : "GeoJSON";
    const std::string wanted = is_topology ? "arcs" : "coordinates";
    const std::string found = is_topology ? "coordinates" : "arcs";
    add_problem("geometry-unreadable",
                fmt::format("{} の多角形は {} で書くが、{} で書いた多角形があるので除いた", format,
                            wanted, found),
                fmt::format("a polygon was left out: it is given by \"{}\", but {} wants \"{}\"",
                            found, format, wanted));
}

FeatureShape ShapeBuilder::take() {
    if (!shape_.present) {
        shape_.problems.push_back({"geometry-missing", {"図形がない", "it has no geometry"}});
    }
    count_once();
    return std::exchange(shape_, {});
}

void ShapeBuilder::count_once() {
    std::size_t holes = 0;
    for (Polygon& polygon : shape_.polygons) {
        holes +=
            drop_repetitions(polygon.holes, [](const Ring& hole) -> const Ring& { return hole; });
    }
    const std::size_t polygons = drop_repetitions(
        shape_.polygons, [](const Polygon& polygon) -> const Ring& { return polygon.shell; });
    if (polygons > 0) {
        add_problem("feature-duplicate",
                    fmt::format("同じ多角形が繰り返されている（{} 個）ので一つに数える", polygons),
                    fmt::format("polygons stand in it again ({}), counted once", polygons));
        shape_.problems.back().severity = Severity::warning;
    }
    if (holes > 0) {
        add_problem("feature-duplicate",
                    fmt::format("同じ穴が繰り返されている（{} 個）ので一つに数える", holes),
                    fmt::format("holes stand in it again ({}), counted once", holes));
        shape_.problems.back().severity = Severity::warning;
    }
}

bool ShapeBuilder::accept(Ring& ring, bool is_shell) {
    const LonLat* outside = nullptr;
    for (const LonLat& p : ring) {
        if (!std::isfinite(p.lon) || !std::isfinite(p.lat)) {
            add_problem("coordinate-not-finite", "座標が数ではない輪を除いた",
                        "a ring with a coordinate that is no number was left out");
            return false;
        }
        shape_.extent.add(p);
        if (outside == nullptr && !sensible_box.contains(p)) {
            outside = &p;
        }
    }
    if (outside != nullptr) {
        refuse_outside(*outside);
        return false;
    }
    ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
    if (ring.size() > 1 && ring.front() == ring.back()) {
        ring.pop_back();
    }
    if (on_one_line(ring)) {
        add_problem("ring-too-short", fmt::format("面積のない輪（頂点 {}）を除いた", ring.size()),
                    fmt::format("a ring without area ({} vertices) was left out", ring.size()));
        return false;
    }
    mark_long_edge(ring);
    if ((signed_area_deg2(ring) > 0) != is_shell) {
        std::reverse(ring.begin(), ring.end());
    }
    return true;
}

void ShapeBuilder::refuse_outside(LonLat vertex) {
    // A few digits: a number may have three hundred of them.
    add_problem(
        "coordinate-out-of-range",
        fmt::format("経度 {:.6g} 緯度 {:.6g} の頂点がある輪を除いた（日本は経度 {}–{}、緯度 "
                    "{}–{}）",
                    vertex.lon, vertex.lat, sensible_box.west, sensible_box.east,
                    sensible_box.south, sensible_box.north),
        fmt::format("a ring with a vertex at {:.6g} E {:.6g} N was left out (Japan lies within "
                    "{}–{} E, {}–{} N)",
                    vertex.lon, vertex.lat, sensible_box.west, sensible_box.east,
                    sensible_box.south, sensible_box.north));
}

void ShapeBuilder::mark_long_edge(const Ring& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = ring[i];
        const LonLat b = ring[i + 1 == ring.size() ? 0 : i + 1];
        if (std::abs(a.lon - b.lon) > very_long_edge_deg ||
            std::abs(a.lat - b.lat) > very_long_edge_deg) {
            const double km = geodesic_distance_km(a, b);
            add_problem("edge-very-long",
                        fmt::format("境界線が {:.6g} {:.6g} から {:.6g} {:.6g} まで {:.0f} km "
                                    "まっすぐに続く。頂点の誤りか",
                                    a.lon, a.lat, b.lon, b.lat, km),
                        fmt::format("a border runs straight for {:.0f} km from {:.6g} {:.6g} to "
                                    "{:.6g} {:.6g}: is a vertex wrong?",
                                    km, a.lon, a.lat, b.lon, b.lat));
            shape_.problems.back().severity = Severity::warning;
            return;  // one a ring is enough
        }
    }
}

FeatureShape to_shape(OGRGeometryH geometry) {
    ShapeBuilder builder;
    if (geometry != nullptr && OGR_G_IsEmpty(geometry) == 0) {
        read(geometry, builder);
    }
    return builder.take();
}

}  // namespace miraimap
