// SPDX-License-Identifier: MIT
#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr ImGuiWindowFlags floating =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;

void begin_floating(const Ui& ui, const char* id) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(size::rounding_px));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(20), ui.px(18)));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours.card);
    ImGui::Begin(id, nullptr, floating | ImGuiWindowFlags_AlwaysAutoResize);
}

void end_floating() {
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

/// Step, bar and the way out. @param width_px  of the card's inside
void loading_rows(const Ui& ui, float width_px) {
    const LoadingState& loading = ui.state.loading;
    text_in(ui, FontUse::body_bold, ui.colours.text, ui.tr(T::loading));
    text_in(ui, FontUse::small, ui.colours.text_muted,
            fill(T::loading_step, ui.lang(), name_of(loading.step).in(ui.lang()), loading.percent));
    space(ui, 6);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, {at.x + width_px, at.y + ui.px(6)}, ui.colours.field, ui.px(3));
    // Steps before this one are whole parts of the bar.
    const float done =
        (static_cast<float>(loading.step) + static_cast<float>(loading.percent) / 100) /
        static_cast<float>(loading_step_count);
    list->AddRectFilled(at, {at.x + width_px * std::min(done, 1.0F), at.y + ui.px(6)},
                        ui.colours.accent, ui.px(3));
    ImGui::Dummy({width_px, ui.px(6)});
    space(ui, 6);
    if (link_button(ui, "stop-loading", ui.tr(T::loading_stop))) {
        ui.wishes.stop_loading = true;
    }
}

}  // namespace

void loading_card(const Ui& ui, ImVec2 low, ImVec2 extent) {
    if (!ui.state.loading.running) {
        return;
    }
    const float width = std::min(ui.px(360), extent.x - ui.px(40));
    ImGui::SetNextWindowPos({low.x + extent.x / 2, low.y + extent.y - ui.px(20)}, ImGuiCond_Always,
                            {0.5F, 1.0F});
    ImGui::SetNextWindowSize({width, 0});
    begin_floating(ui, "##loading-card");
    loading_rows(ui, width - ui.px(40));
    end_floating();
}

void loading_screen(const Ui& ui) {
    const AppState& state = ui.state;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    const float width = std::min(ui.px(460), screen.x - ui.px(60));
    ImGui::SetNextWindowSize({width, 0});
    begin_floating(ui, "##loading");
    const float inner = width - ui.px(40);
    if (state.step == LoadStep::failed) {
        text_in(ui, FontUse::body_bold, ui.colours.bad, ui.tr(T::loading_failed));
        space(ui, 2);
        text_in(ui, FontUse::small, ui.colours.text, state.load_problem.in(ui.lang()), inner);
        space(ui, 8);
        if (primary_button(ui, "reload", ui.tr(T::loading_again))) {
            ui.wishes.reload = true;
        }
        ImGui::SameLine(0, ui.px(12));
        if (link_button(ui, "quit", ui.tr(T::close))) {
            ui.wishes.quit = true;
        }
    } else {
        loading_rows(ui, inner);
        if (ImGui::IsKeyPressed(GLFW_KEY_ESCAPE, false)) {
            ui.wishes.stop_loading = true;
        }
    }
    end_floating();
}

}  // namespace miraimap::gui
