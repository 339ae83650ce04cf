// SPDX-License-Identifier: MIT
// The map window: opens at once, loads in the background, sleeps when nothing happens.
//
// Promises: an error while loading or exporting becomes a notice in the window, never a crash.
// Does not: parse words; the caller hands over a finished request.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "app/core/request.hpp"
#include "shapes/map_shapes.hpp"
#include "shapes/style.hpp"

namespace miraimap::gui {

/// When the guided tour is shown.
enum class ShowTour : std::uint8_t {
    offer,  ///< offered at the very first start
    now,
    never,  ///< unless the reader asks for it
};

struct WindowOptions {
    int width_px = 1280;  ///< at scale 1
    int height_px = 800;
    // What was not said is as last time.
    std::optional<Theme> theme;
    std::optional<double> scale;      ///< interface scale on top of the monitor's, 0.75..3
    bool lang_said = false;           ///< the request's language was asked for
    bool colour_said = false;         ///< the request's map mode was asked for
    std::optional<MapBox> view;       ///< the part of the map to open with, in the map's projection
    std::optional<MapLayout> layout;  ///< empty: as last time (the map, with a view or a session)
    ShowTour tour = ShowTour::offer;
    /// The window's state as JSON, written anew whenever it changes; empty: none.
    std::filesystem::path debug_dump;
    std::filesystem::path cache;    ///< folder of the cache; empty: without one
    std::filesystem::path session;  ///< to open; what the request filters by wins
};

/// Opens the window and returns when it is closed.
/// @returns 0, or 3 if there is no display or no OpenGL 3.3 (said on stderr in both languages)
int run_window(const Request& request, const WindowOptions& options);

}  // namespace miraimap::gui
