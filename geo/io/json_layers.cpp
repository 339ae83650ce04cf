// SPDX-License-Identifier: MIT
#include "geo/io/json_layers.hpp"

#include <fmt/format.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "geo/io/boundary_file.hpp"
#include "geo/io/json_features.hpp"

namespace miraimap {
namespace {

struct SrsRelease {
    void operator()(void* srs) const { OSRRelease(srs); }
};
using Srs = std::unique_ptr<void, SrsRelease>;

/// Sums the differences of quantized arcs up to positions.
void decode_arcs(JsonContent& content) {
    if (!content.scale || !content.translate) {
        return;
    }
    const LonLat scale = *content.scale;
    const LonLat translate = *content.translate;
    std::size_t at = 0;
    for (const std::size_t end : content.arc_ends) {
        LonLat sum;
        for (; at < end; ++at) {
            LonLat& vertex = content.arc_vertices[at];
            sum = {sum.lon + vertex.lon, sum.lat + vertex.lat};
            vertex = {sum.lon * scale.lon + translate.lon, sum.lat * scale.lat + translate.lat};
        }
    }
}

/// Puts the rings of one feature together from its arcs.
class ArcJoiner {
public:
    ArcJoiner(const JsonContent& content, ShapeBuilder& builder)
        : content_(content), builder_(builder) {}

    void add(const std::vector<ArcRing>& polygon) {
        std::vector<Ring> rings;
        for (const ArcRing& arcs : polygon) {
            Ring ring;
            if (join(arcs, ring)) {
                rings.push_back(std::move(ring));
            } else if (rings.empty()) {
                return;  // holes without their shell
            }
        }
        builder_.add_polygon(std::move(rings));
    }

private:
    [[nodiscard]] std::span<const LonLat> vertices_of(std::size_t arc) const {
        const std::size_t from = arc == 0 ? 0 : content_.arc_ends[arc - 1];
        return std::span(content_.arc_vertices).subspan(from, content_.arc_ends[arc] - from);
    }

    bool join(const ArcRing& arcs, Ring& ring) {
        const auto count = static_cast<std::int64_t>(content_.arc_ends.size());
        for (const std::int64_t number : arcs) {
            const std::int64_t arc = number < 0 ? ~number : number;
            if (arc >= count) {
                refuse_arc(arc, count);
                return false;
            }
            const std::span<const LonLat> vertices = vertices_of(static_cast<std::size_t>(arc));
            if (number < 0) {
                append(vertices.rbegin(), vertices.rend(), ring);
            } else {
                append(vertices.begin(), vertices.end(), ring);
            }
        }
        if (!ring.empty() && ring.front() != ring.back()) {
            report_gap(ring.back(), ring.front());
        }
        return true;
    }

    template <typename Iterator>
    void append(Iterator first, Iterator last, Ring& ring) {
        if (first != last && !ring.empty()) {
            if (ring.back() == *first) {
                ++first;
            } else {
                report_gap(ring.back(), *first);
            }
        }
        ring.insert(ring.end(), first, last);
    }

    void refuse_arc(std::int64_t arc, std::int64_t count) {
        const bool is_number = arc != std::numeric_limits<std::int64_t>::max();
        const std::string name = is_number ? std::to_string(arc) : "?";
        builder_.add_problem(
            "arc-missing",
            fmt::format("アーク {} がファイルにない（{} 本）ので輪を除いた", name, count),
            fmt::format("a ring was left out: its arc {} is not in the file ({} arcs)", name,
                        count));
    }

    void report_gap(LonLat from, LonLat to) {
        builder_.add_problem(
            "arcs-not-joined",
            fmt::format(
                "アークが {:.7g} {:.7g} で終わり、次は {:.7g} {:.7g} で始まる。直線で結んだ",
                from.lon, from.lat, to.lon, to.lat),
            fmt::format("an arc ends at {:.7g} {:.7g} and the next begins at {:.7g} {:.7g}; a "
                        "straight line joins them",
                        from.lon, from.lat, to.lon, to.lat));
    }

    const JsonContent& content_;
    ShapeBuilder& builder_;
};

/// Null for TopoJSON, which states none.
Srs crs_of(const JsonContent& content, const std::filesystem::path& file) {
    if (content.crs_is_link) {
        refuse_boundary_file(file.string(),
                             {"座標参照系（crs）が外部へのリンクで、読みに行かない",
                              "its crs is a link to elsewhere, which is not followed"},
                             {"\"crs\" を取り除く（GeoJSON は WGS 84 とみなす）",
                              "remove \"crs\" (GeoJSON then means WGS 84)"});
    }
    if (content.topology && content.crs.empty()) {
        return nullptr;
    }
    Srs srs(OSRNewSpatialReference(nullptr));
    // Only names that GDAL's own tables resolve: never a file or an address.
    const bool is_name = content.crs.starts_with("urn:") || content.crs.starts_with("EPSG:") ||
                         content.crs.starts_with("OGC:");
    const std::string name = content.crs.empty() ? "EPSG:4326" : content.crs;
    if ((!content.crs.empty() && !is_name) ||
        OSRSetFromUserInput(srs.get(), name.c_str()) != OGRERR_NONE) {
        refuse_boundary_file(file.string(),
                             {"座標参照系（crs）がわからない: " + name.substr(0, 80),
                              "its crs is not known: " + name.substr(0, 80)},
                             {"\"crs\" を取り除く（GeoJSON は WGS 84 とみなす）",
                              "remove \"crs\" (GeoJSON then means WGS 84)"});
    }
    return srs;
}

}  // namespace

struct JsonLayers::Content {
    JsonContent content;
    /// Feature by its number, for every layer.
    std::unordered_map<std::string, std::unordered_map<long long, JsonFeature*>> numbered;

    void write(JsonLayer& layer, GDALDatasetH dataset, OGRSpatialReferenceH srs) {
        OGRLayerH made =
            GDALDatasetCreateLayer(dataset, layer.name.c_str(), srs, wkbUnknown, nullptr);
        for (const std::string& name : layer.fields) {
            OGRFieldDefnH field = OGR_Fld_Create(name.c_str(), OFTString);
            const OGRErr added = OGR_L_CreateField(made, field, FALSE);
            assert(added == OGRERR_NONE);
            OGR_Fld_Destroy(field);
        }
        std::unordered_map<long long, JsonFeature*>& features = numbered[layer.name];
        const bool own_numbers = numbers_are_distinct(layer);
        long long next = 0;
        for (JsonFeature& feature : layer.features) {
            const long long number = own_numbers ? *feature.id : next++;
            features[number] = &feature;
            OGRFeatureH row = OGR_F_Create(OGR_L_GetLayerDefn(made));
            OGR_F_SetFID(row, number);
            for (const auto& [field, value] : feature.values) {
                OGR_F_SetFieldString(row, static_cast<int>(field), value.c_str());
            }
            const OGRErr stored = OGR_L_CreateFeature(made, row);
            assert(stored == OGRERR_NONE);
            OGR_F_Destroy(row);
        }
    }

    static bool numbers_are_distinct(const JsonLayer& layer) {
        std::unordered_set<long long> seen;
        return std::all_of(layer.features.begin(), layer.features.end(), [&](const auto& feature) {
            return feature.id && *feature.id >= 0 && seen.insert(*feature.id).second;
        });
    }
};

JsonLayers::JsonLayers(const std::filesystem::path& file, const ByteProgress& progress)
    : content_(std::make_unique<Content>()) {
    JsonContent& content = content_->content;
    JsonFeatureReader reader(content);
    parse_json(file, reader, progress);
    if (content.layers.empty()) {
        refuse_boundary_file(
            file.string(),
            {"JSON だが GeoJSON でも TopoJSON でもない（features も objects もない）",
             "it is JSON, but neither GeoJSON nor TopoJSON (no features, no objects)"},
            {"N03 の GeoJSON か TopoJSON を指定する", "name a GeoJSON or TopoJSON file of N03"});
    }
    decode_arcs(content);
    const Srs srs = crs_of(content, file);
    dataset_ = gdal::new_in_memory();
    for (JsonLayer& layer : content.layers) {
        if (layer.name.empty()) {
            layer.name = content.name.empty() ? file.stem().string() : content.name;
        }
        content_->write(layer, dataset_.get(), srs.get());
    }
}

JsonLayers::~JsonLayers() = default;

const char* JsonLayers::format() const {
    return content_->content.topology ? "TopoJSON" : "GeoJSON";
}

GDALDatasetH JsonLayers::attributes() const { return dataset_.get(); }

FeatureShape JsonLayers::take(const std::string& layer, long long number) {
    JsonFeature& feature = *content_->numbered.at(layer).at(number);
    if (!content_->content.topology) {
        return std::move(feature.shape);
    }
    ShapeBuilder builder;
    ArcJoiner joiner(content_->content, builder);
    bool foreign = false;
    for (const JsonPolygon& polygon : feature.arcs) {
        foreign = foreign || !polygon.rings.empty();
        joiner.add(polygon.arc_rings);
    }
    if (foreign) {
        builder.add_foreign(true);
    }
    for (const std::string& type : feature.others) {
        builder.add_other(type);
    }
    return builder.take();
}

}  // namespace miraimap
