// SPDX-License-Identifier: MIT
// What lies over the map, and how much of the legend is shown beside the country.
//
// Promises: the map stands still while modes are compared, because it keeps clear of the largest
// legend of all modes; in a window that is too small for that each mode has the legend it has room
// for.
#pragma once

#include <optional>
#include <vector>

#include "app/gui/legend_card.hpp"
#include "shapes/legend.hpp"

namespace miraimap::gui {

/// Size of the map's words in the window.
inline constexpr double map_text_scale = 1.1;

/// Whether the map has discs for small places.
bool explains_markers(const AppState& state, MapColour colour);
/// As much of a scene as the size of its legend depends on.
Scene legend_scene(const AppState& state, const Classification& classes);
/// Places over the map that belong to the legend, the buttons, the mode and the scale bar.
std::vector<PixelBox> reserved_places(const Ui& ui, const Scene& legend);

/// Whether the frames of far islands find a place beside these as they do without.
bool frames_fit(const AppState& state, const std::vector<PixelBox>& reserved);

class MapRoom {
public:
    /// The places over the map: now, and in whatever mode.
    struct Reserved {
        std::vector<PixelBox> now;
        std::vector<PixelBox> always;
    };
    /// Decides how much of the legend is shown, and moves the view of the whole country clear of
    /// what lies over the map.
    Reserved make(const Ui& ui, const Scene& legend);

private:
    /// How large the country can be beside what covers the map, and for what that holds.
    struct CountryRoom {
        const MapShapes* shapes = nullptr;
        double width_px = 0;
        double height_px = 0;
        std::vector<PixelBox> covered;
        double share = 0;
    };
    /// What the legends of all modes say, and for what that holds.
    struct AllLegends {
        long long snapshot = -1;
        const AnalysisAnswer* answer = nullptr;
        MapLayout layout = MapLayout::country;
        std::vector<Scene> legends;
    };
    double share_beside(const Ui& ui, const std::vector<PixelBox>& covered);
    const std::vector<Scene>& legends_of_all_modes(const Ui& ui);
    LegendShape largest_legend(const Ui& ui, LegendForm form);
    std::optional<LegendShape> common_card(const Ui& ui);
    LegendForm form_of(const Ui& ui, const Scene& legend, const std::optional<LegendShape>& common);

    std::vector<CountryRoom> rooms_;  ///< what was found out last
    AllLegends all_legends_;
};

}  // namespace miraimap::gui
