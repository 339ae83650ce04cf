// SPDX-License-Identifier: MIT
// What the command palette and the tools on the map remember between frames.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/facet_commands.hpp"
#include "app/gui/place_set.hpp"
#include "shapes/scene.hpp"

namespace miraimap::gui {

struct PaletteState {
    bool open_wanted = false;
    bool open = false;
    std::array<char, 128> text{};
    std::vector<FacetCommand> facets;  ///< of the loaded data
    std::vector<int> hits;             ///< indices into all_commands(), then into `facets`
    int marked = 0;
    std::vector<std::string> recent;  ///< ids, the last used first
};

/// The tool that zooms to a rectangle.
struct ZoomBoxState {
    bool armed = false;  ///< the next drag draws the rectangle
    bool cross = false;  ///< the map is moved by keyboard: its centre is marked
};

/// A position on the map, in pixels of the interface scale 1.
struct PixelPoint {
    double x_px = 0;
    double y_px = 0;
    friend bool operator==(const PixelPoint&, const PixelPoint&) = default;
};

/// Tools that choose places until they are laid down.
enum class ChoiceTool : std::uint8_t { none, lasso, brush };

/// A shape that chooses places (map_choice_tool.hpp).
struct MapChoice {
    ChoiceTool tool = ChoiceTool::none;
    bool drawing = false;
    SetChange how = SetChange::replace;
    std::vector<PixelPoint> path;  ///< of the hand since it was put down
    PlaceSet before;               ///< chosen when it was put down
    /// Places that tables, charts and lists are narrowed to, ascending; empty: to none.
    std::optional<std::vector<int>> brush;
    std::optional<std::vector<int>> brush_before;  ///< when the hand was put down
    std::optional<MapBox> brush_box;  ///< drawn on the map, as long as it is all of the brush
};

}  // namespace miraimap::gui
