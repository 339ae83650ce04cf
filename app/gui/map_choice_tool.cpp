// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "app/gui/map_choice.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

/// A shorter drag is a click.
constexpr float click_reach_px = 4;

PixelPoint pixel_of(const Ui& ui, ImVec2 low, ImVec2 at) {
    return {static_cast<double>((at.x - low.x) / ui.scale),
            static_cast<double>((at.y - low.y) / ui.scale)};
}

ImVec2 on_screen(const Ui& ui, ImVec2 low, const PixelPoint& p) {
    return {low.x + ui.px(static_cast<float>(p.x_px)), low.y + ui.px(static_cast<float>(p.y_px))};
}

void begin(const Ui& ui, ImVec2 low) {
    MapChoice& choice = ui.state.map_choice;
    const ImGuiIO& io = ImGui::GetIO();
    if (choice.tool == ChoiceTool::none && !io.KeyShift && !io.KeyAlt) {
        return;
    }
    choice.drawing = true;
    choice.how = io.KeyAlt ? SetChange::remove : io.KeyShift ? SetChange::add : SetChange::replace;
    choice.path = {pixel_of(ui, low, io.MouseClickedPos[0])};
    choice.before = ui.state.chosen;
    choice.brush_before = choice.brush;
}

/// Corners of the shape: of the lasso as drawn, of the box between its ends.
std::vector<PixelPoint> corners(const MapChoice& choice) {
    if (choice.tool == ChoiceTool::lasso) {
        return choice.path;
    }
    const PixelPoint a = choice.path.front();
    const PixelPoint b = choice.path.back();
    return {a, {b.x_px, a.y_px}, b, {a.x_px, b.y_px}};
}

MapBox box_of(const std::vector<MapPoint>& ring) {
    MapBox box;
    for (const MapPoint& p : ring) {
        box.add(p);
    }
    return box;
}

/// Narrows all views; Shift and Alt change what they were narrowed to.
void brush(AppState& state, const std::vector<int>& places, const std::optional<MapBox>& box) {
    MapChoice& choice = state.map_choice;
    const auto count = static_cast<int>(state.loaded->world->catalogue.municipalities.size());
    PlaceSet brushed;
    brushed.places = choice.brush_before.value_or(std::vector<int>{});
    if (!choice.brush_before && choice.how == SetChange::remove) {
        brushed = inverse({}, count);  // taken out of everything
    }
    change(brushed, choice.how, places);
    choice.brush = std::move(brushed.places);
    choice.brush_box = choice.how == SetChange::replace ? box : std::nullopt;
}

/// The box stays where it was drawn while the map moves under it.
void draw_brush(const Ui& ui, const Scene& scene, ImVec2 low) {
    const std::optional<MapBox>& box = ui.state.map_choice.brush_box;
    if (!box || !ui.state.map_choice.brush) {
        return;
    }
    const auto at = [&](double x_m, double y_m) {
        return on_screen(ui, low, {scene.view.x_px({x_m, y_m}), scene.view.y_px({x_m, y_m})});
    };
    const ImVec2 first = at(box->min_x_m, box->max_y_m);
    const ImVec2 last = at(box->max_x_m, box->min_y_m);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(first, last, with_alpha(ui.colours.accent, 0.08F));
    list->AddRect(first, last, ui.colours.accent, 0, 0, ui.px(1.6F));
}

void apply(const Ui& ui, const Scene& scene) {
    const MapChoice& choice = ui.state.map_choice;
    const PixelPoint first = choice.path.front();
    const int inset = inset_at(scene, first.x_px, first.y_px);
    std::vector<MapPoint> ring;
    for (const PixelPoint& p : corners(choice)) {
        ring.push_back(map_point_in(scene, inset, p.x_px, p.y_px));
    }
    const std::vector<int> places = places_in(shown_shapes(ui.state), ring);
    // The brush starts anew from what was chosen before the drag.
    ui.state.chosen = choice.before;
    choose(ui.state, choice.how, places);
    if (choice.tool == ChoiceTool::brush) {
        brush(ui.state, places, inset < 0 ? std::optional(box_of(ring)) : std::nullopt);
    }
}

void draw_shape(const Ui& ui, ImVec2 low) {
    const MapChoice& choice = ui.state.map_choice;
    std::vector<ImVec2> line;
    for (const PixelPoint& p : corners(choice)) {
        line.push_back(on_screen(ui, low, p));
    }
    const ImU32 ink = choice.how == SetChange::remove ? ui.colours.bad : ui.colours.accent;
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (choice.tool != ChoiceTool::lasso) {
        const ImVec2 first(std::min(line[0].x, line[2].x), std::min(line[0].y, line[2].y));
        const ImVec2 last(std::max(line[0].x, line[2].x), std::max(line[0].y, line[2].y));
        list->AddRectFilled(first, last, with_alpha(ink, 0.14F));
    }
    list->AddPolyline(line.data(), static_cast<int>(line.size()), ink, ImDrawFlags_Closed,
                      ui.px(1.6F));
    // The sign of the change stands at the hand: colour is not the only channel.
    if (choice.how != SetChange::replace) {
        const ImVec2 at = on_screen(ui, low, choice.path.back());
        list->AddText(ui.font(FontUse::body_bold), ui.font(FontUse::body_bold)->FontSize,
                      {at.x + ui.px(10), at.y + ui.px(6)}, ink,
                      choice.how == SetChange::remove ? "−" : "+");
    }
}

bool is_click(const MapChoice& choice) {
    const PixelPoint first = choice.path.front();
    return std::all_of(choice.path.begin(), choice.path.end(), [&](const PixelPoint& p) {
        return std::hypot(p.x_px - first.x_px, p.y_px - first.y_px) <
               static_cast<double>(click_reach_px);
    });
}

void finish(const Ui& ui, const Scene& scene) {
    MapChoice& choice = ui.state.map_choice;
    choice.drawing = false;
    if (!is_click(choice)) {
        apply(ui, scene);
        if (choice.tool == ChoiceTool::lasso) {
            choice.tool = ChoiceTool::none;
        }
    } else if (ui.state.hovered >= 0) {
        choose(ui.state, choice.how, {ui.state.hovered});
    }
    choice.path.clear();
}

}  // namespace

bool map_choice_tool(const Ui& ui, const Scene& scene, ImVec2 low, ImVec2 extent) {
    MapChoice& choice = ui.state.map_choice;
    if (choice.tool != ChoiceTool::none && ImGui::IsItemHovered() && !choice.drawing) {
        tooltip_for_item(ui,
                         ui.tr(choice.tool == ChoiceTool::lasso ? T::lasso_hint : T::brush_hint));
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (ImGui::IsItemActivated()) {
        begin(ui, low);
    }
    if (!choice.drawing) {
        draw_brush(ui, scene, low);
        return false;
    }
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const PixelPoint now = pixel_of(ui, low,
                                    {std::clamp(mouse.x, low.x, low.x + extent.x),
                                     std::clamp(mouse.y, low.y, low.y + extent.y)});
    if (now != choice.path.back()) {
        choice.path.push_back(now);
        if (choice.tool == ChoiceTool::brush && !is_click(choice)) {
            apply(ui, scene);
        }
    }
    draw_shape(ui, low);
    if (!ImGui::IsItemActive()) {
        finish(ui, scene);
    }
    return true;
}

}  // namespace miraimap::gui
