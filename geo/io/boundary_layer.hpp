// SPDX-License-Identifier: MIT
// The one layer of a boundary file or database that holds municipalities, feature by feature.
//
// Promises: opened read-only with the one driver that the file's bytes call for (JSON with our own
// reader); no file appears beside it; texts come in UTF-8, geometries as our own polygons. What
// cannot be read throws Error{input} naming file, layer and feature. Does not: know what the fields
// mean beyond finding them, or leave geo/io.
#pragma once

#include <ogr_api.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "geo/finding.hpp"
#include "geo/io/database.hpp"
#include "geo/io/feature_geometry.hpp"
#include "geo/io/gdal_dataset.hpp"
#include "geo/io/json_layers.hpp"
#include "geo/progress.hpp"

namespace miraimap {

/// Positions of the fields of our own layer.
struct OwnFields {
    int code, prefecture_code, name, name_kana, name_en, kind, counted, area_km2;
    [[nodiscard]] bool complete() const;
};
OwnFields own_fields(OGRLayerH layer);

/// Positions of the fields of N03; the ward's own field is new in 2024.
struct N03Fields {
    int prefecture, county, name, ward, code;
    [[nodiscard]] bool complete() const;
};
N03Fields n03_fields(OGRLayerH layer);

class BoundaryLayer {
public:
    struct FeatureDeleter {
        void operator()(void* feature) const { OGR_F_Destroy(feature); }
    };
    using Feature = std::unique_ptr<void, FeatureDeleter>;

    /// Opens the file and chooses the layer.
    /// @param file  or the address of a database
    /// @param progress  told of bytes and features; may be null
    /// @param findings  `layers-several` if others would do too
    BoundaryLayer(const std::filesystem::path& file, Progress* progress, Findings& findings);

    [[nodiscard]] OGRLayerH get() const { return layer_; }
    [[nodiscard]] const std::string& name() const { return name_; }
    /// GDAL driver short name
    [[nodiscard]] const std::string& format() const { return format_; }
    /// "EPSG:6668" …, or "" where the file states none
    [[nodiscard]] const std::string& crs() const { return crs_; }
    /// File or address for messages, and the same with the layer.
    [[nodiscard]] const std::string& shown() const { return shown_; }
    [[nodiscard]] const std::string& where() const { return where_; }
    /// Null for a file.
    [[nodiscard]] Database* database() const { return database_.get(); }
    /// Metadata item of the dataset, or `otherwise`.
    [[nodiscard]] std::string stated(const char* item, const std::string& otherwise) const;

    /// The next feature; null at the end.
    /// @throws Error{input} if GDAL reports a fault that costs more than one geometry; Cancelled
    Feature next();
    /// A field in UTF-8 without blanks at its end; "" if it is not there or null.
    std::string text(OGRFeatureH feature, int field);
    /// Geometry of the feature that came last.
    FeatureShape shape(OGRFeatureH feature);

    /// @throws Error{input}: there is nothing in it
    [[noreturn]] static void refuse_without_features(const std::string& where);

private:
    void open(const std::filesystem::path& file);
    void open_json(const std::filesystem::path& file);
    void open_database(const std::filesystem::path& address);
    OGRLayerH choose(Findings& findings);
    OGRLayerH only_table(const std::vector<OGRLayerH>& fitting);
    void name_other_layers(const std::vector<OGRLayerH>& fitting, Findings& findings) const;
    [[noreturn]] void refuse_layers(int layers, const std::string& fields);
    [[noreturn]] void refuse_gdal(const std::string& where);
    [[nodiscard]] const gdal::Messages& messages() const;
    std::string from_cp932(const std::string& bytes, long long id);
    void tell_features();
    void tell(std::size_t done, std::size_t all);

    Progress* progress_;
    gdal::Messages messages_;
    std::string shown_;
    std::string where_;
    std::string format_;
    std::string name_;
    std::string crs_;
    gdal::Dataset dataset_;
    std::unique_ptr<Database> database_;
    std::unique_ptr<JsonLayers> json_;
    GDALDatasetH data_ = nullptr;  ///< of one of these
    OGRLayerH layer_ = nullptr;
    long long expected_ = -1;  ///< features, for the progress; not asked yet
    long long read_ = 0;       ///< features
    std::string unreadable_;   ///< why GDAL could not read the last feature's geometry
};

}  // namespace miraimap
