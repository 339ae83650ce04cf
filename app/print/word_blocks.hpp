// SPDX-License-Identifier: MIT
// The blocks of words on a page: title, filter, key figure, legend with counts, scale, figures,
// selections, and the foot with notes, sources and dates.
//
// Promises: the code that measures a block is the code that paints it, so a box of the measured
// height holds it whole.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "app/print/cairo_handles.hpp"
#include "app/print/typesetter.hpp"
#include "shapes/scene.hpp"

namespace miraimap {

enum class Block : std::uint8_t { title, figure, legend, scale, table, list, foot };

/// From this width on, in units, a list stands in columns and shows all its entries.
inline constexpr double list_columns_from = 640;

class WordBlocks {
public:
    /// @param unit  factor of all text sizes and gaps
    /// @param physical  a sheet of paper: the scale is also given as 1:n
    WordBlocks(cairo_t* cr, const Scene& scene, double unit, bool physical, Lang lang)
        : cr_(cr), text_(cr), scene_(scene), unit_(unit), physical_(physical), lang_(lang) {}

    /// Height that a block needs at a width; 0 if the scene has nothing for it.
    [[nodiscard]] double height(Block block, double width);
    /// Width of the key figure with its words.
    [[nodiscard]] double figure_width() const;
    /// Paints a block. A narrow list drops entries that do not fit the box and says how many; the
    /// others need a box of at least their height.
    void paint(Block block, const PixelBox& box);

private:
    struct KeyFigure {
        std::string number;
        std::string first;
        std::string second;
    };
    [[nodiscard]] KeyFigure key_figure_words() const;
    double flow(Block block, const PixelBox& box, bool dry);
    void title();
    void key_figure();
    void legend();
    void scale();
    void table();
    void list();
    void foot();

    [[nodiscard]] Colour accent_colour() const;
    [[nodiscard]] TextStyle style(double size, bool bold, Colour colour) const;
    [[nodiscard]] std::string say(const char* ja, const char* en) const {
        return lang_ == Lang::ja ? ja : en;
    }
    void rule();
    void paragraph(const std::string& words, const TextStyle& s, double spacing);
    void heading(const std::string& left, const std::string& right);
    void legend_row(const LegendEntry& entry);
    void group_row(const std::string& words, int count);
    void stripes_of_several(const PixelBox& swatch);
    void marker_row();
    void circle_rows();
    void table_row(const std::vector<std::string>& cells, const std::vector<double>& widths,
                   const TextStyle& s);
    [[nodiscard]] std::vector<double> column_widths(const TextStyle& s) const;
    void list_in_columns(std::size_t columns);
    double list_entry(const PageListEntry& entry, bool dry);
    [[nodiscard]] double widest_word(const std::string& words, const TextStyle& s) const;
    [[nodiscard]] std::vector<std::string> break_lines(const std::string& words,
                                                       const TextStyle& s) const;

    cairo_t* cr_;
    Typesetter text_;
    const Scene& scene_;
    double unit_;
    bool physical_;
    Lang lang_;
    bool dry_ = false;
    double left_ = 0;
    double width_ = 0;
    double y_ = 0;
    double bottom_ = 0;
};

}  // namespace miraimap
