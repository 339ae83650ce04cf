// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "app/core/map_picture.hpp"
#include "app/gui/analysis_panels.hpp"
#include "app/gui/answer_cards.hpp"
#include "app/gui/map_marks.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"
#include "app/gui/zoom_box.hpp"
#include "geo/place/prefecture.hpp"
#include "shapes/choice_rings.hpp"

namespace miraimap::gui {
namespace {

constexpr double wheel_factor = 1.25;
constexpr float click_reach_px = 4;

void hover_map(const Ui& ui, const Scene& scene, bool over, double x_px, double y_px) {
    AppState& state = ui.state;
    hover(state, {});
    state.cursor.reset();
    if (!over) {
        return;
    }
    const int inset = inset_at(scene, x_px, y_px);
    const MapPoint p = map_point_in(scene, inset, x_px, y_px);
    const LonLat position = projection_of(state).inverse(p);
    const bool on_ground = scene.shapes->layout == MapLayout::country;
    if (on_ground && std::isfinite(position.lon) && std::isfinite(position.lat)) {
        state.cursor = position;
    }
    state.hovered =
        place_meant(scene, x_px, y_px, inset, shown_geometry(state).picker->at(p)).value_or(-1);
}

/// The legend lies over the map; what is under it is not meant.
bool over_legend(const Ui& ui, const Scene& scene, ImVec2 low) {
    const ScreenRect card = legend_card(ui, scene);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const ImVec2 at(mouse.x - low.x - card.x, mouse.y - low.y - card.y);
    return at.x >= 0 && at.x < card.width && at.y >= 0 && at.y < card.height;
}

void take_mouse(const Ui& ui, const Scene& scene, ImVec2 low) {
    AppState& state = ui.state;
    const ImGuiIO& io = ImGui::GetIO();
    const bool over = ImGui::IsItemHovered() && !over_legend(ui, scene, low);
    const double x_px = static_cast<double>((io.MousePos.x - low.x) / ui.scale);
    const double y_px = static_cast<double>((io.MousePos.y - low.y) / ui.scale);
    const bool dragging = ImGui::IsItemActive() && ImGui::IsMouseDragging(0, click_reach_px);
    if (dragging && (io.MouseDelta.x != 0 || io.MouseDelta.y != 0)) {
        pan_by(state, static_cast<double>(io.MouseDelta.x / ui.scale),
               static_cast<double>(io.MouseDelta.y / ui.scale));
    }
    if (over && io.MouseWheel != 0) {
        const double factor = std::pow(wheel_factor, static_cast<double>(io.MouseWheel));
        const int inset = inset_at(scene, x_px, y_px);
        if (inset >= 0 && factor > 1) {
            const double scale = scene.insets[static_cast<std::size_t>(inset)].view.metres_per_px;
            show_at(state, map_point_in(scene, inset_at(scene, x_px, y_px), x_px, y_px),
                    scale / factor, x_px, y_px);
        } else {
            zoom_at(state, factor, x_px, y_px);
        }
    }
    hover_map(ui, scene, over && !dragging, x_px, y_px);
    const float moved = std::hypot(io.MousePos.x - io.MouseClickedPos[0].x,
                                   io.MousePos.y - io.MouseClickedPos[0].y);
    // The second click of a double click has moved the map: something else lies under the pointer.
    const bool single = io.MouseClickedLastCount[0] < 2;
    if (ImGui::IsItemDeactivated() && over && single && moved < click_reach_px) {
        if (!io.KeyCtrl) {
            choose(state, state.hovered);
        } else if (state.hovered >= 0) {
            choose(state, SetChange::toggle, {state.hovered});
        }
    }
    if (over && ImGui::IsMouseDoubleClicked(0) && state.hovered >= 0) {
        zoom_to_municipality(state, state.hovered);
    }
    if (dragging) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
    }
}

void text_with_halo(ImDrawList& list, const ImFont* font, float size, ImVec2 at, ImU32 ink,
                    ImU32 halo, float reach, const std::string& text) {
    const float diagonal = reach * 0.8F;
    for (const ImVec2 d : {ImVec2(-reach, 0), ImVec2(reach, 0), ImVec2(0, -reach), ImVec2(0, reach),
                           ImVec2(-diagonal, -diagonal), ImVec2(diagonal, -diagonal),
                           ImVec2(-diagonal, diagonal), ImVec2(diagonal, diagonal)}) {
        list.AddText(font, size, {at.x + d.x, at.y + d.y}, halo, text.c_str());
    }
    list.AddText(font, size, at, ink, text.c_str());
}

void draw_labels(const Ui& ui, const Scene& scene, ImVec2 low) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImU32 ink = to_u32(scene.style.label);
    const ImU32 halo = with_alpha(to_u32(scene.style.label_halo), 0.75F);
    const ImU32 quiet = with_alpha(ink, 0.78F);
    for (const MapLabel& label : scene.labels) {
        const auto em = static_cast<float>(label.size_px);
        const FontUse use = label.kind == LabelKind::prefecture ? FontUse::small
                            : label.kind == LabelKind::covered  ? FontUse::label_bold
                                                                : FontUse::label;
        const ImFont* font = ui.font(use);
        // A font is drawn in its own size if that is near: scaled glyphs look soft.
        const float own = FontSet::em_px(use);
        const float size =
            std::abs(em - own) < 1 ? font->FontSize : em * ui.fonts.height_per_em() * ui.scale;
        const ImVec2 extent = font->CalcTextSizeA(size, 1e6F, 0, label.text.c_str());
        const ImVec2 at(std::floor(low.x + ui.px(static_cast<float>(label.x_px)) - extent.x / 2),
                        std::floor(low.y + ui.px(static_cast<float>(label.y_px)) - extent.y / 2));
        text_with_halo(*list, font, size, at, label.kind == LabelKind::prefecture ? quiet : ink,
                       halo, ui.px(1.3F), label.text);
    }
    for (const Inset& inset : scene.insets) {
        const std::string& name = inset.name.in(ui.lang());
        const ImVec2 at(low.x + ui.px(static_cast<float>(inset.left_px) + 6),
                        low.y + ui.px(static_cast<float>(inset.top_px) + 3));
        text_with_halo(*list, ui.font(FontUse::label), ui.font(FontUse::label)->FontSize, at,
                       ui.colours.text_muted, halo, ui.px(1.3F), name);
    }
}

void scale_bar(const Ui& ui, const Scene& scene, ImVec2 corner) {
    const double most_m = scene.view.ground_m_per_px() * 110;
    const double power = std::pow(10.0, std::floor(std::log10(most_m)));
    double length_m = power;
    for (const double step : {2.0, 5.0}) {
        if (power * step <= most_m) {
            length_m = power * step;
        }
    }
    const float width = ui.px(static_cast<float>(length_m / scene.view.ground_m_per_px()));
    const std::string text =
        length_m >= 1000 ? fill(T::km, ui.lang(), with_commas(std::llround(length_m / 1000)))
                         : fill(T::metres, ui.lang(), std::llround(length_m));
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImU32 ink = to_u32(scene.style.label);
    const ImU32 halo = with_alpha(to_u32(scene.style.label_halo), 0.8F);
    const float y = corner.y - ui.px(6);
    const float x = corner.x;
    const float end = corner.x + width;
    list->AddLine({x, y}, {end, y}, halo, ui.px(4));
    list->AddLine({x, y}, {end, y}, ink, ui.px(1.6F));
    list->AddLine({x, y - ui.px(5)}, {x, y + ui.px(1)}, ink, ui.px(1.6F));
    list->AddLine({end, y - ui.px(5)}, {end, y + ui.px(1)}, ink, ui.px(1.6F));
    const ImVec2 extent = text_size(ui, FontUse::label, text);
    text_with_halo(*list, ui.font(FontUse::label), ui.font(FontUse::label)->FontSize,
                   {x + width / 2 - extent.x / 2, y - extent.y - ui.px(2)}, ink, halo, ui.px(1.3F),
                   text);
}

void place_tooltip(const Ui& ui) {
    const AppState& state = ui.state;
    if (state.hovered < 0 || !state.pointing) {
        return;
    }
    const auto index = static_cast<std::size_t>(state.hovered);
    const Municipality& m = ui.world().catalogue.municipalities[index];
    const MunicipalityCoverage& coverage = state.snapshot.coverage[index];
    const Lang lang = ui.lang();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(12), ui.px(9)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(6), ui.px(3)));
    ImGui::BeginTooltip();
    text_in(ui, FontUse::body_bold, ui.colours.text, short_name(m, lang));
    const std::string& other = lang == Lang::ja ? m.name_kana : m.name_ja;
    std::string line;
    if (m.prefecture >= 1 && m.prefecture <= prefecture_count) {
        line = prefectures()[static_cast<std::size_t>(m.prefecture - 1)].name.in(lang);
    }
    line += other.empty() ? "" : " · " + other;
    text_in(ui, FontUse::small, ui.colours.text_muted, line);
    place_reason(ui, state.hovered, true);
    if (state.request.colour != MapColour::grade && m.counted && coverage.selections > 0) {
        text_in(ui, FontUse::small, ui.colours.text_muted,
                name_of(coverage.grade).in(lang) + "  ·  " +
                    selections_in_words(coverage.selections, lang));
    }
    ImGui::EndTooltip();
    ImGui::PopStyleVar(2);
}

}  // namespace

void map_view(const Ui& ui, const Scene& scene, ImVec2 low, ImVec2 extent) {
    ImGui::SetCursorScreenPos(low);
    ImGui::InvisibleButton("##map", extent);
    ImGui::SetItemAllowOverlap();
    ui.probe("map");
    if (!zoom_box(ui, low, extent) && !map_choice_tool(ui, scene, low, extent)) {
        take_mouse(ui, scene, low);
    }
    draw_circles(ui, scene, low);
    draw_markers(ui, scene, low);
    draw_choice_rings(ui, scene, low);
    draw_labels(ui, scene, low);
    analysis_overlay(ui, scene, low);
    const float margin = ui.px(map_margin_px(ui.state));
    const ScreenRect buttons = map_buttons_place(ui.state);
    ImGui::SetCursorScreenPos({low.x + margin, low.y + margin});
    mode_chooser(ui, ui.px(buttons.x) - 2 * margin);
    chosen_chip(ui, {low.x + margin, low.y + margin}, ui.px(buttons.x) - 2 * margin);
    legend_panel(ui, scene, low);
    map_buttons(ui, low);
    if (scene.shapes->layout == MapLayout::country) {
        scale_bar(ui, scene, {low.x + margin, low.y + extent.y - margin});
    }
    place_tooltip(ui);
}

}  // namespace miraimap::gui
