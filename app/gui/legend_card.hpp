// SPDX-License-Identifier: MIT
// What the legend over the map says, line by line, in which form, and where its card stands.
//
// Promises: the code that measures a card is the code that names its lines, so a card holds what is
// drawn into it. Does not draw (legend_panel.cpp).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/gui/ui.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

inline constexpr float largest_legend_row_px = 25;
/// Left and right of a row, and how far the classes below a heading stand in, at scale 1.
inline constexpr float legend_pad_px = 14;
inline constexpr float legend_indent_px = 10;

enum class LegendLineKind : std::uint8_t {
    group,  ///< heading of the classes below it, with their sum
    entry,  ///< a class
    tiny,   ///< the disc of a small place
    among,  ///< what "(+n)" means
    unit,   ///< what is counted, where tables count otherwise
};

struct LegendLine {
    LegendLineKind kind = LegendLineKind::entry;
    std::size_t entry = 0;  ///< index into the legend: the class, or the first of the group
};

/// The lines below the head; numbers alone have no headings and notes.
std::vector<LegendLine> legend_lines(const Ui& ui, const Scene& scene, LegendForm form);
/// The words of a line.
std::string words_of(const Ui& ui, const Scene& scene, const LegendLine& line, LegendForm form);

/// A legend as it is shown.
struct LegendShape {
    LegendForm form = LegendForm::button;
    float row_px = largest_legend_row_px;  ///< height of a line, at scale 1
    ImVec2 size;                           ///< on the screen
};

/// The card with rows of a height.
ImVec2 legend_size(const Ui& ui, const Scene& scene, LegendForm form, float row_px);
/// The first form from `wanted` on that the map has room for.
LegendShape legend_shape(const Ui& ui, const Scene& scene, LegendForm wanted);
/// Where it stands, from the map's top left.
ScreenRect legend_place(const Ui& ui, const LegendShape& shape);

/// Height of the circles with their amounts below the classes, at scale 1.
float legend_circles_height_px(const Scene& scene);
/// Height of one of them, and the width left of their amounts, at scale 1.
float legend_circle_height_px(const CircleLegend::Step& step);
float legend_circle_column_px(const CircleLegend& circles);

}  // namespace miraimap::gui
