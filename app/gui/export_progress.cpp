// SPDX-License-Identifier: MIT
// What is being written, and what is asked when the window is closed meanwhile.
#include <algorithm>
#include <string>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

void rows(const Ui& ui, float width_px) {
    const ExportState& exporting = ui.state.exporting;
    const ExportJob& job = exporting.jobs.front();
    const bool stopping = job.stop && job.stop->load();
    text_in_line(ui, FontUse::small_bold, ui.colours.text,
                 fill(T::export_running, ui.lang(), job.file.filename().string()), width_px);
    text_in(ui, FontUse::small, ui.colours.text_muted,
            stopping
                ? std::string(ui.tr(T::export_stopping))
                : fill(T::loading_step, ui.lang(), name_of(job.step).in(ui.lang()), job.percent));
    space(ui, 4);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const auto done = static_cast<float>(share_done(job));
    list->AddRectFilled(at, {at.x + width_px, at.y + ui.px(6)}, ui.colours.field, ui.px(3));
    list->AddRectFilled(at, {at.x + width_px * std::min(done, 1.0F), at.y + ui.px(6)},
                        ui.colours.accent, ui.px(3));
    ImGui::Dummy({width_px, ui.px(6)});
    space(ui, 4);
    if (link_button(ui, "stop-export", ui.tr(T::export_stop))) {
        ui.wishes.stop_export = true;
    }
    if (exporting.jobs.size() > 1) {
        ImGui::SameLine(0, ui.px(12));
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(5));
        text_in(ui, FontUse::small, ui.colours.text_muted,
                fill(T::export_waiting, ui.lang(), exporting.jobs.size() - 1));
    }
}

/// @returns false to close the question
bool question(const Ui& ui, float width_px) {
    ExportState& exporting = ui.state.exporting;
    if (exporting.jobs.empty()) {
        return false;  // it was done meanwhile
    }
    text_in(ui, FontUse::body_bold, ui.colours.text, ui.tr(T::quit_exporting_title));
    text_in(ui, FontUse::small, ui.colours.text_muted,
            fill(T::quit_exporting_hint, ui.lang(), exporting.jobs.front().file.string()),
            width_px);
    space(ui, 8);
    if (primary_button(ui, "quit-when-done", ui.tr(T::quit_when_done))) {
        exporting.close_when_done = true;
        return false;
    }
    float next = text_size(ui, FontUse::small, ui.tr(T::quit_now)).x + ui.px(12);
    flow(ui, next, false, 12);
    if (link_button(ui, "quit-now", ui.tr(T::quit_now))) {
        ui.wishes.quit_now = true;
        return false;
    }
    next = text_size(ui, FontUse::small, ui.tr(T::quit_not)).x + ui.px(12);
    flow(ui, next, false, 12);
    if (link_button(ui, "quit-not", ui.tr(T::quit_not))) {
        exporting.close_when_done = false;
        return false;
    }
    return !ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false);
}

}  // namespace

void export_card(const Ui& ui, ImVec2 low, ImVec2 extent) {
    if (ui.state.exporting.jobs.empty()) {
        return;
    }
    const float width = std::min(ui.px(360), extent.x - ui.px(24));
    const float pad = ui.px(16);
    // Above the card of what is being loaded, should both be there.
    const float lift = ui.state.loading.running ? ui.px(150) : 0;
    ImGui::SetNextWindowPos({low.x + extent.x / 2, low.y + extent.y - ui.px(16) - lift},
                            ImGuiCond_Always, {0.5F, 1.0F});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(size::rounding_px));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(pad, ui.px(14)));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours.card);
    ImGui::Begin("##export-card", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    rows(ui, width - 2 * pad);
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

void quit_question(const Ui& ui) {
    ExportState& exporting = ui.state.exporting;
    constexpr const char* id = "##quit-exporting";
    if (exporting.quit_asked) {
        exporting.quit_asked = false;
        ImGui::OpenPopup(id);
    }
    if (!ImGui::IsPopupOpen(id)) {
        return;
    }
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float width = std::min(ui.px(520), screen.x - ui.px(24));
    const float pad = ui.px(20);
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(pad, pad));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    if (ImGui::BeginPopupModal(id, nullptr,
                               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings |
                                   ImGuiWindowFlags_AlwaysAutoResize)) {
        if (!question(ui, width - 2 * pad)) {
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(3);
}

}  // namespace miraimap::gui
