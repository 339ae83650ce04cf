// SPDX-License-Identifier: MIT
#include "geo/io/vector_writer.hpp"

#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <algorithm>
#include <cassert>
#include <memory>

#include "geo/error.hpp"
#include "geo/io/format_limits.hpp"
#include "geo/io/gdal_dataset.hpp"
#include "geo/io/gdal_memory.hpp"
#include "geo/io/geopackage_tables.hpp"
#include "geo/io/layer_writer.hpp"
#include "geo/io/output_target.hpp"

namespace miraimap {
namespace fs = std::filesystem;

namespace {

constexpr int wgs84_epsg = 4326;

/// PROJ's own messages complain of notations in which a CRS cannot be stated. GDAL then states it
/// in another, and whether it did is seen in what was written.
bool is_about_notation(const std::string& message) { return message.starts_with("PROJ: "); }

bool has_failed(const gdal::Messages& messages) {
    const std::vector<std::string>& failures = messages.failures();
    return !std::all_of(failures.begin(), failures.end(), is_about_notation);
}

[[noreturn]] void write_failed(const fs::path& file, const gdal::Messages& messages) {
    const std::vector<std::string>& failures = messages.failures();
    const auto reason = std::find_if_not(failures.begin(), failures.end(), is_about_notation);
    const std::string why = reason != failures.end() ? *reason : messages.first();
    throw Error(ErrorKind::output, file.string(),
                {"書き込みに失敗した（" + why + "）", "writing failed (" + why + ")"},
                {"空き容量と書き込み権限を確かめる", "check the free space and the permission"});
}

/// Time stamp inside the file: SOURCE_DATE_EPOCH if set, else a fixed day, never "now".
std::string file_date() {
    const char* epoch = std::getenv("SOURCE_DATE_EPOCH");
    std::time_t seconds = epoch != nullptr ? static_cast<std::time_t>(std::atoll(epoch))
                                           : 1648771200;  // 2022-04-01, the date of the list
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

class Writer {
public:
    Writer(const fs::path& target, const fs::path& written, VectorFormat format,
           const VectorOptions& options, Progress* progress)
        : target_(target),
          written_(written),
          format_(format),
          options_(options),
          progress_(progress),
          crs_(options.epsg) {
        if (format == VectorFormat::geojson && options.epsg != home_epsg &&
            options.epsg != wgs84_epsg) {
            throw Error(ErrorKind::usage, "--crs",
                        {fmt::format("GeoJSON は経度・緯度だけで、EPSG:{} では書けない（RFC 7946）",
                                     options.epsg),
                         fmt::format("GeoJSON holds longitude and latitude only, not EPSG:{} "
                                     "(RFC 7946)",
                                     options.epsg)},
                        {"--crs を外すか、.gpkg .fgb .shp にする",
                         "leave --crs out, or write .gpkg, .fgb or .shp"});
        }
    }

    void write(const std::vector<OutLayer>& layers, Findings& findings) {
        findings.insert(findings.end(), crs_.findings().begin(), crs_.findings().end());
        GDALDriverH driver = GDALGetDriverByName(driver_name());
        assert(driver != nullptr);
        gdal::Dataset data(GDALCreate(driver, written_.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        if (!data) {
            write_failed(target_, messages_);
        }
        for (const auto& [name, value] : options_.metadata) {
            if (format_ == VectorFormat::geopackage) {
                GDALSetMetadataItem(data.get(), name.c_str(), value.c_str(), nullptr);
            }
        }
        const bool transaction = format_ == VectorFormat::geopackage &&
                                 GDALDatasetStartTransaction(data.get(), FALSE) == OGRERR_NONE;
        for (const OutLayer& layer : layers) {
            all_ += layer.features.size();
        }
        for (const OutLayer& layer : layers) {
            write_layer(data.get(), layer);
        }
        bool good = format_ != VectorFormat::geopackage ||
                    add_geopackage_tables(data.get(), layers, options_.relations);
        good = good && (!transaction || GDALDatasetCommitTransaction(data.get()) == OGRERR_NONE);
        data.reset();  // closing writes what is still buffered
        if (!good || has_failed(messages_)) {
            write_failed(target_, messages_);
        }
        if (messages_.failed()) {
            require_crs(messages_.first());
        }
    }

private:
    [[nodiscard]] const char* driver_name() const {
        static constexpr const char* drivers[] = {"GPKG", "GeoJSON", "FlatGeobuf",
                                                  "ESRI Shapefile"};
        return drivers[static_cast<int>(format_)];
    }

    /// What was written, still in memory only, must have the CRS that was asked for.
    /// @param why  it may have another, in GDAL's words
    void require_crs(const std::string& why) const {
        const gdal::Dataset made = gdal::open_read_only(written_, driver_name());
        const char* const options[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", nullptr};
        bool kept = made != nullptr;
        for (int i = 0; kept && i < GDALDatasetGetLayerCount(made.get()); ++i) {
            OGRLayerH layer = GDALDatasetGetLayer(made.get(), i);
            OGRSpatialReferenceH found = OGR_L_GetSpatialRef(layer);
            kept = OGR_L_GetGeomType(layer) == wkbNone ||
                   (found != nullptr && OSRIsSameEx(found, crs_.srs(), options) != 0);
        }
        if (!kept) {
            throw Error(ErrorKind::usage, "--crs",
                        {fmt::format("EPSG:{} は {} に正しく書けない（{}）", options_.epsg,
                                     driver_name(), why),
                         fmt::format("EPSG:{} cannot be stated faithfully in {} ({})",
                                     options_.epsg, driver_name(), why)},
                        {"ほかの座標系（例: 6668、3857）にするか、ほかの形式（.fgb .gpkg）にする",
                         "use another CRS (e.g. 6668, 3857) or another format (.fgb, .gpkg)"});
        }
    }

    [[nodiscard]] std::vector<std::string> layer_options(const OutLayer& layer) const {
        switch (format_) {
            case VectorFormat::geopackage:
                return {"GEOMETRY_NAME=geom", "FID=" + layer.key_name, "IDENTIFIER=" + layer.name,
                        "DESCRIPTION=" + layer.description.ja};
            case VectorFormat::geojson:
                return {"RFC7946=YES", "COORDINATE_PRECISION=7"};
            case VectorFormat::flatgeobuf:
                return {"SPATIAL_INDEX=YES"};
            case VectorFormat::shapefile:
                return {"ENCODING=UTF-8", "DBF_DATE_LAST_UPDATE=" + file_date().substr(0, 10)};
        }
        return {};
    }

    OGRLayerH create_layer(GDALDatasetH data, const OutLayer& layer) {
        char** options = nullptr;
        for (const std::string& option : layer_options(layer)) {
            options = CSLAddString(options, option.c_str());
        }
        const bool shapefile = format_ == VectorFormat::shapefile;
        OGRwkbGeometryType type = geometry_type(layer.kind);
        OGRSpatialReferenceH srs = type == wkbNone ? nullptr : crs_.srs();
        if (shapefile && type == wkbNone) {
            type = wkbMultiPoint;  // a .shp of empty shapes, so that the named file is there
        }
        OGRLayerH out = GDALDatasetCreateLayer(data, layer.name.c_str(), srs, type, options);
        CSLDestroy(options);
        if (out == nullptr) {
            write_failed(target_, messages_);
        }
        for (OutField field : layer.fields) {
            if (format_ == VectorFormat::geopackage) {
                field.alias = {};  // a newer GDAL would write it where add_geopackage_tables does
            }
            if (!add_field(out, field, field.name, shapefile ? longest_dbf_text : 0)) {
                write_failed(target_, messages_);
            }
        }
        return out;
    }

    void write_layer(GDALDatasetH data, const OutLayer& layer) {
        const auto written = [this] {
            if (progress_ != nullptr) {
                progress_->at(WorkStep::encoding, ++done_, all_);
            }
        };
        if (!write_features(create_layer(data, layer), layer, crs_, false, written)) {
            write_failed(target_, messages_);
        }
    }

    gdal::Messages messages_;
    fs::path target_;
    fs::path written_;
    VectorFormat format_;
    VectorOptions options_;
    Progress* progress_;
    std::size_t done_ = 0;  ///< features
    std::size_t all_ = 0;
    OutputCrs crs_;
};

}  // namespace

EncodedLayers encode_vector(const fs::path& file, VectorFormat format,
                            const std::vector<OutLayer>& layers, const VectorOptions& options,
                            Progress* progress) {
    assert(format == VectorFormat::geopackage || layers.size() == 1);
    gdal::register_drivers();
    const gdal::ConfigOption date("OGR_CURRENT_DATE", file_date().c_str());
    const gdal::ConfigOption no_sync("OGR_SQLITE_SYNCHRONOUS", "OFF");
    const gdal::ConfigOption no_journal("OGR_SQLITE_JOURNAL", "OFF");
    EncodedLayers encoded;
    Findings& findings = encoded.findings;
    const gdal::MemoryFolder folder;
    Writer writer(file, folder / file.filename().string(), format, options, progress);
    if (format == VectorFormat::shapefile) {
        writer.write({fit_for_shapefile(layers.front(), findings)}, findings);
    } else if (format == VectorFormat::flatgeobuf) {
        writer.write({fit_for_flatgeobuf(layers.front(), findings)}, findings);
    } else {
        writer.write(layers, findings);
    }
    encoded.files = folder.take(file);
    for (const fs::path& part : files_of(file)) {
        const bool written = std::any_of(encoded.files.begin(), encoded.files.end(),
                                         [&](const OutputFile& made) { return made.path == part; });
        if (!written) {
            encoded.stale.push_back(part);  // an older .prj does not go with a table
        }
    }
    return encoded;
}

}  // namespace miraimap
