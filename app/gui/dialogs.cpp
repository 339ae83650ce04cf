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

}  // namespace

namespace {

/// What can be done with the file or the failure that a notice names. True if it is done with.
bool notice_buttons(const Ui& ui, const Notice& notice, std::size_t index) {
    bool done = false;
    const auto button = [&](const char* id, T words, bool first) {
        flow(ui, text_size(ui, FontUse::small, ui.tr(words)).x + ui.px(12), first);
        return link_button(ui, fmt::format("{}-{}", id, index), ui.tr(words));
    };
    if (!notice.file.empty()) {
        if (button("copy-path", T::notice_copy_path, true)) {
            ui.state.exporting.copied = notice.file.string();
            ImGui::SetClipboardText(ui.state.exporting.copied.c_str());
        }
        if (ui.state.exporting.can_open_folder &&
            button("open-folder", T::notice_open_folder, false)) {
            ui.wishes.open_folder_of = notice.file;
        }
    }
    if (notice.retry && button("retry", T::notice_retry, true)) {
        ui.state.exporting.wanted =
            ui.state.exporting.printing ? ExportDialog::printing : ExportDialog::exporting;
        done = true;
    }
    return done;
}

}  // namespace

void notices(const Ui& ui, ImVec2 low, ImVec2 extent) {
    AppState& state = ui.state;
    float y = low.y + ui.px(14);
    for (std::size_t i = 0; i < state.notices.size(); ++i) {
        const Notice& notice = state.notices[i];
        const float width = std::min(ui.px(460), extent.x - ui.px(90));
        ImGui::SetNextWindowPos({low.x + ui.px(14), y});
        ImGui::SetNextWindowSize({width, 0});
        const std::string id = fmt::format("##notice{}", i);
        begin_floating(ui, id.c_str());
        ImDrawList* list = ImGui::GetWindowDrawList();
        const ImVec2 at = ImGui::GetWindowPos();
        list->AddRectFilled(at, {at.x + ui.px(4), at.y + ImGui::GetWindowHeight()},
                            notice.problem ? ui.colours.bad : ui.colours.good, ui.px(3));
        const ImVec2 start = ImGui::GetCursorPos();
        text_in(ui, FontUse::small, ui.colours.text, notice.text.in(ui.lang()), width - ui.px(78));
        ui.probe(fmt::format("notice:{}", i));
        const bool done = notice_buttons(ui, notice, i);
        const ImVec2 after = ImGui::GetCursorPos();
        ImGui::SetCursorPos({width - ui.px(42), start.y - ui.px(8)});
        const bool closed =
            icon_button(ui, fmt::format("close-notice-{}", i), Icon::close, ui.tr(T::close)) ||
            done;
        ImGui::SetCursorPos(after);
        y += ImGui::GetWindowHeight() + ui.px(8);
        end_floating();
        if (closed) {
            state.notices.erase(state.notices.begin() + static_cast<std::ptrdiff_t>(i));
            break;
        }
    }
}

namespace {

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
