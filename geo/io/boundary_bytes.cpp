// SPDX-License-Identifier: MIT
#include "geo/io/boundary_bytes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "geo/bytes.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap {

template <>
inline constexpr bool is_plain<LonLat> = sizeof(LonLat) == 2 * sizeof(double);

namespace {

using Count = std::uint32_t;

void add_place(const Municipality& place, ByteWriter& out) {
    out.add_text(place.code);
    out.add_text(place.name_ja);
    out.add_text(place.name_kana);
    out.add_text(place.name_en);
    out.add(static_cast<std::uint8_t>(place.kind));
    out.add<std::int32_t>(place.prefecture);
    out.add_flag(place.counted);
    out.add(place.area_km2);
}

Municipality get_place(ByteReader& in) {
    Municipality place;
    place.code = in.get_text();
    place.name_ja = in.get_text();
    place.name_kana = in.get_text();
    place.name_en = in.get_text();
    const auto kind = in.get<std::uint8_t>();
    place.prefecture = in.get<std::int32_t>();
    place.counted = in.get_flag();
    place.area_km2 = in.get<double>();
    if (kind > static_cast<std::uint8_t>(BodyKind::unassigned) || place.prefecture < 1 ||
        place.prefecture > prefecture_count || place.code.size() != 5) {
        in.fail();
    }
    place.kind = static_cast<BodyKind>(kind);
    return place;
}

void add_finding(const Finding& finding, ByteWriter& out) {
    out.add(static_cast<std::uint8_t>(finding.severity));
    for (const std::string* text :
         {&finding.code, &finding.where, &finding.text.ja, &finding.text.en}) {
        out.add_text(*text);
    }
}

Finding get_finding(ByteReader& in) {
    Finding finding;
    const auto severity = in.get<std::uint8_t>();
    if (severity > static_cast<std::uint8_t>(Severity::error)) {
        in.fail();
    }
    finding.severity = static_cast<Severity>(severity);
    for (std::string* text : {&finding.code, &finding.where, &finding.text.ja, &finding.text.en}) {
        *text = in.get_text();
    }
    return finding;
}

/// Ascending by code, each once: as everything that looks a code up expects.
bool in_order(const std::vector<Municipality>& places) {
    return std::adjacent_find(places.begin(), places.end(),
                              [](const Municipality& a, const Municipality& b) {
                                  return a.code >= b.code;
                              }) == places.end();
}

/// The rings of all shapes one after another: so many polygons a shape, so many rings a polygon
/// (the shell first), so many points a ring.
struct FlatRings {
    std::vector<Count> polygons;
    std::vector<Count> rings;
    std::vector<Count> points;
    std::size_t point_count = 0;
    void add(const Ring& ring) {
        points.push_back(static_cast<Count>(ring.size()));
        point_count += ring.size();
    }
};

FlatRings flatten(const Mosaic& mosaic) {
    FlatRings flat;
    for (const MultiPolygon& shape : mosaic.shapes) {
        flat.polygons.push_back(static_cast<Count>(shape.size()));
        for (const Polygon& polygon : shape) {
            flat.rings.push_back(static_cast<Count>(polygon.holes.size() + 1));
            flat.add(polygon.shell);
            std::for_each(polygon.holes.begin(), polygon.holes.end(),
                          [&](const Ring& hole) { flat.add(hole); });
        }
    }
    return flat;
}

void add_findings(const Findings& findings, ByteWriter& out) {
    out.add<std::uint64_t>(findings.size());
    for (const Finding& finding : findings) {
        add_finding(finding, out);
    }
}

Findings get_findings(ByteReader& in) {
    constexpr std::size_t least_finding_bytes = 33;
    Findings findings;
    const std::size_t count = in.get_count(least_finding_bytes);
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        findings.push_back(get_finding(in));
    }
    return findings;
}

}  // namespace

std::string places_to_bytes(const BoundarySet& set) {
    ByteWriter out;
    const Catalogue& catalogue = set.catalogue;
    for (const std::string* text : {&catalogue.edition, &catalogue.source, &catalogue.licence,
                                    &set.format, &set.layer, &set.crs}) {
        out.add_text(*text);
    }
    out.add_flag(set.areas_stored);
    out.add<std::int64_t>(set.features);
    out.add<std::int64_t>(set.rejected);
    out.add<std::int64_t>(set.ring_vertices);
    out.add<std::int32_t>(set.wards_dissolved);
    out.add<std::uint64_t>(catalogue.municipalities.size());
    for (const Municipality& place : catalogue.municipalities) {
        add_place(place, out);
    }
    add_findings(set.findings, out);
    return out.take();
}

std::string findings_to_bytes(const Findings& findings) {
    ByteWriter out;
    add_findings(findings, out);
    return out.take();
}

std::optional<Findings> findings_from_bytes(std::string_view bytes) {
    ByteReader in(bytes);
    Findings findings = get_findings(in);
    return in.at_end() ? std::optional(std::move(findings)) : std::nullopt;
}

std::optional<BoundarySet> places_from_bytes(std::string_view bytes) {
    ByteReader in(bytes);
    BoundarySet set;
    Catalogue& catalogue = set.catalogue;
    for (std::string* text : {&catalogue.edition, &catalogue.source, &catalogue.licence,
                              &set.format, &set.layer, &set.crs}) {
        *text = in.get_text();
    }
    set.areas_stored = in.get_flag();
    set.features = in.get<std::int64_t>();
    set.rejected = in.get<std::int64_t>();
    set.ring_vertices = in.get<std::int64_t>();
    set.wards_dissolved = in.get<std::int32_t>();
    constexpr std::size_t least_place_bytes = 46;
    const std::size_t places = in.get_count(least_place_bytes);
    catalogue.municipalities.reserve(places);
    for (std::size_t i = 0; i < places && in.ok(); ++i) {
        catalogue.municipalities.push_back(get_place(in));
    }
    set.findings = get_findings(in);
    if (!in.at_end() || catalogue.municipalities.empty() || !in_order(catalogue.municipalities)) {
        return std::nullopt;
    }
    return set;
}

std::string mosaic_to_bytes(const Mosaic& mosaic) {
    const FlatRings flat = flatten(mosaic);
    ByteWriter out;
    out.reserve((flat.polygons.size() + flat.rings.size() + flat.points.size()) * sizeof(Count) +
                flat.point_count * sizeof(LonLat) + 3 * sizeof(std::uint64_t));
    out.add_list(flat.polygons);
    out.add_list(flat.rings);
    out.add_list(flat.points);
    for (const MultiPolygon& shape : mosaic.shapes) {
        for (const Polygon& polygon : shape) {
            out.add_values(polygon.shell);
            for (const Ring& hole : polygon.holes) {
                out.add_values(hole);
            }
        }
    }
    return out.take();
}

std::optional<Mosaic> mosaic_from_bytes(std::string_view bytes, std::size_t places) {
    ByteReader in(bytes);
    const auto polygons = in.get_list<Count>();
    const auto rings = in.get_list<Count>();
    const auto points = in.get_list<Count>();
    const auto sum = [](const std::vector<Count>& counts) {
        std::uint64_t all = 0;
        for (const Count count : counts) {
            all += count;
        }
        return all;
    };
    if (!in.ok() || polygons.size() != places || sum(polygons) != rings.size() ||
        sum(rings) != points.size()) {
        return std::nullopt;
    }
    Mosaic mosaic;
    mosaic.shapes.resize(places);
    std::size_t polygon = 0;
    std::size_t ring = 0;
    for (std::size_t i = 0; i < places && in.ok(); ++i) {
        mosaic.shapes[i].resize(polygons[i]);
        for (Polygon& made : mosaic.shapes[i]) {
            const Count count = rings[polygon++];
            if (count == 0) {
                return std::nullopt;  // no shell
            }
            made.shell = in.get_values<LonLat>(points[ring++]);
            made.holes.resize(count - 1);
            for (Ring& hole : made.holes) {
                hole = in.get_values<LonLat>(points[ring++]);
            }
        }
    }
    return in.at_end() ? std::optional(std::move(mosaic)) : std::nullopt;
}

}  // namespace miraimap
