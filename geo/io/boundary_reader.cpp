// SPDX-License-Identifier: MIT
#include "geo/io/boundary_reader.hpp"

#include <fmt/format.h>
#include <ogr_api.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "geo/geometry/geos.hpp"
#include "geo/io/boundary_file.hpp"
#include "geo/io/boundary_layer.hpp"
#include "geo/io/database_metadata.hpp"
#include "geo/io/mosaic_findings.hpp"
#include "geo/place/n03.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap {
namespace {

using Feature = BoundaryLayer::Feature;

class Reading {
public:
    Reading(const std::filesystem::path& file, const BoundaryReadOptions& options)
        : file_(file), options_(options), layer_(file, options.progress, set_.findings) {}

    BoundarySet run() {
        set_.format = layer_.format();
        set_.layer = layer_.name();
        set_.crs = layer_.crs();
        if (own_fields(layer_.get()).complete()) {
            read_own();
        } else {
            read_n03();
        }
        refuse_if_mostly_outside();
        if (options_.validity) {
            check_validity();
            append(set_.findings, mosaic_findings(set_.catalogue, set_.mosaic, set_.layer));
        }
        return std::move(set_);
    }

private:
    /// @param who  code and name, for findings
    MultiPolygon shape(OGRFeatureH feature, const std::string& who) {
        const long long id = OGR_F_GetFID(feature);
        FeatureShape shape = layer_.shape(feature);
        bool outside = false;
        for (const GeometryProblem& problem : shape.problems) {
            add(problem.severity, problem.code, id, advised(who, problem.text));
            outside = outside || problem.code == "coordinate-out-of-range";
        }
        with_geometry_ += shape.present ? 1 : 0;
        if (outside && shape.polygons.empty()) {
            note_outside(shape.extent, who);
        }
        for (const Polygon& polygon : shape.polygons) {
            set_.ring_vertices += static_cast<long long>(polygon.shell.size());
            for (const Ring& hole : polygon.holes) {
                set_.ring_vertices += static_cast<long long>(hole.size());
            }
        }
        return std::move(shape.polygons);
    }

    /// Whose geometry it is, and what to try.
    [[nodiscard]] Text advised(const std::string& who, const Text& what) const {
        const std::string source =
            layer_.database() != nullptr ? layer_.shown() : file_.filename().string();
        return {fmt::format("{}: {}。{} のこの図形を直すか、取得し直す", who, what.ja, source),
                fmt::format("{}: {}. correct this geometry in {}, or get it again", who, what.en,
                            source)};
    }

    void note_outside(const LonLatBox& extent, const std::string& who) {
        if (outside_++ == 0) {
            first_outside_ = {who, fmt::format("{:.7g} {:.7g} – {:.7g} {:.7g}", extent.west,
                                               extent.south, extent.east, extent.north)};
        }
    }

    void add(Severity severity, const std::string& code, long long id, const Text& what) {
        set_.findings.push_back({severity, code, fmt::format("{}:{}", set_.layer, id), what});
    }

    void read_own() {
        set_.areas_stored = true;
        const OwnFields at = own_fields(layer_.get());
        if (!options_.geometry) {
            const char* ignored[] = {"OGR_GEOMETRY", "prefecture", "prefecture_en", nullptr};
            OGR_L_SetIgnoredFields(layer_.get(), ignored);
        }
        Database* database = layer_.database();
        const auto stored = database != nullptr ? stored_metadata(*database, set_.layer)
                                                : std::map<std::string, std::string>();
        const auto stated = [&](const char* name, const std::string& otherwise) {
            if (database == nullptr) {
                return layer_.stated(name, otherwise);
            }
            return stored.contains(name) ? stored.at(name) : otherwise;
        };
        set_.catalogue.edition = stated("EDITION", set_.layer);
        set_.catalogue.source = stated("SOURCE", "");
        set_.catalogue.licence = stated("LICENCE", "");
        struct Row {
            Municipality body;
            MultiPolygon shape;
        };
        std::vector<Row> rows;
        while (const Feature feature = layer_.next()) {
            ++set_.features;
            rows.push_back({own_body(feature.get(), at), {}});
            if (options_.geometry) {
                const Municipality& body = rows.back().body;
                rows.back().shape = shape(feature.get(), body.code + " " + body.name_ja);
            }
        }
        refuse_if_empty();
        std::sort(rows.begin(), rows.end(),
                  [](const Row& a, const Row& b) { return a.body.code < b.body.code; });
        for (Row& row : rows) {
            auto& bodies = set_.catalogue.municipalities;
            if (!bodies.empty() && bodies.back().code == row.body.code) {
                refuse_boundary_file(layer_.where(),
                                     {"コードが重複している: " + row.body.code,
                                      "a code stands twice: " + row.body.code},
                                     {"配布された municipalities.gpkg に戻す",
                                      "go back to the municipalities.gpkg as distributed"});
            }
            bodies.push_back(std::move(row.body));
            if (options_.geometry) {
                set_.mosaic.shapes.push_back(std::move(row.shape));
            }
        }
    }

    Municipality own_body(OGRFeatureH feature, const OwnFields& at) {
        Municipality body;
        body.code = layer_.text(feature, at.code);
        body.name_ja = layer_.text(feature, at.name);
        body.name_kana = layer_.text(feature, at.name_kana);
        body.name_en = layer_.text(feature, at.name_en);
        body.counted = OGR_F_GetFieldAsInteger(feature, at.counted) != 0;
        body.area_km2 = OGR_F_GetFieldAsDouble(feature, at.area_km2);
        const std::optional<BodyKind> kind = find_body_kind(layer_.text(feature, at.kind));
        const std::optional<int> prefecture =
            find_prefecture(layer_.text(feature, at.prefecture_code));
        if (!kind || !prefecture || body.code.size() != 5 || !(body.area_km2 >= 0)) {
            const std::string row = fmt::format("code={} prefecture_code={} kind={} area_km2={}",
                                                body.code, layer_.text(feature, at.prefecture_code),
                                                layer_.text(feature, at.kind), body.area_km2);
            refuse_boundary_file(fmt::format("{}:{}", layer_.where(), OGR_F_GetFID(feature)),
                                 {"値が正しくない: " + row, "a value is wrong: " + row},
                                 {"配布された municipalities.gpkg に戻す",
                                  "go back to the municipalities.gpkg as distributed"});
        }
        body.kind = *kind;
        body.prefecture = *prefecture;
        return body;
    }

    void read_n03() {
        const N03Fields at = n03_fields(layer_.get());
        const long long stated =
            set_.format == "FlatGeobuf" ? OGR_L_GetFeatureCount(layer_.get(), FALSE) : -1;
        std::vector<N03Feature> features;
        while (const Feature feature = layer_.next()) {
            OGRFeatureH f = feature.get();
            features.push_back({OGR_F_GetFID(f),
                                layer_.text(f, at.prefecture),
                                layer_.text(f, at.county),
                                layer_.text(f, at.name),
                                layer_.text(f, at.ward),
                                layer_.text(f, at.code),
                                {}});
            features.back().shape = shape(f, code_and_name(features.back()));
            ++set_.features;
        }
        refuse_if_empty();
        if (layer_.database() != nullptr) {  // which keeps no order of its own
            std::stable_sort(features.begin(), features.end(),
                             [](const N03Feature& a, const N03Feature& b) { return a.id < b.id; });
        }
        if (stated > 0 && set_.features != stated) {
            refuse_boundary_file(
                layer_.where(),
                {fmt::format("途中で切れている（地物 {} 件あるはずが {} 件）", stated,
                             set_.features),
                 fmt::format("it is truncated ({} features instead of {})", set_.features, stated)},
                {"ファイルを取得し直す", "get the file again"});
        }
        set_.catalogue.edition = n03_edition();
        N03Bodies bodies = bodies_of_n03(std::move(features), set_.layer, set_.findings);
        set_.catalogue.municipalities = std::move(bodies.municipalities);
        set_.mosaic.shapes = std::move(bodies.shapes);
        set_.wards_dissolved = bodies.wards_dissolved;
        set_.rejected = bodies.rejected;
    }

    static std::string code_and_name(const N03Feature& feature) {
        const std::string name = feature.county + feature.name + feature.ward;
        return feature.code.empty() ? feature.prefecture + name : feature.code + " " + name;
    }

    void refuse_if_empty() {
        if (set_.features == 0) {
            BoundaryLayer::refuse_without_features(layer_.where());
        }
    }

    /// N03 states its date in its names only: N03-21_210101, N03-20240101.
    std::string n03_edition() const {
        for (const std::string& name : {set_.layer, file_.stem().string()}) {
            const std::size_t dash = name.find_first_of("_-", 4);
            for (std::size_t at : {std::size_t{4}, dash == std::string::npos ? 4 : dash + 1}) {
                if (!name.starts_with("N03") || name.size() <= at) {
                    continue;
                }
                std::size_t n = 0;
                while (at + n < name.size() &&
                       std::isdigit(static_cast<unsigned char>(name[at + n])) != 0) {
                    ++n;
                }
                const std::string date = (n == 6 ? "20" : "") + name.substr(at, n);
                if (n == 6 || n == 8) {
                    return fmt::format("N03 {}-{}-{}", date.substr(0, 4), date.substr(4, 2),
                                       date.substr(6, 2));
                }
            }
        }
        return "N03 " + set_.layer;
    }

    /// Metres, or latitude before longitude, would otherwise pass for degrees without a stated CRS.
    /// A few features outside are a fault of these, so the others are shown.
    void refuse_if_mostly_outside() {
        if (2 * outside_ <= with_geometry_) {
            return;
        }
        const auto& [who, found] = first_outside_;
        refuse_boundary_file(
            layer_.where(),
            {fmt::format("{} の座標が日本の経緯度ではない（{}）", who, found),
             fmt::format("the coordinates of {} are not longitudes and latitudes of Japan ({})",
                         who, found)},
            {"経度・緯度（度）の順の EPSG:6668 に変換する",
             "convert it to EPSG:6668, longitude before latitude, in degrees"});
    }

    void check_validity() {
        const GeosContext geos;
        for (std::size_t i = 0; i < set_.mosaic.shapes.size(); ++i) {
            const std::string reason = geos.why_invalid(set_.mosaic.shapes[i]);
            if (!reason.empty()) {
                const Municipality& body = set_.catalogue.municipalities[i];
                set_.invalid.push_back({body.code, reason});
                set_.findings.push_back(
                    {Severity::warning,
                     "ring-self-intersection",
                     set_.layer + ":" + body.code,
                     {"正しい多角形ではない: " + reason, "not a valid polygon: " + reason}});
            }
        }
    }

    const std::filesystem::path& file_;
    const BoundaryReadOptions& options_;
    long long with_geometry_ = 0;  ///< features
    long long outside_ = 0;        ///< of these, with nothing inside the sensible box
    std::pair<std::string, std::string> first_outside_;  ///< code and name; its box
    BoundarySet set_;
    BoundaryLayer layer_;
};

}  // namespace

BoundarySet read_boundaries(const std::filesystem::path& file, const BoundaryReadOptions& options) {
    return Reading(file, options).run();
}

}  // namespace miraimap
