// SPDX-License-Identifier: MIT
// Sizes shared by several panels, in pixels of the interface scale 1.
#pragma once

namespace miraimap::gui::size {

inline constexpr float top_bar_px = 56;
inline constexpr float status_bar_px = 30;
inline constexpr float sentence_bar_px = 44;
inline constexpr float gap_px = 8;
inline constexpr float pad_px = 16;
inline constexpr float rounding_px = 8;
inline constexpr float chip_height_px = 30;

}  // namespace miraimap::gui::size
