// SPDX-License-Identifier: MIT
#include "geo/io/feature_geometry.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "geo/geometry/rings.hpp"

namespace miraimap {
namespace {

class Reader {
public:
    explicit Reader(std::vector<GeometryProblem>& problems) : problems_(problems) {}

    void read(OGRGeometryH geometry) {
        const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
        if (type == wkbPolygon) {
            read_polygon(geometry);
        } else if (type == wkbMultiPolygon || type == wkbGeometryCollection) {
            const int parts = OGR_G_GetGeometryCount(geometry);
            shape_.reserve(shape_.size() + static_cast<std::size_t>(parts));
            for (int i = 0; i < parts; ++i) {
                read(OGR_G_GetGeometryRef(geometry, i));
            }
        } else if (type == wkbCurvePolygon || type == wkbMultiSurface) {
            read_curved(geometry);
        } else {
            const std::string name = OGRGeometryTypeToName(type);
            add("geometry-not-polygon", "多角形ではない図形: " + name,
                "a geometry that is no polygon: " + name);
        }
    }

    MultiPolygon take() { return std::move(shape_); }

private:
    /// Arcs become short straight lines, the same ones whichever neighbour follows them; surfaces
    /// without arcs, which some programs write, stay vertex for vertex.
    void read_curved(OGRGeometryH geometry) {
        OGRGeometryH straight = OGR_G_GetLinearGeometry(geometry, 0, nullptr);
        if (straight != nullptr) {
            read(straight);
            OGR_G_DestroyGeometry(straight);
        }
    }

    void read_polygon(OGRGeometryH geometry) {
        const int rings = OGR_G_GetGeometryCount(geometry);
        Polygon polygon;
        for (int i = 0; i < rings; ++i) {
            Ring ring;
            if (!read_ring(OGR_G_GetGeometryRef(geometry, i), i == 0, ring)) {
                if (i == 0) {
                    return;
                }
                continue;
            }
            if (i == 0) {
                polygon.shell = std::move(ring);
            } else {
                polygon.holes.push_back(std::move(ring));
            }
        }
        if (!polygon.shell.empty()) {
            shape_.push_back(std::move(polygon));
        }
    }

    bool read_ring(OGRGeometryH line, bool is_shell, Ring& ring) {
        ring.resize(static_cast<std::size_t>(OGR_G_GetPointCount(line)));
        if (!ring.empty()) {
            OGR_G_GetPoints(line, &ring[0].lon, sizeof(LonLat), &ring[0].lat, sizeof(LonLat),
                            nullptr, 0);
        }
        const bool finite = std::all_of(ring.begin(), ring.end(), [](LonLat p) {
            return std::isfinite(p.lon) && std::isfinite(p.lat);
        });
        if (!finite) {
            add("coordinate-not-finite", "座標が数ではない輪を除いた",
                "a ring with a coordinate that is no number was left out");
            return false;
        }
        const auto outside = std::find_if(ring.begin(), ring.end(),
                                          [](LonLat p) { return !sensible_box.contains(p); });
        if (outside != ring.end()) {
            add_outside(*outside);
            return false;
        }
        ring.erase(std::unique(ring.begin(), ring.end()), ring.end());
        if (ring.size() > 1 && ring.front() == ring.back()) {
            ring.pop_back();
        }
        if (on_one_line(ring)) {
            add("ring-too-short", fmt::format("面積のない輪（頂点 {}）を除いた", ring.size()),
                fmt::format("a ring without area ({} vertices) was left out", ring.size()));
            return false;
        }
        if ((signed_area_deg2(ring) > 0) != is_shell) {
            std::reverse(ring.begin(), ring.end());
        }
        return true;
    }

    void add_outside(LonLat p) {
        // A few digits: a number may have three hundred of them.
        add("coordinate-out-of-range",
            fmt::format(
                "経度 {:.6g} 緯度 {:.6g} の頂点がある輪を除いた（日本は経度 {}–{}、緯度 {}–{}）",
                p.lon, p.lat, sensible_box.west, sensible_box.east, sensible_box.south,
                sensible_box.north),
            fmt::format("a ring with a vertex at {:.6g} E {:.6g} N was left out (Japan lies within "
                        "{}–{} E, {}–{} N)",
                        p.lon, p.lat, sensible_box.west, sensible_box.east, sensible_box.south,
                        sensible_box.north));
    }

    void add(const char* code, std::string ja, std::string en) {
        problems_.push_back({code, {std::move(ja), std::move(en)}});
    }

    std::vector<GeometryProblem>& problems_;
    MultiPolygon shape_;
};

}  // namespace

MultiPolygon to_shape(OGRGeometryH geometry, std::vector<GeometryProblem>& problems) {
    Reader reader(problems);
    if (geometry == nullptr || OGR_G_IsEmpty(geometry) != 0) {
        problems.push_back({"geometry-missing", {"図形がない", "it has no geometry"}});
        return {};
    }
    reader.read(geometry);
    return reader.take();
}

}  // namespace miraimap
