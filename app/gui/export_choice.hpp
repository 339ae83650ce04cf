// SPDX-License-Identifier: MIT
// What the export dialog chooses: a format with its options, as the words of a command line.
//
// Promises: the words are all there is; the window carries out the order that they place
// (app/cli/output_verbs.hpp), so a copied command makes the same bytes. No Dear ImGui, no files.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/core/session.hpp"
#include "app/print/output.hpp"

namespace miraimap::gui {

enum class ExportFormat : std::uint8_t { gpkg, geojson, fgb, shp, csv, pdf, png, svg, html };
inline constexpr int export_format_count = 9;

OutputKind kind_of(ExportFormat format);
/// ".gpkg" …
const std::string& ending_of(ExportFormat format);
/// "GeoPackage" …, in every language.
const std::string& label_of(ExportFormat format);
/// The formats of a kind, in their order.
const std::vector<ExportFormat>& formats_of(OutputKind kind);
/// By the ending of a file's name, in any case; empty if it is none of them.
std::optional<ExportFormat> format_of(const std::filesystem::path& file);
/// The file with the ending of a format: as it is if it has one already, else with one more.
std::filesystem::path with_ending(ExportFormat format, const std::filesystem::path& file);

enum class PageSize : std::uint8_t { a4, a3, pixels };

/// All of the dialog but the file's name. What does not go with the format is kept and not used.
struct ExportChoice {
    ExportFormat format = ExportFormat::gpkg;
    std::string layer = "municipalities";  ///< of the formats with one
    bool for_excel = false;
    PageSize page = PageSize::a4;
    bool landscape = true;
    int dpi = 200;        ///< of a PNG of paper
    int width_px = 1600;  ///< of PageSize::pixels
    int height_px = 1000;
    int scale = 2;       ///< device pixels per px of such a PNG
    bool atlas = false;  ///< a page for each prefecture, in a PDF of paper
    bool manifest = false;
    friend bool operator==(const ExportChoice&, const ExportChoice&) = default;
};

/// True if the format holds one layer, which is to be chosen.
bool one_layer(ExportFormat format);
/// False for a table without places in a format that holds nothing else.
bool holds_layer(ExportFormat format, const std::string& layer);
/// True if the choice is a page for each prefecture.
bool is_atlas(const ExportChoice& choice);

/// The command line that makes the file, without the program's name.
/// @param session  what the window shows; its view is that of a picture
/// @param view  the part of the map that a GeoPackage remembers; "": none
std::string export_command(const ExportChoice& choice, const Session& session,
                           const std::string& view, const std::filesystem::path& file);

/// The same with the program's name, to be copied.
std::string copied_command(const std::string& words);

}  // namespace miraimap::gui
