// SPDX-License-Identifier: MIT
#include <GLFW/glfw3.h>

#include <algorithm>

#include "app/gui/key_ring.hpp"
#include "app/gui/legend_card.hpp"
#include "app/gui/legend_row.hpp"
#include "app/gui/map_marks.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

void marker_row(const Ui& ui, const Scene& scene, const std::string& words, ImVec2 at,
                float height) {
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

/// A muted sentence about the numbers.
void note_row(const Ui& ui, const char* id, const std::string& words, ImVec2 at, float height) {
    const ImVec2 extent = text_size(ui, FontUse::small, words);
    const ImFont* font = ui.font(FontUse::small);
    ImGui::GetWindowDrawList()->AddText(font, font->FontSize,
                                        {at.x, at.y + (height - extent.y) / 2},
                                        ui.colours.text_muted, words.c_str());
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(extent);
    ui.probe(id);
}

void draw_circle_steps(const Ui& ui, const Scene& scene, ImVec2 at) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImFont* font = ui.font(FontUse::small);
    const float column = ui.px(legend_circle_column_px(scene.circle_legend));
    for (const CircleLegend::Step& step : scene.circle_legend.steps) {
        const float height = ui.px(legend_circle_height_px(step));
        const float radius = ui.px(static_cast<float>(step.radius_px));
        const ImVec2 centre(at.x + (column - ui.px(12)) / 2, at.y + height / 2);
        draw_circle(ui, scene.style, centre, radius, step.of_prefecture);
        list->AddText(font, font->FontSize, {at.x + column, at.y + (height - font->FontSize) / 2},
                      ui.colours.text, step.name.in(ui.lang()).c_str());
        at.y += height;
    }
}

/// Title, classes and circles inside a card. True if its head was clicked.
bool card_content(const Ui& ui, const Scene& scene, ImVec2 at, const LegendShape& shape,
                  bool folds) {
    const float pad = ui.px(legend_pad_px);
    const float row = ui.px(shape.row_px);
    const float width = shape.size.x;
    const float right = at.x + width - pad;
    const bool with_names = shape.form != LegendForm::counts;
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
        clicked = key_pressed(ui, ImGui::InvisibleButton("##legend-head", {width, row}));
        ui.probe("legend-head");
        tooltip_for_item(ui, ui.tr(T::legend_fold));
        draw_icon(*list, with_names ? Icon::chevron_down : Icon::chevron_right,
                  {right - ui.px(5), y + row / 2}, ui.px(11), ui.colours.text_muted);
    }
    if (with_names) {
        put(FontUse::small_bold, ui.colours.text, ui.tr(T::legend), at.x + pad, false);
    }
    if (shape.form == LegendForm::names) {
        put(FontUse::small, ui.colours.text_muted, ui.tr(T::legend_unit),
            right - (folds ? ui.px(20) : 0), true);
    }
    y += row;
    for (const LegendLine& line : legend_lines(ui, scene, shape.form)) {
        const std::string words = words_of(ui, scene, line, shape.form);
        switch (line.kind) {
            case LegendLineKind::group:
                legend_group_row(ui, scene, line.entry, words, {at.x, y}, {width, row});
                break;
            case LegendLineKind::entry:
                legend_row(ui, scene, line.entry, with_names ? words : std::string(), {at.x, y},
                           {width, row});
                break;
            case LegendLineKind::tiny:
                marker_row(ui, scene, words, {at.x + pad, y}, row);
                break;
            case LegendLineKind::among:
                note_row(ui, "legend-among", words, {at.x + pad, y}, row);
                break;
            case LegendLineKind::unit:
                note_row(ui, "legend-unit-note", words, {at.x + pad, y}, row);
                break;
        }
        y += row;
    }
    if (!scene.circle_legend.steps.empty()) {
        draw_circle_steps(ui, scene, {at.x + pad, y});
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
    const ImVec2 card = legend_size(ui, scene, LegendForm::names, largest_legend_row_px);
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
        card_content(ui, scene, at, {LegendForm::names, largest_legend_row_px, card}, false);
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
    const bool clicked =
        key_pressed(ui, ImGui::InvisibleButton("##legend", {end.x - at.x, end.y - at.y}));
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

void legend_panel(const Ui& ui, const Scene& scene, ImVec2 map_low) {
    const LegendShape shape = legend_shape(ui, scene, legend_wanted(ui.state));
    const ScreenRect card = legend_place(ui, shape);
    const ImVec2 at(map_low.x + card.x, map_low.y + card.y);
    const ImVec2 end(at.x + card.width, at.y + card.height);
    if (shape.form == LegendForm::button) {
        legend_button(ui, scene, at, end);
        return;
    }
    card_ground(ui, at, end);
    // The card itself takes the pointer, so that nothing below it is hit between the rows.
    ImGui::SetCursorScreenPos(at);
    ImGui::InvisibleButton("##legend-card", {card.width, card.height});
    ImGui::SetItemAllowOverlap();
    ui.probe("legend");
    if (card_content(ui, scene, at, shape, true)) {
        ui.state.legend_names = shape.form == LegendForm::counts;
    }
}

}  // namespace miraimap::gui
