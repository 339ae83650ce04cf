// SPDX-License-Identifier: MIT
#include "app/gui/file_chooser.hpp"

#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

#include "app/gui/key_ring.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace fs = std::filesystem;

namespace {

constexpr float row_px = 28;

int cursor_to_end(ImGuiInputTextCallbackData* data) {
    bool& wanted = *static_cast<bool*>(data->UserData);
    if (std::exchange(wanted, false)) {
        data->CursorPos = data->SelectionStart = data->SelectionEnd = data->BufTextLen;
    }
    return 0;
}

/// True if Enter was pressed.
bool path_field(const Ui& ui, FileList& list, const char* id, float width) {
    static bool to_end = false;
    const float height = ui.px(36);
    ImGui::PushFont(ui.font(FontUse::small));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding,
                        ImVec2(ui.px(12), (height - ui.font(FontUse::small)->FontSize) / 2));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
    ImGui::SetNextItemWidth(width);
    if (list.focus_wanted) {
        list.focus_wanted = false;
        ImGui::SetKeyboardFocusHere();
        to_end = !list.select_all;
    }
    const std::string before = list.typed.data();
    const bool entered =
        ImGui::InputText(("##" + std::string(id)).c_str(), list.typed.data(), list.typed.size(),
                         ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackAlways |
                             (list.select_all ? ImGuiInputTextFlags_AutoSelectAll : 0),
                         cursor_to_end, &to_end);
    ui.probe(id);
    if (before != list.typed.data()) {
        list.select_all = false;
        list.marked = -1;
    }
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
    return entered;
}

void take_arrows(FileList& list) {
    const int count = static_cast<int>(list.entries.size());
    if (ImGui::GetIO().KeyAlt && ImGui::IsKeyPressed(GLFW_KEY_UP, false)) {
        go_to_parent(list);
    } else if (count > 0 && ImGui::IsKeyPressed(GLFW_KEY_DOWN)) {
        list.marked = std::min(list.marked + 1, count - 1);
    } else if (ImGui::IsKeyPressed(GLFW_KEY_UP)) {
        list.marked = std::max(list.marked - 1, -1);
    }
}

void folder_sign(const Ui& ui, ImVec2 at, ImU32 colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRectFilled({at.x, at.y - ui.px(5)}, {at.x + ui.px(6), at.y}, colour, ui.px(1.5F));
    draw->AddRectFilled({at.x, at.y - ui.px(3)}, {at.x + ui.px(14), at.y + ui.px(6)}, colour,
                        ui.px(2));
}

/// A line of the list. @returns 1 clicked, 2 double-clicked
int entry_row(const Ui& ui, const FileEntry& entry, int index, float width, bool marked) {
    const float height = ui.px(row_px);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::PushID(index);
    const bool clicked = ImGui::InvisibleButton("##file", {width, height});
    ImGui::PopID();
    ui.probe("file:" + entry.name);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const bool hovered = ImGui::IsItemHovered();
    if (marked || hovered) {
        draw->AddRectFilled(at, {at.x + width, at.y + height},
                            marked ? ui.colours.accent_soft : ui.colours.field, ui.px(5));
    }
    if (entry.folder) {
        folder_sign(ui, {at.x + ui.px(10), at.y + height / 2}, ui.colours.text_muted);
    }
    const ImFont* font = ui.font(FontUse::small);
    const std::string shown =
        shorten(ui, FontUse::small, entry.name + (entry.folder ? "/" : ""), width - ui.px(44));
    draw->AddText(font, font->FontSize, {at.x + ui.px(32), at.y + (height - font->FontSize) / 2},
                  marked ? ui.colours.accent_text : ui.colours.text, shown.c_str());
    return !clicked                                                                        ? 0
           : ImGui::IsMouseDoubleClicked(0) || ImGui::GetIO().MouseClickedLastCount[0] > 1 ? 2
                                                                                           : 1;
}

void folder_links(const Ui& ui, FileList& list, const std::vector<fs::path>& folders, float width) {
    const float left = ImGui::GetCursorPosX();
    if (link_button(ui, "file-parent", ui.tr(T::file_parent))) {
        go_to_parent(list);
    }
    for (std::size_t i = 0; i < folders.size(); ++i) {
        const std::string whole = folders[i].string();
        const std::string shown = shorten(ui, FontUse::small, whole, ui.px(220));
        const float own = text_size(ui, FontUse::small, shown).x + ui.px(24);
        ImGui::SameLine(0, ui.px(8));
        if (ImGui::GetCursorPosX() + own > left + width) {
            ImGui::NewLine();
        }
        if (link_button(ui, fmt::format("file-folder-{}", i), shown)) {
            type_path(list, whole.ends_with('/') ? whole : whole + '/');
            list.select_all = false;
            list.focus_wanted = true;
        }
        if (shown != whole) {
            tooltip_for_item(ui, whole);
        }
    }
}

}  // namespace

std::optional<fs::path> file_chooser(const Ui& ui, FileList& list,
                                     const std::vector<FileKind>& kinds,
                                     const std::vector<fs::path>& folders, const char* id,
                                     ImVec2 extent) {
    std::optional<fs::path> meant;
    if (path_field(ui, list, id, extent.x)) {
        meant = enter_path(list);
    }
    update_file_list(list, kinds);
    take_arrows(list);
    folder_links(ui, list, folders, extent.x);
    if (kinds.size() > 1) {
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            const std::string& name = kinds[i].name.in(ui.lang());
            if (i > 0) {
                ImGui::SameLine(0, ui.px(6));
            }
            const bool on = static_cast<int>(i) == list.kind;
            if (plain_chip(ui, fmt::format("file-kind:{}", i), name, on)) {
                list.kind = static_cast<int>(i);
            }
        }
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("##files", extent, true);
    if (!list.problem.empty()) {
        text_in(ui, FontUse::small, ui.colours.bad,
                fill(T::file_folder_problem, ui.lang(), list.folder.string(), list.problem),
                extent.x - ui.px(24));
    } else if (list.entries.empty()) {
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::file_none),
                extent.x - ui.px(24));
    }
    const bool walked = ImGui::IsKeyPressed(GLFW_KEY_DOWN) || ImGui::IsKeyPressed(GLFW_KEY_UP);
    if (walked && list.marked >= 0) {
        ImGui::SetScrollY(std::max(0.0F, (static_cast<float>(list.marked) - 2) * ui.px(row_px)));
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(list.entries.size()), ui.px(row_px));
    const float width = ImGui::GetContentRegionAvail().x;
    int chosen = -1;
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const FileEntry& entry = list.entries[static_cast<std::size_t>(i)];
            const int clicks = entry_row(ui, entry, i, width, i == list.marked);
            if (clicks > 0) {
                list.marked = i;
                chosen = clicks > 1 ? i : chosen;
            }
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    if (chosen >= 0) {
        meant = enter_path(list);
    }
    return meant;
}

std::vector<std::string> words_of(const FileList& list) {
    std::vector<std::string> words{list.typed.data(), list.problem, list.folder.string()};
    for (const FileEntry& entry : list.entries) {
        words.push_back(entry.name);
    }
    return words;
}

}  // namespace miraimap::gui
