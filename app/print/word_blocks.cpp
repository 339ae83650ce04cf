// SPDX-License-Identifier: MIT
#include "app/print/word_blocks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "app/print/hatch.hpp"
#include "app/print/map_circles.hpp"
#include "app/print/map_painter.hpp"
#include "shapes/circles.hpp"
#include "shapes/legend.hpp"
#include "shapes/style_modes.hpp"

namespace miraimap {

namespace {

constexpr double px_per_metre_of_paper = 96 / 0.0254;

std::string percent(int part, int whole) {
    return whole > 0 ? fmt::format("{:.1f}%", 100.0 * part / whole) : std::string("–");
}

/// 1:n with two figures that say something: 1:4,300,000.
std::string ratio(double metres_per_px) {
    const double n = metres_per_px * px_per_metre_of_paper;
    const double step = std::pow(10.0, std::floor(std::log10(std::max(n, 1.0))) - 1);
    return "1:" + with_thousands(static_cast<int>(std::round(n / step) * step));
}

/// Pieces between spaces (left out) and after 、 (kept), each with whether a space stood before it.
std::vector<std::pair<std::string, bool>> pieces(const std::string& words) {
    const std::string comma = "、";
    std::vector<std::pair<std::string, bool>> result;
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

}  // namespace

double WordBlocks::height(Block block, double width) {
    return flow(block, {0, 0, width, std::numeric_limits<double>::infinity()}, true);
}

void WordBlocks::paint(Block block, const PixelBox& box) { flow(block, box, false); }

double WordBlocks::flow(Block block, const PixelBox& box, bool dry) {
    dry_ = dry;
    left_ = box.left;
    width_ = box.right - box.left;
    y_ = box.top;
    bottom_ = box.bottom;
    switch (block) {
        case Block::title:
            title();
            break;
        case Block::figure:
            key_figure();
            break;
        case Block::legend:
            legend();
            break;
        case Block::scale:
            scale();
            break;
        case Block::table:
            table();
            break;
        case Block::list:
            list();
            break;
        case Block::foot:
            foot();
            break;
    }
    return y_ - box.top;
}

void WordBlocks::title() {
    if (!dry_) {
        set_colour(cr_, accent_colour());
        cairo_rectangle(cr_, left_, std::round(y_), std::round(40 * unit_), std::round(4 * unit_));
        cairo_fill(cr_);
    }
    y_ += 12 * unit_;
    if (!scene_.series.in(lang_).empty()) {
        paragraph(scene_.series.in(lang_), style(12, false, scene_.style.quiet_ink), 1.3);
    }
    TextStyle large = style(scene_.series.in(lang_).empty() ? 21 : 26, true, scene_.style.ink);
    const double widest = widest_word(scene_.title.in(lang_), large);
    if (widest > width_) {
        large.size_px *= std::max(0.7, width_ / widest * 0.99);
    }
    for (const std::string& line : break_lines(scene_.title.in(lang_), large)) {
        paragraph(line, large, 1.22);
    }
    y_ += 3 * unit_;
    const TextStyle quiet = style(13, false, scene_.style.quiet_ink);
    for (const std::string& line : break_lines(scene_.filter_words.in(lang_), quiet)) {
        paragraph(line, quiet, 1.4);
    }
}

/// "112 municipalities selected, 6.4% of 1,741", the first number large.
WordBlocks::KeyFigure WordBlocks::key_figure_words() const {
    const std::string share = percent(scene_.covered, scene_.counted);
    const std::string whole = with_thousands(scene_.counted);
    return {with_thousands(scene_.covered),
            say("選定・一部選定の市区町村", "selected or partly selected,"),
            lang_ == Lang::ja ? fmt::format("全{}の{}", whole, share)
                              : fmt::format("{} of {}", share, whole)};
}

double WordBlocks::figure_width() const {
    const KeyFigure f = key_figure_words();
    const TextStyle small = style(12, false, scene_.style.quiet_ink);
    return text_.measure(f.number, style(34, true, accent_colour())).width_px + 8 * unit_ +
           std::max(text_.measure(f.first, small).width_px,
                    text_.measure(f.second, small).width_px);
}

void WordBlocks::key_figure() {
    const KeyFigure f = key_figure_words();
    const TextStyle large = style(34, true, accent_colour());
    const TextStyle small = style(12, false, scene_.style.quiet_ink);
    const TextSize size = text_.measure(f.number, large);
    const double line = text_.measure(f.first, small).height_px;
    if (!dry_) {
        text_.draw(f.number, left_ - 1 * unit_, y_ - 8 * unit_, large);
        const double x = left_ + size.width_px + 8 * unit_;
        const double y = y_ - 7 * unit_ + (size.height_px - 2 * line) / 2;
        text_.draw(f.first, x, y, small);
        text_.draw(f.second, x, y + line * 0.96, small);
    }
    y_ += size.height_px - 16 * unit_;
}

void WordBlocks::legend() {
    rule();
    y_ += 8 * unit_;
    heading(say("凡例", "Legend"), say("市区町村数", "municipalities"));
    if (const std::string& of = scene_.legend_title.in(lang_); !of.empty()) {
        y_ -= 3 * unit_;
        paragraph(of, style(11, false, scene_.style.quiet_ink), 1.3);
        y_ += 4 * unit_;
    }
    for (std::size_t i = 0; i < scene_.legend.size(); ++i) {
        if (!scene_.legend[i].listed) {
            continue;
        }
        if (const std::vector<std::size_t> group = group_from(scene_.legend, i); !group.empty()) {
            group_row(scene_.legend[i].group.in(lang_), count_of(scene_.legend, group));
        }
        legend_row(scene_.legend[i]);
    }
    marker_row();
    circle_rows();
}

void WordBlocks::scale() {
    if (scene_.shapes && scene_.shapes->layout == MapLayout::tiles) {
        rule();
        y_ += 6 * unit_;
        paragraph(say("タイル図：どの都道府県も同じ面積で、その中を市区町村で等分。広さや距離は表し"
                      "ません。",
                      "Tile grid: every prefecture has the same area, shared equally by its "
                      "municipalities. Areas and distances on the ground are not shown."),
                  style(10, false, scene_.style.quiet_ink), 1.35);
        return;
    }
    const ScaleBar bar =
        scale_bar(scene_.view.ground_m_per_px(), std::min(width_ * 0.5, 150 * unit_));
    rule();
    y_ += 21 * unit_;
    if (!dry_) {
        paint_scale_bar(cr_, bar, left_, y_, scene_.style.ink, 11 * unit_, lang_);
    }
    y_ += 4 * unit_;
    const std::string projection = scene_.projection.in(lang_);
    std::string words =
        say("地図の中央での縮尺（", "Scale at the centre (") + projection + say("）", ")");
    if (physical_) {
        words = say("縮尺 約", "Scale about ") + ratio(scene_.view.ground_m_per_px()) +
                say("（地図の中央、", " (centre, ") + projection + say("）", ")");
    }
    paragraph(words, style(10, false, scene_.style.quiet_ink), 1.35);
}

void WordBlocks::foot() {
    rule();
    y_ += 5 * unit_;
    for (const Text& note : scene_.notes) {
        paragraph(note.in(lang_), style(10, false, scene_.style.ink), 1.36);
    }
    const TextStyle small = style(9.6, false, scene_.style.quiet_ink);
    for (const Text& source : scene_.sources) {
        paragraph(source.in(lang_), small, 1.36);
    }
    const std::string page =
        scene_.number.of > 0 ? fmt::format("{}/{}", scene_.number.at, scene_.number.of) : "";
    if (!page.empty() && !dry_) {
        TextStyle number = style(11, true, scene_.style.ink);
        number.align = Align::right;
        text_.draw(page, left_ + width_, y_ - 2 * unit_, number);
    }
    paragraph("miraimap " MIRAIMAP_VERSION, small, 1.36);
}

Colour WordBlocks::accent_colour() const {
    const bool selected = !scene_.legend.empty() && (scene_.legend.front().style.key == "direct" ||
                                                     scene_.legend.front().style.key == "selected");
    return selected ? scene_.legend.front().style.fill : scene_.style.ink;
}

TextStyle WordBlocks::style(double size, bool bold, Colour colour) const {
    TextStyle s;
    s.size_px = size * unit_;
    s.bold = bold;
    s.colour = colour;
    return s;
}

double WordBlocks::widest_word(const std::string& words, const TextStyle& s) const {
    double widest = 0;
    for (const auto& [piece, spaced] : pieces(words)) {
        widest = std::max(widest, text_.measure(piece, s).width_px);
    }
    return widest;
}

/// Lines that break at spaces and after 、 only: Japanese words stay whole. A piece that is wider
/// than the column makes a line of its own, which wraps wherever it must.
std::vector<std::string> WordBlocks::break_lines(const std::string& words,
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

void WordBlocks::rule() {
    if (!dry_) {
        set_colour(cr_, scene_.style.rule);
        cairo_rectangle(cr_, left_, std::round(y_), width_, 1);
        cairo_fill(cr_);
    }
    y_ += 1;
}

void WordBlocks::paragraph(const std::string& words, const TextStyle& s, double spacing) {
    if (words.empty()) {
        return;
    }
    TextStyle wrapped = s;
    wrapped.width_px = width_;
    wrapped.line_spacing = spacing;
    y_ += dry_ ? text_.measure(words, wrapped).height_px
               : text_.draw(words, left_, y_, wrapped).height_px;
}

void WordBlocks::heading(const std::string& left, const std::string& right) {
    TextStyle s = style(12.5, true, scene_.style.ink);
    const double height = text_.measure(left, s).height_px;
    if (!dry_) {
        text_.draw(left, left_, y_, s);
        s = style(10, false, scene_.style.quiet_ink);
        s.align = Align::right;
        text_.draw(right, left_ + width_, y_ + 1.5 * unit_, s);
    }
    y_ += height + 3 * unit_;
}

/// Stripes as places of several classes have them on the map.
void WordBlocks::stripes_of_several(const PixelBox& swatch) {
    constexpr std::size_t most_stripes = 3;
    std::vector<Colour> colours;
    for (std::size_t i = 0; i < std::min(scene_.legend.size(), most_stripes); ++i) {
        colours.push_back(scene_.legend[i].style.fill);
    }
    const CairoState state(cr_);
    cairo_rectangle(cr_, swatch.left + 1, swatch.top + 1, swatch.right - swatch.left - 2,
                    swatch.bottom - swatch.top - 2);
    fill_striped(cr_, colours, swatch);
}

/// The heading of some classes, with their sum.
void WordBlocks::group_row(const std::string& words, int count) {
    TextStyle name = style(12.5, true, scene_.style.ink);
    const double height = text_.measure(words, name).height_px;
    if (!dry_) {
        text_.draw(words, left_, y_, name);
        name.align = Align::right;
        text_.draw(with_thousands(count), left_ + width_, y_, name);
    }
    y_ += height + 5 * unit_;
}

void WordBlocks::legend_row(const LegendEntry& entry) {
    const double swatch_width = std::round(30 * unit_);
    const double swatch_height = std::round(17 * unit_);
    TextStyle name = style(12.5, false, scene_.style.ink);
    name.line_spacing = 1.25;
    name.width_px = width_ - swatch_width - 10 * unit_ - 52 * unit_;
    const std::string words = legend_words(entry, lang_);
    const double text_height = text_.measure(words, name).height_px;
    const double row = std::max(swatch_height, text_height);
    if (!dry_) {
        const double top = std::round(y_ + (row - swatch_height) / 2);
        const PixelBox swatch{left_, top, left_ + swatch_width, top + swatch_height};
        paint_swatch(cr_, entry.style, swatch, scene_.style.coast, unit_);
        if (entry.style.key == several_class(Theme::light).key) {
            stripes_of_several(swatch);
        }
        text_.draw(words, left_ + swatch_width + 10 * unit_, y_ + (row - text_height) / 2, name);
        TextStyle count = style(14, true, scene_.style.ink);
        count.align = Align::right;
        const std::string number = with_thousands(entry.count);
        const double height = text_.measure(number, count).height_px;
        text_.draw(number, left_ + width_, y_ + (row - height) / 2, count);
    }
    y_ += row + 5 * unit_;
}

void WordBlocks::marker_row() {
    if (scene_.legend.empty() || !scene_.explain_markers) {
        return;
    }
    const double swatch_width = std::round(30 * unit_);
    TextStyle name = style(12.5, false, scene_.style.ink);
    name.width_px = width_ - swatch_width - 10 * unit_;
    name.line_spacing = 1.25;
    const std::string words =
        say("小さくて見えにくい選定市区町村", "Selected place too small to see");
    const double height = text_.measure(words, name).height_px;
    if (!dry_) {
        paint_marker(cr_, left_ + swatch_width / 2, y_ + height / 2, marker_radius_px,
                     {scene_.legend.front().style.fill}, scene_.style);
        text_.draw(words, left_ + swatch_width + 10 * unit_, y_, name);
    }
    y_ += height + 3 * unit_;
}

/// A few circles with their amounts, and the sum of all.
void WordBlocks::circle_rows() {
    const CircleLegend& circles = scene_.circle_legend;
    if (circles.steps.empty()) {
        return;
    }
    TextStyle name = style(12.5, false, scene_.style.ink);
    const double column = 2 * circles.steps.front().radius_px + 10 * unit_;
    const double line = text_.measure("0", name).height_px;
    paragraph(circles_in_words(circles).in(lang_), style(11, false, scene_.style.quiet_ink), 1.3);
    y_ += 4 * unit_;
    for (const CircleLegend::Step& step : circles.steps) {
        const double row = std::max(2 * step.radius_px + 2 * unit_, line);
        if (!dry_) {
            paint_circle(cr_, left_ + column / 2 - 5 * unit_, y_ + row / 2, step.radius_px,
                         step.of_prefecture, scene_.style);
            text_.draw(step.name.in(lang_), left_ + column, y_ + (row - line) / 2, name);
        }
        y_ += row + 2 * unit_;
    }
    y_ += 3 * unit_;
}

}  // namespace miraimap
