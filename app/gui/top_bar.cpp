// SPDX-License-Identifier: MIT
#include <algorithm>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {

namespace {

/// A small mark of four tiles in the colours of the map.
void draw_mark(const Ui& ui, ImVec2 origin, float height) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const auto& classes = grade_classes(ui.state.theme);
    const float tile = ui.px(10);
    const ImVec2 mark(origin.x + ui.px(size::pad_px), origin.y + height / 2 - tile - ui.px(1));
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

}  // namespace

void top_bar(const Ui& ui) {
    const float height = ImGui::GetWindowHeight();
    const float width = ImGui::GetWindowWidth();
    AppState& state = ui.state;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 origin = ImGui::GetWindowPos();
    list->AddLine({origin.x, origin.y + height - 1}, {origin.x + width, origin.y + height - 1},
                  ui.colours.hairline);
    draw_mark(ui, origin, height);
    const float name_x = ui.px(size::pad_px + 34);
    const ImVec2 name = text_size(ui, FontUse::body_bold, ui.tr(T::app_name));
    const bool roomy = width > ui.px(1180);
    const float name_y = (height - name.y) / 2;
    ImGui::SetCursorPos({name_x, name_y});
    text_in(ui, FontUse::body_bold, ui.colours.text, ui.tr(T::app_name));
    float left = name_x + name.x + ui.px(24);
    if (roomy) {
        const ImVec2 words = text_size(ui, FontUse::small, ui.tr(T::app_subtitle));
        ImGui::SetCursorPos({name_x + name.x + ui.px(12), (height - words.y) / 2 + ui.px(1)});
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::app_subtitle));
        left += words.x + ui.px(12);
    }
    // From the right: export, keys, theme, language.
    const Icon download = Icon::download;
    const float control_y = (height - ui.px(34)) / 2;
    const float export_width =
        text_size(ui, FontUse::small_bold, ui.tr(T::export_button)).x + ui.px(50);
    float x = width - ui.px(size::pad_px) - export_width;
    ImGui::SetCursorPos({x, control_y});
    if (primary_button(ui, "export", ui.tr(T::export_button), &download,
                       state.step == LoadStep::done)) {
        state.exporting.wanted = ExportDialog::exporting;
    }
    x -= ui.px(42);
    ImGui::SetCursorPos({x, control_y + ui.px(1)});
    if (icon_button(ui, "keys", Icon::question, ui.tr(T::keys_tooltip))) {
        state.show_keys = !state.show_keys;
    }
    x = layout_buttons(ui, x - ui.px(6), control_y + ui.px(1));
    x -= ui.px(40);
    const bool light = state.theme == Theme::light;
    ImGui::SetCursorPos({x, control_y + ui.px(1)});
    if (icon_button(ui, "theme", light ? Icon::moon : Icon::sun,
                    ui.tr(light ? T::theme_to_dark : T::theme_to_light))) {
        state.theme = light ? Theme::dark : Theme::light;
        ui.wishes.theme = true;
    }
    const float switch_width = ui.px(132);
    x -= switch_width + ui.px(10);
    ImGui::SetCursorPos({x, (height - ui.px(size::chip_height_px)) / 2});
    const int language = segmented(ui, "language", {"日本語", "English"},
                                   ui.lang() == Lang::ja ? 0 : 1, switch_width);
    state.request.lang = language == 0 ? Lang::ja : Lang::en;
    const float space_px = x - ui.px(20) - left;
    const float field = std::min(space_px, ui.px(460));
    ImGui::SetCursorPos({left + (roomy ? (space_px - field) / 2 : 0), control_y});
    search_box(ui, field);
}

}  // namespace miraimap::gui
