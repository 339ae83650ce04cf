// SPDX-License-Identifier: MIT
#include "geo/io/format_limits.hpp"

#include <fmt/format.h>

#include <cassert>
#include <set>

#include "geo/error.hpp"

namespace miraimap {
namespace {

constexpr std::size_t longest_name = 10;
const std::string ellipsis = "…";

void shorten_names(OutLayer& layer, Findings& findings) {
    std::string renamed;
    std::set<std::string> seen;
    for (OutField& field : layer.fields) {
        const std::string& name = field.short_name.empty() ? field.name : field.short_name;
        assert(name.size() <= longest_name && seen.insert(name).second);
        if (name != field.name) {
            renamed += (renamed.empty() ? "" : ", ") + field.name + "→" + name;
            field.name = name;
        }
    }
    if (!renamed.empty()) {
        findings.push_back({Severity::note,
                            "shapefile-names",
                            layer.name,
                            {"Shapefile の列名は 10 字まで: " + renamed,
                             "column names of a Shapefile have 10 characters: " + renamed}});
    }
}

void shorten_texts(OutLayer& layer, Findings& findings) {
    for (std::size_t i = 0; i < layer.fields.size(); ++i) {
        int cut = 0;
        for (OutFeature& feature : layer.features) {
            auto* text = std::get_if<std::string>(&feature.cells[i]);
            if (text != nullptr && text->size() > longest_dbf_text) {
                *text = shortened(*text, longest_dbf_text);
                ++cut;
            }
        }
        if (cut > 0) {
            findings.push_back(
                {Severity::warning,
                 "shapefile-text-cut",
                 layer.name + ":" + layer.fields[i].name,
                 {fmt::format("{} 件の文字列を {} バイトに切り、末尾に … を付けた。"
                              "切らずに持ち出すには .gpkg か .csv にする",
                              cut, longest_dbf_text),
                  fmt::format("{} texts were cut to {} bytes and end in …; use .gpkg or .csv to "
                              "keep them whole",
                              cut, longest_dbf_text)}});
        }
    }
}

}  // namespace

std::string shortened(const std::string& text, std::size_t bytes) {
    assert(bytes >= ellipsis.size());
    if (text.size() <= bytes) {
        return text;
    }
    std::size_t end = bytes - ellipsis.size();
    const std::size_t item = text.substr(0, end).rfind(';');
    if (item != std::string::npos) {
        return text.substr(0, item + 1) + ellipsis;
    }
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
        --end;
    }
    return text.substr(0, end) + ellipsis;
}

OutLayer fit_for_shapefile(OutLayer layer, Findings& findings) {
    shorten_names(layer, findings);
    shorten_texts(layer, findings);
    if (layer.kind == GeometryKind::none) {
        findings.push_back({Severity::note,
                            "shapefile-without-shapes",
                            layer.name,
                            {"図形のない表なので、.shp の図形は空",
                             "a table without geometry: the shapes of its .shp are empty"}});
    }
    return layer;
}

OutLayer fit_for_flatgeobuf(OutLayer layer, Findings& findings) {
    if (layer.kind == GeometryKind::none) {
        throw Error(ErrorKind::usage, "--layer",
                    {"FlatGeobuf は図形のない表 " + layer.name + " を持てない",
                     "FlatGeobuf cannot hold the table " + layer.name + ", which has no geometry"},
                    {".csv か .gpkg にする", "write .csv or .gpkg"});
    }
    std::string without;
    std::erase_if(layer.features, [&](const OutFeature& feature) {
        const bool empty =
            feature.points.empty() && (feature.shape == nullptr || feature.shape->empty());
        const auto* id = std::get_if<std::string>(&feature.cells.front());
        if (empty) {
            without += (without.empty() ? "" : ", ") + (id != nullptr ? *id : std::string("?"));
        }
        return empty;
    });
    if (!without.empty()) {
        findings.push_back({Severity::warning,
                            "feature-without-geometry",
                            layer.name,
                            {"位置のない " + without +
                                 " は FlatGeobuf に入らない。"
                                 "すべて持ち出すには .gpkg か .geojson にする",
                             without + " has no place and is left out, because FlatGeobuf cannot "
                                       "hold it; use .gpkg or .geojson to keep all"}});
    }
    return layer;
}

}  // namespace miraimap
