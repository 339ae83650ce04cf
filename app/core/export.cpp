// SPDX-License-Identifier: MIT
#include "app/core/export.hpp"

#include <algorithm>

#include "app/core/export_csv.hpp"
#include "app/core/export_layers.hpp"
#include "app/core/export_metadata.hpp"
#include "app/core/layer_styles.hpp"
#include "geo/error.hpp"
#include "geo/io/csv.hpp"
#include "geo/io/vector_writer.hpp"

namespace miraimap {
namespace fs = std::filesystem;

namespace {

std::optional<VectorFormat> format_of(const std::string& ending) {
    if (ending == ".gpkg") {
        return VectorFormat::geopackage;
    }
    if (ending == ".geojson" || ending == ".json") {
        return VectorFormat::geojson;
    }
    if (ending == ".fgb") {
        return VectorFormat::flatgeobuf;
    }
    if (ending == ".shp") {
        return VectorFormat::shapefile;
    }
    return std::nullopt;
}

}  // namespace

EncodedLayers encode_export(const Snapshot& snapshot, const fs::path& file,
                            const ExportOptions& options, Progress* progress) {
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const std::optional<VectorFormat> format = format_of(ending);
    if (!format && ending != ".csv") {
        throw Error(ErrorKind::usage, file.string(),
                    {"知らない拡張子「" + ending + "」", "unknown file ending '" + ending + "'"},
                    {".gpkg .geojson .fgb .csv .shp のどれかにする",
                     "use one of .gpkg .geojson .fgb .csv .shp"});
    }
    if (std::find(ExportLayers::names().begin(), ExportLayers::names().end(), options.layer) ==
        ExportLayers::names().end()) {
        throw Error(
            ErrorKind::usage, "--layer",
            {"知らないレイヤー「" + options.layer + "」", "unknown layer '" + options.layer + "'"},
            {join_list(ExportLayers::names()), join_list(ExportLayers::names())});
    }
    if (options.for_excel && format) {
        throw Error(ErrorKind::usage, "--for-excel",
                    {"「" + ending + "」には使えない", "it does not go with '" + ending + "'"},
                    {"出力を .csv にする", "write a .csv"});
    }
    if (!options.view.empty() && format != VectorFormat::geopackage) {
        throw Error(ErrorKind::usage, "--view",
                    {"「" + ending + "」には使えない", "it does not go with '" + ending + "'"},
                    {"出力を .gpkg にする", "write a .gpkg"});
    }
    ExportLayers layers(snapshot);
    const auto made_layers = [progress](std::size_t done, std::size_t all) {
        if (progress != nullptr) {
            progress->at(WorkStep::layers, done, all);
        }
    };
    made_layers(0, 1);
    if (!format) {
        EncodedLayers encoded;
        encoded.files.push_back(
            {file, csv_of(layers.make(options.layer), options.for_excel, encoded.findings)});
        return encoded;
    }
    std::vector<OutLayer> made;
    if (*format == VectorFormat::geopackage) {
        for (const std::string& name : ExportLayers::names()) {
            made.push_back(layers.make(name));
            made_layers(made.size(), ExportLayers::names().size());
        }
        made.push_back(layer_styles(made));
    } else {
        made.push_back(layers.make(options.layer));
        made_layers(1, 1);
    }
    return encode_vector(
        file, *format, made,
        {options.epsg, export_metadata(snapshot, options.view), {selection_link()}}, progress);
}

}  // namespace miraimap
