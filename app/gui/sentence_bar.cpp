// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/gui/bar_fit.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {

namespace {

constexpr float icon_px = 32;
constexpr float gap_px = 10;

/// The parts from left to right.
enum Part : std::size_t { prefix, words, count, steps, clear, part_count };
constexpr std::size_t whole = 0;

std::string count_words(const Ui& ui, std::size_t form) {
    const int passed = ui.state.facets.passed;
    return form == whole ? selections_in_words(passed, ui.lang()) : with_commas(passed);
}

std::vector<BarPart> parts_of(const Ui& ui) {
    const auto wide = [&](T id) { return text_size(ui, FontUse::small, ui.tr(id)).x; };
    const BarPart clears =
        ui.state.request.filter.empty()
            ? BarPart{{0, 0}}
            : BarPart{{wide(T::clear_all) + ui.px(12), 40}, {ui.px(icon_px), 60}, {0, 0}};
    const float sentence =
        text_size(ui, FontUse::body_bold, in_words(ui.state.request.filter).in(ui.lang())).x;
    const auto at_most = [&](float width) { return std::min(std::ceil(sentence), ui.px(width)); };
    return {{{wide(T::sentence_prefix), 10}, {0, 0}},
            {{at_most(200), 30}, {at_most(90), 50}, {at_most(44), 0}},
            {{pill_width_px(ui, count_words(ui, 0)), 20},
             {pill_width_px(ui, count_words(ui, 1)), 70},
             {0, 0}},
            {{ui.px(3 * icon_px), 45}, {0, 0}},
            clears};
}

void step_buttons(const Ui& ui, float x, float height) {
    AppState& state = ui.state;
    const ImVec2 origin = ImGui::GetWindowPos();
    const float y = (height - ui.px(icon_px)) / 2;
    ImGui::SetCursorPos({x, y});
    if (icon_button(ui, "undo", Icon::undo, ui.tr(T::undo), !state.undo.empty())) {
        undo_step(state);
    }
    ImGui::SetCursorPos({x + ui.px(icon_px), y});
    if (icon_button(ui, "history", Icon::history, ui.tr(T::history_button))) {
        state.history_wanted = true;
    }
    ImGui::SetCursorPos({x + ui.px(2 * icon_px), y});
    if (icon_button(ui, "redo", Icon::redo, ui.tr(T::redo), !state.redo.empty())) {
        redo_step(state);
    }
    history_popup(ui, {origin.x + x + ui.px(3 * icon_px), origin.y + height});
}

void clear_button(const Ui& ui, std::size_t form, float x, float height) {
    const bool is_link = form == whole;
    ImGui::SetCursorPos({x, (height - ui.px(is_link ? 28 : icon_px)) / 2});
    if (is_link ? link_button(ui, "clear-all", ui.tr(T::clear_all))
                : icon_button(ui, "clear-all", Icon::close, ui.tr(T::clear_all))) {
        set_filter(ui.state, {});
    }
}

}  // namespace

void sentence_bar(const Ui& ui) {
    const AppState& state = ui.state;
    const ImVec2 origin = ImGui::GetWindowPos();
    const float width = ImGui::GetWindowWidth();
    const float height = ImGui::GetWindowHeight();
    ImGui::GetWindowDrawList()->AddLine({origin.x, origin.y + height - 1},
                                        {origin.x + width, origin.y + height - 1},
                                        ui.colours.hairline);
    const float pad = ui.px(width < ui.px(400) ? 10 : size::pad_px);
    const float gap = ui.px(gap_px);
    const std::vector<BarPart> parts = parts_of(ui);
    const BarFit fit = fit_bar(parts, width - pad - ui.px(8), gap);
    const auto width_of = [&](std::size_t part) { return parts[part][fit.forms[part]].width; };
    float right = width - ui.px(8);
    if (width_of(clear) > 0) {
        right -= width_of(clear);
        clear_button(ui, fit.forms[clear], right, height);
        right -= gap;
    }
    if (width_of(steps) > 0) {
        right -= width_of(steps);
        step_buttons(ui, right, height);
    } else {
        history_popup(ui, {origin.x + width, origin.y + height});
    }
    float x = pad;
    if (width_of(prefix) > 0) {
        const ImVec2 size = text_size(ui, FontUse::small, ui.tr(T::sentence_prefix));
        ImGui::SetCursorPos({x, (height - size.y) / 2});
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::sentence_prefix));
        x += size.x + gap;
    }
    const std::string sentence = in_words(state.request.filter).in(ui.lang());
    const ImVec2 size = text_size(ui, FontUse::body_bold, sentence);
    const float room = width_of(words) + std::max(0.0F, fit.spare);
    ImGui::SetCursorPos({x, (height - size.y) / 2});
    text_in_line(ui, FontUse::body_bold, ui.colours.text, sentence, room);
    ui.probe("sentence");
    if (width_of(count) > 0) {
        x += std::min(room, size.x) + gap;
        ImGui::SetCursorPos({x, (height - ui.px(24)) / 2});
        pill(ui, count_words(ui, fit.forms[count]), ui.colours.accent_soft, ui.colours.accent_text);
        ui.probe("sentence-count");
        tooltip_for_item(ui, count_words(ui, whole));
    }
}

}  // namespace miraimap::gui
