// SPDX-License-Identifier: MIT
#include "app/gui/export_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "geo/io/database_address.hpp"

namespace miraimap::gui {
namespace fs = std::filesystem;

namespace {

struct Facts {
    OutputKind kind;
    std::string ending;
    std::string label;
};

const Facts& facts_of(ExportFormat format) {
    static const std::array<Facts, export_format_count> all{
        {{OutputKind::data, ".gpkg", "GeoPackage"},
         {OutputKind::data, ".geojson", "GeoJSON"},
         {OutputKind::data, ".fgb", "FlatGeobuf"},
         {OutputKind::data, ".shp", "Shapefile"},
         {OutputKind::data, ".csv", "CSV"},
         {OutputKind::picture, ".pdf", "PDF"},
         {OutputKind::picture, ".png", "PNG"},
         {OutputKind::picture, ".svg", "SVG"},
         {OutputKind::report, ".html", "HTML"}}};
    return all.at(static_cast<std::size_t>(format));
}

const char* verb_of(OutputKind kind) {
    return kind == OutputKind::data ? "export" : kind == OutputKind::picture ? "render" : "report";
}

std::string page_options(const ExportChoice& choice) {
    const bool png = choice.format == ExportFormat::png;
    if (choice.page == PageSize::pixels) {
        // The size that a picture has anyway goes without saying; a PDF would be a sheet.
        const ExportChoice usual;
        const bool said = choice.format == ExportFormat::pdf || choice.width_px != usual.width_px ||
                          choice.height_px != usual.height_px;
        return (said ? fmt::format(" --size {}x{}", choice.width_px, choice.height_px) : "") +
               (png ? fmt::format(" --scale {}", choice.scale) : "");
    }
    std::string words = choice.page == PageSize::a4 ? " --paper a4" : " --paper a3";
    words += choice.landscape ? "" : " --orientation portrait";
    words += png ? fmt::format(" --dpi {}", choice.dpi) : "";
    return words + (is_atlas(choice) ? " --atlas prefecture" : "");
}

/// Paths as any folder understands them.
Request with_absolute_paths(Request request) {
    for (fs::path* path : {&request.boundaries, &request.table, &request.source_text}) {
        if (!path->empty() && !is_database(path->string())) {
            *path = fs::absolute(*path);
        }
    }
    return request;
}

}  // namespace

OutputKind kind_of(ExportFormat format) { return facts_of(format).kind; }
const std::string& ending_of(ExportFormat format) { return facts_of(format).ending; }
const std::string& label_of(ExportFormat format) { return facts_of(format).label; }

const std::vector<ExportFormat>& formats_of(OutputKind kind) {
    static const std::array<std::vector<ExportFormat>, 3> formats = [] {
        std::array<std::vector<ExportFormat>, 3> all;
        for (int i = 0; i < export_format_count; ++i) {
            const auto format = static_cast<ExportFormat>(i);
            all.at(static_cast<std::size_t>(kind_of(format))).push_back(format);
        }
        return all;
    }();
    return formats.at(static_cast<std::size_t>(kind));
}

std::optional<ExportFormat> format_of(const fs::path& file) {
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".json") {
        return ExportFormat::geojson;
    }
    for (int i = 0; i < export_format_count; ++i) {
        if (ending == ending_of(static_cast<ExportFormat>(i))) {
            return static_cast<ExportFormat>(i);
        }
    }
    return std::nullopt;
}

fs::path with_ending(ExportFormat format, const fs::path& file) {
    if (!file.has_filename() || format_of(file) == format) {
        return file;
    }
    return file.string() + ending_of(format);
}

bool one_layer(ExportFormat format) {
    return kind_of(format) == OutputKind::data && format != ExportFormat::gpkg;
}

bool holds_layer(ExportFormat format, const std::string& layer) {
    return format != ExportFormat::fgb || layer != "selection_areas";
}

bool is_atlas(const ExportChoice& choice) {
    return choice.atlas && choice.format == ExportFormat::pdf && choice.page != PageSize::pixels;
}

std::string export_command(const ExportChoice& choice, const Session& session,
                           const std::string& view, const fs::path& file) {
    const OutputKind kind = kind_of(choice.format);
    std::string words =
        as_command_line(with_absolute_paths(session.request), verb_of(kind), file.string());
    if (kind == OutputKind::picture) {
        words += page_options(choice);
        words += session.window.theme == Theme::dark ? " --theme dark" : "";
    }
    if (one_layer(choice.format)) {
        words += " --layer " +
                 (holds_layer(choice.format, choice.layer) ? choice.layer : ExportChoice().layer);
    }
    words += choice.format == ExportFormat::csv && choice.for_excel ? " --for-excel" : "";
    if (choice.format == ExportFormat::gpkg && !view.empty()) {
        words += " --view=" + view;
    }
    if (session.own_data && !is_database(session.request.data.string())) {
        words += " --data " + shell_word(fs::absolute(session.request.data).string());
    }
    return words + (choice.manifest ? " --manifest" : "");
}

std::string copied_command(const std::string& words) { return "miraimap " + words; }

}  // namespace miraimap::gui
