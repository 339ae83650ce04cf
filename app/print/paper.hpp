// SPDX-License-Identifier: MIT
// A scene on paper: PNG, SVG or PDF through Cairo and Pango, without a display.
//
// Promises: the same scene and options give the same bytes; the file appears whole or not at all.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>

#include "geo/finding.hpp"
#include "geo/text.hpp"
#include "shapes/map_scene.hpp"
#include "shapes/scene.hpp"

namespace miraimap {

struct PaperOptions {
    int width_px = 1600;  ///< whole picture with its words, at 96 px per inch
    int height_px = 1000;
    double scale = 1;  ///< PNG only: device pixels per px
    Lang lang = Lang::ja;
};

/// Size of text in the paper's Japanese font.
MeasureText paper_measure_text();

/// Space that the map itself gets on the paper (the rest is title, legend, notes).
/// @throws Error{usage} if the paper is too small for words and map, or too large to paint
std::pair<double, double> map_size_px(const PaperOptions& options);

/// Options of a scene that fits the paper: map size, language, text scale, the paper's own font.
SceneOptions paper_scene_options(const PaperOptions& options, Theme theme = Theme::light);

enum class PaperFormat : std::uint8_t { png, svg, pdf };

/// By the ending of a file name, in any case.
/// @throws Error{usage} naming the endings that are known
PaperFormat paper_format_of(const std::filesystem::path& file);

/// The whole file in memory. Vector files hold the map as shapes; PDF embeds its fonts, SVG holds
/// glyph outlines (Cairo's choice).
/// @throws Error{output} if Cairo cannot paint it
std::string paper_bytes(const Scene& scene, const PaperOptions& options, PaperFormat format);

/// Paints a scene (whose view has the size of map_size_px) by the ending of `file`.
/// @returns a warning if the paper's font is missing (the map is painted all the same)
/// @throws Error{usage} for an unknown ending or an impossible size, Error{output} if the file
///         cannot be written
Findings paint_paper(const Scene& scene, const PaperOptions& options,
                     const std::filesystem::path& file);

}  // namespace miraimap
