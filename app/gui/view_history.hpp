// SPDX-License-Identifier: MIT
// Places the map has shown, to go back to and forward again.
//
// Promises: a jump (to a region, a place, a scale) is a step, however soon another follows. Where
// the hand moves the map, a place counts once it has stood still for a moment, so a drag or a turn
// of the wheel is one step. A resized window is none; going somewhere new forgets what lay ahead.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "shapes/scene.hpp"

namespace miraimap::gui {

/// What the map shows, without the size of its window.
struct ViewPlace {
    MapPoint centre;
    double metres_per_px = 0;
    bool home = false;  ///< the national view, whatever its size
    MapLayout layout = MapLayout::country;
};

/// True if a reader would call them the same place.
bool same_place(const ViewPlace& a, const ViewPlace& b);

class ViewHistory {
public:
    /// Tells what is shown at a time; call it every frame.
    /// @param jumped  it was reached at one stroke since the last frame
    void observe(const ViewPlace& shown, double now_s, bool jumped);
    /// The place before the one shown, which then lies ahead. Empty at the end.
    std::optional<ViewPlace> back(const ViewPlace& shown);
    std::optional<ViewPlace> forward(const ViewPlace& shown);
    [[nodiscard]] bool has_back() const { return !back_.empty() || is_on_the_way(); }
    [[nodiscard]] bool has_forward() const { return !forward_.empty() && !is_on_the_way(); }

private:
    /// What is shown has not become a step yet.
    [[nodiscard]] bool is_on_the_way() const;
    /// Makes what was shown last a step.
    void settle();

    std::vector<ViewPlace> back_;
    std::vector<ViewPlace> forward_;
    std::optional<ViewPlace> last_;     ///< shown in the last frame
    std::optional<ViewPlace> settled_;  ///< the last one that was a step
    double changed_s_ = 0;
};

}  // namespace miraimap::gui
