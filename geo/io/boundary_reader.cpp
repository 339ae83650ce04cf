// SPDX-License-Identifier: MIT
#include "geo/io/boundary_reader.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <fmt/format.h>
#include <ogr_api.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <memory>
#include <utility>

#include "geo/geometry/geos.hpp"
#include "geo/io/boundary_crs.hpp"
#include "geo/io/boundary_file.hpp"
#include "geo/io/csv.hpp"
#include "geo/io/database.hpp"
#include "geo/io/database_metadata.hpp"
#include "geo/io/feature_geometry.hpp"
#include "geo/io/gdal_dataset.hpp"
#include "geo/io/nearly_matching.hpp"
#include "geo/place/n03.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap {
namespace {

struct FeatureDeleter {
    void operator()(void* feature) const { OGR_F_Destroy(feature); }
};
using Feature = std::unique_ptr<void, FeatureDeleter>;

/// Positions of the fields of our own layer.
struct OwnFields {
    int code, prefecture_code, name, name_kana, name_en, kind, counted, area_km2;
    [[nodiscard]] bool complete() const {
        return std::min(
                   {code, prefecture_code, name, name_kana, name_en, kind, counted, area_km2}) >= 0;
    }
};

/// Positions of the fields of N03; the ward's own field is new in 2024.
struct N03Fields {
    int prefecture, county, name, ward, code;
    [[nodiscard]] bool complete() const { return std::min({prefecture, county, name, code}) >= 0; }
};

int field(OGRLayerH layer, const char* name) {
    return OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), name);
}

OwnFields own_fields(OGRLayerH layer) {
    return {field(layer, "code"),      field(layer, "prefecture_code"), field(layer, "name"),
            field(layer, "name_kana"), field(layer, "name_en"),         field(layer, "kind"),
            field(layer, "counted"),   field(layer, "area_km2")};
}

N03Fields n03_fields(OGRLayerH layer) {
    return {field(layer, "N03_001"), field(layer, "N03_003"), field(layer, "N03_004"),
            field(layer, "N03_005"), field(layer, "N03_007")};
}

class Reading {
public:
    Reading(const std::filesystem::path& file, const BoundaryReadOptions& options)
        : file_(file), options_(options), shown_(file.string()) {}

    BoundarySet run() {
        if (is_database(file_.string())) {
            open_database();
        } else {
            set_.format = identify_boundary_file(file_);
            open();
        }
        choose_layer();
        set_.layer = OGR_L_GetName(layer_);
        where_ = shown_ + ":" + set_.layer;
        set_.crs = accepted_crs(OGR_L_GetSpatialRef(layer_), where_);
        if (own_fields(layer_).complete()) {
            read_own();
        } else {
            read_n03();
        }
        refuse_if_mostly_outside();
        if (options_.validity) {
            check_validity();
            if (auto finding = nearly_matching(set_.catalogue, set_.mosaic, set_.layer)) {
                set_.findings.push_back(std::move(*finding));
            }
        }
        return std::move(set_);
    }

private:
    void open() {
        std::vector<std::string> options;
        if (set_.format == "GPKG") {
            // Read as it lies: no lock, and no -wal, -shm or -journal beside it.
            options = {"IMMUTABLE=YES", "LIST_ALL_TABLES=NO"};
        } else if (set_.format == "ESRI Shapefile") {
            // The texts' bytes as they are: .dbf files of N03 are CP932, whatever they say.
            options = {"ENCODING="};
        }
        // An absolute path, so that no relative name can look like a connection string.
        dataset_ = gdal::open_read_only(std::filesystem::absolute(file_), set_.format, options);
        if (!dataset_ || messages_.failed()) {
            refuse_gdal(shown_);
        }
        data_ = dataset_.get();
    }

    void open_database() {
        set_.format = "PostgreSQL";
        database_ = std::make_unique<Database>(file_.string(), DatabaseUse::read);
        database_->need_postgis();
        shown_ = database_->address().shown();
        data_ = database_->get();
    }

    [[nodiscard]] const gdal::Messages& messages() const {
        return database_ ? database_->messages() : messages_;
    }

    [[noreturn]] void refuse_gdal(const std::string& where) {
        if (database_) {
            database_->refuse_with_message(set_.layer);
        }
        const std::string why = messages_.first();  // empty where GDAL gives no reason
        refuse_boundary_file(where,
                             {fmt::format("{} として読めない、または壊れている", set_.format) +
                                  (why.empty() ? "" : "（" + why + "）"),
                              fmt::format("it cannot be read as {}, or is broken", set_.format) +
                                  (why.empty() ? "" : " (" + why + ")")},
                             {"ファイルを取得し直すか、ogrinfo で確かめる",
                              "get the file again, or look at it with ogrinfo"});
    }

    void choose_layer() {
        const int layers = GDALDatasetGetLayerCount(data_);
        std::string seen;
        std::vector<OGRLayerH> fitting;
        for (int i = 0; i < layers; ++i) {
            OGRLayerH layer = GDALDatasetGetLayer(data_, i);
            if (own_fields(layer).complete() || n03_fields(layer).complete()) {
                fitting.push_back(layer);
                continue;
            }
            OGRFeatureDefnH fields = OGR_L_GetLayerDefn(layer);
            for (int k = 0; k < OGR_FD_GetFieldCount(fields) && seen.size() < 300; ++k) {
                seen += (seen.empty() ? "" : ",");
                seen += OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(fields, k));
            }
        }
        if (!fitting.empty()) {
            layer_ = database_ ? only_table(fitting) : fitting.front();
            return;
        }
        if (database_) {
            database_->refuse(
                {},
                {fmt::format("境界に使える表がない（表の数 {}）", layers),
                 fmt::format("no table has the columns of boundaries ({} tables)", layers)},
                {"N03 か municipalities の列を持つ表を tables= か schemas= で指定する",
                 "name one with the columns of N03 or of municipalities with tables= or schemas="});
        }
        refuse_boundary_file(
            shown_,
            {fmt::format("必要な項目 N03_001 N03_003 N03_004 N03_007 を持つレイヤーがない"
                         "（レイヤー数 {}、項目: {}）",
                         layers, seen),
             fmt::format("no layer has the fields N03_001 N03_003 N03_004 N03_007 "
                         "({} layers, fields: {})",
                         layers, seen)},
            {"国土数値情報 N03（行政区域データ）か miraimap の municipalities.gpkg を指定する",
             "name a file of N03 (administrative areas) or miraimap's municipalities.gpkg"});
    }

    /// A database of several offices may hold several sets: none is picked in silence, unless one
    /// is the table that an export writes.
    OGRLayerH only_table(const std::vector<OGRLayerH>& fitting) {
        std::string names;
        for (OGRLayerH layer : fitting) {
            const std::string name = OGR_L_GetName(layer);
            if (fitting.size() == 1 || name == "municipalities" ||
                name == database_->schema() + ".municipalities") {
                return layer;
            }
            names += (names.empty() ? "" : ", ") + name;
        }
        database_->refuse(names, {"境界に使える表がいくつもある", "several tables could be meant"},
                          {"tables= で一つを指定する", "name one of them with tables="});
    }

    /// The next feature; null at the end. What GDAL reports meanwhile means the file is broken.
    Feature next() {
        tell_progress();
        Feature feature(OGR_L_GetNextFeature(layer_));
        if (messages().failed()) {
            // Before the first row, or without one, only the layer is known.
            refuse_gdal(feature ? fmt::format("{}:{}", where_, OGR_F_GetFID(feature.get()))
                                : where_);
        }
        return feature;
    }

    void tell_progress() {
        if (options_.progress == nullptr) {
            return;
        }
        if (expected_ < 0) {
            expected_ = std::max(0LL, static_cast<long long>(OGR_L_GetFeatureCount(layer_, FALSE)));
        }
        options_.progress->at(WorkStep::reading, static_cast<std::size_t>(set_.features),
                              static_cast<std::size_t>(expected_));
    }

    std::string text(OGRFeatureH feature, int index) {
        if (index < 0 || OGR_F_IsFieldSetAndNotNull(feature, index) == 0) {
            return {};
        }
        std::string value = OGR_F_GetFieldAsString(feature, index);
        if (!is_utf8(value)) {
            value = from_cp932(value, OGR_F_GetFID(feature));
        }
        const std::size_t end = value.find_last_not_of(" \t\r\n");
        value.resize(end == std::string::npos ? 0 : end + 1);
        return value;
    }

    std::string from_cp932(const std::string& bytes, long long id) {
        char* recoded = CPLRecode(bytes.c_str(), "CP932", CPL_ENC_UTF8);
        const std::string value = recoded;
        CPLFree(recoded);
        if (!is_utf8(value) || messages_.failed() || !messages_.warnings().empty()) {
            refuse_boundary_file(
                fmt::format("{}:{}", where_, id),
                {"文字が UTF-8 でも CP932 でもない", "a text is neither UTF-8 nor CP932"},
                {"UTF-8 の GeoPackage に変換する", "convert the file to a GeoPackage in UTF-8"});
        }
        return value;
    }

    /// @param who  code and name, for findings
    MultiPolygon shape(OGRFeatureH feature, const std::string& who) {
        std::vector<GeometryProblem> problems;
        OGRGeometryH geometry = OGR_F_GetGeometryRef(feature);
        MultiPolygon shape = to_shape(geometry, problems);
        bool outside = false;
        for (const GeometryProblem& problem : problems) {
            add(Severity::error, problem.code, OGR_F_GetFID(feature), advised(who, problem.text));
            outside = outside || problem.code == "coordinate-out-of-range";
        }
        with_geometry_ += geometry != nullptr ? 1 : 0;
        if (outside && shape.empty()) {
            note_outside(geometry, who);
        }
        for (const Polygon& polygon : shape) {
            set_.ring_vertices += static_cast<long long>(polygon.shell.size());
            for (const Ring& hole : polygon.holes) {
                set_.ring_vertices += static_cast<long long>(hole.size());
            }
        }
        return shape;
    }

    /// Whose geometry it is, and what to try.
    [[nodiscard]] Text advised(const std::string& who, const Text& what) const {
        const std::string source = database_ ? shown_ : file_.filename().string();
        return {fmt::format("{}: {}。{} のこの図形を直すか、取得し直す", who, what.ja, source),
                fmt::format("{}: {}. correct this geometry in {}, or get it again", who, what.en,
                            source)};
    }

    void note_outside(OGRGeometryH geometry, const std::string& who) {
        if (outside_++ == 0) {
            OGREnvelope box;
            OGR_G_GetEnvelope(geometry, &box);
            first_outside_ = {who, fmt::format("{:.7g} {:.7g} – {:.7g} {:.7g}", box.MinX, box.MinY,
                                               box.MaxX, box.MaxY)};
        }
    }

    void add(Severity severity, const std::string& code, long long id, const Text& what) {
        set_.findings.push_back({severity, code, fmt::format("{}:{}", set_.layer, id), what});
    }

    void read_own() {
        set_.areas_stored = true;
        const OwnFields at = own_fields(layer_);
        if (!options_.geometry) {
            const char* ignored[] = {"OGR_GEOMETRY", "prefecture", "prefecture_en", nullptr};
            OGR_L_SetIgnoredFields(layer_, ignored);
        }
        const auto stored = database_ ? stored_metadata(*database_, set_.layer)
                                      : std::map<std::string, std::string>();
        const auto stated = [&](const char* name, const std::string& otherwise) {
            if (database_) {
                return stored.contains(name) ? stored.at(name) : otherwise;
            }
            const char* value = GDALGetMetadataItem(data_, name, nullptr);
            return value != nullptr ? std::string(value) : otherwise;
        };
        set_.catalogue.edition = stated("EDITION", set_.layer);
        set_.catalogue.source = stated("SOURCE", "");
        set_.catalogue.licence = stated("LICENCE", "");
        struct Row {
            Municipality body;
            MultiPolygon shape;
        };
        std::vector<Row> rows;
        while (const Feature feature = next()) {
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
                refuse_boundary_file(where_,
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
        body.code = text(feature, at.code);
        body.name_ja = text(feature, at.name);
        body.name_kana = text(feature, at.name_kana);
        body.name_en = text(feature, at.name_en);
        body.counted = OGR_F_GetFieldAsInteger(feature, at.counted) != 0;
        body.area_km2 = OGR_F_GetFieldAsDouble(feature, at.area_km2);
        const std::optional<BodyKind> kind = find_body_kind(text(feature, at.kind));
        const std::optional<int> prefecture = find_prefecture(text(feature, at.prefecture_code));
        if (!kind || !prefecture || body.code.size() != 5 || !(body.area_km2 >= 0)) {
            const std::string row = fmt::format("code={} prefecture_code={} kind={} area_km2={}",
                                                body.code, text(feature, at.prefecture_code),
                                                text(feature, at.kind), body.area_km2);
            refuse_boundary_file(fmt::format("{}:{}", where_, OGR_F_GetFID(feature)),
                                 {"値が正しくない: " + row, "a value is wrong: " + row},
                                 {"配布された municipalities.gpkg に戻す",
                                  "go back to the municipalities.gpkg as distributed"});
        }
        body.kind = *kind;
        body.prefecture = *prefecture;
        return body;
    }

    void read_n03() {
        const N03Fields at = n03_fields(layer_);
        const long long stated =
            set_.format == "FlatGeobuf" ? OGR_L_GetFeatureCount(layer_, FALSE) : -1;
        std::vector<N03Feature> features;
        while (const Feature feature = next()) {
            OGRFeatureH f = feature.get();
            features.push_back({OGR_F_GetFID(f),
                                text(f, at.prefecture),
                                text(f, at.county),
                                text(f, at.name),
                                text(f, at.ward),
                                text(f, at.code),
                                {}});
            features.back().shape = shape(f, code_and_name(features.back()));
            ++set_.features;
        }
        refuse_if_empty();
        if (database_) {  // which keeps no order of its own
            std::stable_sort(features.begin(), features.end(),
                             [](const N03Feature& a, const N03Feature& b) { return a.id < b.id; });
        }
        if (stated > 0 && set_.features != stated) {
            refuse_boundary_file(
                where_,
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
            refuse_boundary_file(where_, {"地物が一つもない", "it holds no features"},
                                 {"ファイルを取得し直す", "get the file again"});
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
            where_,
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
    gdal::Messages messages_;
    std::string shown_;  ///< the file or the address, for messages
    gdal::Dataset dataset_;
    std::unique_ptr<Database> database_;
    GDALDatasetH data_ = nullptr;  ///< of the one or the other
    OGRLayerH layer_ = nullptr;
    std::string where_;
    long long expected_ = -1;      ///< features, for the progress; not asked yet
    long long with_geometry_ = 0;  ///< features
    long long outside_ = 0;        ///< of these, with nothing inside the sensible box
    std::pair<std::string, std::string> first_outside_;  ///< code and name; its box
    BoundarySet set_;
};

}  // namespace

BoundarySet read_boundaries(const std::filesystem::path& file, const BoundaryReadOptions& options) {
    return Reading(file, options).run();
}

}  // namespace miraimap
