// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include "app/gui/bar_fit.hpp"
#include "app/gui/command_menu.hpp"
#include "app/gui/panel_actions.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {

namespace {

constexpr float gap_px = 10;
constexpr float mark_px = 24;
constexpr float name_x_px = 34;  ///< right of the mark
constexpr float subtitle_gap_px = 12;
constexpr float icon_px = 32;
constexpr float switch_px = 132;
constexpr float widest_search_px = 460;
/// A field narrower than this takes the whole bar while something is typed.
constexpr float search_in_use_px = 240;

/// The parts from left to right.
enum Part : std::size_t { name, search, language, theme, panels, keys, exporting, part_count };
// Forms of some parts.
enum NameForm : std::size_t { with_subtitle, without_subtitle, mark_alone, no_name };
constexpr std::size_t search_icon = 3;
constexpr std::size_t export_icon = 1;

float export_width(const Ui& ui) {
    return text_size(ui, FontUse::small_bold, ui.tr(T::export_button)).x + ui.px(50);
}

std::vector<BarPart> parts_of(const Ui& ui) {
    const float words = ui.px(name_x_px) + text_size(ui, FontUse::body_bold, ui.tr(T::app_name)).x;
    const float subtitle =
        ui.px(subtitle_gap_px) + text_size(ui, FontUse::small, ui.tr(T::app_subtitle)).x;
    return {{{words + subtitle, 0}, {words, 40}, {ui.px(mark_px), 65}, {0, 0}},
            {{ui.px(380), 5}, {ui.px(270), 30}, {ui.px(170), 70}, {ui.px(icon_px), 0}},
            {{ui.px(switch_px), 20}, {0, 0}},
            {{ui.px(icon_px), 15}, {0, 0}},
            {{ui.px(3 * icon_px), 75}, {0, 0}},
            {{ui.px(icon_px), 10}, {0, 0}},
            {{export_width(ui), 50}, {ui.px(icon_px), 60}, {0, 0}}};
}

/// What the menu has: all that the bar has not.
std::vector<MenuRow> rest_of(const Ui& ui, const BarFit& fit) {
    std::vector<MenuRow> rows;
    const auto add = [&](Part part, const char* command, bool checked) {
        if (parts_of(ui)[part][fit.forms[part]].width <= 0) {
            rows.push_back({command, checked});
        }
    };
    add(panels, "window.filters", panel_shown(ui.state, Panel::left));
    add(panels, "window.tables", panel_shown(ui.state, Panel::bottom));
    add(panels, "window.details", panel_shown(ui.state, Panel::right));
    add(language, "window.language", false);
    add(theme, "window.theme", false);
    add(keys, "window.keys", false);
    add(exporting, "file.export", false);
    return rows;
}

/// A small mark of four tiles in the colours of the map.
void draw_mark(const Ui& ui, ImVec2 origin, float height) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const auto& classes = grade_classes(ui.state.theme);
    const float tile = ui.px(10);
    const ImVec2 mark(origin.x, origin.y + height / 2 - tile - ui.px(1));
    for (int i = 0; i < 4; ++i) {
        const int row = i / 2;
        const ImVec2 low(mark.x + static_cast<float>(i % 2) * (tile + ui.px(2)),
                         mark.y + static_cast<float>(row) * (tile + ui.px(2)));
        const std::size_t which = i == 0 ? 0 : (i == 3 ? 1 : 2);
        const ImU32 colour =
            i == 1 ? ui.colours.accent : to_u32(classes[std::min(which, classes.size() - 1)].fill);
        list->AddRectFilled(low, {low.x + tile, low.y + tile}, colour, ui.px(2.5F));
    }
}

void draw_name(const Ui& ui, std::size_t form, float x, float height) {
    const ImVec2 origin = ImGui::GetWindowPos();
    draw_mark(ui, {origin.x + x, origin.y}, height);
    if (form == mark_alone) {
        return;
    }
    const ImVec2 words = text_size(ui, FontUse::body_bold, ui.tr(T::app_name));
    const float name_x = x + ui.px(name_x_px);
    ImGui::SetCursorPos({name_x, (height - words.y) / 2});
    text_in(ui, FontUse::body_bold, ui.colours.text, ui.tr(T::app_name));
    ui.probe("top:name");
    if (form == with_subtitle) {
        const ImVec2 small = text_size(ui, FontUse::small, ui.tr(T::app_subtitle));
        ImGui::SetCursorPos(
            {name_x + words.x + ui.px(subtitle_gap_px), (height - small.y) / 2 + ui.px(1)});
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::app_subtitle));
        ui.probe("top:subtitle");
    }
}

/// One part of the right side, its left end at the cursor.
void draw_part(const Ui& ui, Part part, std::size_t form, float height) {
    AppState& state = ui.state;
    const Icon download = Icon::download;
    const float x = ImGui::GetCursorPosX();
    if (part == language) {
        ImGui::SetCursorPosY((height - ui.px(size::chip_height_px)) / 2);
        const int chosen = segmented(ui, "language", {"日本語", "English"},
                                     ui.lang() == Lang::ja ? 0 : 1, ui.px(switch_px));
        state.request.lang = chosen == 0 ? Lang::ja : Lang::en;
        return;
    }
    ImGui::SetCursorPosY((height - ui.px(icon_px)) / 2);
    const bool light = state.theme == Theme::light;
    if (part == theme && icon_button(ui, "theme", light ? Icon::moon : Icon::sun,
                                     ui.tr(light ? T::theme_to_dark : T::theme_to_light))) {
        state.theme = light ? Theme::dark : Theme::light;
        ui.wishes.theme = true;
    } else if (part == panels) {
        layout_buttons(ui, x, ImGui::GetCursorPosY());
    } else if (part == keys && icon_button(ui, "keys", Icon::question, ui.tr(T::keys_tooltip))) {
        state.show_keys = !state.show_keys;
    } else if (part == exporting) {
        const bool ready = state.step == LoadStep::done;
        if (form == export_icon
                ? icon_button(ui, "export", download, ui.tr(T::export_button), ready)
                : (ImGui::SetCursorPosY((height - ui.px(34)) / 2),
                   primary_button(ui, "export", ui.tr(T::export_button), &download, ready))) {
            state.exporting.wanted = ExportDialog::exporting;
        }
    }
}

/// The field, or the button that calls it, between two ends.
void draw_search(const Ui& ui, const BarFit& fit, float from, float to, float height) {
    const float y = (height - ui.px(34)) / 2;
    if (fit.forms[search] == search_icon) {
        ImGui::SetCursorPos({from, (height - ui.px(icon_px)) / 2});
        if (icon_button(ui, "find", Icon::search, ui.tr(T::find_short),
                        ui.state.step == LoadStep::done)) {
            ui.state.search.focus_wanted = true;
        }
        return;
    }
    const float space = to - from;
    const float field = std::min(space, ui.px(widest_search_px));
    const bool centred = fit.forms[name] == with_subtitle;
    ImGui::SetCursorPos({from + (centred ? (space - field) / 2 : 0), y});
    search_box(ui, field);
}

}  // namespace

void top_bar(const Ui& ui) {
    const float height = ImGui::GetWindowHeight();
    const float width = ImGui::GetWindowWidth();
    const ImVec2 origin = ImGui::GetWindowPos();
    ImGui::GetWindowDrawList()->AddLine({origin.x, origin.y + height - 1},
                                        {origin.x + width, origin.y + height - 1},
                                        ui.colours.hairline);
    const float pad = ui.px(width < ui.px(520) ? 8 : size::pad_px);
    const float gap = ui.px(gap_px);
    const std::vector<BarPart> parts = parts_of(ui);
    const BarFit fit = fit_bar_with_rest(parts, width - 2 * pad, gap, ui.px(icon_px));
    const auto width_of = [&](std::size_t part) { return parts[part][fit.forms[part]].width; };
    const SearchState& found = ui.state.search;
    const bool in_use = found.focus_wanted || found.active || found.open;
    if (in_use && width_of(search) + fit.spare < ui.px(search_in_use_px)) {
        ImGui::SetCursorPos({pad, (height - ui.px(34)) / 2});
        search_box(ui, width - 2 * pad);
        return;
    }
    float right = width - pad;
    if (fit.hides) {
        right -= ui.px(icon_px);
        ImGui::SetCursorPos({right, (height - ui.px(icon_px)) / 2});
        command_menu(ui, "top-more", rest_of(ui, fit));
        right -= gap;
    }
    for (std::size_t part = part_count; part-- > language;) {
        if (width_of(part) > 0) {
            right -= width_of(part);
            ImGui::SetCursorPos({right, 0});
            draw_part(ui, static_cast<Part>(part), fit.forms[part], height);
            right -= gap;
        }
    }
    float left = pad;
    if (fit.forms[name] != no_name) {
        draw_name(ui, fit.forms[name], left, height);
        left += width_of(name) + gap;
    }
    draw_search(ui, fit, left, right, height);
}

}  // namespace miraimap::gui
