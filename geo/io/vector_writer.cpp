// SPDX-License-Identifier: MIT
#include "geo/io/vector_writer.hpp"

#include <cpl_string.h>
#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <cassert>
#include <cstring>
#include <memory>
#include <optional>

#include "geo/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/gdal_dataset.hpp"

namespace miraimap {
namespace fs = std::filesystem;

namespace {

constexpr int home_epsg = 6668;  // JGD2011, geographic

template <auto Free>
struct Releases {
    template <typename T>
    void operator()(T* handle) const {
        Free(handle);
    }
};

using SrsHandle =
    std::unique_ptr<std::remove_pointer_t<OGRSpatialReferenceH>, Releases<OSRRelease>>;
using TransformHandle = std::unique_ptr<std::remove_pointer_t<OGRCoordinateTransformationH>,
                                        Releases<OCTDestroyCoordinateTransformation>>;
using FeatureHandle = std::unique_ptr<std::remove_pointer_t<OGRFeatureH>, Releases<OGR_F_Destroy>>;

[[noreturn]] void write_failed(const fs::path& file, const gdal::Messages& messages) {
    const std::string why = messages.first();
    throw Error(ErrorKind::output, file.string(),
                {"書き込みに失敗した（" + why + "）", "writing failed (" + why + ")"},
                {"空き容量と書き込み権限を確かめる", "check the free space and the permission"});
}

SrsHandle spatial_reference(int epsg) {
    const gdal::Messages messages;
    SrsHandle srs(OSRNewSpatialReference(nullptr));
    if (OSRImportFromEPSG(srs.get(), epsg) != OGRERR_NONE) {
        throw Error(
            ErrorKind::usage, "--crs",
            {fmt::format("EPSG:{} という座標参照系はない", epsg),
             fmt::format("there is no CRS EPSG:{}", epsg)},
            {"例: 6668（JGD2011）、4326、3857、6677", "e.g. 6668 (JGD2011), 4326, 3857, 6677"});
    }
    OSRSetAxisMappingStrategy(srs.get(), OAMS_TRADITIONAL_GIS_ORDER);
    return srs;
}

// --- WKB, little endian, without another copy of the points ---

class Wkb {
public:
    void begin(std::uint32_t type, std::size_t parts) {
        bytes_.push_back(1);
        number(type);
        number(static_cast<std::uint32_t>(parts));
    }
    void number(std::uint32_t value) { append(&value, sizeof value); }
    void point(LonLat p) {
        append(&p.lon, sizeof p.lon);
        append(&p.lat, sizeof p.lat);
    }
    void single_point(LonLat p) {
        bytes_.push_back(1);
        number(wkbPoint);
        point(p);
    }
    void ring(const Ring& ring) {
        number(static_cast<std::uint32_t>(ring.empty() ? 0 : ring.size() + 1));
        if (!ring.empty()) {
            append(ring.data(), ring.size() * sizeof(LonLat));
            point(ring.front());
        }
    }
    [[nodiscard]] OGRGeometryH geometry() const {
        OGRGeometryH made = nullptr;
        OGR_G_CreateFromWkb(bytes_.data(), nullptr, &made, static_cast<int>(bytes_.size()));
        return made;
    }

private:
    void append(const void* data, std::size_t size) {
        const auto* from = static_cast<const std::uint8_t*>(data);
        bytes_.insert(bytes_.end(), from, from + size);
    }
    std::vector<std::uint8_t> bytes_;
};

OGRGeometryH geometry_of(const OutLayer& layer, const OutFeature& feature) {
    Wkb wkb;
    if (layer.kind == GeometryKind::multi_polygon && feature.shape != nullptr) {
        wkb.begin(wkbMultiPolygon, feature.shape->size());
        for (const Polygon& polygon : *feature.shape) {
            wkb.begin(wkbPolygon, polygon.holes.size() + 1);
            wkb.ring(polygon.shell);
            for (const Ring& hole : polygon.holes) {
                wkb.ring(hole);
            }
        }
        return wkb.geometry();
    }
    if (layer.kind == GeometryKind::multi_point) {
        wkb.begin(wkbMultiPoint, feature.points.size());
        for (const LonLat p : feature.points) {
            wkb.single_point(p);
        }
        return wkb.geometry();
    }
    return nullptr;
}

class Writer {
public:
    Writer(const fs::path& target, const fs::path& written, VectorFormat format,
           const VectorOptions& options)
        : target_(target), written_(written), format_(format), options_(options) {
        if (format == VectorFormat::geojson) {
            options_.epsg = home_epsg;  // RFC 7946: longitude and latitude only
        }
        srs_ = spatial_reference(options_.epsg);
        if (options_.epsg != home_epsg) {
            const SrsHandle home = spatial_reference(home_epsg);
            transform_.reset(OCTNewCoordinateTransformation(home.get(), srs_.get()));
            if (!transform_) {
                throw Error(ErrorKind::usage, "--crs",
                            {fmt::format("EPSG:{} へ変換できない", options_.epsg),
                             fmt::format("cannot transform to EPSG:{}", options_.epsg)},
                            {"日本を含む座標参照系を選ぶ", "choose a CRS that holds Japan"});
            }
        }
    }

    void write(const std::vector<OutLayer>& layers) {
        static constexpr const char* drivers[] = {"GPKG", "GeoJSON", "FlatGeobuf",
                                                  "ESRI Shapefile"};
        GDALDriverH driver = GDALGetDriverByName(drivers[static_cast<int>(format_)]);
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
            write_layer(data.get(), layer);
        }
        const bool good = !transaction || GDALDatasetCommitTransaction(data.get()) == OGRERR_NONE;
        data.reset();  // closing writes what is still buffered
        if (!good || messages_.failed()) {
            write_failed(target_, messages_);
        }
    }

private:
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
                return {"ENCODING=UTF-8"};
        }
        return {};
    }

    OGRLayerH create_layer(GDALDatasetH data, const OutLayer& layer) {
        char** options = nullptr;
        for (const std::string& option : layer_options(layer)) {
            options = CSLAddString(options, option.c_str());
        }
        const OGRwkbGeometryType type = layer.kind == GeometryKind::multi_polygon ? wkbMultiPolygon
                                        : layer.kind == GeometryKind::multi_point ? wkbMultiPoint
                                                                                  : wkbNone;
        OGRLayerH out = GDALDatasetCreateLayer(
            data, layer.name.c_str(), type == wkbNone ? nullptr : srs_.get(), type, options);
        CSLDestroy(options);
        if (out == nullptr) {
            write_failed(target_, messages_);
        }
        for (const OutField& field : layer.fields) {
            add_field(out, field);
        }
        return out;
    }

    void add_field(OGRLayerH out, const OutField& field) const {
        const bool shapefile = format_ == VectorFormat::shapefile;
        const std::string& name =
            shapefile && !field.short_name.empty() ? field.short_name : field.name;
        const OGRFieldType type = field.type == FieldType::text        ? OFTString
                                  : field.type == FieldType::real      ? OFTReal
                                  : field.type == FieldType::date_time ? OFTDateTime
                                                                       : OFTInteger;
        OGRFieldDefnH definition = OGR_Fld_Create(name.c_str(), type);
        if (field.type == FieldType::boolean && !shapefile) {
            OGR_Fld_SetSubType(definition, OFSTBoolean);
        }
        if (shapefile && field.type == FieldType::text) {
            constexpr int longest_dbf_text = 254;
            OGR_Fld_SetWidth(definition, longest_dbf_text);
        }
        if (shapefile && field.type == FieldType::real) {
            OGR_Fld_SetWidth(definition, 24);
            OGR_Fld_SetPrecision(definition, 9);
        }
#if GDAL_VERSION_NUM >= GDAL_COMPUTE_VERSION(3, 2, 0)
        if (!field.alias.ja.empty()) {
            OGR_Fld_SetAlternativeName(definition, field.alias.ja.c_str());
        }
#endif
        const OGRErr problem = OGR_L_CreateField(out, definition, TRUE);
        OGR_Fld_Destroy(definition);
        if (problem != OGRERR_NONE) {
            write_failed(target_, messages_);
        }
    }

    void write_layer(GDALDatasetH data, const OutLayer& layer) {
        OGRLayerH out = create_layer(data, layer);
        OGRFeatureDefnH definition = OGR_L_GetLayerDefn(out);
        for (const OutFeature& feature : layer.features) {
            assert(feature.cells.size() == layer.fields.size());
            const FeatureHandle made(OGR_F_Create(definition));
            for (std::size_t i = 0; i < feature.cells.size(); ++i) {
                set_cell(made.get(), static_cast<int>(i), feature.cells[i]);
            }
            OGRGeometryH geometry = geometry_of(layer, feature);
            if (geometry != nullptr) {
                place(layer, geometry);
                OGR_F_SetGeometryDirectly(made.get(), geometry);
            }
            if (OGR_L_CreateFeature(out, made.get()) != OGRERR_NONE) {
                write_failed(target_, messages_);
            }
        }
    }

    void place(const OutLayer& layer, OGRGeometryH geometry) {
        if (!transform_) {
            return;
        }
        if (OGR_G_Transform(geometry, transform_.get()) != OGRERR_NONE) {
            OGR_G_DestroyGeometry(geometry);
            throw Error(
                ErrorKind::usage, "--crs",
                {fmt::format("EPSG:{} はレイヤー {} の範囲を表せない", options_.epsg, layer.name),
                 fmt::format("EPSG:{} cannot hold layer {}", options_.epsg, layer.name)},
                {"日本を含む座標参照系を選ぶ", "choose a CRS that holds Japan"});
        }
    }

    static void set_cell(OGRFeatureH feature, int index, const Cell& cell) {
        if (const auto* text = std::get_if<std::string>(&cell)) {
            OGR_F_SetFieldString(feature, index, text->c_str());
        } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
            OGR_F_SetFieldInteger64(feature, index, *number);
        } else if (const auto* real = std::get_if<double>(&cell)) {
            OGR_F_SetFieldDouble(feature, index, *real);
        } else {
            OGR_F_SetFieldNull(feature, index);
        }
    }

    gdal::Messages messages_;
    fs::path target_;
    fs::path written_;
    VectorFormat format_;
    VectorOptions options_;
    SrsHandle srs_;
    TransformHandle transform_;
};

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

/// A Shapefile is several files: written into a folder of its own, then moved one by one.
void write_shapefile(const fs::path& file, const std::vector<OutLayer>& layers,
                     const VectorOptions& options) {
    const AtomicFile probe(file);  // the checks of the target
    const fs::path folder = probe.temporary().string() + ".d";
    fs::create_directory(folder);
    const auto remove_folder = [](const fs::path* path) {
        std::error_code ignored;
        fs::remove_all(*path, ignored);
    };
    const std::unique_ptr<const fs::path, decltype(remove_folder)> cleanup(&folder, remove_folder);
    Writer(file, folder / file.filename(), VectorFormat::shapefile, options).write(layers);
    // The .shp goes last: while it is missing nobody opens the set.
    for (const char* ending : {".cpg", ".prj", ".dbf", ".shx", ".shp"}) {
        fs::path from = folder / file.filename();
        fs::path to = file;
        from.replace_extension(ending);
        to.replace_extension(ending);
        std::error_code problem;
        fs::rename(from, to, problem);
        if (problem && fs::exists(from)) {
            throw Error(ErrorKind::output, to.string(),
                        {"完成したファイルを置けない（" + problem.message() + "）",
                         "the finished file cannot be put in place (" + problem.message() + ")"});
        }
    }
}

}  // namespace

void write_vector(const fs::path& file, VectorFormat format, const std::vector<OutLayer>& layers,
                  const VectorOptions& options) {
    assert(format == VectorFormat::geopackage || layers.size() == 1);
    gdal::register_drivers();
    const gdal::ConfigOption date("OGR_CURRENT_DATE", file_date().c_str());
    const gdal::ConfigOption no_sync("OGR_SQLITE_SYNCHRONOUS", "OFF");
    const gdal::ConfigOption no_journal("OGR_SQLITE_JOURNAL", "OFF");
    if (format == VectorFormat::shapefile) {
        write_shapefile(file, layers, options);
        return;
    }
    AtomicFile out(file);
    Writer(file, out.temporary(), format, options).write(layers);
    out.commit();
}

}  // namespace miraimap
