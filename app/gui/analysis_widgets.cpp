// SPDX-License-Identifier: MIT
#include "app/gui/analysis_widgets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/core/analysis_tables.hpp"
#include "app/gui/analysis_actions.hpp"
#include "app/gui/answer_cards.hpp"
#include "app/gui/key_ring.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

void push_field(const Ui& ui) {
    ImGui::PushFont(ui.font(FontUse::small));
    ImGui::PushStyleVar(
        ImGuiStyleVar_FramePadding,
        ImVec2(ui.px(8), (ui.px(size::chip_height_px) - ui.font(FontUse::small)->FontSize) / 2));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, ui.colours.text_muted);
}

void pop_field() {
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
}

}  // namespace

bool toggle(const Ui& ui, const std::string& id, const char* label, bool on) {
    const float height = ui.px(size::chip_height_px);
    const ImVec2 words = text_size(ui, FontUse::small, label);
    const float box = ui.px(16);
    const ImVec2 extent(words.x + box + ui.px(20), height);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = key_pressed(ui, ImGui::InvisibleButton(id.c_str(), extent));
    ui.probe("toggle:" + id);
    const bool hovered = ImGui::IsItemHovered();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 low(at.x + ui.px(4), at.y + (height - box) / 2);
    const ImVec2 high(low.x + box, low.y + box);
    list->AddRectFilled(low, high, on ? ui.colours.accent : ui.colours.field, ui.px(4));
    list->AddRect(low, high, on || hovered ? ui.colours.accent : ui.colours.text_muted, ui.px(4));
    if (on) {
        draw_icon(*list, Icon::check, {low.x + box / 2, low.y + box / 2}, ui.px(11),
                  ui.colours.on_accent);
    }
    list->AddText(ui.font(FontUse::small), ui.font(FontUse::small)->FontSize,
                  {high.x + ui.px(7), at.y + (height - words.y) / 2},
                  hovered ? ui.colours.text : ui.colours.text_muted, label);
    return clicked;
}

void colour_toggle(const Ui& ui, const std::string& id, const char* label, MapColour colour) {
    if (toggle(ui, id, label, ui.state.request.colour == colour)) {
        Request request = ui.state.request;
        request.colour = request.colour == colour ? MapColour::grade : colour;
        set_analysis(ui.state, request);
    }
}

void label_before(const Ui& ui, const std::string& label) {
    const ImVec2 words = text_size(ui, FontUse::small, label);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.px(size::chip_height_px);
    ImGui::GetWindowDrawList()->AddText(ui.font(FontUse::small), ui.font(FontUse::small)->FontSize,
                                        {at.x, at.y + (height - words.y) / 2},
                                        ui.colours.text_muted, label.c_str());
    ImGui::Dummy({words.x, height});
    ImGui::SameLine(0, ui.px(6));
}

bool number_field(const Ui& ui, const std::string& id, int& value, int least, int most) {
    push_field(ui);
    ImGui::SetNextItemWidth(ui.px(104));
    const int before = value;
    ImGui::InputInt(("##" + id).c_str(), &value, 1, 5);
    ui.probe("number:" + id);
    pop_field();
    value = std::clamp(value, least, most);
    return value != before;
}

/// A line with a knob, and the number beside it.
bool weight_field(const Ui& ui, const std::string& id, double& value) {
    constexpr float most = 5;
    const float width = ui.px(46);
    push_field(ui);
    for (const ImGuiCol part : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive,
                                ImGuiCol_SliderGrab, ImGuiCol_SliderGrabActive, ImGuiCol_Border}) {
        ImGui::PushStyleColor(part, IM_COL32(0, 0, 0, 0));
    }
    ImGui::SetNextItemWidth(width);
    auto shown = static_cast<float>(value);
    const bool changed =
        ImGui::SliderFloat(("##" + id).c_str(), &shown, 0, most, "", ImGuiSliderFlags_AlwaysClamp);
    ui.probe("weight:" + id);
    const bool held = ImGui::IsItemActive();
    const bool hovered = ImGui::IsItemHovered();
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    ImGui::PopStyleColor(6);
    pop_field();
    const float radius = ui.px(held || hovered ? 6.5F : 5.5F);
    const float from = low.x + ui.px(7);
    const float to = high.x - ui.px(7);
    const float x = from + (to - from) * shown / most;
    const float y = (low.y + high.y) / 2;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddLine({from, y}, {to, y}, ui.colours.hairline, ui.px(3));
    list->AddLine({from, y}, {x, y}, ui.colours.accent, ui.px(3));
    list->AddCircleFilled({x, y}, radius, ui.colours.accent);
    list->AddCircle({x, y}, radius, ui.colours.card, 0, ui.px(1.5F));
    ImGui::SameLine(0, ui.px(4));
    label_before(ui, fmt::format("{:.1f}", shown));
    ImGui::NewLine();
    if (changed) {
        value = std::round(static_cast<double>(shown) * 10) / 10;
    }
    return changed;
}

bool text_field(const Ui& ui, const std::string& id, char* text, std::size_t size, const char* hint,
                float width_px) {
    push_field(ui);
    ImGui::SetNextItemWidth(width_px);
    const std::string shown = shorten(ui, FontUse::small, hint, width_px - ui.px(18));
    const bool entered = ImGui::InputTextWithHint(("##" + id).c_str(), shown.c_str(), text, size,
                                                  ImGuiInputTextFlags_EnterReturnsTrue);
    ui.probe("field:" + id);
    pop_field();
    return entered;
}

int combo(const Ui& ui, const std::string& id, const std::vector<std::string>& lines, int chosen,
          float width_px) {
    int result = chosen;
    const bool known = chosen >= 0 && static_cast<std::size_t>(chosen) < lines.size();
    const std::string shown =
        known ? shorten(ui, FontUse::small, lines[static_cast<std::size_t>(chosen)],
                        width_px - ui.px(40))
              : std::string();
    push_field(ui);
    ImGui::SetNextItemWidth(width_px);
    const bool open =
        ImGui::BeginCombo(("##" + id).c_str(), shown.c_str(), ImGuiComboFlags_NoArrowButton);
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    ui.probe("combo:" + id);
    if (open) {
        const float width = width_px - ui.px(30);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const bool on = static_cast<int>(i) == chosen;
            if (menu_row(ui, fmt::format("combo:{}:{}", id, i),
                         shorten(ui, FontUse::small, lines[i], width - ui.px(42)), width,
                         on ? MenuMark::on : MenuMark::off)) {
                result = static_cast<int>(i);
            }
        }
        esc_closes_popup();
        ImGui::EndCombo();
    }
    draw_icon(*ImGui::GetWindowDrawList(), Icon::chevron_down,
              {high.x - ui.px(16), (low.y + high.y) / 2}, ui.px(11), ui.colours.text_muted);
    pop_field();
    return result;
}

namespace {

/// The first suggested places, as many as there is room for in a few lines.
void suggested_places(const Ui& ui) {
    constexpr std::size_t most_examples = 6;
    const AnalysisAnswer* answer = ui.state.analysis.answer.get();
    if (answer == nullptr || answer->world != ui.state.loaded->world ||
        answer->suggestions.places.empty()) {
        return;
    }
    space(ui, 12);
    text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::a_choose_example), 0);
    const std::size_t count = std::min(answer->suggestions.places.size(), most_examples);
    for (std::size_t i = 0; i < count; ++i) {
        const int place = answer->suggestions.places[i].front();
        const Municipality& m =
            ui.world().catalogue.municipalities[static_cast<std::size_t>(place)];
        const float width = text_size(ui, FontUse::small, full_name(m, ui.lang())).x + ui.px(30);
        flow(ui, width, i == 0, 12);
        place_link(ui, "example:", place, true);
    }
}

}  // namespace

void choose_place_first(const Ui& ui, T what_comes) {
    ui.state.analysis.shown = true;
    ImGui::BeginGroup();  // all lines begin where the panel does
    space(ui, 6);
    text_in(ui, FontUse::body, ui.colours.text, ui.tr(what_comes), 0);
    space(ui, 6);
    static constexpr Icon icon = Icon::search;
    if (primary_button(ui, "choose-by-search", ui.tr(T::find_short), &icon)) {
        ui.state.search.focus_wanted = true;
    }
    suggested_places(ui);
    ImGui::EndGroup();
}

const AnalysisAnswer* answer_or_wait(const Ui& ui) {
    ui.state.analysis.shown = true;
    const AnalysisAnswer* answer = ui.state.analysis.answer.get();
    if (answer == nullptr) {
        text_in(ui, FontUse::body, ui.colours.text_muted, ui.tr(T::a_computing));
    }
    return answer;
}

void put_words(const Ui& ui, const std::string& id, const Text& words, bool by_command) {
    AnalysisState& analysis = ui.state.analysis;
    std::string text = words.in(ui.lang());
    if (text.empty()) {
        return;
    }
    // What is copied must not read as a fact.
    const std::string supposition = supposition_in_words(ui.state.snapshot).in(ui.lang());
    if (!supposition.empty() && !text.starts_with(supposition)) {
        text.insert(0, supposition + (ui.lang() == Lang::ja ? "" : " "));
    }
    text_in(ui, FontUse::small, ui.colours.text, text, 0);
    const bool clicked = link_button(ui, "copy-words:" + id, ui.tr(T::a_copy_words));
    if (clicked || (by_command && std::exchange(analysis.copy_words, false))) {
        ImGui::SetClipboardText(text.c_str());
        analysis.copied = text;
        show_notice(ui.state, {false, text_of(T::a_words_copied)});
    }
}

void words_column(const Ui& ui, const std::string& id, const Text& words, ImVec2 extent) {
    ImGui::BeginChild(("##words-" + id).c_str(), extent, false, 0);
    put_words(ui, id, words);
    ImGui::EndChild();
}

PanelColumns begin_panel(const Ui& ui, float share) {
    ImGui::SetCursorPos({ui.px(size::pad_px), ui.px(4)});
    const float width = ImGui::GetContentRegionAvail().x - ui.px(size::pad_px);
    const float height = ImGui::GetContentRegionAvail().y - ui.px(4);
    const float table = std::floor(width * share);
    return {{table, height}, {width - table - ui.px(16), height}};
}

void flow_toggle(const Ui& ui, T label) {
    flow(ui, text_size(ui, FontUse::small, ui.tr(label)).x + ui.px(36), false);
}

void begin_side(const Ui& ui, const char* id, ImVec2 extent) {
    ImGui::SameLine(0, ui.px(16));
    ImGui::BeginChild(id, extent, false, 0);
    space(ui, 4);
}

}  // namespace miraimap::gui
