// SPDX-License-Identifier: MIT
#include "app/print/page_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "app/print/map_painter.hpp"
#include "app/print/typesetter.hpp"
#include "shapes/legend.hpp"

namespace miraimap {

namespace {

std::string percent(int part, int whole) {
    return whole > 0 ? fmt::format("{:.1f}%", 100.0 * part / whole) : std::string("–");
}

/// Writes blocks from top to bottom. With `dry` it only measures: the same code decides both.
class WordFlow {
public:
    WordFlow(cairo_t* cr, const Scene& scene, double unit, double small, Lang lang, bool dry)
        : cr_(cr), text_(cr), scene_(scene), unit_(unit), small_(small), lang_(lang), dry_(dry) {}

    void start(const PixelBox& column) {
        left_ = column.left;
        width_ = column.right - column.left;
        y_ = column.top;
    }
    [[nodiscard]] double y() const { return y_; }
    void skip(double units) { y_ += units * unit_; }

    void accent() {
        if (!dry_) {
            set_colour(cr_, accent_colour());
            cairo_rectangle(cr_, left_, std::round(y_), std::round(40 * unit_),
                            std::round(4 * unit_));
            cairo_fill(cr_);
        }
        y_ += 4 * unit_;
    }

    void title(double size) {
        TextStyle s = style(size, true, scene_.style.ink);
        const double widest = widest_word(scene_.title.in(lang_), s);
        if (widest > width_) {
            s.size_px *= std::max(0.7, width_ / widest * 0.99);
        }
        for (const std::string& line : break_lines(scene_.title.in(lang_), s)) {
            paragraph(line, s.size_px, true, scene_.style.ink, 1.22);
        }
    }

    void filter() {
        const TextStyle s = style(13, false, scene_.style.quiet_ink);
        for (const std::string& line : break_lines(scene_.filter_words.in(lang_), s)) {
            paragraph(line, s.size_px, false, scene_.style.quiet_ink, 1.4);
        }
    }

    void rule() {
        if (!dry_) {
            set_colour(cr_, scene_.style.rule);
            cairo_rectangle(cr_, left_, std::round(y_), width_, 1);
            cairo_fill(cr_);
        }
        y_ += 1;
    }

    /// "112 municipalities selected, 6.4% of 1,741", the first number large.
    /// @param right  set against the right edge of the column
    void key_figure(bool right = false) {
        const TextStyle large = style(34, true, accent_colour());
        const TextStyle small = style(12, false, scene_.style.quiet_ink);
        const std::string number = with_thousands(scene_.covered);
        const std::string whole = with_thousands(scene_.counted);
        const std::string share = percent(scene_.covered, scene_.counted);
        const char* english =
            scene_.covered == 1 ? "municipality selected," : "municipalities selected,";
        const std::string first = lang_ == Lang::ja ? "選定された市区町村" : english;
        const std::string second = lang_ == Lang::ja ? fmt::format("全{}の{}", whole, share)
                                                     : fmt::format("{} of {}", share, whole);
        const TextSize size = text_.measure(number, large);
        const double line = text_.measure(first, small).height_px;
        if (!dry_) {
            const double words = std::max(text_.measure(first, small).width_px,
                                          text_.measure(second, small).width_px);
            const double left =
                right ? left_ + width_ - size.width_px - 9 * unit_ - words : left_ - 1 * unit_;
            text_.draw(number, left, y_ - 8 * unit_, large);
            const double x = left + size.width_px + 9 * unit_;
            const double y = y_ - 8 * unit_ + (size.height_px - 2 * line) / 2 + 1 * unit_;
            text_.draw(first, x, y, small);
            text_.draw(second, x, y + line * 0.96, small);
        }
        y_ += size.height_px - 16 * unit_;
    }

    void legend() {
        heading(lang_ == Lang::ja ? "凡例" : "Legend",
                lang_ == Lang::ja ? "市区町村数" : "municipalities");
        if (const std::string& of = scene_.legend_title.in(lang_); !of.empty()) {
            y_ -= 3 * unit_;
            paragraph(of, 11 * unit_, false, scene_.style.quiet_ink, 1.3);
            y_ += 4 * unit_;
        }
        for (const LegendEntry& entry : scene_.legend) {
            if (entry.listed) {
                legend_row(entry);
            }
        }
        if (!scene_.markers.empty() && !scene_.legend.empty()) {
            marker_row();
        }
    }

    void scale() {
        const ScaleBar bar = scale_bar(scene_.view.metres_per_px, width_ * 0.5);
        y_ += 18 * unit_;
        if (!dry_) {
            paint_scale_bar(cr_, bar, left_, y_, scene_.style.ink, 11 * unit_, lang_);
        }
        y_ += 5 * unit_;
        paragraph(lang_ == Lang::ja ? "縮尺は地図の中央での値（正積図法）"
                                    : "Scale at the centre of the map (equal-area projection)",
                  10 * unit_ * small_, false, scene_.style.quiet_ink, 1.35);
    }

    void notes() {
        for (const Text& note : scene_.notes) {
            paragraph(note.in(lang_), 11 * unit_ * small_, false, scene_.style.ink, 1.42);
            y_ += 4 * unit_ * small_;
        }
    }

    void sources() {
        for (const Text& source : scene_.sources) {
            paragraph(source.in(lang_), 9.5 * unit_ * small_, false, scene_.style.quiet_ink, 1.4);
            y_ += 2.5 * unit_ * small_;
        }
        paragraph("miraimap " MIRAIMAP_VERSION, 9.5 * unit_ * small_, false, scene_.style.quiet_ink,
                  1.4);
    }

private:
    [[nodiscard]] Colour accent_colour() const {
        const bool selected =
            !scene_.legend.empty() && (scene_.legend.front().style.key == "direct" ||
                                       scene_.legend.front().style.key == "selected");
        return selected ? scene_.legend.front().style.fill : scene_.style.ink;
    }

    [[nodiscard]] TextStyle style(double size, bool bold, Colour colour) const {
        TextStyle s;
        s.size_px = size * unit_;
        s.bold = bold;
        s.colour = colour;
        return s;
    }

    /// Pieces between spaces (left out) and after 、 (kept).
    static std::vector<std::pair<std::string, bool>> pieces(const std::string& words) {
        const std::string comma = "、";
        std::vector<std::pair<std::string, bool>> result;  // text, after a space
        bool spaced = false;
        for (std::size_t at = 0; at < words.size();) {
            const std::size_t space = std::min(words.find(' ', at), words.size());
            const std::size_t point = words.find(comma, at);
            const bool at_comma = point < space;
            const std::size_t end = at_comma ? point + comma.size() : space;
            result.emplace_back(words.substr(at, end - at), spaced);
            spaced = !at_comma;
            at = at_comma ? end : end + 1;
        }
        return result;
    }

    [[nodiscard]] double widest_word(const std::string& words, const TextStyle& s) const {
        double widest = 0;
        for (const auto& [piece, spaced] : pieces(words)) {
            widest = std::max(widest, text_.measure(piece, s).width_px);
        }
        return widest;
    }

    /// Lines that break at spaces and after 、 only: Japanese words stay whole. A piece that is
    /// wider than the column makes a line of its own, which wraps wherever it must.
    [[nodiscard]] std::vector<std::string> break_lines(const std::string& words,
                                                       const TextStyle& s) const {
        std::vector<std::string> lines;
        for (const auto& [piece, spaced] : pieces(words)) {
            const std::string longer =
                lines.empty() ? piece : lines.back() + (spaced ? " " : "") + piece;
            if (!lines.empty() && text_.measure(longer, s).width_px <= width_) {
                lines.back() = longer;
            } else {
                lines.push_back(piece);
            }
        }
        return lines;
    }

    void paragraph(const std::string& words, double size_px, bool bold, Colour colour,
                   double spacing) {
        if (words.empty()) {
            return;
        }
        TextStyle s;
        s.size_px = size_px;
        s.bold = bold;
        s.colour = colour;
        s.width_px = width_;
        s.line_spacing = spacing;
        const TextSize size = dry_ ? text_.measure(words, s) : text_.draw(words, left_, y_, s);
        y_ += size.height_px;
    }

    void heading(const std::string& left, const std::string& right) {
        TextStyle s = style(12.5, true, scene_.style.ink);
        const double height = text_.measure(left, s).height_px;
        if (!dry_) {
            text_.draw(left, left_, y_, s);
            s = style(10, false, scene_.style.quiet_ink);
            s.align = Align::right;
            text_.draw(right, left_ + width_, y_ + 1.5 * unit_, s);
        }
        y_ += height + 5 * unit_;
    }

    void legend_row(const LegendEntry& entry) {
        const double swatch_width = std::round(30 * unit_);
        const double swatch_height = std::round(18 * unit_);
        TextStyle name = style(12.5, false, scene_.style.ink);
        name.line_spacing = 1.25;
        name.width_px = width_ - swatch_width - 10 * unit_ - 52 * unit_;
        const std::string& words = entry.style.name.in(lang_);
        const double text_height = text_.measure(words, name).height_px;
        const double row = std::max(swatch_height, text_height);
        if (!dry_) {
            const double top = std::round(y_ + (row - swatch_height) / 2);
            paint_swatch(cr_, entry.style, {left_, top, left_ + swatch_width, top + swatch_height},
                         scene_.style.coast, unit_);
            text_.draw(words, left_ + swatch_width + 10 * unit_, y_ + (row - text_height) / 2,
                       name);
            TextStyle count = style(14, true, scene_.style.ink);
            count.align = Align::right;
            const std::string number = with_thousands(entry.count);
            const double height = text_.measure(number, count).height_px;
            text_.draw(number, left_ + width_, y_ + (row - height) / 2, count);
        }
        y_ += row + 9 * unit_;
    }

    void marker_row() {
        const double swatch_width = std::round(30 * unit_);
        TextStyle name = style(12.5, false, scene_.style.ink);
        name.width_px = width_ - swatch_width - 10 * unit_;
        name.line_spacing = 1.25;
        const std::string words = lang_ == Lang::ja ? "小さくて見えにくい選定市区町村"
                                                    : "Selected place too small to see";
        const double height = text_.measure(words, name).height_px;
        if (!dry_) {
            paint_marker(cr_, left_ + swatch_width / 2, y_ + height / 2,
                         scene_.markers.front().radius_px, scene_.legend.front().style,
                         scene_.style.label_halo);
            text_.draw(words, left_ + swatch_width + 10 * unit_, y_, name);
        }
        y_ += height + 4 * unit_;
    }

    cairo_t* cr_;
    Typesetter text_;
    const Scene& scene_;
    double unit_;
    double small_;
    Lang lang_;
    bool dry_;
    double left_ = 0;
    double width_ = 0;
    double y_ = 0;
};

constexpr double smallest_print = 0.5;

/// The column beside a landscape map: words from the top, sources at the bottom.
bool paint_column(cairo_t* cr, const Scene& scene, const PageLayout& page, Lang lang, double small,
                  bool dry) {
    const double unit = page.unit * std::max(small, 0.72);
    WordFlow flow(cr, scene, unit, std::min(1.0, small / std::max(small, 0.72)), lang, dry);
    flow.start(page.head);
    flow.accent();
    flow.skip(9);
    flow.title(21);
    flow.skip(7);
    flow.filter();
    flow.skip(14);
    flow.key_figure();
    flow.skip(14);
    flow.rule();
    flow.skip(12);
    flow.legend();
    flow.skip(6);
    flow.rule();
    flow.scale();
    flow.skip(12);
    flow.notes();
    const double end = flow.y();

    WordFlow measure(cr, scene, unit, small, lang, true);
    measure.start(page.head);
    measure.sources();
    const double height = measure.y() - page.head.top;
    const double top = page.head.bottom - height;
    if (!dry) {
        WordFlow foot(cr, scene, unit, small, lang, false);
        foot.start({page.head.left, top, page.head.right, page.head.bottom});
        foot.sources();
    }
    return end + 10 * unit <= top;
}

/// Title above a portrait map; legend and small print below it.
bool paint_bands(cairo_t* cr, const Scene& scene, const PageLayout& page, Lang lang, double small,
                 bool dry) {
    const double unit = page.unit * std::max(small, 0.72);
    const double gap = 28 * unit;
    const double figure_width = 250 * unit;
    WordFlow head(cr, scene, unit, small, lang, dry);
    head.start(
        {page.head.left, page.head.top, page.head.right - figure_width - gap, page.head.bottom});
    head.accent();
    head.skip(7);
    head.title(22);
    head.skip(4);
    head.filter();
    WordFlow figure(cr, scene, unit, small, lang, dry);
    figure.start({page.head.right - figure_width, page.head.top + 26 * unit, page.head.right,
                  page.head.bottom});
    figure.key_figure(true);

    const double legend_width = (page.foot.right - page.foot.left) * 0.42;
    WordFlow legend(cr, scene, unit, small, lang, dry);
    legend.start({page.foot.left, page.foot.top, page.foot.left + legend_width, page.foot.bottom});
    legend.legend();
    WordFlow print(cr, scene, unit, small, lang, dry);
    print.start({page.foot.left + legend_width + gap, page.foot.top - 4 * unit, page.foot.right,
                 page.foot.bottom});
    print.scale();
    print.skip(9);
    print.notes();
    print.skip(5);
    print.sources();
    return head.y() <= page.head.bottom && legend.y() <= page.foot.bottom &&
           print.y() <= page.foot.bottom;
}

}  // namespace

void paint_words(cairo_t* cr, const Scene& scene, const PageLayout& page, Lang lang) {
    const auto paint = page.landscape ? paint_column : paint_bands;
    double small = 1;
    while (small > smallest_print && !paint(cr, scene, page, lang, small, true)) {
        small -= 0.04;
    }
    paint(cr, scene, page, lang, small, false);
}

}  // namespace miraimap
