// SPDX-License-Identifier: MIT
#include "app/print/paper.hpp"

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <tuple>

#include "app/print/cairo_handles.hpp"
#include "app/print/map_painter.hpp"
#include "app/print/page_layout.hpp"
#include "app/print/page_words.hpp"
#include "app/print/svg_text.hpp"
#include "app/print/typesetter.hpp"
#include "geo/error.hpp"
#include "geo/io/atomic_file.hpp"

namespace miraimap {

namespace {

constexpr double points_per_px = 0.75;  ///< 96 px and 72 points an inch

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length) {
    try {
        static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
        return CAIRO_STATUS_SUCCESS;
    } catch (...) {  // never through C
        return CAIRO_STATUS_NO_MEMORY;
    }
}

void require_good(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS) {
        const std::string why = cairo_status_to_string(status);
        throw Error(
            ErrorKind::output, "Cairo",
            {"地図を描けなかった（" + why + "）", "the map could not be painted (" + why + ")"},
            {"小さいサイズで試す", "try a smaller size"});
    }
}

/// The date inside a PDF: that of SOURCE_DATE_EPOCH, else a fixed one, so that bytes do not change.
std::string pdf_date() {
    long long seconds = 1'600'000'000;  // 2020-09-13T12:26:40Z
    if (const char* epoch = std::getenv("SOURCE_DATE_EPOCH"); epoch != nullptr) {
        char* end = nullptr;
        const long long value = std::strtoll(epoch, &end, 10);
        if (end != epoch && *end == '\0' && value >= 0 && value < 253402300800LL) {
            seconds = value;
        }
    }
    const auto time = static_cast<std::time_t>(seconds);
    std::tm utc{};
    gmtime_r(&time, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

void set_pdf_metadata(cairo_surface_t* surface, const Scene& scene, Lang lang) {
    const std::string date = pdf_date();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene.title.in(lang).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT,
                                   scene.filter_words.in(lang).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
                                   "miraimap " MIRAIMAP_VERSION);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date.c_str());
}

void paint_page(cairo_t* cr, const Scene& scene, const PaperOptions& options, double detail_px) {
    const PageLayout page = lay_out_page(options);
    set_colour(cr, scene.style.page);
    cairo_paint(cr);
    {
        const CairoState state(cr);
        cairo_translate(cr, page.map.left, page.map.top);
        paint_map(cr, scene, {options.lang, page.unit, detail_px});
    }
    cairo_rectangle(cr, page.map.left - 0.5, page.map.top - 0.5, page.map.right - page.map.left + 1,
                    page.map.bottom - page.map.top + 1);
    cairo_set_line_width(cr, 1);
    set_colour(cr, scene.style.rule);
    cairo_stroke(cr);
    paint_words(cr, scene, page, options.lang);
}

std::string paint_png(const Scene& scene, const PaperOptions& options) {
    const int width = static_cast<int>(std::lround(options.width_px * options.scale));
    const int height = static_cast<int>(std::lround(options.height_px * options.scale));
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    require_good(cairo_surface_status(surface.get()));
    const Canvas cr(cairo_create(surface.get()));
    cairo_scale(cr.get(), options.scale, options.scale);
    paint_page(cr.get(), scene, options, 0.3 / std::max(options.scale, 1.0));
    require_good(cairo_status(cr.get()));
    std::string bytes;
    require_good(cairo_surface_write_to_png_stream(surface.get(), append_bytes, &bytes));
    return bytes;
}

std::string paint_vector(const Scene& scene, const PaperOptions& options, PaperFormat format) {
    std::string bytes;
    const bool pdf = format == PaperFormat::pdf;
    const double unit = pdf ? points_per_px : 1;
    const double width = options.width_px * unit;
    const double height = options.height_px * unit;
    const Surface surface(
        pdf ? cairo_pdf_surface_create_for_stream(append_bytes, &bytes, width, height)
            : cairo_svg_surface_create_for_stream(append_bytes, &bytes, width, height));
    require_good(cairo_surface_status(surface.get()));
    if (pdf) {
        set_pdf_metadata(surface.get(), scene, options.lang);
    } else {
        cairo_svg_surface_set_document_unit(surface.get(), CAIRO_SVG_UNIT_PX);
    }
    {
        const Canvas cr(cairo_create(surface.get()));
        cairo_scale(cr.get(), unit, unit);
        // Readers zoom into vector files: keep more detail than a screen would show.
        paint_page(cr.get(), scene, options, 0.15);
        cairo_show_page(cr.get());
        require_good(cairo_status(cr.get()));
    }
    cairo_surface_finish(surface.get());
    require_good(cairo_surface_status(surface.get()));
    return pdf ? bytes : shorten_paths(renumber_surfaces(bytes));
}

}  // namespace

MeasureText paper_measure_text() {
    // Kept alive by the function that is handed out.
    struct Desk {
        Surface surface{cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)};
        Canvas cr{cairo_create(surface.get())};
        Typesetter text{cr.get()};
    };
    return [desk = std::make_shared<Desk>()](const std::string& text, double size_px) {
        TextStyle style;
        style.size_px = size_px;
        const TextSize size = desk->text.measure(text, style);
        // The font's line is taller than its letters; labels may stand as close as letters allow.
        return std::pair{size.width_px, size.height_px * 0.8};
    };
}

std::pair<double, double> map_size_px(const PaperOptions& options) {
    const PixelBox map = lay_out_page(options).map;
    return {map.right - map.left, map.bottom - map.top};
}

SceneOptions paper_scene_options(const PaperOptions& options, Theme theme) {
    SceneOptions scene;
    std::tie(scene.width_px, scene.height_px) = map_size_px(options);
    scene.theme = theme;
    scene.lang = options.lang;
    scene.text_scale = lay_out_page(options).unit;
    scene.measure_text = paper_measure_text();
    return scene;
}

PaperFormat paper_format_of(const std::filesystem::path& file) {
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".png") {
        return PaperFormat::png;
    }
    if (ending == ".svg") {
        return PaperFormat::svg;
    }
    if (ending == ".pdf") {
        return PaperFormat::pdf;
    }
    throw Error(ErrorKind::usage, file.string(),
                {"地図のファイル名の末尾が「" + ending + "」になっている",
                 "the map's file name ends in \"" + ending + "\""},
                {".png、.svg、.pdf のどれかにする", "end it in .png, .svg or .pdf"});
}

std::string paper_bytes(const Scene& scene, const PaperOptions& options, PaperFormat format) {
    return format == PaperFormat::png ? paint_png(scene, options)
                                      : paint_vector(scene, options, format);
}

Findings paint_paper(const Scene& scene, const PaperOptions& options,
                     const std::filesystem::path& file) {
    const PaperFormat format = paper_format_of(file);
    write_file(file, paper_bytes(scene, options, format));
    return check_paper_font();
}

}  // namespace miraimap
