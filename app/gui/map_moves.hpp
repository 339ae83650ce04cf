// SPDX-License-Identifier: MIT
// Where the map looks: the whole country, a place shown whole, zooming and panning by hand.
//
// All sizes are in pixels of the interface scale 1. What is shown whole keeps clear of the legend
// and the buttons over the map as far as it can (shapes/free_view.hpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/gui/app_state.hpp"

namespace miraimap::gui {

/// Shows another layout, with the prefecture that is in the middle of the map now; the layout is
/// remembered.
void set_map_layout(AppState& state, MapLayout layout);

/// The part of the map on the screen as ExportOptions::view; "" for the whole country
/// and for the tile grid, which is no part of a map.
std::string view_text(const AppState& state);
/// Height of the open sea in the west of the whole tile grid, in a map of this size.
double free_height_on_grid_px(const AppState& state);
/// Whether the map is large enough for frames with the far islands; else the whole country is
/// shown with them.
bool has_room_for_insets(const View& view);
/// The projection of the loaded map, made anew only where it is another one. Used by the window's
/// thread only.
const Projection& projection_of(const AppState& state);
/// Shows the part that the command line asked for, else the filter's prefectures, else the country.
void show_focus(AppState& state);
/// What covers the map now; a view that shows something whole follows it.
void take_covered(AppState& state, std::vector<PixelBox> covered);
/// Shows the whole country.
void go_home(AppState& state);
/// Shows one municipality or prefecture whole.
void zoom_to_municipality(AppState& state, int municipality);
void zoom_to_prefecture(AppState& state, int prefecture);
/// Shows all chosen places whole; nothing if there are none.
void zoom_to_chosen(AppState& state);
/// Shows several municipalities whole.
void zoom_to_places(AppState& state, const std::vector<int>& places, double margin = 0.08);
/// Shows all municipalities of one of regions() (index).
void zoom_to_region(AppState& state, int region);
/// Shows a part of the map as it was asked for, whatever covers it.
void zoom_to_box(AppState& state, const MapBox& box);
/// Zooms by a factor (> 1: closer) and keeps the map point under the pixel where it is.
void zoom_at(AppState& state, double factor, double x_px, double y_px);
/// Shows a map point under a pixel at a scale, e.g. what an inset shows there.
void show_at(AppState& state, MapPoint point, double metres_per_px, double x_px, double y_px);
/// Moves the map with the hand.
void pan_by(AppState& state, double dx_px, double dy_px);
/// The map got another size; the centre stays.
void resize_view(AppState& state, double width_px, double height_px);
/// n of the scale 1:n at 96 pixels per inch.
double scale_denominator(const View& view);
/// The same to three significant digits, so that the number does not flicker.
long long shown_scale(const View& view);
/// n of a typed scale: "1:500,000", "500000", "１：５０万", "50万"; empty if it is none.
std::optional<double> parse_scale(const std::string& text);
/// Shows the map at 1:n, the centre stays; n is kept in the map's limits.
void set_scale(AppState& state, double n);

}  // namespace miraimap::gui
