// SPDX-License-Identifier: MIT
#include "app/gui/map_moves.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "app/gui/panel_actions.hpp"
#include "app/gui/scene_compare.hpp"
#include "app/gui/utf8.hpp"
#include "geo/place/prefecture.hpp"
#include "shapes/free_view.hpp"
#include "shapes/islands.hpp"

namespace miraimap::gui {
namespace {

constexpr double closest_metres_per_px = 2;
constexpr double country_margin = 0.03;
/// A small place is not blown up beyond this.
constexpr double smallest_box_m = 20000;

/// The whole country can be seen in a map of any size.
double farthest_metres_per_px(const AppState& state) {
    constexpr double usual = 8000;
    const View& view = state.view;
    if (!state.loaded || view.width_px <= 0 || view.height_px <= 0) {
        return usual;
    }
    const MapBox& extent = shown_shapes(state).extent;
    return std::max({usual, extent.width_m() / view.width_px, extent.height_m() / view.height_px});
}

/// Keeps the scale in its limits and the country in sight.
void keep_in_sight(AppState& state) {
    View& view = state.view;
    view.metres_per_px =
        std::clamp(view.metres_per_px, closest_metres_per_px, farthest_metres_per_px(state));
    if (state.loaded && !shown_shapes(state).extent.empty()) {
        const MapBox& extent = shown_shapes(state).extent;
        view.centre.x_m = std::clamp(view.centre.x_m, extent.min_x_m, extent.max_x_m);
        view.centre.y_m = std::clamp(view.centre.y_m, extent.min_y_m, extent.max_y_m);
    }
}

/// A box that is not blown up beyond what a reader wants to see of it.
MapBox grown(MapBox box) {
    const double grow_x_m = std::max(0.0, smallest_box_m - box.width_m()) / 2;
    const double grow_y_m = std::max(0.0, smallest_box_m - box.height_m()) / 2;
    return {box.min_x_m - grow_x_m, box.min_y_m - grow_y_m, box.max_x_m + grow_x_m,
            box.max_y_m + grow_y_m};
}

/// A box as it was asked for, whatever covers the map.
void show_box(AppState& state, const MapBox& box, double margin) {
    if (box.empty() || state.view.width_px <= 0 || state.view.height_px <= 0) {
        return;
    }
    state.view_jumped = true;
    state.view = View::fit(grown(box), state.view.width_px, state.view.height_px, margin);
    keep_in_sight(state);
}

/// The whole tile grid in the south-east, beside the buttons on the right; the legend has the open
/// sea in the north-west.
View grid_view(const View& shown, const MapBox& box) {
    constexpr double buttons_px = 62;
    constexpr double margin_px = 12;
    if (box.empty() || shown.width_px <= 2 * buttons_px || shown.height_px <= 4 * margin_px) {
        return View::fit(box, shown.width_px, shown.height_px, 0.03);
    }
    View view = shown;
    view.metres_per_px = std::max(box.width_m() / (view.width_px - buttons_px - margin_px),
                                  box.height_m() / (view.height_px - 2 * margin_px));
    view.centre.x_m = box.max_x_m + (buttons_px - view.width_px / 2) * view.metres_per_px;
    view.centre.y_m = box.min_y_m + (view.height_px / 2 - margin_px) * view.metres_per_px;
    return view;
}

/// The largest view of the parts beside what covers the map.
void show_parts(AppState& state, std::vector<MapBox> parts, double margin) {
    if (parts.empty() || state.view.width_px <= 0 || state.view.height_px <= 0) {
        return;
    }
    state.view = free_view({std::move(parts), state.view.width_px, state.view.height_px, margin,
                            state.covered})
                     .view;
    keep_in_sight(state);
}

void show_places(AppState& state, const std::vector<int>& places, double margin) {
    std::vector<MapBox> parts;
    MapBox around;
    for (const int place : places) {
        const MapBox& box = shown_shapes(state).boxes[static_cast<std::size_t>(place)];
        if (!box.empty()) {
            parts.push_back(box);
            around.add(box);
        }
    }
    if (parts.empty()) {
        return;
    }
    if (around.width_m() < smallest_box_m && around.height_m() < smallest_box_m) {
        parts = {grown(around)};
    }
    leave_page(state);
    state.home = false;
    state.view_jumped = true;
    show_parts(state, std::move(parts), margin);
}

void show_prefectures(AppState& state, std::vector<int> prefectures, double margin) {
    state.home = false;
    show_parts(state,
               prefecture_parts(state.loaded->world->catalogue, shown_shapes(state), prefectures),
               margin);
    state.shown_whole = {std::move(prefectures), margin, state.view};
}

void show_country(AppState& state) {
    const Catalogue& catalogue = state.loaded->world->catalogue;
    const MapShapes& shapes = shown_shapes(state);
    if (state.request.layout == MapLayout::tiles) {
        state.view = grid_view(state.view, main_islands(catalogue, shapes));
        keep_in_sight(state);
    } else if (has_room_for_insets(state.view)) {
        show_parts(state, main_island_parts(catalogue, shapes), country_margin);
    } else {
        show_box(state, whole_chain(catalogue, shapes), country_margin);
    }
}

}  // namespace

void show_focus(AppState& state) {
    if (state.wanted_view && state.loaded && state.view.width_px > 0) {
        state.home = false;
        show_box(state, *state.wanted_view, 0);
        state.wanted_view.reset();
        return;
    }
    const std::vector<int>& focus = state.request.filter.prefectures;
    if (focus.empty()) {
        go_home(state);
    } else {
        state.view_jumped = true;
        show_prefectures(state, focus, 0.06);
    }
}

void take_covered(AppState& state, std::vector<PixelBox> covered) {
    if (covered == state.covered) {
        return;
    }
    state.covered = std::move(covered);
    if (!state.loaded || state.view.width_px <= 0) {
        return;
    }
    if (state.home) {
        show_country(state);
    } else if (state.shown_whole && same_view(state.shown_whole->view, state.view)) {
        show_prefectures(state, state.shown_whole->prefectures, state.shown_whole->margin);
    }
}

void set_map_layout(AppState& state, MapLayout layout) {
    state.layout.map = layout;
    if (layout == state.request.layout) {
        return;
    }
    int prefecture = 0;
    if (state.loaded && !state.home) {
        const int middle = shown_geometry(state).picker->at(state.view.centre).value_or(-1);
        if (middle >= 0) {
            prefecture =
                state.loaded->world->catalogue.municipalities[static_cast<std::size_t>(middle)]
                    .prefecture;
        }
    }
    state.request.layout = layout;
    state.hovered = -1;
    state.cursor.reset();
    if (prefecture > 0) {
        zoom_to_prefecture(state, prefecture);
    } else {
        go_home(state);
    }
}

std::string view_text(const AppState& state) {
    // An export holds a view in the default projection.
    if (state.home || state.request.layout == MapLayout::tiles || state.request.map_crs != 0) {
        return {};
    }
    return view_words(state.view.box());
}

bool has_room_for_insets(const View& view) {
    constexpr double least_width_px = 400;
    constexpr double least_height_px = 300;
    return view.width_px >= least_width_px && view.height_px >= least_height_px;
}

const Projection& projection_of(const AppState& state) {
    static int map_crs = 0;
    static Projection projection = map_projection(map_crs);
    if (state.loaded->world->map_crs != map_crs) {
        map_crs = state.loaded->world->map_crs;
        projection = map_projection(map_crs);
    }
    return projection;
}

void go_home(AppState& state) {
    state.view_jumped = true;
    state.home = true;
    if (!state.loaded || state.view.width_px <= 0 || state.view.height_px <= 0) {
        return;
    }
    show_country(state);
}

double free_height_on_grid_px(const AppState& state) {
    if (!state.loaded) {
        return 0;
    }
    // Nagasaki is the most western tile of the uppermost row that reaches the western edge.
    constexpr std::size_t nagasaki = 41;
    const MapShapes& tiles = *state.loaded->tiles.shapes;
    const View view = grid_view(state.view, tiles.extent);
    return view.y_px({0, tiles.prefecture_boxes[nagasaki].max_y_m});
}

void zoom_to_municipality(AppState& state, int municipality) {
    if (state.loaded && municipality >= 0) {
        show_places(state, {municipality}, 0.25);
    }
}

void zoom_to_prefecture(AppState& state, int prefecture) {
    if (!state.loaded) {
        return;
    }
    leave_page(state);
    state.view_jumped = true;
    show_prefectures(state, {prefecture}, 0.06);
}

void zoom_to_region(AppState& state, int region) {
    if (!state.loaded) {
        return;
    }
    leave_page(state);
    std::vector<int> members;
    for (const Prefecture& prefecture : prefectures()) {
        if (prefecture.region == region) {
            members.push_back(prefecture.number);
        }
    }
    state.view_jumped = true;
    show_prefectures(state, std::move(members), country_margin);
}

void zoom_to_box(AppState& state, const MapBox& box) {
    leave_page(state);
    state.home = false;
    show_box(state, box, 0);
}

void zoom_to_chosen(AppState& state) {
    if (state.loaded) {
        show_places(state, state.chosen.places, 0.25);
    }
}

void zoom_to_places(AppState& state, const std::vector<int>& places, double margin) {
    if (state.loaded) {
        show_places(state, places, margin);
    }
}

void zoom_at(AppState& state, double factor, double x_px, double y_px) {
    if (state.view.width_px <= 0) {
        return;
    }
    const MapPoint before = state.view.at_px(x_px, y_px);
    state.view.metres_per_px = std::clamp(state.view.metres_per_px / factor, closest_metres_per_px,
                                          farthest_metres_per_px(state));
    const MapPoint after = state.view.at_px(x_px, y_px);
    state.view.centre.x_m += before.x_m - after.x_m;
    state.view.centre.y_m += before.y_m - after.y_m;
    state.home = false;
    keep_in_sight(state);
}

void show_at(AppState& state, MapPoint point, double metres_per_px, double x_px, double y_px) {
    state.view.metres_per_px =
        std::clamp(metres_per_px, closest_metres_per_px, farthest_metres_per_px(state));
    const MapPoint there = state.view.at_px(x_px, y_px);
    state.view.centre.x_m += point.x_m - there.x_m;
    state.view.centre.y_m += point.y_m - there.y_m;
    state.home = false;
    keep_in_sight(state);
}

void pan_by(AppState& state, double dx_px, double dy_px) {
    state.view.centre.x_m -= dx_px * state.view.metres_per_px;
    state.view.centre.y_m += dy_px * state.view.metres_per_px;
    state.home = false;
    keep_in_sight(state);
}

void resize_view(AppState& state, double width_px, double height_px) {
    if (state.view.width_px == width_px && state.view.height_px == height_px) {
        return;
    }
    const bool first = state.view.width_px <= 0;
    const bool whole = state.shown_whole && same_view(state.shown_whole->view, state.view);
    state.view.width_px = width_px;
    state.view.height_px = height_px;
    if (first) {
        show_focus(state);
    } else if (state.home) {
        go_home(state);
    } else if (whole) {
        show_prefectures(state, state.shown_whole->prefectures, state.shown_whole->margin);
    }
}

double scale_denominator(const View& view) {
    constexpr double metres_per_css_px = 0.0254 / 96;
    return view.ground_m_per_px() / metres_per_css_px;
}

long long shown_scale(const View& view) {
    const double n = std::max(scale_denominator(view), 1.0);
    const double unit = std::pow(10.0, std::max(0.0, std::floor(std::log10(n)) - 2));
    return std::llround(n / unit) * static_cast<long long>(unit);
}

std::optional<double> parse_scale(const std::string& text) {
    std::string digits;
    double unit = 1;
    bool ratio = false;
    for (char32_t c : decode_utf8(text)) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            c -= 0xFF01 - U'!';
        }
        if (c >= U'0' && c <= U'9' && unit == 1) {
            digits += static_cast<char>(c);
        } else if (c == U'.' && unit == 1) {
            digits += '.';
        } else if (c == U':') {
            // What stands before it is the 1 of 1:n.
            if (digits != "1" || ratio) {
                return std::nullopt;
            }
            ratio = true;
            digits.clear();
        } else if (c == U'万' && unit == 1) {
            unit = 1e4;
        } else if (c != U' ' && c != U',' && c != 0x3000 && c != U'、') {
            return std::nullopt;
        }
    }
    double value = 0;
    const char* end = digits.data() + digits.size();
    const auto [rest, problem] = std::from_chars(digits.data(), end, value);
    if (problem != std::errc() || rest != end || !(value > 0) || !std::isfinite(value * unit)) {
        return std::nullopt;
    }
    return value * unit;
}

void set_scale(AppState& state, double n) {
    if (n > 0) {
        state.view_jumped = true;
        zoom_at(state, scale_denominator(state.view) / n, state.view.width_px / 2,
                state.view.height_px / 2);
    }
}

}  // namespace miraimap::gui
