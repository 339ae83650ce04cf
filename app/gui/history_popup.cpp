// SPDX-License-Identifier: MIT
#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr const char* popup = "##history";
constexpr int most_rows = 12;

void go_on(AppState& state, int step, int count) {
    const int next = static_cast<int>(shown_step(state)) + step;
    if (next >= 0 && next < count) {
        go_to_step(state, static_cast<std::size_t>(next));
    }
}

/// What was done to come to a state; of the first, what it asked for.
std::string words_of(const Ui& ui, int index) {
    const auto own = static_cast<std::size_t>(index);
    const WorkState& after = step_at(ui.state, own);
    return index == 0 ? fill(T::step_first, ui.lang(), in_words(after.filter).in(ui.lang()))
                      : step_words(ui.world(), step_at(ui.state, own - 1), after).in(ui.lang());
}

/// How many selections pass, where that may have changed.
std::string count_of(const Ui& ui, int index) {
    const auto own = static_cast<std::size_t>(index);
    const Filter& filter = step_at(ui.state, own).filter;
    return index > 0 && filter == step_at(ui.state, own - 1).filter
               ? std::string()
               : selections_in_words(count_selections(filter, ui.world()), ui.lang());
}

/// One state: a mark for the shown one, what led to it, and how many selections pass.
bool state_row(const Ui& ui, int index, int now, float width) {
    const float height = ui.px(30);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked =
        ImGui::InvisibleButton(fmt::format("##state{}", index).c_str(), {width, height});
    ui.probe(fmt::format("history:{}", index));
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (index == now || ImGui::IsItemHovered()) {
        list->AddRectFilled(at, {at.x + width, at.y + height},
                            index == now ? ui.colours.accent_soft : ui.colours.field_hover,
                            ui.px(6));
    }
    if (index == now) {
        draw_icon(*list, Icon::check, {at.x + ui.px(14), at.y + height / 2}, ui.px(11),
                  ui.colours.accent_text);
    }
    const FontUse use = index == now ? FontUse::small_bold : FontUse::small;
    const ImU32 ink = index == now  ? ui.colours.accent_text
                      : index > now ? ui.colours.text_muted
                                    : ui.colours.text;
    const std::string count = count_of(ui, index);
    const float count_width = text_size(ui, FontUse::small, count).x;
    const float text_y = at.y + (height - ui.font(FontUse::small)->FontSize) / 2;
    const float room = width - ui.px(28 + 10 + 16) - count_width;
    const std::string words = words_of(ui, index);
    const std::string shown = shorten(ui, use, words, room);
    list->AddText(ui.font(use), ui.font(use)->FontSize, {at.x + ui.px(28), text_y}, ink,
                  shown.c_str());
    list->AddText(ui.font(FontUse::small), ui.font(FontUse::small)->FontSize,
                  {at.x + width - ui.px(10) - count_width, text_y}, ui.colours.text_muted,
                  count.c_str());
    if (index > now) {
        // Undone: the colour is not the only sign.
        list->AddLine({at.x + ui.px(8), at.y + height / 2}, {at.x + ui.px(20), at.y + height / 2},
                      ui.colours.text_muted, ui.px(1.4F));
    }
    if (shown != words) {
        tooltip_for_item(ui, words);
    }
    return clicked;
}

void states(const Ui& ui, float width) {
    AppState& state = ui.state;
    note_step(state);
    const int now = static_cast<int>(shown_step(state));
    const int count = static_cast<int>(step_count(state));
    const float row = ui.px(30);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("##states", {width, row * static_cast<float>(std::min(count, most_rows))},
                      false, 0);
    static int scrolled_to = -1;
    if (ImGui::IsWindowAppearing() || scrolled_to != now) {
        scrolled_to = now;
        constexpr int rows_above = most_rows / 2;
        ImGui::SetScrollY(std::max(0.0F, static_cast<float>(now - rows_above) * row));
    }
    int wanted = -1;
    ImGuiListClipper clipper;
    clipper.Begin(count, row);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            if (state_row(ui, i, now, ImGui::GetContentRegionAvail().x)) {
                wanted = i;
            }
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    if (wanted >= 0) {
        go_to_step(state, static_cast<std::size_t>(wanted));
    } else if (ImGui::IsKeyPressed(GLFW_KEY_UP, true)) {
        go_on(state, -1, count);
    } else if (ImGui::IsKeyPressed(GLFW_KEY_DOWN, true)) {
        go_on(state, 1, count);
    }
    if (ImGui::IsKeyPressed(GLFW_KEY_ENTER, false)) {
        ImGui::CloseCurrentPopup();
    }
}

}  // namespace

void history_popup(const Ui& ui, ImVec2 corner) {
    AppState& state = ui.state;
    if (state.history_wanted) {
        state.history_wanted = false;
        ImGui::OpenPopup(popup);
    }
    const float width = std::min(ui.px(560), ImGui::GetIO().DisplaySize.x - ui.px(24));
    ImGui::SetNextWindowPos({std::max(ui.px(8), corner.x - width - ui.px(24)), corner.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(12), ui.px(10)));
    if (ImGui::BeginPopup(popup)) {
        text_in(ui, FontUse::body_bold, ui.colours.text, ui.tr(T::history_title));
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::history_hint), width);
        space(ui, 6);
        states(ui, width);
        esc_closes_popup();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

}  // namespace miraimap::gui
