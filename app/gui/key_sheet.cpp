// SPDX-License-Identifier: MIT
#include <GLFW/glfw3.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/gui/commands.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

struct Line {
    bool heading = false;
    std::string key;
    std::string does;
};

std::vector<Line> lines_of(Lang lang) {
    std::vector<Line> lines;
    for (int group = 0; group < command_group_count; ++group) {
        bool first = true;
        for (const Command& command : all_commands()) {
            if (command.group != static_cast<CommandGroup>(group) || command.keys.empty()) {
                continue;
            }
            if (first) {
                lines.push_back({true, {}, text_of(name_of(command.group)).in(lang)});
            }
            first = false;
            lines.push_back({false, keys_text(command.keys), text_of(command.name).in(lang)});
        }
    }
    lines.push_back({true, {}, text_of(T::mouse_title).in(lang)});
    for (const MouseAction& action : mouse_actions()) {
        const Command* same = find_command(action.command);
        const std::string own = !action.keys.empty() ? action.keys
                                : same == nullptr || same->keys.empty()
                                    ? std::string()
                                    : key_text(same->keys.front());
        const std::string key = own.empty() ? "" : "  [" + own + "]";
        lines.push_back(
            {false, text_of(action.gesture).in(lang), text_of(action.does).in(lang) + key});
    }
    return lines;
}

/// Lines of one column, top to bottom; returns how far it reaches down.
float column(const Ui& ui, const std::vector<Line>& lines, std::size_t from, std::size_t to,
             ImVec2 at, float key_width, float width) {
    float y = at.y;
    for (std::size_t i = from; i < to; ++i) {
        const Line& line = lines[i];
        if (line.heading) {
            y += i == from ? 0 : ui.px(10);
            ImGui::SetCursorPos({at.x, y});
            text_in(ui, FontUse::small_bold, ui.colours.text_muted, line.does);
            y += ui.px(24);
            continue;
        }
        // Long ones go on in a second line: the key must not be lost.
        const float room = width - key_width - ui.px(14);
        const float lower = std::max(text_size(ui, FontUse::small_bold, line.key, key_width).y,
                                     text_size(ui, FontUse::small, line.does, room).y);
        ImGui::SetCursorPos({at.x, y});
        text_in(ui, FontUse::small_bold, ui.colours.accent_text, line.key, key_width);
        ImGui::SetCursorPos({at.x + key_width + ui.px(14), y});
        text_in(ui, FontUse::small, ui.colours.text, line.does, room);
        y += std::max(ui.px(23), lower + ui.px(5));
    }
    return y;
}

/// Where the columns begin: about equal numbers of lines, a group is split only if it must be.
std::vector<std::size_t> split(const std::vector<Line>& lines, std::size_t columns) {
    std::vector<std::size_t> starts{0};
    const std::size_t share = (lines.size() + columns - 1) / columns;
    for (std::size_t i = 1; i < columns; ++i) {
        std::size_t best = std::min(i * share, lines.size());
        for (std::size_t off = 0; off <= share / 3; ++off) {
            const std::size_t lower = i * share - off;
            const std::size_t upper = i * share + off;
            if (lower < lines.size() && lines[lower].heading) {
                best = lower;
                break;
            }
            if (upper < lines.size() && lines[upper].heading) {
                best = upper;
                break;
            }
        }
        starts.push_back(best);
    }
    starts.push_back(lines.size());
    return starts;
}

void sheet(const Ui& ui, const std::vector<Line>& lines, std::size_t columns, float width) {
    const float pad = ui.px(24);
    ImGui::SetCursorPos({pad, ui.px(18)});
    text_in(ui, FontUse::body_bold, ui.colours.text, ui.tr(T::keys_title));
    ImGui::SetCursorPos({width - ui.px(46), ui.px(14)});
    if (icon_button(ui, "close-keys", Icon::close, ui.tr(T::close))) {
        ui.state.show_keys = false;
    }
    float key_width = 0;
    for (const Line& line : lines) {
        key_width = std::max(key_width, text_size(ui, FontUse::small_bold, line.key).x);
    }
    const float gap = ui.px(28);
    const float column_width =
        (width - 2 * pad - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    key_width = std::min(key_width, column_width * 0.45F);
    const std::vector<std::size_t> starts = split(lines, columns);
    float end = 0;
    for (std::size_t i = 0; i < columns; ++i) {
        const float x = pad + static_cast<float>(i) * (column_width + gap);
        end = std::max(end, column(ui, lines, starts[i], starts[i + 1], {x, ui.px(58)}, key_width,
                                   column_width));
    }
    ImGui::SetCursorPos({pad, end});
    ImGui::Dummy({1, ui.px(14)});
}

}  // namespace

void key_sheet(const Ui& ui) {
    if (!ui.state.show_keys) {
        return;
    }
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const std::vector<Line> lines = lines_of(ui.lang());
    const float room = screen.x / ui.scale;
    const std::size_t columns = room >= 1560 ? 4 : room >= 1180 ? 3 : room >= 760 ? 2 : 1;
    const float width = std::min(screen.x - ui.px(40), ui.px(390) * static_cast<float>(columns));
    ImGui::SetNextWindowPos({screen.x / 2, screen.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, screen.y - ui.px(40)});
    ImGui::SetNextWindowFocus();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours.card);
    ImGui::Begin("##keys", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                     ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize);
    sheet(ui, lines, columns, width);
    const bool outside =
        ImGui::IsMouseClicked(0) && !ImGui::IsWindowAppearing() && !ImGui::IsWindowHovered();
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    if (outside) {
        ui.state.show_keys = false;
    }
}

}  // namespace miraimap::gui
