// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "app/gui/bar_fit.hpp"
#include "app/gui/key_ring.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {

namespace {

constexpr float icon_px = 32;
constexpr float gap_px = 10;

/// The parts from left to right.
enum Part : std::size_t { prefix, words, count, brush, steps, clear, part_count };
constexpr std::size_t whole = 0;

std::string count_words(const Ui& ui, std::size_t form) {
    const int passed = ui.state.facets.passed;
    return form == whole ? selections_in_words(passed, ui.lang()) : with_commas(passed);
}

/// What the views are narrowed to; its forms are shorter and shorter, the last only ends it.
std::string brush_words(const Ui& ui, std::size_t form) {
    const std::optional<std::vector<int>>& places = ui.state.map_choice.brush;
    if (!places || form > 1) {
        return {};
    }
    const std::string number = with_commas(std::ssize(*places));
    return form == whole
               ? fill(T::brush_chip, ui.lang(), number, with_commas(selections_in_brush(ui.state)),
                      with_commas(ui.state.facets.passed))
               : fill(T::brush_chip_short, ui.lang(), number);
}

constexpr float cross_px = 26;

BarPart brush_part(const Ui& ui) {
    if (!ui.state.map_choice.brush) {
        return {{0, 0}};
    }
    const auto wide = [&](std::size_t form) {
        return pill_width_px(ui, brush_words(ui, form)) + ui.px(cross_px);
    };
    return {{wide(0), 15}, {wide(1), 65}, {ui.px(icon_px), 80}};
}

/// A chip that says so; a click ends it.
void brush_chip(const Ui& ui, std::size_t form, float x, float width, float height) {
    const float chip = ui.px(size::chip_height_px);
    ImGui::SetCursorPos({x, (height - chip) / 2});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = key_pressed(ui, ImGui::InvisibleButton("##brush-chip", {width, chip}));
    ui.probe("button:end-brush");
    const bool under = ImGui::IsItemHovered();
    tooltip_for_item(ui, ui.tr(T::brush_chip_hint));
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 end(at.x + width, at.y + chip);
    list->AddRectFilled(at, end, under ? ui.colours.field_hover : ui.colours.accent_soft, chip / 2);
    list->AddRect(at, end, ui.colours.accent, chip / 2, 0, ui.px(1.2F));
    const ImFont* font = ui.font(FontUse::small);
    list->AddText(font, font->FontSize,
                  {at.x + ui.px(11), std::floor(at.y + (chip - font->FontSize) / 2)},
                  ui.colours.accent_text, brush_words(ui, form).c_str());
    draw_icon(*list, Icon::close, {end.x - ui.px(15), at.y + chip / 2}, ui.px(9),
              ui.colours.accent_text);
    if (clicked) {
        end_brush(ui.state);
    }
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
            brush_part(ui),
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
    if (width_of(brush) > 0) {
        right -= width_of(brush);
        brush_chip(ui, fit.forms[brush], right, width_of(brush), height);
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
