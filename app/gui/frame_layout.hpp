// SPDX-License-Identifier: MIT
// Where every panel of the window stands: filters left, map in the centre, details right, tables
// and charts at the bottom.
//
// Promises: pure numbers, in pixels of the interface scale 1; the parts never overlap and fill the
// window. What the reader chose is kept as far as the window has room, and comes back when it has:
// a panel that would leave the map less than its least is left out, and shown in the map's place
// (as a page) if the reader asks for it all the same. Bars are lower in a low window.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "geo/text.hpp"
#include "shapes/legend.hpp"
#include "shapes/map_shapes.hpp"
#include "shapes/style.hpp"

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

inline constexpr double smallest_interface_scale = 0.75;
inline constexpr double largest_interface_scale = 3;

/// How the window looks, as the reader set it; empty: never set.
struct LookChoices {
    std::optional<Lang> lang;
    std::optional<Theme> theme;
    std::optional<double> scale;  ///< of the interface
    std::optional<MapColour> colour;
    friend bool operator==(const LookChoices&, const LookChoices&) = default;
};

struct LayoutChoices {
    PanelChoice left;
    PanelChoice right;
    PanelChoice bottom;        ///< not shown: only its row of tabs stands there
    std::string tab;           ///< key of the bottom tab; "" or unknown: the first
    bool tall_bottom = false;  ///< the bottom panel takes more than half of the height
    std::map<std::string, TableLayout>
        tables;  ///< by the table's key; only those that were changed
    MapLayout map = MapLayout::country;
    LookChoices look;
    std::set<std::string> folded;  ///< sections of the filters whose content is hidden
    bool full_map = false;         ///< only map, sentence and status line; not remembered
    /// Asked for last: the first to be shown where not all have room; not remembered.
    std::optional<Panel> front = {};
    bool tour_offered = false;  ///< the guided tour was offered once
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

/// Heights of the bars; a low window has lower ones, a very low one no row of tabs.
struct BarHeights {
    float top = 0;
    float sentence = 0;
    float status = 0;
    float tabs = 0;
};
BarHeights bar_heights(float height_px);

/// All parts of one window; hidden ones are empty.
struct FrameLayout {
    PanelRect top;
    PanelRect left;
    PanelRect sentence;
    PanelRect map;
    PanelRect right;
    PanelRect bottom;           ///< with its row of tabs
    bool bottom_open = false;   ///< false: the row of tabs alone
    std::optional<Panel> page;  ///< stands in the place of sentence and map, which are empty then
    PanelRect status;
};

/// Lays out a window.
/// @param roomy_tab  the bottom tab needs more height than others, as long as nobody set one
FrameLayout arrange(const LayoutChoices& choices, float width_px, float height_px,
                    bool roomy_tab = false);

/// Whether the panel alone and the least map fit beside each other; else it is shown as a page.
bool has_room(Panel panel, float width_px, float height_px);

/// Whether a panel is shown, without regard to the full map.
bool panel_shown(const LayoutChoices& choices, Panel panel, float width_px, float height_px);

/// Shows a panel, as a page if it has no room beside the map; leaves the full map.
void show_panel(LayoutChoices& choices, Panel panel, float width_px, float height_px);

/// Hides a panel. A page is only closed: what is chosen for larger windows stays.
void hide_panel(LayoutChoices& choices, Panel panel, float width_px, float height_px);

/// Shows or hides a panel; leaves the full map.
void toggle_panel(LayoutChoices& choices, Panel panel, float width_px, float height_px);

/// Makes the bottom panel tall, or as it was before; shows it.
void toggle_tall_bottom(LayoutChoices& choices, float width_px, float height_px);

/// Drags the border of a panel: a panel pulled to less than half its least size closes, and one
/// pulled open from there comes back.
/// @param size_px  as wanted by the hand
void drag_panel(LayoutChoices& choices, Panel panel, float size_px);

/// Makes a panel larger or smaller by a step from the size it has; a hidden one is shown first. It
/// stays at its least: hiding it is another wish.
/// @param roomy_tab  as for `arrange`
void resize_panel(LayoutChoices& choices, Panel panel, float step_px, float width_px,
                  float height_px, bool roomy_tab = false);

/// All three panels as they are before anyone dragged or hid one.
void forget_panel_sizes(LayoutChoices& choices);

}  // namespace miraimap::gui
