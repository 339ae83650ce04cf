// SPDX-License-Identifier: MIT
// Sizes shared by several panels, in pixels of the interface scale 1.
#pragma once

namespace miraimap::gui::size {

inline constexpr float top_bar_px = 56;
inline constexpr float status_bar_px = 30;
inline constexpr float sentence_bar_px = 44;
inline constexpr float tab_row_px = 36;
// The same bars in a low window.
inline constexpr float low_top_bar_px = 40;
inline constexpr float low_status_bar_px = 24;
inline constexpr float low_sentence_bar_px = 34;
inline constexpr float low_tab_row_px = 28;
inline constexpr float gap_px = 8;
inline constexpr float pad_px = 16;
inline constexpr float rounding_px = 8;
inline constexpr float chip_height_px = 30;

}  // namespace miraimap::gui::size
