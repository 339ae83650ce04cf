// SPDX-License-Identifier: MIT
#include "app/core/export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/core/export_layers.hpp"
#include "app/core/layer_styles.hpp"
#include "geo/error.hpp"
#include "geo/io/atomic_file.hpp"
#include "geo/io/csv.hpp"
#include "geo/io/vector_writer.hpp"

namespace miraimap {
namespace fs = std::filesystem;

namespace {

std::vector<std::pair<std::string, std::string>> metadata_of(const Snapshot& snapshot) {
    const World& world = *snapshot.world;
    Request asked = snapshot.request;  // without folders of this machine
    asked.boundaries = asked.boundaries.filename();
    asked.source_text = asked.source_text.filename();
    nlohmann::json decisions = nlohmann::json::array();
    for (std::size_t i = 0; i < world.selections.size(); ++i) {
        for (const ResolvedPart& part : world.join.selections[i].parts) {
            if (part.match != Match::exact) {
                decisions.push_back({{"selection", world.selections[i].id},
                                     {"part", part.part},
                                     {"code", part.code},
                                     {"match", key_of(part.match)},
                                     {"reason", part.reason.ja}});
            }
        }
    }
    return {{"miraimap_version", MIRAIMAP_VERSION},
            {"miraimap_filter_words", in_words(snapshot.request.filter).ja},
            {"miraimap_command_line", as_command_line(asked, "export")},
            {"miraimap_boundaries", world.boundary_file + " " + world.catalogue.edition},
            {"miraimap_sources",
             "内閣府地方創生推進事務局「未来技術社会実装事業」資料（令和4年）をもとに作成"},
            {"miraimap_join_decisions", decisions.dump()}};
}

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

std::string csv_of(const OutLayer& layer) {
    std::string text;
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        text += (i == 0 ? "" : ",") + layer.fields[i].name;
    }
    text += "\n";
    for (const OutFeature& feature : layer.features) {
        for (std::size_t i = 0; i < feature.cells.size(); ++i) {
            text += i == 0 ? "" : ",";
            if (const auto* words = std::get_if<std::string>(&feature.cells[i])) {
                text += csv_cell(*words);
            } else if (const auto* number = std::get_if<std::int64_t>(&feature.cells[i])) {
                text += std::to_string(*number);
            } else if (const auto* real = std::get_if<double>(&feature.cells[i])) {
                text += fmt::format("{:.6f}", *real);
            }
        }
        text += "\n";
    }
    return text;
}

}  // namespace

void export_file(const Snapshot& snapshot, const fs::path& file, const ExportOptions& options) {
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
    ExportLayers layers(snapshot);
    if (!format) {
        write_file(file, csv_of(layers.make(options.layer)));
        return;
    }
    std::vector<OutLayer> made;
    if (*format == VectorFormat::geopackage) {
        for (const std::string& name : ExportLayers::names()) {
            made.push_back(layers.make(name));
        }
        made.push_back(layer_styles(made));
    } else {
        made.push_back(layers.make(options.layer));
    }
    write_vector(file, *format, made, {options.epsg, metadata_of(snapshot)});
}

}  // namespace miraimap
