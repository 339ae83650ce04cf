// SPDX-License-Identifier: MIT
#include "app/print/paper.hpp"

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <memory>
#include <optional>

#include "app/print/cairo_handles.hpp"
#include "app/print/map_painter.hpp"
#include "app/print/page_layout.hpp"
#include "app/print/pdf_language.hpp"
#include "app/print/png_writer.hpp"
#include "app/print/svg_text.hpp"
#include "app/print/typesetter.hpp"
#include "app/print/word_blocks.hpp"
#include "geo/error.hpp"

namespace miraimap {

namespace {

constexpr double points_per_px = 0.75;  ///< 96 px and 72 points an inch
constexpr double px_per_mm = 96 / 25.4;

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

/// The date inside a PDF: that of SOURCE_DATE_EPOCH, else that of the list, so that bytes do not
/// change.
std::string pdf_date() {
    long long seconds = 1'648'771'200;  // 2022-04-01
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

void set_pdf_metadata(cairo_surface_t* surface, const std::string& title,
                      const std::string& subject) {
    const std::string date = pdf_date();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, subject.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
                                   "miraimap " MIRAIMAP_VERSION);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, date.c_str());
}

std::string whole_title(const Scene& scene, Lang lang) {
    const std::string& series = scene.series.in(lang);
    return series.empty() ? scene.title.in(lang) : scene.title.in(lang) + " – " + series;
}

void paint_page(cairo_t* cr, const Scene& scene, const PaperOptions& options, double detail_px) {
    const PageLayout page = lay_out_page(options, scene);
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
    WordBlocks words(cr, scene, page.unit, options.sheet, options.lang);
    for (const PlacedBlock& placed : page.blocks) {
        words.paint(placed.block, placed.box);
    }
}

/// @param scale  device pixels per px
Surface paint_image(const Scene& scene, const PaperOptions& options, double scale) {
    const int width = static_cast<int>(std::lround(options.width_px * scale));
    const int height = static_cast<int>(std::lround(options.height_px * scale));
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
    require_good(cairo_surface_status(surface.get()));
    const Canvas cr(cairo_create(surface.get()));
    cairo_scale(cr.get(), scale, scale);
    paint_page(cr.get(), scene, options, 0.3 / std::max(scale, 1.0));
    require_good(cairo_status(cr.get()));
    return surface;
}

std::string paint_png(const Scene& scene, const PaperOptions& options) {
    const Surface surface = paint_image(scene, options, options.scale);
    return png_bytes(surface.get(),
                     options.sheet ? std::optional(options.scale * 96) : std::nullopt);
}

/// Readers zoom into vector files: keep more detail than a screen would show.
constexpr double vector_detail_px = 0.15;

std::string paint_svg(const Scene& scene, const PaperOptions& options) {
    std::string bytes;
    std::vector<PlacedText> texts;
    const Surface surface(cairo_svg_surface_create_for_stream(append_bytes, &bytes,
                                                              options.width_px, options.height_px));
    require_good(cairo_surface_status(surface.get()));
    cairo_svg_surface_set_document_unit(surface.get(), CAIRO_SVG_UNIT_PX);
    collect_text(surface.get(), &texts);
    {
        const Canvas cr(cairo_create(surface.get()));
        paint_page(cr.get(), scene, options, vector_detail_px);
        cairo_show_page(cr.get());
        require_good(cairo_status(cr.get()));
    }
    cairo_surface_finish(surface.get());
    require_good(cairo_surface_status(surface.get()));
    SvgFrame frame;
    frame.title = whole_title(scene, options.lang);
    frame.description = scene.filter_words.in(options.lang);
    frame.lang = options.lang;
    if (options.sheet) {
        frame.width_mm = options.width_px / px_per_mm;
        frame.height_mm = options.height_px / px_per_mm;
    }
    return finish_svg(shorten_paths(renumber_surfaces(bytes)), frame, texts);
}

std::string paint_pdf(const Atlas& atlas, const PaperOptions& options, Progress* progress) {
    std::string bytes;
    const Surface surface(cairo_pdf_surface_create_for_stream(
        append_bytes, &bytes, options.width_px * points_per_px, options.height_px * points_per_px));
    require_good(cairo_surface_status(surface.get()));
    {
        const Canvas cr(cairo_create(surface.get()));
        cairo_scale(cr.get(), points_per_px, points_per_px);
        for (std::size_t i = 0; i < atlas.bookmarks.size(); ++i) {
            if (progress != nullptr) {
                progress->at(WorkStep::painting, i, atlas.bookmarks.size());
            }
            const Scene scene = atlas.page(i);
            if (i == 0) {
                set_pdf_metadata(surface.get(), atlas.title.in(options.lang),
                                 scene.filter_words.in(options.lang));
            }
            if (atlas.bookmarks.size() > 1) {
                const std::string place = "page=" + std::to_string(i + 1) + " pos=[0 0]";
                cairo_pdf_surface_add_outline(surface.get(), CAIRO_PDF_OUTLINE_ROOT,
                                              atlas.bookmarks[i].in(options.lang).c_str(),
                                              place.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
            }
            paint_page(cr.get(), scene, options, vector_detail_px);
            cairo_show_page(cr.get());
            require_good(cairo_status(cr.get()));
        }
    }
    cairo_surface_finish(surface.get());
    require_good(cairo_surface_status(surface.get()));
    return with_language(bytes, options.lang);
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

PaperOptions sheet_of(PaperSize size, bool landscape, double dpi, Lang lang) {
    const double shorter = (size == PaperSize::a4 ? 210 : 297) * px_per_mm;
    const double longer = (size == PaperSize::a4 ? 297 : 420) * px_per_mm;
    return {landscape ? longer : shorter, landscape ? shorter : longer, dpi / 96, lang, true};
}

Scene make_paper_scene(const PaperOptions& options, Theme theme, const MakeScene& make) {
    SceneOptions scene;
    scene.theme = theme;
    scene.lang = options.lang;
    scene.labels = false;
    // A map smaller than any that the page leaves: what needs no marker here needs none later.
    scene.width_px = options.width_px * 0.4;
    scene.height_px = options.height_px * 0.36;
    Scene draft = make(scene);
    draft.explain_markers = !draft.markers.empty();
    scene.labels = true;
    scene.measure_text = paper_measure_text();
    const auto finish = [&] {
        const PageLayout page = lay_out_page(options, draft);
        scene.width_px = page.map.right - page.map.left;
        scene.height_px = page.map.bottom - page.map.top;
        scene.text_scale = page.unit;
        Scene finished = make(scene);
        finished.explain_markers = draft.explain_markers;
        return finished;
    };
    Scene finished = finish();
    if (draft.explain_markers && finished.markers.empty()) {
        draft.explain_markers = false;  // without that row the map only grows
        return finish();
    }
    return finished;
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
    switch (format) {
        case PaperFormat::png:
            return paint_png(scene, options);
        case PaperFormat::svg:
            return paint_svg(scene, options);
        case PaperFormat::pdf:
            break;
    }
    return paint_pdf({{whole_title(scene, Lang::ja), whole_title(scene, Lang::en)},
                      {scene.title},
                      [&](std::size_t) { return scene; }},
                     options, nullptr);
}

std::string atlas_bytes(const Atlas& atlas, const PaperOptions& options, Progress* progress) {
    return paint_pdf(atlas, options, progress);
}

PagePixels paint_pixels(const Scene& scene, const PaperOptions& options, double scale) {
    const Surface surface = paint_image(scene, options, scale);
    cairo_surface_flush(surface.get());
    PagePixels out;
    out.width_px = cairo_image_surface_get_width(surface.get());
    out.height_px = cairo_image_surface_get_height(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const unsigned char* rows = cairo_image_surface_get_data(surface.get());
    out.rgba.reserve(static_cast<std::size_t>(out.width_px) *
                     static_cast<std::size_t>(out.height_px) * 4);
    constexpr std::uint32_t byte = 0xFF;
    for (std::size_t y = 0; y < static_cast<std::size_t>(out.height_px); ++y) {
        for (std::size_t x = 0; x < static_cast<std::size_t>(out.width_px); ++x) {
            std::uint32_t pixel = 0;  // Cairo's word: red above green above blue
            std::memcpy(&pixel, rows + y * stride + x * sizeof pixel, sizeof pixel);
            for (const int shift : {16, 8, 0}) {
                out.rgba.push_back(static_cast<std::uint8_t>((pixel >> shift) & byte));
            }
            out.rgba.push_back(byte);
        }
    }
    return out;
}

}  // namespace miraimap
