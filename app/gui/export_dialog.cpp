// SPDX-License-Identifier: MIT
// The dialog of export and print: choices at the left, what the file will hold at the right; one
// below the other where there is no room. The buttons are always in sight.
#include <algorithm>
#include <string>
#include <vector>

#include "app/core/words.hpp"
#include "app/gui/export_panels.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"
#include "app/gui/window_session.hpp"

namespace miraimap::gui {
namespace {

/// Sizes that follow from the window's.
struct Room {
    ImVec2 extent;
    float pad_px = 0;
    bool wide = false;  ///< preview beside the choices
    bool high = false;  ///< file and sentence always in sight
    [[nodiscard]] float inner_px() const { return extent.x - 2 * pad_px; }
};

Room room_in(const Ui& ui) {
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    Room room;
    room.wide = screen.x >= ui.px(800);
    room.high = screen.y >= ui.px(520);
    const float margin = ui.px(room.wide && room.high ? 24 : 8);
    room.extent = {std::min(ui.px(1080), screen.x - 2 * margin),
                   std::min(ui.px(760), screen.y - 2 * margin)};
    room.pad_px = ui.px(room.wide && room.high ? 20 : 12);
    return room;
}

struct Advice {
    ImU32 colour = 0;
    std::string words;
};

/// What stands in the way or should be known of the file.
/// @param ready  false if nothing can be made so
std::vector<Advice> advice(const Ui& ui, bool& ready) {
    const ExportState& exporting = ui.state.exporting;
    const std::filesystem::path file = export_file(exporting);
    std::vector<Advice> all;
    ready = !file.empty() && file.has_filename();
    if (is_current(exporting) && !exporting.preview->problem.ja.empty()) {
        ready = false;  // the preview says why
    }
    if (ready && format_of(exporting.file.data()) != exporting.choice.format) {
        all.push_back(
            {ui.colours.text_muted, fill(T::export_becomes, ui.lang(), file.filename().string())});
    }
    if (ready && exporting.target.typed == exporting.file.data()) {
        if (!exporting.target.problem.ja.empty()) {
            all.insert(all.begin(), {ui.colours.bad, exporting.target.problem.in(ui.lang())});
            ready = false;
        } else if (exporting.target.replaces) {
            all.insert(all.begin(), {ui.colours.warn, ui.tr(T::export_exists)});
        }
    }
    if (!exporting.jobs.empty()) {
        all.push_back({ui.colours.text_muted, ui.tr(T::export_queues)});
    }
    return all;
}

float height_of(const Ui& ui, const std::vector<Advice>& all, float width_px) {
    float height = 0;
    for (const Advice& one : all) {
        height +=
            text_size(ui, FontUse::small, one.words, width_px).y + ImGui::GetStyle().ItemSpacing.y;
    }
    return height;
}

/// True if Enter was pressed in it.
bool file_field(const Ui& ui, float width_px) {
    ExportState& exporting = ui.state.exporting;
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::export_file));
    const float height = ui.px(34);
    ImGui::PushFont(ui.font(FontUse::small));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        ImVec2(ui.px(12), (height - ui.font(FontUse::small)->FontSize) / 2));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
    ImGui::SetNextItemWidth(width_px);
    const bool entered = ImGui::InputText("##file", exporting.file.data(), exporting.file.size(),
                                          ImGuiInputTextFlags_EnterReturnsTrue);
    if (ImGui::IsItemEdited()) {
        follow_typed_ending(exporting);
    }
    ui.probe("export-file");
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
    return entered;
}

float file_height(const Ui& ui) {
    return text_size(ui, FontUse::small_bold, "A").y + ui.px(34) +
           2 * ImGui::GetStyle().ItemSpacing.y;
}

void say(const Ui& ui, const std::vector<Advice>& all, float width_px) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        text_in(ui, FontUse::small, all[i].colour, all[i].words, width_px);
        ui.probe(fmt::format("export-advice:{}", i));
    }
}

void copy_command(const Ui& ui) {
    ExportState& exporting = ui.state.exporting;
    exporting.copied = copied_command(export_command(exporting.choice, session_of(ui.state),
                                                     view_text(ui.state), export_file(exporting)));
    ImGui::SetClipboardText(exporting.copied.c_str());
    show_notice(ui.state, {false,
                           {fill(T::command_copied, Lang::ja, exporting.copied),
                            fill(T::command_copied, Lang::en, exporting.copied)}});
}

const char* start_label(const Ui& ui) {
    const ExportState& exporting = ui.state.exporting;
    if (!exporting.printing || exporting.choice.format != ExportFormat::pdf) {
        return ui.tr(T::export_start);
    }
    const bool sends = exporting.send && !exporting.printer.empty();
    return ui.tr(sends ? T::print_start : T::print_make_pdf);
}

/// @returns false to close the dialog
bool buttons(const Ui& ui, bool ready, bool entered) {
    if (primary_button(ui, "export-start", start_label(ui), nullptr, ready) || (entered && ready)) {
        ui.wishes.start_export = true;
        return false;
    }
    const float top = ImGui::GetItemRectMin().y - ImGui::GetWindowPos().y + ui.px(3);
    ImGui::SameLine(0, ui.px(12));
    ImGui::SetCursorPosY(top);
    if (link_button(ui, "export-copy", ui.tr(T::export_copy)) && ready) {
        copy_command(ui);
    }
    ImGui::SameLine(0, ui.px(12));
    ImGui::SetCursorPosY(top);
    return !link_button(ui, "export-cancel", ui.tr(T::cancel));
}

/// Choices and preview above the file's name. @returns true if Enter was pressed in the name
bool body(const Ui& ui, const Room& room, float height) {
    const float inner = room.inner_px();
    const float edge = ui.px(2);  // the borders of controls are not cut off
    bool entered = false;
    if (room.wide) {
        const float choices = ui.px(350);
        ImGui::BeginChild("##choices", {choices, height});
        ImGui::Indent(edge);
        export_options(ui, choices - ui.px(16) - edge);
        ImGui::EndChild();
        ImGui::SameLine(0, ui.px(16));
        const float width = inner - choices - ui.px(16);
        ImGui::BeginChild("##preview", {width, height}, false, ImGuiWindowFlags_NoScrollbar);
        ImGui::Indent(edge);
        export_preview(ui, {width - edge, height});
        ImGui::EndChild();
        return entered;
    }
    ImGui::BeginChild("##all", {inner, height});
    ImGui::Indent(edge);
    const float width = inner - ui.px(18) - edge;
    export_options(ui, width);
    if (!room.high) {
        entered = file_field(ui, width);
    }
    space(ui, 6);
    export_preview(ui, {width, ui.px(260)});
    ImGui::EndChild();
    return entered;
}

/// @returns false to close the dialog
bool content(const Ui& ui, const Room& room) {
    const ExportState& exporting = ui.state.exporting;
    const float inner = room.inner_px();
    text_in(ui, FontUse::body_bold, ui.colours.text,
            ui.tr(exporting.printing ? T::print_title : T::export_title));
    if (room.high) {
        text_in_line(ui, FontUse::small, ui.colours.text_muted,
                     in_words(ui.state.request.filter).in(ui.lang()), inner);
    }
    space(ui, 4);
    bool ready = false;
    const std::vector<Advice> all = advice(ui, ready);
    const bool name_below = room.high || room.wide;
    const float spacing = ImGui::GetStyle().ItemSpacing.y;
    // Where the name scrolls away, the most important word about it stays.
    const float line = all.empty() ? 0 : text_size(ui, FontUse::small, "A").y + spacing;
    const float footer = ui.px(34) + ui.px(8) + spacing +
                         (name_below ? file_height(ui) + height_of(ui, all, inner) : line);
    const float height = room.extent.y - room.pad_px - ImGui::GetCursorPosY() - footer - spacing;
    bool entered = body(ui, room, height);
    if (name_below) {
        entered = file_field(ui, inner);
        say(ui, all, inner);
    } else if (!all.empty()) {
        text_in_line(ui, FontUse::small, all.front().colour, all.front().words, inner);
        ui.probe("export-advice:0");
    }
    ImGui::SetCursorPosY(room.extent.y - room.pad_px - ui.px(34));
    return buttons(ui, ready, entered);
}

void open(ExportState& exporting) {
    exporting.printing = exporting.wanted == ExportDialog::printing;
    exporting.wanted = ExportDialog::none;
    exporting.open = true;
    exporting.target = {};
    if (exporting.printing) {
        exporting.choice.page =
            exporting.choice.page == PageSize::pixels ? PageSize::a4 : exporting.choice.page;
    }
    choose_format(exporting, exporting.printing ? ExportFormat::pdf : exporting.choice.format);
}

}  // namespace

void export_dialog(const Ui& ui) {
    ExportState& exporting = ui.state.exporting;
    if (exporting.wanted != ExportDialog::none) {
        open(exporting);
        ImGui::OpenPopup("##export");
    }
    if (!exporting.open) {
        return;
    }
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const Room room = room_in(ui);
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSize(room.extent);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(room.pad_px, room.pad_px));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    if (ImGui::BeginPopupModal("##export", nullptr,
                               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings)) {
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
        exporting.open = content(ui, room);
        ImGui::PopStyleVar();
        if (esc_closes_popup()) {
            exporting.open = false;
        } else if (!exporting.open) {
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar(3);
}

}  // namespace miraimap::gui
