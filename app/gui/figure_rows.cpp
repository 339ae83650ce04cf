// SPDX-License-Identifier: MIT
#include "app/gui/figure_rows.hpp"

#include <algorithm>

#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

/// A large number over its label.
void figure(const Ui& ui, const std::string& number, const std::string& label, float width_px) {
    ImGui::BeginGroup();
    text_in(ui, FontUse::title, ui.colours.text, number);
    space(ui, -6);
    text_in(ui, FontUse::small, ui.colours.text_muted, label, width_px);
    ImGui::EndGroup();
}

void draw_bar(const Ui& ui, const FigureBar& bar, float names_px, float number_px, int most) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = available_px();
    const float row = ui.px(22);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImFont* font = ui.font(FontUse::small);
    const float y = at.y + (row - font->FontSize) / 2;
    const ImU32 ink = bar.count > 0 ? ui.colours.text : ui.colours.text_muted;
    const std::string name = shorten(ui, FontUse::small, bar.name, names_px);
    list->AddText(font, font->FontSize, {at.x, y}, ink, name.c_str());
    const float bar_x = at.x + names_px + ui.px(12);
    const float length = width - names_px - ui.px(12) - number_px - ui.px(10);
    const float share = static_cast<float>(bar.count) / static_cast<float>(most);
    list->AddRectFilled({bar_x, at.y + ui.px(6)}, {bar_x + length, at.y + row - ui.px(6)},
                        ui.colours.field, ui.px(4));
    if (bar.count > 0) {
        list->AddRectFilled({bar_x, at.y + ui.px(6)},
                            {bar_x + std::max(length * share, ui.px(8)), at.y + row - ui.px(6)},
                            ui.colours.accent, ui.px(4));
    }
    const std::string text = bar.number.empty() ? with_commas(bar.count) : bar.number;
    list->AddText(font, font->FontSize, {at.x + width - text_size(ui, FontUse::small, text).x, y},
                  ui.colours.text_muted, text.c_str());
    ImGui::Dummy({width, row});
    if (name != bar.name) {
        tooltip_for_item(ui, bar.name);
    }
}

}  // namespace

void figure_row(const Ui& ui, const std::string& number_a, const std::string& label_a,
                const std::string& number_b, const std::string& label_b) {
    const float half = available_px() / 2 - ui.px(6);
    const ImVec2 at = ImGui::GetCursorPos();
    figure(ui, number_a, label_a, half);
    const float below = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({at.x + half + ui.px(12), at.y});
    figure(ui, number_b, label_b, half);
    ImGui::SetCursorPos({at.x, std::max(below, ImGui::GetCursorPosY())});
}

void figure_bars(const Ui& ui, const std::vector<FigureBar>& bars) {
    constexpr float most_of_width = 0.5F;
    float names = 0;
    float number = text_size(ui, FontUse::small, "000").x;
    int most = 1;
    for (const FigureBar& bar : bars) {
        names = std::max(names, text_size(ui, FontUse::small, bar.name).x);
        number = std::max(number, text_size(ui, FontUse::small, bar.number).x);
        most = std::max(most, bar.count);
    }
    names = std::min(names, available_px() * most_of_width);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, ui.px(2)));
    for (const FigureBar& bar : bars) {
        draw_bar(ui, bar, names, number, most);
    }
    ImGui::PopStyleVar();
}

}  // namespace miraimap::gui
