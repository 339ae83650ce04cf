// SPDX-License-Identifier: MIT
#include "app/core/words.hpp"
#include "app/gui/analysis_actions.hpp"
#include "app/gui/analysis_widgets.hpp"
#include "app/gui/key_ring.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

std::string label_of(const Ui& ui) {
    return fill(T::a_denominator_of, ui.lang(),
                with_commas(ui.state.snapshot.table.total.municipalities));
}

void choices(const Ui& ui) {
    Request request = ui.state.request;
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::a_denominator), 0);
    const auto before = static_cast<int>(request.wards);
    const int now = segmented(
        ui, "wards", {ui.tr(T::a_wards_special), ui.tr(T::a_wards_none), ui.tr(T::a_wards_all)},
        before);
    request.wards = static_cast<WardCount>(now);
    const bool north =
        toggle(ui, "count-north", ui.tr(T::a_count_north), request.count_northern_territories);
    request.count_northern_territories = north != request.count_northern_territories;
    if (north || now != before) {
        set_analysis(ui.state, request);
    }
    space(ui, 4);
    text_in(ui, FontUse::small, ui.colours.text_muted,
            denominator_note(ui.state.snapshot).in(ui.lang()), ui.px(380));
}

}  // namespace

float denominator_width(const Ui& ui) {
    return text_size(ui, FontUse::small, label_of(ui)).x + ui.px(34);
}

float denominator_button(const Ui& ui, float right_px, float height_px) {
    const float width = denominator_width(ui);
    const float left = right_px - width;
    ImGui::SetCursorPos({left, 0});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (key_pressed(ui, ImGui::InvisibleButton("denominator", {width, height_px}))) {
        ImGui::OpenPopup("##denominator");
    }
    ui.probe("denominator");
    const bool hovered = ImGui::IsItemHovered();
    if (hovered) {
        tooltip_for_item(ui, ui.tr(T::a_denominator_hint));
    }
    const ImU32 colour = hovered ? ui.colours.text : ui.colours.text_muted;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const std::string label = label_of(ui);
    const ImVec2 words = text_size(ui, FontUse::small, label);
    list->AddText(ui.font(FontUse::small), ui.font(FontUse::small)->FontSize,
                  {at.x + ui.px(8), at.y + (height_px - words.y) / 2}, colour, label.c_str());
    draw_icon(*list, Icon::chevron_down, {at.x + words.x + ui.px(18), at.y + height_px / 2},
              ui.px(11), colour);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(14), ui.px(12)));
    ImGui::SetNextWindowPos({at.x + width, at.y}, ImGuiCond_Appearing, {1, 1});
    if (ImGui::BeginPopup("##denominator")) {
        choices(ui);
        esc_closes_popup();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
    return left;
}

}  // namespace miraimap::gui
