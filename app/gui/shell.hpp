// SPDX-License-Identifier: MIT
// The frame around the panels: where each stands, and the scene for the map.
//
// Promises: the scene is made anew only if the view, the counts, the theme or the language changed.
#pragma once

#include <memory>
#include <optional>

#include "app/gui/frame_layout.hpp"
#include "app/gui/map_painter.hpp"
#include "app/gui/map_room.hpp"
#include "app/gui/ui.hpp"

namespace miraimap::gui {

class Shell {
public:
    /// Draws all panels. True if another frame is needed at once.
    bool draw(const Ui& ui);
    /// The map as it is to be painted below the panels; null before anything is loaded and while a
    /// page stands in its place.
    [[nodiscard]] const Scene* scene() const { return scene_ && map_shown_ ? &*scene_ : nullptr; }
    /// Where the map stands.
    [[nodiscard]] MapFrame map_frame(int window_height_px, float scale) const;

private:
    /// What the scene was made from.
    struct SceneKey {
        View view;
        long long snapshot = -1;
        Theme theme = Theme::light;
        Lang lang = Lang::ja;
        float scale = 0;
        bool insets = false;
        LegendForm legend = LegendForm::names;
        MapColour colour = MapColour::grade;
        MapLayout layout = MapLayout::country;
        Vision vision = Vision::usual;
        int outlined_gaps = 0;
        const AnalysisAnswer* answer = nullptr;  ///< whose regions or distances it shows
        std::vector<int> chosen;                 ///< whose names come first
    };
    void make_scene(const Ui& ui);
    bool draw_body(const Ui& ui, const FrameLayout& frame);
    void mark_regions(const Ui& ui);
    void mark_neighbours(const Ui& ui);

    ImVec2 map_low_;
    ImVec2 map_extent_;
    bool map_shown_ = true;
    std::optional<Scene> scene_;
    SceneKey key_;
    MapRoom room_;
};

}  // namespace miraimap::gui
