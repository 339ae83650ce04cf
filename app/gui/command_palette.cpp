// SPDX-License-Identifier: MIT
#include <GLFW/glfw3.h>
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "app/gui/command_keys.hpp"
#include "app/gui/commands.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr float row_px = 34;
constexpr int shown_rows = 11;

/// A key in a small frame, its right edge at a position; returns its width.
float key_cap(const Ui& ui, const std::string& text, ImVec2 right_middle) {
    const ImVec2 extent = text_size(ui, FontUse::small, text);
    const float width = extent.x + ui.px(14);
    const float height = ui.px(22);
    const ImVec2 low(right_middle.x - width, right_middle.y - height / 2);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(low, {low.x + width, low.y + height}, ui.colours.field, ui.px(5));
    list->AddRect(low, {low.x + width, low.y + height}, ui.colours.hairline, ui.px(5));
    list->AddText(ui.font(FontUse::small), ui.font(FontUse::small)->FontSize,
                  {low.x + ui.px(7), low.y + (height - extent.y) / 2}, ui.colours.text_muted,
                  text.c_str());
    return width;
}

/// What a row says and does.
struct Row {
    const Text& name;
    std::string at_right;  ///< key of a command; number of a filter's selections
    bool usable = true;
    bool on = false;        ///< a value that the filter asks for now
    bool is_count = false;  ///< what stands at the right is no key
};

Row row_of(const Ui& ui, int hit) {
    if (const FacetCommand* facet = facet_of(ui.state, hit)) {
        Filter turned = ui.state.request.filter;
        const bool on = facet->is_on(turned);
        facet->turn(turned);
        return {facet->name,
                on ? std::string(ui.tr(T::facet_on))
                   : with_commas(count_selections(turned, ui.world())),
                true, on, true};
    }
    const Command& command = all_commands()[static_cast<std::size_t>(hit)];
    return {text_of(command.name), command.keys.empty() ? "" : key_text(command.keys.front()),
            is_enabled(command, ui.state)};
}

/// @returns whether it could be done
bool run_row(const Ui& ui, int hit) {
    if (const FacetCommand* facet = facet_of(ui.state, hit)) {
        Filter turned = ui.state.request.filter;
        facet->turn(turned);
        set_filter(ui.state, turned);
        return true;
    }
    const Command& command = all_commands()[static_cast<std::size_t>(hit)];
    if (!is_enabled(command, ui.state)) {
        return false;
    }
    ui.state.palette.open = false;
    return run_command(command.id, ui.state, ui.wishes);
}

void draw_row(const Ui& ui, const Row& row, ImVec2 at, float width, bool marked) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (marked) {
        list->AddRectFilled({at.x + ui.px(6), at.y},
                            {at.x + width - ui.px(6), at.y + ui.px(row_px)}, ui.colours.accent_soft,
                            ui.px(6));
    }
    const float middle = at.y + ui.px(row_px) / 2;
    float right = at.x + width - ui.px(16);
    if (row.is_count) {
        const ImVec2 size = text_size(ui, FontUse::small, row.at_right);
        list->AddText(ui.font(FontUse::small), ui.font(FontUse::small)->FontSize,
                      {right - size.x, middle - size.y / 2}, ui.colours.text_muted,
                      row.at_right.c_str());
        right -= size.x + ui.px(12);
    } else if (!row.at_right.empty()) {
        right -= key_cap(ui, row.at_right, {right, middle}) + ui.px(12);
    }
    const std::string& own = row.name.in(ui.lang());
    const std::string& other = ui.lang() == Lang::ja ? row.name.en : row.name.ja;
    if (row.on) {
        draw_icon(*list, Icon::check, {at.x + ui.px(12), middle}, ui.px(10),
                  ui.colours.accent_text);
    }
    const float left = at.x + ui.px(row.on ? 24 : 18);
    const ImVec2 extent = text_size(ui, FontUse::body, own);
    list->AddText(ui.font(FontUse::body), ui.font(FontUse::body)->FontSize,
                  {left, middle - extent.y / 2},
                  !row.usable ? ui.colours.text_faint
                  : marked    ? ui.colours.accent_text
                              : ui.colours.text,
                  shorten(ui, FontUse::body, own, right - left).c_str());
    const float from = left + extent.x + ui.px(12);
    if (right - from > ui.px(60)) {
        const std::string shown = shorten(ui, FontUse::small, other, right - from);
        const ImVec2 size = text_size(ui, FontUse::small, shown);
        list->AddText(ui.font(FontUse::small), ui.font(FontUse::small)->FontSize,
                      {from, middle - size.y / 2 + ui.px(1)},
                      row.usable ? ui.colours.text_muted : ui.colours.text_faint, shown.c_str());
    }
}

void look_up(AppState& state) {
    state.palette.hits = find_commands(state, state.palette.text.data());
    state.palette.marked = 0;
}

void open(AppState& state) {
    PaletteState& palette = state.palette;
    palette.open_wanted = false;
    palette.open = !palette.open;
    palette.text.fill('\0');
    look_up(state);
    if (palette.open) {
        ImGui::OpenPopup("##palette");
    }
}

/// True if Enter was pressed.
bool field(const Ui& ui, float width) {
    PaletteState& palette = ui.state.palette;
    ImGui::PushFont(ui.font(FontUse::body));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.px(12), ui.px(8)));
    ImGui::SetCursorPos({ui.px(10), ui.px(10)});
    ImGui::SetNextItemWidth(width - ui.px(20));
    if (ImGui::IsWindowAppearing()) {
        ImGui::SetKeyboardFocusHere();
    }
    const bool entered =
        ImGui::InputTextWithHint("##command", ui.tr(T::palette_hint), palette.text.data(),
                                 palette.text.size(), ImGuiInputTextFlags_EnterReturnsTrue);
    ui.probe("palette");
    if (ImGui::IsItemEdited()) {
        look_up(ui.state);
    }
    ImGui::PopStyleVar();
    ImGui::PopFont();
    const int count = static_cast<int>(palette.hits.size());
    if (count > 0 && ImGui::IsKeyPressed(GLFW_KEY_DOWN)) {
        palette.marked = (palette.marked + 1) % count;
    }
    if (count > 0 && ImGui::IsKeyPressed(GLFW_KEY_UP)) {
        palette.marked = (palette.marked + count - 1) % count;
    }
    return entered;
}

/// The row that was clicked, or -1.
int rows(const Ui& ui, float width, float height) {
    PaletteState& palette = ui.state.palette;
    int clicked = -1;
    ImGui::SetCursorPos({0, ui.px(58)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("##commands", {width, height});
    for (int i = 0; i < static_cast<int>(palette.hits.size()); ++i) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::PushID(i);
        if (ImGui::InvisibleButton("##row", {width, ui.px(row_px)})) {
            clicked = i;
        }
        ui.probe(fmt::format("command:{}", i));
        ImGui::PopID();
        if (ImGui::IsItemHovered() && pointer_moved()) {
            palette.marked = i;
        }
        const bool stepped = ImGui::IsKeyPressed(GLFW_KEY_DOWN) || ImGui::IsKeyPressed(GLFW_KEY_UP);
        if (i == palette.marked && stepped && !ImGui::IsItemVisible()) {
            ImGui::SetScrollHereY(0.5F);
        }
        if (ImGui::IsItemVisible()) {
            draw_row(ui, row_of(ui, palette.hits[static_cast<std::size_t>(i)]), at, width,
                     i == palette.marked);
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    return clicked;
}

void content(const Ui& ui, float width, float height) {
    PaletteState& palette = ui.state.palette;
    const bool entered = field(ui, width);
    if (palette.hits.empty()) {
        ImGui::SetCursorPos({ui.px(22), ui.px(64)});
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::palette_none),
                width - ui.px(44));
    }
    const int clicked = rows(ui, width, height);
    const int chosen = clicked >= 0 ? clicked : (entered ? palette.marked : -1);
    if (chosen >= 0 && chosen < static_cast<int>(palette.hits.size())) {
        if (run_row(ui, palette.hits[static_cast<std::size_t>(chosen)])) {
            palette.open = false;
        }
    }
    if (ImGui::IsKeyPressed(GLFW_KEY_ESCAPE)) {
        palette.open = false;
    }
}

}  // namespace

bool command_palette(const Ui& ui) {
    PaletteState& palette = ui.state.palette;
    if (palette.open_wanted) {
        open(ui.state);
    }
    if (!palette.open) {
        return false;
    }
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const float width = std::min(ui.px(620), screen.x - ui.px(40));
    const int count = std::clamp(static_cast<int>(palette.hits.size()), 1, shown_rows);
    // In a low window it has all there is.
    const bool low = screen.y < ui.px(400);
    const float top = ui.px(low ? 8 : 72);
    const float height = std::min(ui.px(row_px) * static_cast<float>(count),
                                  screen.y - top - ui.px(68) - ui.px(low ? 8 : 40));
    ImGui::SetNextWindowPos({screen.x / 2, top}, ImGuiCond_Always, {0.5F, 0});
    ImGui::SetNextWindowSize({width, height + ui.px(68)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(10));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.colours.card);
    if (ImGui::BeginPopup("##palette", ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                           ImGuiWindowFlags_NoSavedSettings |
                                           ImGuiWindowFlags_NoNav)) {
        content(ui, width, height);
        if (!palette.open) {
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    } else {
        palette.open = false;
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
    return palette.open && !ImGui::GetIO().WantTextInput;
}

}  // namespace miraimap::gui
