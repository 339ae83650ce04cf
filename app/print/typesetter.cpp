// SPDX-License-Identifier: MIT
#include "app/print/typesetter.hpp"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

#include "app/print/paper_facts.hpp"
#include "geo/error.hpp"

namespace miraimap {

namespace {

constexpr const char* family = "Noto Sans CJK JP";

double to_px(int pango_units) { return static_cast<double>(pango_units) / PANGO_SCALE; }

void set_unhinted(PangoContext* context) {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    // Han characters take their Japanese form whatever the machine's locale.
    pango_context_set_language(context, pango_language_from_string("ja"));
}

/// Its address names the collector among a surface's data.
cairo_user_data_key_t collector_key;

}  // namespace

void collect_text(cairo_surface_t* surface, std::vector<PlacedText>* texts) {
    cairo_surface_set_user_data(surface, &collector_key, texts, nullptr);
}

Typesetter::Typesetter(cairo_t* cr) : cr_(cr) {}

Layout Typesetter::lay_out(const std::string& text, const TextStyle& style) const {
    Layout layout(pango_cairo_create_layout(cr_));
    set_unhinted(pango_layout_get_context(layout.get()));
    pango_layout_context_changed(layout.get());
    const FontDescription font(pango_font_description_new());
    pango_font_description_set_family(font.get(), family);
    pango_font_description_set_weight(font.get(),
                                      style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font.get(), style.size_px * PANGO_SCALE);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
    if (style.width_px > 0) {
        pango_layout_set_width(layout.get(),
                               static_cast<int>(std::floor(style.width_px * PANGO_SCALE)));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        // Noto CJK's own line height is 1.45 em; spacing is given relative to the letters instead.
        pango_layout_set_line_spacing(layout.get(), static_cast<float>(style.line_spacing / 1.45));
    }
    if (style.align != Align::left) {
        pango_layout_set_alignment(
            layout.get(), style.align == Align::right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_CENTER);
    }
    return layout;
}

TextSize Typesetter::measure(const std::string& text, const TextStyle& style) const {
    const Layout layout = lay_out(text, style);
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    return {to_px(logical.width), to_px(logical.height)};
}

bool Typesetter::collect(PangoLayout* layout, double x_px, double y_px,
                         const PlacedText& look) const {
    auto* texts = static_cast<std::vector<PlacedText>*>(
        cairo_surface_get_user_data(cairo_get_target(cr_), &collector_key));
    if (texts == nullptr) {
        return false;
    }
    PangoLayoutIter* at = pango_layout_get_iter(layout);
    do {
        const PangoLayoutLine* line = pango_layout_iter_get_line_readonly(at);
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(at, nullptr, &extents);
        PlacedText placed = look;
        placed.words.assign(pango_layout_get_text(layout) + line->start_index,
                            static_cast<std::size_t>(line->length));
        while (placed.words.ends_with(' ')) {
            placed.words.pop_back();
        }
        placed.x_px = x_px + to_px(extents.x);
        placed.baseline_px = y_px + to_px(pango_layout_iter_get_baseline(at));
        cairo_user_to_device(cr_, &placed.x_px, &placed.baseline_px);
        placed.width_px = to_px(extents.width);
        if (!placed.words.empty()) {
            texts->push_back(std::move(placed));
        }
    } while (pango_layout_iter_next_line(at) != FALSE);
    pango_layout_iter_free(at);
    return true;
}

void Typesetter::show(PangoLayout* layout) const {
    if (cairo_surface_get_type(cairo_get_target(cr_)) == CAIRO_SURFACE_TYPE_IMAGE) {
        // Cairo sets glyphs of an image on whole pixels, which spaces small Latin text unevenly;
        // as shapes they stand where they belong.
        pango_cairo_layout_path(cr_, layout);
        cairo_fill(cr_);
    } else {
        pango_cairo_show_layout(cr_, layout);
    }
}

TextSize Typesetter::draw(const std::string& text, double x_px, double y_px,
                          const TextStyle& style) const {
    const Layout layout = lay_out(text, style);
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    const TextSize size{to_px(logical.width), to_px(logical.height)};
    double x = x_px;
    if (style.width_px <= 0 && style.align != Align::left) {
        x -= style.align == Align::right ? size.width_px : size.width_px / 2;
    }
    PlacedText look;
    look.size_px = style.size_px;
    look.bold = style.bold;
    look.colour = style.colour;
    if (!collect(layout.get(), x, y_px, look)) {
        set_colour(cr_, style.colour);
        cairo_move_to(cr_, x, y_px);
        show(layout.get());
    }
    return size;
}

void Typesetter::draw_with_halo(const std::string& text, double x_px, double y_px,
                                const TextStyle& style, Colour halo, double halo_px) const {
    const Layout layout = lay_out(text, style);
    PangoRectangle logical;
    pango_layout_get_extents(layout.get(), nullptr, &logical);
    const double x = x_px - to_px(logical.width) / 2;
    const double y = y_px - to_px(logical.height) / 2;
    PlacedText look;
    look.size_px = style.size_px;
    look.bold = style.bold;
    look.colour = style.colour;
    look.halo = halo;
    look.halo_px = halo_px;
    if (collect(layout.get(), x, y, look)) {
        return;
    }
    const CairoState state(cr_);
    cairo_move_to(cr_, x, y);
    pango_cairo_layout_path(cr_, layout.get());
    cairo_set_line_join(cr_, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_width(cr_, 2 * halo_px);
    set_colour(cr_, halo);
    cairo_stroke(cr_);
    set_colour(cr_, style.colour);
    cairo_move_to(cr_, x, y);
    show(layout.get());
}

Findings check_paper_font() {
    FcPattern* wanted = FcPatternCreate();
    FcPatternAddString(wanted, FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    FcConfigSubstitute(nullptr, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result = FcResultNoMatch;
    FcPattern* found = FcFontMatch(nullptr, wanted, &result);
    bool installed = false;
    std::string instead;
    if (found != nullptr) {
        FcChar8* name = nullptr;
        for (int i = 0; FcPatternGetString(found, FC_FAMILY, i, &name) == FcResultMatch; ++i) {
            const std::string_view known(reinterpret_cast<const char*>(name));
            installed = installed || known == family;
            if (instead.empty()) {
                instead = known;
            }
        }
        FcPatternDestroy(found);
    }
    FcPatternDestroy(wanted);
    if (installed) {
        return {};
    }
    if (instead.empty()) {
        throw Error(ErrorKind::input, "fontconfig",
                    {"フォントが一つもない", "no font is installed"},
                    {"fonts-noto-cjk を入れる", "install fonts-noto-cjk"});
    }
    return {{Severity::warning,
             "font-missing",
             "fontconfig",
             {std::string("フォント「") + family + "」がないため「" + instead +
                  "」で描いた。日本語が欠けることがある（Debian では fonts-noto-cjk を入れる）",
              std::string("the font \"") + family + "\" is not installed; \"" + instead +
                  "\" was used and Japanese may be missing (Debian: install fonts-noto-cjk)"}}};
}

void look_for_fonts() {
    // Pango starts a thread of its own for this when the font map is made.
    static_cast<void>(pango_cairo_font_map_get_default());
}

std::vector<std::pair<std::string, std::string>> paper_libraries() {
    return {{"Cairo", cairo_version_string()}, {"Pango", pango_version_string()}};
}

}  // namespace miraimap
