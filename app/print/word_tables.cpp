// SPDX-License-Identifier: MIT
// The table and the list of a page.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "app/print/word_blocks.hpp"

namespace miraimap {

std::vector<double> WordBlocks::column_widths(const TextStyle& s) const {
    const PageTable& figures = scene_.figures;
    TextStyle bold = s;
    bold.bold = true;
    std::vector<double> widths;
    for (std::size_t c = 0; c < figures.columns.size(); ++c) {
        double widest = text_.measure(figures.columns[c].in(lang_), s).width_px;
        for (const PageTableRow& row : figures.rows) {
            const std::string& words = c == 0 ? row.name.in(lang_) : row.cells[c - 1];
            widest = std::max(widest, text_.measure(words, row.strong ? bold : s).width_px);
        }
        widths.push_back(widest);
    }
    return widths;
}

void WordBlocks::table() {
    const PageTable& figures = scene_.figures;
    if (figures.rows.empty()) {
        return;
    }
    rule();
    y_ += 8 * unit_;
    heading(figures.title.in(lang_), "");
    y_ -= 2 * unit_;
    TextStyle s = style(10.5, false, scene_.style.ink);
    std::vector<double> widths = column_widths(s);
    double sum = 0;
    for (const double width : widths) {
        sum += width;
    }
    const double gaps = 5 * unit_ * static_cast<double>(widths.size() - 1);
    if (sum + gaps > width_) {
        const double fit = std::max((width_ - gaps) / sum, 0.5);
        s.size_px *= fit;
        widths = column_widths(s);
    }
    std::vector<std::string> head;
    for (const Text& column : figures.columns) {
        head.push_back(column.in(lang_));
    }
    TextStyle quiet = s;
    quiet.colour = scene_.style.quiet_ink;
    table_row(head, widths, quiet);
    for (const PageTableRow& row : figures.rows) {
        TextStyle own = s;
        own.bold = row.strong;
        std::vector<std::string> cells{row.name.in(lang_)};
        cells.insert(cells.end(), row.cells.begin(), row.cells.end());
        table_row(cells, widths, own);
    }
}

void WordBlocks::table_row(const std::vector<std::string>& cells, const std::vector<double>& widths,
                           const TextStyle& s) {
    const double height = std::round(15.5 * unit_);
    if (!dry_) {
        double sum = 0;
        for (const double width : widths) {
            sum += width;
        }
        const double gap = widths.size() < 2 ? 0
                                             : std::max(0.0, width_ - sum) /
                                                   static_cast<double>(widths.size() - 1);
        double right = left_ + widths.front();
        text_.draw(cells.front(), left_, y_ + (height - 1.45 * s.size_px) / 2, s);
        TextStyle figure = s;
        figure.align = Align::right;
        for (std::size_t c = 1; c < cells.size(); ++c) {
            right += gap + widths[c];
            text_.draw(cells[c], right, y_ + (height - 1.45 * s.size_px) / 2, figure);
        }
        set_colour(cr_, scene_.style.rule, 0.7);
        cairo_rectangle(cr_, left_, std::round(y_ + height) - 0.5, width_, 0.5);
        cairo_fill(cr_);
    }
    y_ += height;
}

/// Year, the area as printed, and behind or below it programme and technologies.
double WordBlocks::list_entry(const PageListEntry& entry, bool dry) {
    const double indent = 30 * unit_;
    TextStyle s = style(10.5, false, scene_.style.ink);
    TextStyle quiet = style(9.8, false, scene_.style.quiet_ink);
    const std::string& details = entry.details.in(lang_);
    const double words_width = text_.measure(entry.words, s).width_px;
    const double line = 1.36 * s.size_px;
    const double gap = 8 * unit_;
    const bool one_line =
        indent + words_width + gap + text_.measure(details, quiet).width_px <= width_;
    if (!dry) {
        TextStyle mark = s;
        mark.bold = true;
        text_.draw(entry.mark, left_, y_, mark);
    }
    s.width_px = quiet.width_px = width_ - indent;
    s.line_spacing = quiet.line_spacing = 1.3;
    if (one_line) {
        if (!dry) {
            text_.draw(entry.words, left_ + indent, y_, s);
            text_.draw(details, left_ + indent + words_width + gap, y_ + 0.45 * unit_, quiet);
        }
        return line + 1.5 * unit_;
    }
    const double first = std::max(line, text_.measure(entry.words, s).height_px * 0.95);
    const double second =
        details.empty() ? 0 : std::max(line, text_.measure(details, quiet).height_px * 0.95);
    if (!dry) {
        text_.draw(entry.words, left_ + indent, y_, s);
        text_.draw(details, left_ + indent, y_ + first - 0.5 * unit_, quiet);
    }
    return first + second + 1.5 * unit_;
}

void WordBlocks::list() {
    const std::vector<PageListEntry>& entries = scene_.listed.entries;
    if (scene_.listed.title.in(lang_).empty()) {
        return;
    }
    rule();
    y_ += 8 * unit_;
    heading(scene_.listed.title.in(lang_), "");
    y_ -= 2 * unit_;
    const TextStyle quiet = style(10, false, scene_.style.quiet_ink);
    if (entries.empty()) {
        paragraph(say("当てはまる選定はない", "No selection fits"), quiet, 1.35);
        return;
    }
    const auto columns = std::clamp<std::size_t>(static_cast<std::size_t>(width_ / (300 * unit_)),
                                                 1, width_ < list_columns_from * unit_ ? 1 : 3);
    if (columns > 1) {
        list_in_columns(columns);
        return;
    }
    double whole = 0;
    for (const PageListEntry& entry : entries) {
        whole += list_entry(entry, true);
    }
    const bool all = y_ + whole <= bottom_ + 0.01;
    const double rest_line = all ? 0 : 1.6 * quiet.size_px;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const double height = list_entry(entries[i], true);
        if (y_ + height + rest_line > bottom_ + 0.01) {
            const std::size_t left = entries.size() - i;
            paragraph(lang_ == Lang::ja ? fmt::format("ほか{}件（{}）", left, scene_.listed.rest.ja)
                                        : fmt::format("{} more ({})", left, scene_.listed.rest.en),
                      quiet, 1.35);
            return;
        }
        if (!dry_) {
            list_entry(entries[i], false);
        }
        y_ += height;
    }
}

/// All entries, read down the columns.
void WordBlocks::list_in_columns(std::size_t columns) {
    const std::vector<PageListEntry>& entries = scene_.listed.entries;
    const double left = left_;
    const double width = width_;
    const double top = y_;
    const double gap = 18 * unit_;
    const std::size_t rows = (entries.size() + columns - 1) / columns;
    width_ = (width - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    double end = top;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i % rows == 0) {
            const std::size_t column = i / rows;
            left_ = left + static_cast<double>(column) * (width_ + gap);
            y_ = top;
        }
        y_ += list_entry(entries[i], dry_);
        end = std::max(end, y_);
    }
    left_ = left;
    width_ = width;
    y_ = end;
}

}  // namespace miraimap
