// SPDX-License-Identifier: MIT
// A scene on paper: PNG, SVG or PDF through Cairo and Pango, without a display.
//
// Promises: the same scene and options give the same bytes. Does not: write files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "geo/progress.hpp"
#include "geo/text.hpp"
#include "shapes/map_scene.hpp"
#include "shapes/scene.hpp"

namespace miraimap {

/// What a picture may measure; a sheet of paper is held to it too.
struct PaperLimits {
    static constexpr int least_px = 320;  ///< width and height
    static constexpr int most_px = 20000;
    static constexpr double least_scale = 0.25;
    static constexpr double most_scale = 16;
    static constexpr double most_pixels = 250e6;  ///< in all, scaled
    /// These in words, as what to do instead.
    static Text advice();
};

enum class PaperSize : std::uint8_t { a4, a3 };

struct PaperOptions {
    double width_px = 1600;  ///< whole picture with its words, at 96 px per inch
    double height_px = 1000;
    double scale = 1;  ///< PNG only: device pixels per px
    Lang lang = Lang::ja;
    /// A sheet of paper: margins that printers can print, type of at least 7 pt, the scale as 1:n,
    /// and files that state their size in millimetres.
    bool sheet = false;
};

/// A whole sheet of paper.
/// @param dpi  of a PNG
PaperOptions sheet_of(PaperSize size, bool landscape, double dpi, Lang lang);

/// Size of text in the paper's Japanese font.
MeasureText paper_measure_text();

/// Makes a scene for the given map size, text scale and labels.
using MakeScene = std::function<Scene(const SceneOptions&)>;

/// The scene that fits the paper: its words are laid out first, the map gets the rest.
/// @param make  called for the words alone first, then for the finished map
/// @throws Error{usage} if the paper is too small for words and map, or too large to paint
Scene make_paper_scene(const PaperOptions& options, Theme theme, const MakeScene& make);

enum class PaperFormat : std::uint8_t { png, svg, pdf };

/// By the ending of a file name, in any case.
/// @throws Error{usage} naming the endings that are known
PaperFormat paper_format_of(const std::filesystem::path& file);

/// The whole file in memory. Vector files hold the map as shapes and words as text: PDF embeds its
/// fonts, SVG names them.
/// @param scene  of make_paper_scene with the same options
/// @throws Error{output} if Cairo cannot paint it
std::string paper_bytes(const Scene& scene, const PaperOptions& options, PaperFormat format);

/// Many pages in one PDF, each with a bookmark.
struct Atlas {
    Text title;
    std::vector<Text> bookmarks;             ///< one a page
    std::function<Scene(std::size_t)> page;  ///< of make_paper_scene; called once a page, in order
};

/// The whole PDF in memory; one page's scene at a time.
/// @param progress  told of every page; may be null
/// @throws Error{output} if Cairo cannot paint it, Cancelled if the progress says so
std::string atlas_bytes(const Atlas& atlas, const PaperOptions& options,
                        Progress* progress = nullptr);

/// A page as pixels, rows from the top, four bytes each: red, green, blue, 255.
struct PagePixels {
    int width_px = 0;
    int height_px = 0;
    std::vector<std::uint8_t> rgba;
};

/// The very page that paper_bytes makes, at another size: laid out for `options`, painted with
/// `scale` device pixels per px.
/// @throws Error{output} if Cairo cannot paint it
PagePixels paint_pixels(const Scene& scene, const PaperOptions& options, double scale);

}  // namespace miraimap
