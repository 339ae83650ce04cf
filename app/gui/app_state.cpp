// SPDX-License-Identifier: MIT
#include "app/gui/app_state.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <set>
#include <utility>

#include "app/gui/panel_actions.hpp"
#include "app/gui/utf8.hpp"
#include "geo/place/prefecture.hpp"
#include "shapes/insets.hpp"

namespace miraimap::gui {
namespace {

constexpr double closest_metres_per_px = 2;
/// A small place is not blown up beyond this.
constexpr double smallest_box_m = 20000;

void count_anew(AppState& state) {
    state.snapshot = make_snapshot(state.request, state.loaded->world, state.analysis.user_table);
    state.facets = count_facets(state.request.filter, *state.loaded->world);
    ++state.snapshot_version;
    const std::string& text = state.request.filter.text;
    const std::size_t length = std::min(text.size(), state.text_filter.size() - 1);
    if (std::strncmp(state.text_filter.data(), text.c_str(), state.text_filter.size()) != 0) {
        state.text_filter.fill('\0');
        std::copy_n(text.begin(), length, state.text_filter.begin());
    }
}

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

void show_box(AppState& state, MapBox box, double margin) {
    if (box.empty() || state.view.width_px <= 0 || state.view.height_px <= 0) {
        return;
    }
    const double grow_x_m = std::max(0.0, smallest_box_m - box.width_m()) / 2;
    const double grow_y_m = std::max(0.0, smallest_box_m - box.height_m()) / 2;
    box.min_x_m -= grow_x_m;
    box.max_x_m += grow_x_m;
    box.min_y_m -= grow_y_m;
    box.max_y_m += grow_y_m;
    state.view_jumped = true;
    state.view = View::fit(box, state.view.width_px, state.view.height_px, margin);
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

/// The map follows the prefectures of the filter.
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
        return;
    }
    state.home = false;
    show_box(state, prefecture_box(state.loaded->world->catalogue, shown_shapes(state), focus),
             0.06);
}

}  // namespace

void take_loaded(AppState& state, std::shared_ptr<const Loaded> loaded) {
    if (!state.loaded || state.loaded->world != loaded->world) {
        // What points into other places is worth nothing here; a table is joined anew.
        state.analysis.answer.reset();
        state.analysis.user_table.reset();
        state.analysis.tried.clear();
        state.analysis.hovered_region = state.analysis.chosen_region = -1;
        if (state.loaded) {
            const Catalogue& before = state.loaded->world->catalogue;
            state.chosen = moved_to(state.chosen, before, loaded->world->catalogue);
            move_history(state, before, loaded->world->catalogue);
        }
    }
    state.loaded = std::move(loaded);
    state.answers = {};
    state.modes.shown.reset();
    state.step = LoadStep::done;
    const World& world = *state.loaded->world;
    state.unfiltered =
        cover(world.catalogue, world.join, apply_filter({}, world.selections, world.join));
    state.links = link_places(world);
    state.palette.facets = make_facet_commands(world);
    state.hovered = -1;
    state.hovered_group.clear();
    count_anew(state);
    show_focus(state);
}

void recount(AppState& state) {
    if (state.loaded) {
        count_anew(state);
    }
}

void show_filter(AppState& state, const Filter& filter) {
    const bool other_focus = filter.prefectures != state.request.filter.prefectures;
    state.request.filter = filter;
    count_anew(state);
    if (other_focus) {
        show_focus(state);
    }
}

void choose(AppState& state, int municipality) {
    choose(state, SetChange::replace,
           municipality < 0 ? std::vector<int>{} : std::vector<int>{municipality});
}

void choose(AppState& state, SetChange how, const std::vector<int>& places) {
    change(state.chosen, how, places);
}

std::string chosen_code(const AppState& state) {
    if (state.chosen.empty() || !state.loaded) {
        return {};
    }
    return state.loaded->world->catalogue
        .municipalities[static_cast<std::size_t>(state.chosen.primary)]
        .code;
}

int selections_of_chosen(const AppState& state) {
    std::set<int> seen;
    for (const int place : state.chosen.places) {
        for (const Hold& hold : state.snapshot.coverage[static_cast<std::size_t>(place)].holds) {
            const Passed& passed = state.snapshot.passed[static_cast<std::size_t>(hold.passed)];
            if (passed.counted) {
                seen.insert(passed.selection);
            }
        }
    }
    return static_cast<int>(seen.size());
}

MapGeometry shown_geometry(const AppState& state) {
    const Loaded& loaded = *state.loaded;
    return state.request.layout == MapLayout::tiles
               ? loaded.tiles
               : MapGeometry{loaded.shapes, loaded.mesh, loaded.ground, loaded.picker};
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
    if (state.home || state.request.layout == MapLayout::tiles) {
        return {};
    }
    return view_words(state.view.box());
}

bool has_room_for_insets(const View& view) {
    constexpr double least_width_px = 400;
    constexpr double least_height_px = 300;
    return view.width_px >= least_width_px && view.height_px >= least_height_px;
}

void go_home(AppState& state) {
    state.view_jumped = true;
    state.home = true;
    if (!state.loaded || state.view.width_px <= 0 || state.view.height_px <= 0) {
        return;
    }
    const Catalogue& catalogue = state.loaded->world->catalogue;
    const MapBox box = has_room_for_insets(state.view)
                           ? main_islands(catalogue, shown_shapes(state))
                           : whole_chain(catalogue, shown_shapes(state));
    if (state.request.layout == MapLayout::tiles) {
        state.view = grid_view(state.view, box);
        keep_in_sight(state);
    } else {
        show_box(state, box, 0.03);
    }
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
    if (!state.loaded || municipality < 0) {
        return;
    }
    leave_page(state);
    state.home = false;
    show_box(state, shown_shapes(state).boxes[static_cast<std::size_t>(municipality)], 0.25);
}

void zoom_to_prefecture(AppState& state, int prefecture) {
    if (!state.loaded) {
        return;
    }
    leave_page(state);
    state.home = false;
    show_box(state,
             prefecture_box(state.loaded->world->catalogue, shown_shapes(state), {prefecture}),
             0.06);
}

void zoom_to_region(AppState& state, int region) {
    if (!state.loaded) {
        return;
    }
    std::vector<int> members;
    for (const Prefecture& prefecture : prefectures()) {
        if (prefecture.region == region) {
            members.push_back(prefecture.number);
        }
    }
    zoom_to_box(state, prefecture_box(state.loaded->world->catalogue, shown_shapes(state), members),
                0.03);
}

void zoom_to_box(AppState& state, const MapBox& box, double margin) {
    leave_page(state);
    state.home = false;
    show_box(state, box, margin);
}

void zoom_to_chosen(AppState& state) {
    MapBox box;
    for (const int place : state.chosen.places) {
        const MapBox& one = shown_shapes(state).boxes[static_cast<std::size_t>(place)];
        if (!one.empty()) {
            box.add(one);
        }
    }
    if (!box.empty()) {
        leave_page(state);
        state.home = false;
        show_box(state, box, 0.25);
    }
}

void zoom_to_places(AppState& state, const std::vector<int>& places) {
    if (!state.loaded || places.empty()) {
        return;
    }
    MapBox box;
    for (const int place : places) {
        box.add(shown_shapes(state).boxes[static_cast<std::size_t>(place)]);
    }
    leave_page(state);
    state.home = false;
    show_box(state, box, 0.08);
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
    state.view.width_px = width_px;
    state.view.height_px = height_px;
    if (first) {
        show_focus(state);
    } else if (state.home) {
        go_home(state);
    }
}

double scale_denominator(const View& view) {
    constexpr double metres_per_css_px = 0.0254 / 96;
    return view.metres_per_px / metres_per_css_px;
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
