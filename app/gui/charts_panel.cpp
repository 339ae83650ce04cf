// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/gui/charts.hpp"
#include "app/gui/key_ring.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr float row_px = 28;
constexpr float bar_px = 14;

/// What is common to the rows of one chart.
struct Frame {
    ChartKind kind;
    float width = 0;
    float label = 0;
    float numbers = 0;
    int most = 1;
};

std::string id_of(ChartKind kind, const ChartBar& bar) {
    return fmt::format("bar:{}:{}", kind == ChartKind::years ? "year" : "technology", bar.key);
}

void draw_text(const Ui& ui, FontUse use, ImVec2 at, ImU32 colour, const std::string& text) {
    ImGui::GetWindowDrawList()->AddText(ui.font(use), ui.font(use)->FontSize,
                                        {std::floor(at.x), std::floor(at.y)}, colour, text.c_str());
}

/// All as a frame, passing as a filled bar, chosen as a line within it: told apart by shape. With a
/// brush the frame is what passes and the bar what of it lies in the brush.
void draw_bar(const Ui& ui, const Frame& frame, const ChartBar& bar, int chosen, ImVec2 at,
              bool dimmed) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float room = frame.width - frame.label - frame.numbers - ui.px(12);
    const auto length = [&](int count) {
        return room * static_cast<float>(count) / static_cast<float>(frame.most);
    };
    const float top = at.y + ui.px((row_px - bar_px) / 2);
    const float x = at.x + frame.label;
    const ImU32 ink = with_alpha(ui.colours.accent, dimmed ? 0.4F : 1.0F);
    const bool brushed = ui.state.map_choice.brush.has_value();
    list->AddRectFilled({x, top}, {x + length(bar.within), top + ui.px(bar_px)}, ink, ui.px(2));
    list->AddRect(
        {x, top},
        {x + std::max(1.0F, length(brushed ? bar.passing : bar.all)), top + ui.px(bar_px)},
        ui.colours.text_muted, ui.px(2));
    if (chosen > 0) {
        const float y = top + ui.px(bar_px / 2);
        list->AddLine({x, y}, {x + length(chosen), y}, ui.colours.panel, ui.px(7));
        list->AddLine({x, y}, {x + length(chosen), y}, ui.colours.text, ui.px(4));
    }
}

std::string explain(const Ui& ui, const ChartBar& bar, int chosen) {
    if (ui.state.map_choice.brush) {
        return fill(T::chart_bar_brush_hint, ui.lang(), bar.label.in(ui.lang()), chosen, bar.within,
                    bar.passing);
    }
    return fill(T::chart_bar_hint, ui.lang(), bar.label.in(ui.lang()), chosen, bar.passing, bar.all,
                with_commas(static_cast<long long>(bar.places.size()))) +
           "\n" + ui.tr(ui.state.charts.choosing ? T::chart_choose_hint : T::chart_filter_hint);
}

/// "3 / 12 / 40", with a brush "3 of 12".
std::string numbers_of(const Ui& ui, const ChartBar& bar, int chosen) {
    return ui.state.map_choice.brush ? fill(T::n_of_all, ui.lang(), bar.within, bar.passing)
                                     : fmt::format("{} / {} / {}", chosen, bar.passing, bar.all);
}

/// True if clicked.
bool bar_row(const Ui& ui, const Frame& frame, const ChartBar& bar, bool any_asked) {
    AppState& state = ui.state;
    const float height = ui.px(row_px);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = key_pressed(
        ui, ImGui::InvisibleButton(id_of(frame.kind, bar).c_str(), {frame.width, height}));
    ui.probe(id_of(frame.kind, bar));
    const int chosen = chosen_in(state, bar);
    const bool under = ImGui::IsItemHovered();
    const bool linked = hovered_of(state, bar.places);
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (under || linked) {
        list->AddRectFilled(at, {at.x + frame.width, at.y + height}, ui.colours.field_hover,
                            ui.px(6));
    }
    if (linked && !under) {
        list->AddTriangleFilled(
            {at.x + ui.px(2), at.y + height / 2 - ui.px(5)}, {at.x + ui.px(9), at.y + height / 2},
            {at.x + ui.px(2), at.y + height / 2 + ui.px(5)}, ui.colours.accent_text);
    }
    const FontUse use = bar.asked ? FontUse::small_bold : FontUse::small;
    const float text_y = at.y + (height - ui.font(use)->FontSize) / 2;
    const std::string& label = bar.label.in(ui.lang());
    if (bar.asked || bar.excluded) {
        draw_icon(*list, bar.asked ? Icon::check : Icon::close,
                  {at.x + ui.px(18), at.y + height / 2}, ui.px(10), ui.colours.accent_text);
    }
    draw_text(ui, use, {at.x + ui.px(28), text_y},
              bar.asked ? ui.colours.accent_text : ui.colours.text,
              shorten(ui, use, label, frame.label - ui.px(34)));
    draw_bar(ui, frame, bar, chosen, at, any_asked && !bar.asked);
    const std::string numbers = numbers_of(ui, bar, chosen);
    draw_text(ui, FontUse::small,
              {at.x + frame.width - ui.px(8) - text_size(ui, FontUse::small, numbers).x, text_y},
              ui.colours.text, numbers);
    if (under) {
        hover(state, bar.places);
        tooltip_for_item(ui, explain(ui, bar, chosen));
    }
    return clicked;
}

void chart(const Ui& ui, ChartKind kind, T title, ImVec2 extent) {
    AppState& state = ui.state;
    ImGui::BeginChild(kind == ChartKind::years ? "##years" : "##technologies", extent, false, 0);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(6), 0));
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(title));
    Frame frame{kind, ImGui::GetContentRegionAvail().x, 0, 0, 1};
    const std::vector<ChartBar>& bars = bars_of(state.charts, kind);
    bool any_asked = false;
    for (const ChartBar& bar : bars) {
        frame.most = std::max(frame.most, state.map_choice.brush ? bar.passing : bar.all);
        frame.label =
            std::max(frame.label, text_size(ui, FontUse::small_bold, bar.label.in(ui.lang())).x);
        any_asked = any_asked || bar.asked;
    }
    frame.label = std::min(frame.label + ui.px(40), frame.width * 0.42F);
    frame.numbers = text_size(ui, FontUse::small, "000 / 000 / 000").x + ui.px(8);
    std::string clicked;
    for (const ChartBar& bar : bars) {
        if (bar_row(ui, frame, bar, any_asked)) {
            clicked = bar.key;
        }
    }
    if (kind == ChartKind::technologies && state.charts.without_technology > 0) {
        space(ui, 4);
        text_in(ui, FontUse::small, ui.colours.text_muted,
                fill(T::chart_without, ui.lang(), state.charts.without_technology), 0);
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
    if (!clicked.empty()) {
        click_bar(state, kind, clicked, ImGui::GetIO().KeyCtrl);
    }
}

/// What the three signs of a bar mean.
void signs(const Ui& ui) {
    const float height = ui.px(size::chip_height_px);
    ImDrawList* list = ImGui::GetWindowDrawList();
    int sign = 0;
    const bool brushed = ui.state.map_choice.brush.has_value();
    for (const T word : brushed ? std::array{T::chart_chosen, T::chart_in_brush, T::chart_passing}
                                : std::array{T::chart_chosen, T::chart_passing, T::chart_all}) {
        ImGui::SameLine(0, ui.px(12));
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImVec2 low(at.x, at.y + (height - ui.px(12)) / 2);
        const ImVec2 high(low.x + ui.px(22), low.y + ui.px(12));
        if (sign == 0) {
            list->AddLine({low.x, (low.y + high.y) / 2}, {high.x, (low.y + high.y) / 2},
                          ui.colours.text, ui.px(4));
        } else if (sign == 1) {
            list->AddRectFilled(low, high, ui.colours.accent, ui.px(2));
        } else {
            list->AddRect(low, high, ui.colours.text_muted, ui.px(2));
        }
        ++sign;
        const ImVec2 words = text_size(ui, FontUse::small, ui.tr(word));
        draw_text(ui, FontUse::small, {high.x + ui.px(6), at.y + (height - words.y) / 2},
                  ui.colours.text_muted, ui.tr(word));
        ImGui::Dummy({ui.px(28) + words.x, height});
    }
}

}  // namespace

void charts_panel(const Ui& ui) {
    AppState& state = ui.state;
    update_charts(state);
    ImGui::SetCursorPos({ui.px(size::pad_px), ImGui::GetCursorPosY() + ui.px(6)});
    ImGui::BeginGroup();
    state.charts.choosing =
        segmented(ui, "chart-click", {ui.tr(T::chart_filters), ui.tr(T::chart_chooses)},
                  state.charts.choosing ? 1 : 0) == 1;
    signs(ui);
    const float width = ImGui::GetContentRegionAvail().x - ui.px(size::pad_px);
    const float height = ImGui::GetContentRegionAvail().y - ui.px(4);
    const float gap = ui.px(24);
    const float half = std::floor((width - gap) / 2);
    chart(ui, ChartKind::years, T::chart_years, {half, height});
    ImGui::SameLine(0, gap);
    chart(ui, ChartKind::technologies, T::chart_technologies, {half, height});
    ImGui::EndGroup();
}

}  // namespace miraimap::gui
