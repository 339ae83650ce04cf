// SPDX-License-Identifier: MIT
// A scene on paper: PNG, SVG or PDF through Cairo and Pango, without a display.
//
// Promises: the same scene and options give the same bytes; the file appears whole or not at all.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <utility>

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
std::pair<double, double> map_size_px(const PaperOptions& options);

/// Paints a scene (whose view has the size of map_size_px) by the ending of `file`.
/// @throws Error{usage} for an unknown ending, Error{output} if it cannot be written
void paint_paper(const Scene& scene, const PaperOptions& options,
                 const std::filesystem::path& file);

}  // namespace miraimap
