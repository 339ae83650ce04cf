// SPDX-License-Identifier: MIT
#include "app/gui/shell.hpp"

#include <algorithm>
#include <cmath>

#include "app/gui/command_keys.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/scene_compare.hpp"
#include "app/gui/view_moves.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr ImGuiWindowFlags fixed_panel =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse |
    ImGuiWindowFlags_NoNav;

template <typename Content>
void panel(const char* id, ImVec2 at, ImVec2 extent, ImU32 colour, const Content& content) {
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize(extent);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, colour);
    ImGui::Begin(id, nullptr, fixed_panel);
    ImGui::PopStyleColor();
    content();
    ImGui::End();
}

/// Widths of the two side panels at a window's width, in pixels at scale 1.
std::pair<float, float> side_widths_px(float width_px) {
    if (width_px >= 1700) {
        return {320, 460};
    }
    if (width_px >= 1450) {
        return {290, 400};
    }
    if (width_px >= 1200) {
        return {272, 356};
    }
    return {240, 306};
}

/// Insets belong to the national view. Once the map is moved, far islands are reached by moving it;
/// frames that change their place meanwhile would only be in the way.
bool shows_insets(const AppState& state) {
    return state.home && state.request.filter.prefectures.empty();
}

/// Places over the map that belong to the legend, the buttons and the scale bar.
std::vector<PixelBox> reserved(const Ui& ui, const View& view) {
    std::vector<LegendEntry> legend;
    for (const ClassStyle& style : grade_classes(ui.state.theme)) {
        legend.push_back({style, 0, true});
    }
    const ImVec2 card = legend_size(ui, legend, legend_names(ui.state));
    const double gap_px = 22;
    const double legend_width_px = static_cast<double>(card.x / ui.scale) + gap_px;
    const double legend_height_px = static_cast<double>(card.y / ui.scale) + gap_px;
    return {{view.width_px - legend_width_px, view.height_px - legend_height_px, view.width_px,
             view.height_px},
            {view.width_px - 60, 0, view.width_px, 128},
            {0, view.height_px - 44, 150, view.height_px}};
}

}  // namespace

MapFrame Shell::map_frame(int window_height_px, float scale) const {
    return {static_cast<int>(map_low_.x), static_cast<int>(map_low_.y), window_height_px,
            static_cast<double>(scale)};
}

void Shell::make_scene(const Ui& ui) {
    AppState& state = ui.state;
    const SceneKey key{state.view, state.snapshot_version, state.theme,        ui.lang(),
                       ui.scale,   shows_insets(state),    legend_names(state)};
    const bool same = scene_ && same_view(key.view, key_.view) && key.snapshot == key_.snapshot &&
                      key.theme == key_.theme && key.lang == key_.lang && key.scale == key_.scale &&
                      key.insets == key_.insets && key.legend_names == key_.legend_names;
    if (!same) {
        SceneOptions options;
        options.width_px = state.view.width_px;
        options.height_px = state.view.height_px;
        options.theme = state.theme;
        options.lang = ui.lang();
        options.insets = key.insets;
        options.view = state.view;
        options.text_scale = 1.1;
        options.prefectures = state.request.filter.prefectures;
        options.counting = counting_of(state.request);
        options.reserved = reserved(ui, state.view);
        options.measure_text = [&ui](const std::string& text, double size_px) {
            const ImFont* font = ui.font(FontUse::label);
            const float em = static_cast<float>(size_px) * ui.fonts.height_per_em();
            const ImVec2 extent = font->CalcTextSizeA(em, 1e6F, 0, text.c_str());
            return std::pair<double, double>(static_cast<double>(extent.x),
                                             static_cast<double>(extent.y));
        };
        scene_ = make_coverage_scene(ui.world().catalogue, state.loaded->shapes,
                                     state.snapshot.coverage, options);
        key_ = key;
    }
    scene_->chosen.clear();
    if (state.chosen >= 0) {
        scene_->chosen.push_back(state.chosen);
    }
    scene_->hovered = state.hovered;
}

bool Shell::draw(const Ui& ui) {
    AppState& state = ui.state;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const bool loaded = state.step == LoadStep::done;
    const auto [left_px, right_px] = side_widths_px(screen.x / ui.scale);
    const float left = std::floor(ui.px(left_px));
    const float right = std::floor(ui.px(right_px));
    const float top = std::floor(ui.px(size::top_bar_px));
    const float status = std::floor(ui.px(size::status_bar_px));
    const float sentence = std::floor(ui.px(size::sentence_bar_px));
    const float body = screen.y - top - status;
    const ImU32 surface = ui.colours.panel;
    press_keys(ui);
    map_low_ = {left, top + sentence};
    map_extent_ = {screen.x - left - right, body - sentence};
    bool again = false;
    if (loaded) {
        resize_view(state, static_cast<double>(map_extent_.x / ui.scale),
                    static_cast<double>(map_extent_.y / ui.scale));
        make_scene(ui);
        panel("##map", map_low_, map_extent_, IM_COL32(0, 0, 0, 0),
              [&] { map_view(ui, *scene_, map_low_, map_extent_); });
        // Input may have moved the view; the picture and its labels go together.
        make_scene(ui);
        panel("##sentence", {left, top}, {map_extent_.x, sentence}, surface,
              [&] { sentence_bar(ui); });
        panel("##left", {0, top}, {left - 1, body}, surface, [&] { filter_panel(ui); });
        panel("##right", {screen.x - right + 1, top}, {right - 1, body}, surface,
              [&] { side_panel(ui); });
        const long long before = key_.snapshot;
        make_scene(ui);
        again = key_.snapshot != before;
        ImDrawList* list = ImGui::GetBackgroundDrawList();
        list->AddRectFilled({left - 1, top}, {left, top + body}, ui.colours.hairline);
        list->AddRectFilled({screen.x - right, top}, {screen.x - right + 1, top + body},
                            ui.colours.hairline);
        notices(ui, map_low_, map_extent_);
        findings_window(ui);
    } else {
        scene_.reset();
        loading_screen(ui);
    }
    panel("##status", {0, screen.y - status}, {screen.x, status}, surface, [&] { status_bar(ui); });
    panel("##top", {0, 0}, {screen.x, top}, surface, [&] { top_bar(ui); });
    if (loaded) {
        state.view_history.observe(shown_place(state), ImGui::GetTime());
    }
    key_sheet(ui);
    export_dialog(ui);
    again = command_palette(ui) || again;
    return again;
}

}  // namespace miraimap::gui
