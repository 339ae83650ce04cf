// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <filesystem>
#include <string>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

void set_file(ExportState& exporting, const std::string& file) {
    exporting.file.fill('\0');
    std::copy_n(file.begin(), std::min(file.size(), exporting.file.size() - 1),
                exporting.file.begin());
}

/// Gives the file name the ending of the format.
void follow_format(ExportState& exporting) {
    std::filesystem::path file(exporting.file.data());
    if (file.empty()) {
        std::error_code ignored;
        file = std::filesystem::current_path(ignored) / "miraimap";
    }
    file.replace_extension(ending_of(exporting.format));
    set_file(exporting, file.string());
}

void file_field(const Ui& ui, float width_px) {
    const float height = ui.px(36);
    ImGui::PushFont(ui.font(FontUse::small));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        ImVec2(ui.px(12), (height - ui.font(FontUse::small)->FontSize) / 2));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
    ImGui::SetNextItemWidth(width_px);
    ImGui::InputText("##file", ui.state.exporting.file.data(), ui.state.exporting.file.size());
    ui.probe("export-file");
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
}

/// What stands in the way or should be known; true if the export may start.
bool advice(const Ui& ui, float width_px) {
    const std::filesystem::path file(ui.state.exporting.file.data());
    std::error_code ignored;
    const std::filesystem::path folder =
        file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    if (!std::filesystem::is_directory(folder, ignored)) {
        text_in(ui, FontUse::small, ui.colours.bad,
                fill(T::export_no_folder, ui.lang(), folder.string()), width_px);
        return false;
    }
    if (std::filesystem::exists(file, ignored)) {
        text_in(ui, FontUse::small, ui.colours.warn, ui.tr(T::export_exists), width_px);
    }
    return file.has_filename() && !ui.state.exporting.running;
}

void dialog_content(const Ui& ui, float inner) {
    ExportState& exporting = ui.state.exporting;
    text_in(ui, FontUse::body_bold, ui.colours.text, ui.tr(T::export_title));
    text_in(ui, FontUse::small, ui.colours.text_muted,
            in_words(ui.state.request.filter).in(ui.lang()), inner);
    space(ui, 6);
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::export_format));
    const auto before = exporting.format;
    exporting.format =
        static_cast<ExportFormat>(segmented(ui, "format", {"GeoPackage", "GeoJSON", "CSV", "PNG"},
                                            static_cast<int>(exporting.format), inner));
    if (exporting.format != before) {
        follow_format(exporting);
    }
    constexpr std::array<T, export_format_count> hints{
        T::export_format_hint_gpkg, T::export_format_hint_geojson, T::export_format_hint_csv,
        T::export_format_hint_png};
    text_in(ui, FontUse::small, ui.colours.text_muted,
            ui.tr(hints[static_cast<std::size_t>(exporting.format)]), inner);
    space(ui, 6);
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::export_file));
    file_field(ui, inner);
    const bool ready = advice(ui, inner);
    space(ui, 10);
    if (primary_button(ui, "export-start",
                       ui.tr(exporting.running ? T::export_running : T::export_start), nullptr,
                       ready)) {
        ui.wishes.start_export = true;
        exporting.open = false;
    }
    ImGui::SameLine(0, ui.px(12));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(3));
    if (link_button(ui, "export-cancel", ui.tr(T::cancel))) {
        exporting.open = false;
    }
}

}  // namespace

void export_dialog(const Ui& ui) {
    ExportState& exporting = ui.state.exporting;
    if (exporting.open_wanted) {
        exporting.open_wanted = false;
        exporting.open = true;
        follow_format(exporting);
        ImGui::OpenPopup("##export");
    }
    if (!exporting.open) {
        return;
    }
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float width = std::min(ui.px(520), screen.x - ui.px(60));
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(22), ui.px(20)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    if (ImGui::BeginPopupModal("##export", &exporting.open,
                               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings |
                                   ImGuiWindowFlags_AlwaysAutoResize)) {
        dialog_content(ui, width - ui.px(44));
        if (!exporting.open) {
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(3);
}

}  // namespace miraimap::gui
