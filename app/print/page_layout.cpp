// SPDX-License-Identifier: MIT
#include "app/print/page_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "app/print/paper_facts.hpp"
#include "geo/error.hpp"

namespace miraimap {

namespace {

using Limits = PaperLimits;
constexpr double most_device_px = 32000;  ///< Cairo's own limit is 32,767
constexpr double least_unit = 0.36;

void require_paintable(const PaperOptions& o) {
    const bool sides = o.width_px >= Limits::least_px && o.height_px >= Limits::least_px &&
                       o.width_px <= Limits::most_px && o.height_px <= Limits::most_px;
    const bool scale =
        std::isfinite(o.scale) && o.scale >= Limits::least_scale && o.scale <= Limits::most_scale;
    const double pixels = o.width_px * o.height_px * o.scale * o.scale;
    const bool device =
        o.width_px * o.scale <= most_device_px && o.height_px * o.scale <= most_device_px;
    if (sides && scale && pixels <= Limits::most_pixels && device) {
        return;
    }
    if (o.sheet) {
        const double most =
            96 * std::min(std::sqrt(Limits::most_pixels / (o.width_px * o.height_px)),
                          most_device_px / std::max(o.width_px, o.height_px));
        const std::string dpi = fmt::format("{:.0f}", std::floor(most / 10) * 10);
        throw Error(ErrorKind::usage, fmt::format("--dpi {:.0f}", o.scale * 96),
                    {fmt::format("画像が {:.0f} × {:.0f} 画素になり、メモリに収まらない",
                                 o.width_px * o.scale, o.height_px * o.scale),
                     fmt::format("the picture would have {:.0f} x {:.0f} pixels, too large for "
                                 "memory",
                                 o.width_px * o.scale, o.height_px * o.scale)},
                    {"この用紙では " + dpi + " dpi まで。拡大しても粗くならない .pdf もある",
                     "use at most " + dpi + " dpi on this paper, or .pdf, which stays sharp"});
    }
    throw Error(ErrorKind::usage, fmt::format("{:.0f}x{:.0f}", o.width_px, o.height_px),
                {"この大きさの地図は描けない", "a map of this size cannot be painted"},
                PaperLimits::advice());
}

enum class Shape : std::uint8_t {
    column,  ///< words beside the map
    headed,  ///< the same under a title across the page, for a long filter
    bands,   ///< words above and below the map
};

/// What an attempt to arrange a page tries.
struct Wish {
    Shape shape;
    bool table;
    bool list;
};

/// One attempt to arrange a page.
class Arranger {
public:
    Arranger(const PaperOptions& options, const Scene& words, double unit, const Wish& wish)
        : options_(options),
          unit_(unit),
          shape_(wish.shape),
          table_(wish.table),
          list_(wish.list),
          blocks_(desk_.get(), words, unit, options.sheet, options.lang) {
        page_.unit = unit;
        // Printers leave about 5 mm blank; 10 mm also leave room for a binder's holes at A4.
        const double margin = options.sheet ? 10 / 25.4 * 96 : std::round(22 * unit);
        inner_ = {margin, margin, options.width_px - margin, options.height_px - margin};
    }

    /// @returns whether everything has the room it needs
    bool arrange() {
        const double width = inner_.right - inner_.left;
        const double height = blocks_.height(Block::foot, width);
        put(Block::foot, {inner_.left, inner_.bottom - height, inner_.right, inner_.bottom});
        inner_.bottom -= height + gap(10);
        const bool fits = shape_ == Shape::bands ? bands() : column();
        const double map_width = page_.map.right - page_.map.left;
        const double map_height = page_.map.bottom - page_.map.top;
        return fits && map_width > 0.4 * options_.width_px &&
               map_height > 0.36 * options_.height_px;
    }

    PageLayout take() { return std::move(page_); }

private:
    [[nodiscard]] double gap(double units) const { return std::round(units * unit_); }
    void put(Block block, const PixelBox& box) {
        if (box.bottom > box.top) {
            page_.blocks.push_back({block, box});
        }
    }

    /// Puts a block at the top of a column. @returns where the next one may begin
    double stack(Block block, const PixelBox& column, double top, double after) {
        const double height = blocks_.height(block, column.right - column.left);
        put(block, {column.left, top, column.right, top + height});
        return height > 0 ? top + height + gap(after) : top;
    }

    /// Three short lines of a list must be seen; a list in columns is not cut at all.
    [[nodiscard]] double least_list_height(double wished, double width) const {
        return width < list_columns_from * unit_ ? std::min(wished, 84 * unit_) : wished;
    }

    /// The list takes what is left of a column.
    bool stack_list(const PixelBox& column, double top) {
        const double width = column.right - column.left;
        const double wished = list_ ? blocks_.height(Block::list, width) : 0;
        const double height = std::min(wished, column.bottom - top);
        put(Block::list, {column.left, top, column.right, top + height});
        return height + 0.01 >= least_list_height(wished, width);
    }

    bool column() {
        const double width = std::round(std::clamp(0.26 * options_.width_px, 236 * unit_,
                                                   (options_.sheet ? 292 : 330) * unit_));
        const PixelBox column{inner_.left, inner_.top, inner_.left + width, inner_.bottom};
        double y = inner_.top;
        if (shape_ == Shape::headed) {
            inner_.top = y = stack(Block::title, inner_, y, 12);
        } else {
            y = stack(Block::title, column, y, 12);
        }
        y = stack(Block::figure, column, y, 12);
        y = stack(Block::legend, column, y, 3);
        y = stack(Block::scale, column, y, 9);
        if (table_) {
            y = stack(Block::table, column, y, 10);
        }
        page_.map = {column.right + gap(18), inner_.top, inner_.right, inner_.bottom};
        if (list_ && blocks_.height(Block::list, width) > column.bottom - y) {
            return list_band(y);
        }
        return stack_list(column, y) && y - gap(10) <= inner_.bottom;
    }

    /// A list too long for its column stands below column and map, as wide as both; if the column
    /// reaches too far down for that, below the map alone.
    bool list_band(double column_end) {
        const PixelBox map = page_.map;
        for (const double left : {inner_.left, map.left}) {
            const double height = blocks_.height(Block::list, inner_.right - left);
            const double top = inner_.bottom - height;
            if (left < map.left && column_end > top) {
                continue;
            }
            put(Block::list, {left, top, inner_.right, inner_.bottom});
            page_.map.bottom = top - gap(10);
            break;
        }
        return column_end - gap(10) <= inner_.bottom;
    }

    bool bands() {
        const double width = inner_.right - inner_.left;
        const double figure = blocks_.figure_width();
        const PixelBox left{inner_.left, inner_.top, inner_.right - figure - gap(20), 0};
        const double title_end = stack(Block::title, left, inner_.top, 12);
        const PixelBox right{inner_.right - figure, inner_.top, inner_.right, 0};
        const double figure_end = stack(Block::figure, right, inner_.top + gap(20), 12);
        const double top = std::max(title_end, figure_end);

        const double left_width =
            std::round(std::min(std::max(width * 0.37, 210 * unit_), 300 * unit_));
        PixelBox words{inner_.left, 0, inner_.left + left_width, inner_.bottom};
        PixelBox figures{words.right + gap(22), 0, inner_.right, inner_.bottom};
        const double right_width = figures.right - figures.left;
        const double legend = blocks_.height(Block::legend, left_width) + gap(3);
        const double scale = blocks_.height(Block::scale, left_width);
        const double table = table_ ? blocks_.height(Block::table, right_width) : 0;
        const double list = list_ ? blocks_.height(Block::list, right_width) : 0;
        const bool alone = table + list <= 0;  // then the scale stands right of the legend
        const double with_list =
            list > 0 ? table + gap(10) + least_list_height(list, right_width) : table;
        const double least = std::max(legend + (alone ? 0 : scale), with_list);
        const double room = (inner_.bottom - top) * 0.42;
        const double wished = std::max(least, table + (list > 0 ? gap(10) + list : 0));
        const double band = std::max(least, std::min(wished, room));
        const double band_top = inner_.bottom - band;
        const double y = stack(Block::legend, words, band_top, 3);
        stack(Block::scale, alone ? figures : words, alone ? band_top : y, 0);
        bool fits = band_top - gap(12) > top;
        if (!alone) {
            const double end = table_ ? stack(Block::table, figures, band_top, 10) : band_top;
            fits = stack_list(figures, end) && fits;
        }
        page_.map = {inner_.left, top, inner_.right, band_top - gap(12)};
        return fits;
    }

    const PaperOptions& options_;
    double unit_;
    Shape shape_;
    bool table_;
    bool list_;
    Surface surface_{cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)};
    Canvas desk_{cairo_create(surface_.get())};
    WordBlocks blocks_;
    PixelBox inner_;
    PageLayout page_;
};

}  // namespace

Text PaperLimits::advice() {
    return {fmt::format("幅と高さは {}～{} px、倍率は {}～{}、全体で {} 億画素以下にする", least_px,
                        most_px, least_scale, most_scale, most_pixels / 1e8),
            fmt::format("use {} to {} px for width and height, a scale of {} to {} and at most "
                        "{:.0f} million pixels",
                        least_px, most_px, least_scale, most_scale, most_pixels / 1e6)};
}

PageLayout lay_out_page(const PaperOptions& options, const Scene& words) {
    require_paintable(options);
    const double smaller = std::min(options.width_px, options.height_px);
    const double unit = options.sheet ? std::clamp(std::sqrt(smaller / (210 / 25.4 * 96)), 1.0, 2.0)
                                      : std::clamp(std::sqrt(smaller / 1000), 0.6, 4.0);
    const bool wide = options.width_px >= 1.12 * options.height_px;
    const Shape shape = wide ? Shape::column : Shape::bands;
    std::vector<Wish> wishes{{shape, true, true}};
    if (wide) {
        wishes.push_back({Shape::headed, true, true});
    }
    wishes.push_back({shape, true, false});
    wishes.push_back({shape, false, false});
    for (double own = unit; own > least_unit; own *= 0.94) {
        for (const Wish& wish : wishes) {
            Arranger page(options, words, own, wish);
            if (page.arrange()) {
                return page.take();
            }
        }
    }
    throw Error(
        ErrorKind::usage, fmt::format("{:.0f}x{:.0f}", options.width_px, options.height_px),
        {"この大きさには説明の文字が収まらない", "the words do not fit a page of this size"},
        {"大きくする", "use a larger size"});
}

}  // namespace miraimap
