// SPDX-License-Identifier: MIT
// Where every panel of the window stands: filters left, map in the centre, details right, tables
// and charts at the bottom.
//
// Promises: pure numbers, in pixels of the interface scale 1; the parts never overlap and fill the
// window; what the reader chose is kept as far as the window has room, and comes back when it has.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shapes/map_shapes.hpp"

namespace miraimap::gui {

enum class Panel : std::uint8_t { left, right, bottom };

/// What the reader did to one panel; empty: the window decides by its size.
struct PanelChoice {
    std::optional<float> size_px;
    std::optional<bool> shown;
    friend bool operator==(const PanelChoice&, const PanelChoice&) = default;
};

/// A column of a table as the reader set it.
struct ColumnLayout {
    std::string column;  ///< its key
    float size = 0;      ///< part of the width, or pixels at scale 1 where the width is fixed
    bool shown = true;
    friend bool operator==(const ColumnLayout&, const ColumnLayout&) = default;
};
/// All columns of a table in the order they stand.
using TableLayout = std::vector<ColumnLayout>;

struct LayoutChoices {
    PanelChoice left;
    PanelChoice right;
    PanelChoice bottom;  ///< not shown: only its row of tabs stands there
    std::string tab;     ///< key of the bottom tab; "" or unknown: the first
    std::map<std::string, TableLayout>
        tables;  ///< by the table's key; only those that were changed
    MapLayout map = MapLayout::country;
    bool full_map = false;  ///< only map, sentence and status line; not remembered
    friend bool operator==(const LayoutChoices&, const LayoutChoices&) = default;
};

PanelChoice& choice_of(LayoutChoices& choices, Panel panel);

struct PanelRect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
    [[nodiscard]] float right() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
};

/// All parts of one window; hidden ones are empty.
struct FrameLayout {
    PanelRect top;
    PanelRect left;
    PanelRect sentence;
    PanelRect map;
    PanelRect right;
    PanelRect bottom;          ///< with its row of tabs
    bool bottom_open = false;  ///< false: the row of tabs alone
    PanelRect status;
};

inline constexpr float tab_row_px = 36;

/// Lays out a window.
FrameLayout arrange(const LayoutChoices& choices, float width_px, float height_px);

/// The size a panel has, as `arrange` would give it if it were shown.
float panel_size_px(const LayoutChoices& choices, Panel panel, float width_px, float height_px);

/// Whether a panel is shown, without regard to the full map.
bool panel_shown(const LayoutChoices& choices, Panel panel, float width_px, float height_px);

/// Shows or hides a panel; leaves the full map.
void toggle_panel(LayoutChoices& choices, Panel panel, float width_px, float height_px);

/// Drags the border of a panel: a panel pulled to less than half its least size closes, and one
/// pulled open from there comes back.
/// @param size_px  as wanted by the hand
void drag_panel(LayoutChoices& choices, Panel panel, float size_px);

}  // namespace miraimap::gui
