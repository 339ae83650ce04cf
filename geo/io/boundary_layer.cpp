// SPDX-License-Identifier: MIT
#include "geo/io/boundary_layer.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "geo/io/boundary_crs.hpp"
#include "geo/io/boundary_file.hpp"
#include "geo/io/csv.hpp"
#include "geo/text_fold.hpp"

namespace miraimap {
namespace {

/// Percent of the reading of a JSON file after which only polygons are put together.
constexpr std::size_t json_share = 90;

int field(OGRLayerH layer, const char* name) {
    return OGR_FD_GetFieldIndex(OGR_L_GetLayerDefn(layer), name);
}

}  // namespace

bool OwnFields::complete() const {
    return std::min({code, prefecture_code, name, name_kana, name_en, kind, counted, area_km2}) >=
           0;
}

OwnFields own_fields(OGRLayerH layer) {
    return {field(layer, "code"),      field(layer, "prefecture_code"), field(layer, "name"),
            field(layer, "name_kana"), field(layer, "name_en"),         field(layer, "kind"),
            field(layer, "counted"),   field(layer, "area_km2")};
}

bool N03Fields::complete() const { return std::min({prefecture, county, name, code}) >= 0; }

N03Fields n03_fields(OGRLayerH layer) {
    return {field(layer, "N03_001"), field(layer, "N03_003"), field(layer, "N03_004"),
            field(layer, "N03_005"), field(layer, "N03_007")};
}

BoundaryLayer::BoundaryLayer(const std::filesystem::path& file, Progress* progress,
                             Findings& findings)
    : progress_(progress), shown_(file.string()) {
    if (is_database(shown_)) {
        open_database(file);
    } else {
        open(file);
    }
    layer_ = choose(findings);
    name_ = OGR_L_GetName(layer_);
    where_ = shown_ + ":" + name_;
    crs_ = accepted_crs(OGR_L_GetSpatialRef(layer_), where_);
}

std::string BoundaryLayer::stated(const char* item, const std::string& otherwise) const {
    const char* value = GDALGetMetadataItem(data_, item, nullptr);
    return value != nullptr ? std::string(value) : otherwise;
}

void BoundaryLayer::open(const std::filesystem::path& file) {
    format_ = identify_boundary_file(file);
    if (format_ == "GeoJSON") {
        open_json(file);
        return;
    }
    std::vector<std::string> options;
    if (format_ == "GPKG") {
        // Read as it lies: no lock, and no -wal, -shm or -journal beside it.
        options = {"IMMUTABLE=YES", "LIST_ALL_TABLES=NO"};
    } else if (format_ == "ESRI Shapefile") {
        // The texts' bytes as they are: .dbf files of N03 are CP932, whatever they say.
        options = {"ENCODING="};
    }
    // An absolute path, so that no relative name can look like a connection string.
    dataset_ = gdal::open_read_only(std::filesystem::absolute(file), format_, options);
    if (!dataset_ || messages_.failed()) {
        refuse_gdal(shown_);
    }
    data_ = dataset_.get();
}

void BoundaryLayer::open_json(const std::filesystem::path& file) {
    json_ = std::make_unique<JsonLayers>(
        file, [this](std::size_t done, std::size_t all) { tell(done * json_share, all * 100); });
    format_ = json_->format();
    data_ = json_->attributes();
}

void BoundaryLayer::open_database(const std::filesystem::path& address) {
    format_ = "PostgreSQL";
    database_ = std::make_unique<Database>(address.string(), DatabaseUse::read);
    database_->need_postgis();
    shown_ = database_->address().shown();
    data_ = database_->get();
}

const gdal::Messages& BoundaryLayer::messages() const {
    return database_ ? database_->messages() : messages_;
}

void BoundaryLayer::refuse_gdal(const std::string& where) {
    if (database_) {
        database_->refuse_with_message(name_);
    }
    const std::string why = messages_.first();  // empty where GDAL gives no reason
    refuse_boundary_file(where,
                         {fmt::format("{} として読めない、または壊れている", format_) +
                              (why.empty() ? "" : "（" + why + "）"),
                          fmt::format("it cannot be read as {}, or is broken", format_) +
                              (why.empty() ? "" : " (" + why + ")")},
                         {"ファイルを取得し直すか、ogrinfo で確かめる",
                          "get the file again, or look at it with ogrinfo"});
}

OGRLayerH BoundaryLayer::choose(Findings& findings) {
    const int layers = GDALDatasetGetLayerCount(data_);
    std::string seen;
    long long features = 0;  // of the layers that do not fit
    std::vector<OGRLayerH> fitting;
    for (int i = 0; i < layers; ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(data_, i);
        if (own_fields(layer).complete() || n03_fields(layer).complete()) {
            fitting.push_back(layer);
            continue;
        }
        features += OGR_L_GetFeatureCount(layer, FALSE);
        OGRFeatureDefnH fields = OGR_L_GetLayerDefn(layer);
        for (int k = 0; k < OGR_FD_GetFieldCount(fields) && seen.size() < 300; ++k) {
            seen += (seen.empty() ? "" : ",");
            seen += OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(fields, k));
        }
    }
    if (fitting.empty()) {
        if (features == 0 && layers > 0 && !database_) {
            refuse_without_features(shown_);
        }
        refuse_layers(layers, seen);
    }
    if (database_) {
        return only_table(fitting);
    }
    if (fitting.size() > 1) {
        name_other_layers(fitting, findings);
    }
    return fitting.front();
}

void BoundaryLayer::refuse_layers(int layers, const std::string& fields) {
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
                     layers, fields),
         fmt::format("no layer has the fields N03_001 N03_003 N03_004 N03_007 "
                     "({} layers, fields: {})",
                     layers, fields)},
        {"国土数値情報 N03（行政区域データ）か miraimap の municipalities.gpkg を指定する",
         "name a file of N03 (administrative areas) or miraimap's municipalities.gpkg"});
}

void BoundaryLayer::refuse_without_features(const std::string& where) {
    refuse_boundary_file(where, {"地物が一つもない", "it holds no features"},
                         {"ファイルを取得し直す", "get the file again"});
}

// A file may hold several editions; which one is shown is said.
void BoundaryLayer::name_other_layers(const std::vector<OGRLayerH>& fitting,
                                      Findings& findings) const {
    const std::string used = OGR_L_GetName(fitting.front());
    std::string others;
    for (std::size_t i = 1; i < fitting.size(); ++i) {
        others += (others.empty() ? "" : ", ") + std::string(OGR_L_GetName(fitting[i]));
    }
    findings.push_back(
        {Severity::warning,
         "layers-several",
         shown_,
         {fmt::format("境界に使えるレイヤーがいくつもある。{} を使い、{} は使わない。"
                      "他を使うには ogr2ogr でそのレイヤーだけのファイルにする",
                      used, others),
          fmt::format("several layers could be meant: {} is used, {} not. for another, make a "
                      "file of that layer alone with ogr2ogr",
                      used, others)}});
}

// A database of several offices may hold several sets: none is picked in silence, unless one is the
// table that an export writes.
OGRLayerH BoundaryLayer::only_table(const std::vector<OGRLayerH>& fitting) {
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

BoundaryLayer::Feature BoundaryLayer::next() {
    tell_features();
    Feature feature(OGR_L_GetNextFeature(layer_));
    unreadable_.clear();
    if (messages().failed()) {
        // A GeoPackage row is there but for its geometry; elsewhere the file is broken. Before the
        // first row, or without one, only the layer is known.
        if (!feature || format_ != "GPKG") {
            refuse_gdal(feature ? fmt::format("{}:{}", where_, OGR_F_GetFID(feature.get()))
                                : where_);
        }
        unreadable_ = messages_.first();
        messages_.clear();
    }
    read_ += feature ? 1 : 0;
    return feature;
}

void BoundaryLayer::tell_features() {
    if (expected_ < 0) {
        expected_ = std::max(0LL, static_cast<long long>(OGR_L_GetFeatureCount(layer_, FALSE)));
    }
    const auto all = static_cast<std::size_t>(expected_);
    const auto done = static_cast<std::size_t>(read_);
    if (json_) {
        tell(all * json_share + done * (100 - json_share), all * 100);
    } else {
        tell(done, all);
    }
}

void BoundaryLayer::tell(std::size_t done, std::size_t all) {
    if (progress_ != nullptr) {
        progress_->at(WorkStep::reading, done, all);
    }
}

std::string BoundaryLayer::text(OGRFeatureH feature, int field) {
    if (field < 0 || OGR_F_IsFieldSetAndNotNull(feature, field) == 0) {
        return {};
    }
    std::string value = OGR_F_GetFieldAsString(feature, field);
    if (!is_utf8(value)) {
        value = from_cp932(value, OGR_F_GetFID(feature));
    }
    return std::string(trim(value));
}

std::string BoundaryLayer::from_cp932(const std::string& bytes, long long id) {
    char* recoded = CPLRecode(bytes.c_str(), "CP932", CPL_ENC_UTF8);
    std::string value = recoded;
    CPLFree(recoded);
    if (!is_utf8(value) || messages_.failed() || !messages_.warnings().empty()) {
        refuse_boundary_file(
            fmt::format("{}:{}", where_, id),
            {"文字が UTF-8 でも CP932 でもない", "a text is neither UTF-8 nor CP932"},
            {"UTF-8 の GeoPackage に変換する", "convert the file to a GeoPackage in UTF-8"});
    }
    return value;
}

FeatureShape BoundaryLayer::shape(OGRFeatureH feature) {
    if (json_) {
        return json_->take(name_, OGR_F_GetFID(feature));
    }
    FeatureShape shape = to_shape(OGR_F_GetGeometryRef(feature));
    if (!unreadable_.empty()) {
        shape.problems = {{"geometry-unreadable",
                           {"図形が壊れていて読めない（" + unreadable_ + "）",
                            "its geometry is broken and cannot be read (" + unreadable_ + ")"}}};
    }
    return shape;
}

}  // namespace miraimap
