// SPDX-License-Identifier: MIT
#include "geo/io/boundary_writer.hpp"

#include <fmt/format.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <cassert>

#include "geo/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/gdal_dataset.hpp"
#include "geo/io/gdal_memory.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap {
namespace {

[[noreturn]] void fail(const std::filesystem::path& file, const std::string& why) {
    throw Error(ErrorKind::output, file.string(),
                {"書き込めない（" + why + "）", "cannot be written (" + why + ")"},
                {"フォルダーがあること、書き込み権限と空き容量を確かめる",
                 "check that the folder exists and can be written, and the free space"});
}

struct GeometryDeleter {
    void operator()(void* geometry) const { OGR_G_DestroyGeometry(geometry); }
};
using Geometry = std::unique_ptr<void, GeometryDeleter>;

struct FeatureDeleter {
    void operator()(void* feature) const { OGR_F_Destroy(feature); }
};
using Feature = std::unique_ptr<void, FeatureDeleter>;

struct SrsDeleter {
    void operator()(void* srs) const { OSRRelease(srs); }
};
using Srs = std::unique_ptr<void, SrsDeleter>;

void add_ring(OGRGeometryH polygon, const Ring& ring) {
    OGRGeometryH line = OGR_G_CreateGeometry(wkbLinearRing);
    OGR_G_SetPointCount(line, static_cast<int>(ring.size() + 1));
    for (std::size_t i = 0; i <= ring.size(); ++i) {
        const LonLat p = ring[i % ring.size()];
        OGR_G_SetPoint_2D(line, static_cast<int>(i), p.lon, p.lat);
    }
    OGR_G_AddGeometryDirectly(polygon, line);
}

Geometry to_ogr(const MultiPolygon& shape) {
    Geometry all(OGR_G_CreateGeometry(wkbMultiPolygon));
    for (const Polygon& polygon : shape) {
        OGRGeometryH part = OGR_G_CreateGeometry(wkbPolygon);
        add_ring(part, polygon.shell);
        for (const Ring& hole : polygon.holes) {
            add_ring(part, hole);
        }
        OGR_G_AddGeometryDirectly(all.get(), part);
    }
    return all;
}

OGRLayerH create_layer(GDALDatasetH dataset, const std::filesystem::path& file) {
    const Srs srs(OSRNewSpatialReference(nullptr));
    if (OSRImportFromEPSG(srs.get(), 6668) != OGRERR_NONE) {
        fail(file, "EPSG:6668");
    }
    const char* const options[] = {"SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom", nullptr};
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, "municipalities", srs.get(), wkbMultiPolygon,
                                             const_cast<char**>(options));
    if (layer == nullptr) {
        return nullptr;
    }
    for (const char* name : {"code", "prefecture_code", "prefecture", "prefecture_en", "name",
                             "name_kana", "name_en", "kind", "counted", "area_km2"}) {
        const std::string_view field = name;
        const auto type = field == "counted"    ? OFTInteger
                          : field == "area_km2" ? OFTReal
                                                : OFTString;
        OGRFieldDefnH definition = OGR_Fld_Create(name, type);
        if (field == "counted") {
            OGR_Fld_SetSubType(definition, OFSTBoolean);
        }
        OGR_L_CreateField(layer, definition, TRUE);
        OGR_Fld_Destroy(definition);
    }
    return layer;
}

bool write_feature(OGRLayerH layer, const Municipality& body, const MultiPolygon& shape) {
    const Prefecture& prefecture = prefectures().at(static_cast<std::size_t>(body.prefecture) - 1);
    const Feature feature(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
    const std::string texts[] = {
        body.code,    prefecture.code, prefecture.name.ja, prefecture.name.en,
        body.name_ja, body.name_kana,  body.name_en,       std::string(key_of(body.kind))};
    int field = 0;
    for (const std::string& text : texts) {
        OGR_F_SetFieldString(feature.get(), field++, text.c_str());
    }
    OGR_F_SetFieldInteger(feature.get(), field++, body.counted ? 1 : 0);
    OGR_F_SetFieldDouble(feature.get(), field, body.area_km2);
    OGR_F_SetGeometryDirectly(feature.get(), to_ogr(shape).release());
    return OGR_L_CreateFeature(layer, feature.get()) == OGRERR_NONE;
}

void encode(const std::filesystem::path& file, const Catalogue& catalogue, const Mosaic& mosaic,
            const BoundaryOrigin& origin, const gdal::Messages& messages) {
    GDALDriverH driver = GDALGetDriverByName("GPKG");
    const char* const options[] = {"VERSION=1.3", "ADD_GPKG_OGR_CONTENTS=NO", nullptr};
    gdal::Dataset dataset(
        GDALCreate(driver, file.c_str(), 0, 0, 0, GDT_Unknown, const_cast<char**>(options)));
    if (!dataset) {
        fail(file, messages.first());
    }
    GDALSetMetadataItem(dataset.get(), "EDITION", catalogue.edition.c_str(), nullptr);
    GDALSetMetadataItem(dataset.get(), "SOURCE", origin.source.c_str(), nullptr);
    GDALSetMetadataItem(dataset.get(), "LICENCE", origin.licence.c_str(), nullptr);
    OGRLayerH layer = create_layer(dataset.get(), file);
    bool good = layer != nullptr && OGR_L_StartTransaction(layer) == OGRERR_NONE;
    for (std::size_t i = 0; good && i < mosaic.shapes.size(); ++i) {
        good = write_feature(layer, catalogue.municipalities[i], mosaic.shapes[i]);
    }
    good = good && OGR_L_CommitTransaction(layer) == OGRERR_NONE;
    GDALFlushCache(dataset.get());
    // Everything of a municipality but its shape, so that a reader of names and areas need not walk
    // through the pages of all the shapes.
    for (const char* sql :
         {"CREATE INDEX municipalities_attributes ON municipalities(fid, code, prefecture_code, "
          "prefecture, prefecture_en, name, name_kana, name_en, kind, counted, area_km2)",
          "VACUUM"}) {
        OGRLayerH result = GDALDatasetExecuteSQL(dataset.get(), sql, nullptr, nullptr);
        if (result != nullptr) {
            GDALDatasetReleaseResultSet(dataset.get(), result);
        }
    }
    dataset.reset();
    if (!good || messages.failed()) {
        fail(file, messages.first());
    }
}

}  // namespace

void write_boundaries(const std::filesystem::path& file, const Catalogue& catalogue,
                      const Mosaic& mosaic, const BoundaryOrigin& origin) {
    assert(mosaic.shapes.size() == catalogue.municipalities.size());
    gdal::register_drivers();
    const gdal::Messages messages;
    const gdal::ConfigOption date("OGR_CURRENT_DATE", origin.date.c_str());
    const gdal::ConfigOption journal("OGR_SQLITE_JOURNAL", "MEMORY");
    const gdal::MemoryFolder folder;
    encode(folder / file.filename().string(), catalogue, mosaic, origin, messages);
    write_files(folder.take(file));
}

}  // namespace miraimap
