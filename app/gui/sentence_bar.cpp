// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {

void sentence_bar(const Ui& ui) {
    AppState& state = ui.state;
    const ImVec2 origin = ImGui::GetWindowPos();
    const float width = ImGui::GetWindowWidth();
    const float height = ImGui::GetWindowHeight();
    ImGui::GetWindowDrawList()->AddLine({origin.x, origin.y + height - 1},
                                        {origin.x + width, origin.y + height - 1},
                                        ui.colours.hairline);
    const float button_y = (height - ui.px(32)) / 2;
    float right = width - ui.px(8);
    if (!state.request.filter.empty()) {
        const float link = text_size(ui, FontUse::small, ui.tr(T::clear_all)).x + ui.px(12);
        right -= link;
        ImGui::SetCursorPos({right, (height - ui.px(28)) / 2});
        if (link_button(ui, "clear-all", ui.tr(T::clear_all))) {
            set_filter(state, {});
        }
        right -= ui.px(4);
    }
    right -= ui.px(32);
    ImGui::SetCursorPos({right, button_y});
    if (icon_button(ui, "redo", Icon::redo, ui.tr(T::redo), !state.redo.empty())) {
        redo_filter(state);
    }
    const ImVec2 list_corner(origin.x + right + ui.px(32), origin.y + height);
    right -= ui.px(34);
    ImGui::SetCursorPos({right, button_y});
    if (icon_button(ui, "history", Icon::history, ui.tr(T::history_button))) {
        state.history_wanted = true;
    }
    history_popup(ui, list_corner);
    right -= ui.px(34);
    ImGui::SetCursorPos({right, button_y});
    if (icon_button(ui, "undo", Icon::undo, ui.tr(T::undo), !state.undo.empty())) {
        undo_filter(state);
    }
    const std::string prefix = ui.tr(T::sentence_prefix);
    const std::string count = selections_in_words(state.facets.passed, ui.lang());
    const ImVec2 prefix_size = text_size(ui, FontUse::small, prefix);
    const float text_y = (height - prefix_size.y) / 2;
    float x = ui.px(size::pad_px);
    if (width > ui.px(560)) {
        ImGui::SetCursorPos({x, text_y});
        text_in(ui, FontUse::small, ui.colours.text_muted, prefix);
        x += prefix_size.x + ui.px(10);
    }
    const float pill_width = pill_width_px(ui, count);
    const float room = right - ui.px(12) - x - pill_width - ui.px(10);
    const std::string words = in_words(state.request.filter).in(ui.lang());
    const ImVec2 words_size = text_size(ui, FontUse::body_bold, words);
    ImGui::SetCursorPos({x, (height - words_size.y) / 2});
    text_in_line(ui, FontUse::body_bold, ui.colours.text, words, room);
    ui.probe("sentence");
    x += std::min(room, words_size.x) + ui.px(10);
    ImGui::SetCursorPos({x, (height - ui.px(24)) / 2});
    pill(ui, count, ui.colours.accent_soft, ui.colours.accent_text);
}

}  // namespace miraimap::gui
