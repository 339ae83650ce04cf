// SPDX-License-Identifier: MIT
#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/gui/key_ring.hpp"
#include "app/gui/legend_row.hpp"
#include "app/gui/map_marks.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"
#include "shapes/legend.hpp"

namespace miraimap::gui {
namespace {

constexpr float largest_row_px = 25;
constexpr float least_row_px = 17;
/// Kept free above the legend, for the buttons of the map, and below it.
constexpr float beside_legend_px = 236;
/// Height of the chooser of the map mode, below which the legend of a tile grid stands.
constexpr float chooser_px = 34;

float step_height_px(const CircleLegend::Step& step) {
    return std::max(22.0F, static_cast<float>(2 * step.radius_px) + 4);
}

/// The circles with their amounts, below each other under the classes.
float circles_height_px(const Scene& scene) {
    float height = 0;
    for (const CircleLegend::Step& step : scene.circle_legend.steps) {
        height += step_height_px(step);
    }
    return height > 0 ? height + 6 : 0;
}

/// Whether the map has discs for small places.
bool explains_markers(const AppState& state) {
    return state.request.layout == MapLayout::country && state.request.colour != MapColour::figure;
}

void marker_row(const Ui& ui, const Scene& scene, ImVec2 at, float height) {
    const std::string& words = ui.tr(T::legend_tiny);
    draw_marker(ui, scene.style, {scene.legend.front().style.fill},
                {at.x + ui.px(13), at.y + height / 2});
    const ImFont* font = ui.font(FontUse::small);
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize,
                                        {at.x + ui.px(36), at.y + (height - font->FontSize) / 2},
                                        ui.colours.text_muted, words.c_str());
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy({ui.px(36) + text_size(ui, FontUse::small, words).x, height});
    ui.probe("legend-tiny");
}

float tiles_top_px(const AppState& state) { return 2 * map_margin_px(state) + chooser_px; }

/// Height for classes and circles, at scale 1.
float room_px(const AppState& state) {
    const float height = static_cast<float>(state.view.height_px);
    if (state.request.layout == MapLayout::country) {
        return height - beside_legend_px;
    }
    // The sea is open down to Kyushu.
    return static_cast<float>(free_height_on_grid_px(state)) - tiles_top_px(state) - 34;
}

/// Rows become lower where a long legend would reach the buttons above it.
float row_height_px(const AppState& state, const Scene& scene) {
    const auto listed = std::count_if(scene.legend.begin(), scene.legend.end(),
                                      [](const LegendEntry& entry) { return entry.listed; });
    const float room = room_px(state) - circles_height_px(scene);
    const int more = explains_markers(state) ? 2 : 1;  // the head, and the row of small places
    return std::clamp(room / static_cast<float>(listed + more), least_row_px, largest_row_px);
}

/// Left of the amounts, at scale 1.
float circle_column_px(const CircleLegend& circles) {
    return circles.steps.empty() ? 0 : static_cast<float>(2 * circles.steps.front().radius_px) + 12;
}

float circles_width(const Ui& ui, const CircleLegend& circles) {
    float width = 0;
    for (const CircleLegend::Step& step : circles.steps) {
        width = std::max(width, text_size(ui, FontUse::small, step.name.in(ui.lang())).x);
    }
    return width + ui.px(circle_column_px(circles));
}

void draw_circle_steps(const Ui& ui, const Scene& scene, ImVec2 at) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImFont* font = ui.font(FontUse::small);
    const float column = ui.px(circle_column_px(scene.circle_legend));
    for (const CircleLegend::Step& step : scene.circle_legend.steps) {
        const float height = ui.px(step_height_px(step));
        const float radius = ui.px(static_cast<float>(step.radius_px));
        const ImVec2 centre(at.x + (column - ui.px(12)) / 2, at.y + height / 2);
        draw_circle(ui, scene.style, centre, radius, step.of_prefecture);
        list->AddText(font, font->FontSize, {at.x + column, at.y + (height - font->FontSize) / 2},
                      ui.colours.text, step.name.in(ui.lang()).c_str());
        at.y += height;
    }
}

/// What the counts are of where the figures beside the map count otherwise; empty where they agree.
std::string unit_note(const Ui& ui) {
    const AppState& state = ui.state;
    if (state.request.wards != WardCount::all || state.modes.shown == nullptr) {
        return {};
    }
    return fill(T::legend_whole_cities, ui.lang(), with_commas(state.modes.shown->counted),
                with_commas(state.snapshot.table.total.municipalities));
}

/// The card's width and height with rows of a height.
ImVec2 card_size(const Ui& ui, const Scene& scene, bool with_names, float row_px) {
    const Lang lang = ui.lang();
    float names = 0;
    const float counts = text_size(ui, FontUse::small_bold, with_commas(9999)).x;
    float rows = 1;
    for (const LegendEntry& entry : scene.legend) {
        if (entry.listed) {
            names = std::max(names, text_size(ui, FontUse::small, legend_row_words(entry, lang)).x);
            rows += 1;
        }
    }
    const float title = text_size(ui, FontUse::small_bold, ui.tr(T::legend)).x + ui.px(44) +
                        text_size(ui, FontUse::small, ui.tr(T::legend_unit)).x;
    const float circles = circles_width(ui, scene.circle_legend);
    const std::string note = unit_note(ui);
    rows += note.empty() || !with_names ? 0 : 1;
    float tiny = 0;
    if (with_names && explains_markers(ui.state)) {
        rows += 1;
        tiny = ui.px(36) + text_size(ui, FontUse::small, ui.tr(T::legend_tiny)).x;
    }
    const float inner = with_names ? std::max({title, tiny, text_size(ui, FontUse::small, note).x,
                                               ui.px(36) + names + ui.px(20) + counts, circles})
                                   : std::max(ui.px(38) + counts, circles);
    return {std::ceil(inner + ui.px(2 * legend_pad_px)),
            std::ceil(ui.px(row_px * rows + 18 + circles_height_px(scene)))};
}

ImVec2 button_size(const Ui& ui) {
    return {text_size(ui, FontUse::small_bold, ui.tr(T::legend)).x + ui.px(46), ui.px(34)};
}

/// The card would leave the map or meet the buttons: better a button that opens it.
LegendForm form_of(const Ui& ui, const Scene& scene) {
    constexpr float most_width = 0.62F;
    const AppState& state = ui.state;
    const float row = row_height_px(state, scene);
    const float width = ui.px(static_cast<float>(state.view.width_px));
    const float below_buttons = ui.px(room_px(state)) + ui.px(26);
    const float beside_buttons =
        state.request.layout == MapLayout::country && has_room_for_insets(state.view)
            ? ui.px(static_cast<float>(state.view.height_px) - 2 * map_margin_px(state))
            : 0;
    if (state.legend_room == LegendForm::button && !state.legend_names) {
        return LegendForm::button;
    }
    for (const float height : {below_buttons, beside_buttons}) {
        for (const bool names : {true, false}) {
            const ImVec2 size = card_size(ui, scene, names, row);
            if (size.x <= width * most_width && size.y <= height &&
                (!names || legend_names(state))) {
                return names ? LegendForm::names : LegendForm::counts;
            }
        }
    }
    return LegendForm::button;
}

/// Title, classes and circles inside a card. True if its head was clicked.
bool card_content(const Ui& ui, const Scene& scene, ImVec2 at, ImVec2 extent, float row,
                  bool with_names, bool folds) {
    const float pad = ui.px(legend_pad_px);
    const float right = at.x + extent.x - pad;
    ImDrawList* list = ImGui::GetWindowDrawList();
    float y = at.y + ui.px(9);
    const auto put = [&](FontUse use, ImU32 colour, const std::string& text, float x, bool ends) {
        const ImVec2 size = text_size(ui, use, text);
        list->AddText(ui.font(use), ui.font(use)->FontSize,
                      {ends ? x - size.x : x, y + (row - size.y) / 2}, colour, text.c_str());
    };
    bool clicked = false;
    if (folds) {
        ImGui::SetCursorScreenPos({at.x, y});
        clicked = ImGui::InvisibleButton("##legend-head", {extent.x, row});
        ui.probe("legend-head");
        tooltip_for_item(ui, ui.tr(T::legend_fold));
        draw_icon(*list, with_names ? Icon::chevron_down : Icon::chevron_right,
                  {right - ui.px(5), y + row / 2}, ui.px(11), ui.colours.text_muted);
    }
    if (with_names) {
        put(FontUse::small_bold, ui.colours.text, ui.tr(T::legend), at.x + pad, false);
        put(FontUse::small, ui.colours.text_muted, ui.tr(T::legend_unit),
            right - (folds ? ui.px(20) : 0), true);
    }
    y += row;
    for (std::size_t i = 0; i < scene.legend.size(); ++i) {
        if (scene.legend[i].listed) {
            legend_row(ui, scene, i, {at.x, y}, {extent.x, row}, with_names);
            y += row;
        }
    }
    if (with_names && explains_markers(ui.state)) {
        marker_row(ui, scene, {at.x + pad, y}, row);
        y += row;
    }
    if (!scene.circle_legend.steps.empty()) {
        draw_circle_steps(ui, scene, {at.x + pad, y});
        y += ui.px(circles_height_px(scene));
    }
    if (const std::string note = unit_note(ui); with_names && !note.empty()) {
        put(FontUse::small, ui.colours.text_muted, note, at.x + pad, false);
        ImGui::SetCursorScreenPos({at.x + pad, y});
        ImGui::Dummy(text_size(ui, FontUse::small, note));
        ui.probe("legend-unit-note");
    }
    return clicked;
}

void card_ground(const Ui& ui, ImVec2 at, ImVec2 end) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled({at.x, at.y + ui.px(2)}, {end.x, end.y + ui.px(3)}, ui.colours.shadow,
                        ui.px(size::rounding_px));
    list->AddRectFilled(at, end, with_alpha(ui.colours.card, 0.96F), ui.px(size::rounding_px));
    list->AddRect(at, end, ui.colours.hairline, ui.px(size::rounding_px));
}

/// The card on its own, over whatever is beside the map.
void legend_popup(const Ui& ui, const Scene& scene, ImVec2 low, ImVec2 high) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float row = ui.px(largest_row_px);
    const ImVec2 card = card_size(ui, scene, true, largest_row_px);
    const float most = screen.y - ui.px(16);
    const bool scrolls = card.y > most;
    const ImVec2 extent(
        std::min(card.x + (scrolls ? ImGui::GetStyle().ScrollbarSize : 0), screen.x - ui.px(16)),
        std::min(card.y, most));
    const bool above = low.y > screen.y / 2;
    ImGui::SetNextWindowPos(
        {std::clamp(high.x - extent.x, ui.px(8),
                    std::max(ui.px(8), screen.x - extent.x - ui.px(8))),
         std::clamp(above ? low.y - ui.px(6) - extent.y : high.y + ui.px(6), ui.px(8),
                    std::max(ui.px(8), screen.y - extent.y - ui.px(8)))});
    ImGui::SetNextWindowSize(extent);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ui.px(size::rounding_px));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.colours.card);
    if (ImGui::BeginPopup("##legend-popup", ImGuiWindowFlags_NoMove)) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        card_content(ui, scene, at, card, row, true, false);
        ImGui::SetCursorScreenPos({at.x, at.y + card.y - 1});
        ImGui::Dummy({1, 1});
        esc_closes_popup();
        ImGui::EndPopup();
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

void legend_button(const Ui& ui, const Scene& scene, ImVec2 at, ImVec2 end) {
    ImGui::SetCursorScreenPos(at);
    const bool clicked = ImGui::InvisibleButton("##legend", {end.x - at.x, end.y - at.y});
    ui.probe("legend");
    card_ground(ui, at, end);
    const ImFont* font = ui.font(FontUse::small_bold);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddText(font, font->FontSize,
                  {at.x + ui.px(12), at.y + (end.y - at.y - font->FontSize) / 2}, ui.colours.text,
                  ui.tr(T::legend));
    draw_icon(*list, Icon::chevron_up, {end.x - ui.px(17), (at.y + end.y) / 2}, ui.px(11),
              ui.colours.text_muted);
    if (clicked) {
        ImGui::OpenPopup("##legend-popup");
    }
    legend_popup(ui, scene, at, end);
}

}  // namespace

bool legend_names(const AppState& state) {
    return state.legend_names.value_or(state.legend_room == LegendForm::names);
}

ScreenRect legend_card(const Ui& ui, const Scene& scene) {
    const LegendForm form = form_of(ui, scene);
    const ImVec2 extent =
        form == LegendForm::button
            ? button_size(ui)
            : card_size(ui, scene, form == LegendForm::names, row_height_px(ui.state, scene));
    const float margin = ui.px(map_margin_px(ui.state));
    if (ui.state.request.layout == MapLayout::tiles) {
        return {margin, ui.px(tiles_top_px(ui.state)), extent.x, extent.y};
    }
    const ScreenRect buttons = map_buttons_place(ui.state);
    const float y = ui.px(static_cast<float>(ui.state.view.height_px)) - margin - extent.y;
    // In a low map the buttons reach down to it: then it stands beside them.
    const bool beside = y < ui.px(buttons.y + buttons.height) + margin;
    const float right =
        beside ? ui.px(buttons.x) : ui.px(static_cast<float>(ui.state.view.width_px));
    return {right - margin - extent.x, y, extent.x, extent.y};
}

void legend_panel(const Ui& ui, const Scene& scene, ImVec2 map_low) {
    const LegendForm form = form_of(ui, scene);
    const ScreenRect card = legend_card(ui, scene);
    const ImVec2 at(map_low.x + card.x, map_low.y + card.y);
    const ImVec2 end(at.x + card.width, at.y + card.height);
    if (form == LegendForm::button) {
        legend_button(ui, scene, at, end);
        return;
    }
    card_ground(ui, at, end);
    // The card itself takes the pointer, so that nothing below it is hit between the rows.
    ImGui::SetCursorScreenPos(at);
    ImGui::InvisibleButton("##legend-card", {card.width, card.height});
    ImGui::SetItemAllowOverlap();
    ui.probe("legend");
    const bool with_names = form == LegendForm::names;
    if (card_content(ui, scene, at, {card.width, card.height},
                     ui.px(row_height_px(ui.state, scene)), with_names, true)) {
        ui.state.legend_names = !with_names;
    }
}

}  // namespace miraimap::gui
