// SPDX-License-Identifier: MIT
// Colours and sizes of the interface: one palette a theme, one place for spacing.
//
// Promises: text colours keep a contrast of at least 4.5:1 on the surfaces they stand on
// (tested); sizes are in pixels of the interface scale 1 and are multiplied by `Ui::px`.
#pragma once

#include <imgui.h>

#include "app/gui/sizes.hpp"
#include "shapes/style.hpp"

namespace miraimap::gui {

struct Palette {
    ImU32 window = 0;  ///< behind everything
    ImU32 panel = 0;   ///< filter and side panels, bars
    ImU32 card = 0;    ///< raised surfaces
    ImU32 field = 0;   ///< inputs, chips at rest
    ImU32 field_hover = 0;
    ImU32 hairline = 0;  ///< separators and borders
    ImU32 text = 0;
    ImU32 text_muted = 0;
    ImU32 text_faint = 0;  ///< only for what is not available
    ImU32 accent = 0;      ///< primary buttons, chosen values
    ImU32 accent_hover = 0;
    ImU32 accent_soft = 0;  ///< surface of chosen chips
    ImU32 accent_text = 0;  ///< on accent_soft and panels
    ImU32 on_accent = 0;    ///< on accent
    ImU32 good = 0;
    ImU32 warn = 0;
    ImU32 bad = 0;
    ImU32 shadow = 0;
    ImU32 dim = 0;  ///< over everything behind a dialog
};

const Palette& palette(Theme theme);

/// Sets Dear ImGui's style (colours, rounding, padding) for a theme and scale.
void apply_theme(Theme theme, float scale);

ImVec4 to_vec4(ImU32 colour);
ImU32 to_u32(Colour colour);
/// The same colour with another opacity (0..1).
ImU32 with_alpha(ImU32 colour, float alpha);
/// Contrast ratio of two opaque colours (WCAG 2.1).
double contrast(ImU32 a, ImU32 b);

}  // namespace miraimap::gui
