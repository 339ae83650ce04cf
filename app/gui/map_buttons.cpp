// SPDX-License-Identifier: MIT
// The buttons over the map: closer, further, whole country, full map, tile grid.
#include <algorithm>
#include <cstdlib>

#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr double factor = 1.6;
constexpr int count = 5;
constexpr float edge_px = 34;
constexpr float usual_margin_px = 14;
constexpr float low_margin_px = 6;

/// One column, as long as the map is high enough for it.
int columns_of(const AppState& state) {
    const auto height = static_cast<float>(state.view.height_px);
    for (const int columns : {1, 2}) {
        const int rows = (count + columns - 1) / columns;
        const float margin = columns == 1 ? usual_margin_px : low_margin_px;
        if (height >= edge_px * static_cast<float>(rows) + 2 * margin) {
            return columns;
        }
    }
    return count;
}

/// Draws the next button. True if clicked.
struct Row {
    const Ui& ui;
    ImVec2 at;
    int columns;
    int next = 0;

    bool button(const char* id, Icon icon, T hint) {
        const float edge = ui.px(edge_px);
        const std::div_t place = std::div(next++, columns);
        const auto column = static_cast<float>(place.rem);
        const auto row = static_cast<float>(place.quot);
        ImGui::SetCursorScreenPos({at.x + column * edge, at.y + row * edge});
        return icon_button(ui, id, icon, ui.tr(hint), true, edge_px);
    }
};

void ground(const Ui& ui, ImVec2 at, int columns) {
    const float edge = ui.px(edge_px);
    const int rows = (count + columns - 1) / columns;
    const ImVec2 end(at.x + edge * static_cast<float>(columns),
                     at.y + edge * static_cast<float>(rows));
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled({at.x, at.y + ui.px(2)}, {end.x, end.y + ui.px(3)}, ui.colours.shadow,
                        ui.px(size::rounding_px));
    list->AddRectFilled(at, end, ui.colours.card, ui.px(size::rounding_px));
    list->AddRect(at, end, ui.colours.hairline, ui.px(size::rounding_px));
    for (int row = 1; row < rows; ++row) {
        const float y = at.y + edge * static_cast<float>(row);
        list->AddLine({at.x + ui.px(6), y}, {end.x - ui.px(6), y}, ui.colours.hairline);
    }
}

}  // namespace

float map_margin_px(const AppState& state) {
    return columns_of(state) == 1 ? usual_margin_px : low_margin_px;
}

ScreenRect map_buttons_place(const AppState& state) {
    const int columns = columns_of(state);
    const float margin = map_margin_px(state);
    const float width = edge_px * static_cast<float>(columns);
    const int rows = (count + columns - 1) / columns;
    return {static_cast<float>(state.view.width_px) - margin - width, margin, width,
            edge_px * static_cast<float>(rows)};
}

void map_buttons(const Ui& ui, ImVec2 low) {
    AppState& state = ui.state;
    const ScreenRect place = map_buttons_place(state);
    const ImVec2 at(low.x + ui.px(place.x), low.y + ui.px(place.y));
    ground(ui, at, columns_of(state));
    Row row{ui, at, columns_of(state)};
    const double x_px = state.view.width_px / 2;
    const double y_px = state.view.height_px / 2;
    if (row.button("zoom-in", Icon::plus, T::zoom_in)) {
        zoom_at(state, factor, x_px, y_px);
    }
    if (row.button("zoom-out", Icon::minus, T::zoom_out)) {
        zoom_at(state, 1 / factor, x_px, y_px);
    }
    if (row.button("home", Icon::home, T::zoom_home)) {
        go_home(state);
    }
    const bool full = state.layout.full_map;
    if (row.button("full-map", full ? Icon::leave_full_map : Icon::full_map,
                   full ? T::full_map_leave : T::full_map)) {
        state.layout.full_map = !full;
    }
    const bool tiles = state.request.layout == MapLayout::tiles;
    if (row.button("tiles", tiles ? Icon::map : Icon::tiles,
                   tiles ? T::tiles_leave : T::tiles_show)) {
        set_map_layout(state, tiles ? MapLayout::country : MapLayout::tiles);
    }
}

}  // namespace miraimap::gui
