// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/gui/panels.hpp"
#include "app/gui/widgets.hpp"
#include "geo/finding.hpp"

namespace miraimap::gui {
namespace {

std::string place_under_cursor(const Ui& ui) {
    if (ui.state.hovered < 0) {
        return "—";
    }
    return full_name(
        ui.world().catalogue.municipalities[static_cast<std::size_t>(ui.state.hovered)], ui.lang());
}

int count_of(const Findings& findings, Severity severity) {
    return static_cast<int>(
        std::count_if(findings.begin(), findings.end(),
                      [severity](const Finding& f) { return f.severity == severity; }));
}

void findings_light(const Ui& ui, float& right, float height) {
    const World& world = ui.world();
    const int errors = count_of(world.findings, Severity::error);
    const int warnings = count_of(world.findings, Severity::warning);
    const int notes = count_of(world.findings, Severity::note);
    const std::string text = errors > 0     ? fill(T::status_errors, ui.lang(), errors)
                             : warnings > 0 ? fill(T::status_findings, ui.lang(), warnings)
                             : notes > 0    ? fill(T::status_notes, ui.lang(), notes)
                                            : std::string(ui.tr(T::status_good));
    const ImU32 light = errors > 0     ? ui.colours.bad
                        : warnings > 0 ? ui.colours.warn
                                       : ui.colours.good;
    const ImVec2 words = text_size(ui, FontUse::small, text);
    right -= words.x + ui.px(18);
    ImGui::SetCursorPos({right, 0});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton("##light", {words.x + ui.px(18), height})) {
        ui.state.show_findings = !ui.state.show_findings;
    }
    ui.probe("button:findings");
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled({at.x + ui.px(5), at.y + height / 2}, ui.px(4.5F), light);
    list->AddText(ui.font(FontUse::small), ui.font(FontUse::small)->FontSize,
                  {at.x + ui.px(18), at.y + (height - words.y) / 2},
                  ImGui::IsItemHovered() ? ui.colours.text : ui.colours.text_muted, text.c_str());
}

/// Takes the typed scale over, or says that it is none.
void take_scale(const Ui& ui) {
    AppState& state = ui.state;
    const std::string text = state.scale_entry.text.data();
    state.scale_entry.open = false;
    if (const std::optional<double> n = parse_scale(text)) {
        set_scale(state, *n);
    } else {
        show_notice(state, {true,
                            {fill(T::status_scale_wrong, Lang::ja, text),
                             fill(T::status_scale_wrong, Lang::en, text)}});
    }
}

void scale_input(const Ui& ui, ImVec2 at, ImVec2 extent) {
    ScaleEntry& entry = ui.state.scale_entry;
    ImGui::PushFont(ui.font(FontUse::small));
    ImGui::PushStyleVar(
        ImGuiStyleVar_FramePadding,
        ImVec2(ui.px(6), (extent.y - ui.px(6) - ui.font(FontUse::small)->FontSize) / 2));
    ImGui::SetCursorPos({at.x, at.y + ui.px(3)});
    ImGui::SetNextItemWidth(extent.x);
    const bool appearing = entry.focus_wanted;
    if (entry.focus_wanted) {
        ImGui::SetKeyboardFocusHere();
        entry.focus_wanted = false;
    }
    const bool entered =
        ImGui::InputText("##scale", entry.text.data(), entry.text.size(),
                         ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    ui.probe("scale-field");
    const bool left = ImGui::IsItemDeactivated();
    ImGui::PopStyleVar();
    ImGui::PopFont();
    if (entered) {
        take_scale(ui);
    } else if (left && !appearing) {
        entry.open = false;
    }
}

/// "1:500,000": a button that turns into a field. Moves `right` to its left end.
void scale_field(const Ui& ui, float& right, float height) {
    AppState& state = ui.state;
    const std::string number = with_commas(shown_scale(state.view));
    const std::string text = fill(T::status_scale, ui.lang(), number);
    const std::string widest = fill(T::status_scale, ui.lang(), "00,000,000");
    const ImVec2 extent(text_size(ui, FontUse::small, widest).x + ui.px(12), height);
    right -= extent.x + ui.px(12);
    const ImVec2 at(right, 0);
    if (state.scale_entry.open) {
        scale_input(ui, at, extent);
        return;
    }
    ImGui::SetCursorPos(at);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    if (ImGui::InvisibleButton("##scale-button", extent)) {
        open_scale_entry(state);
    }
    ui.probe("scale-field");
    const bool hovered = ImGui::IsItemHovered();
    tooltip_for_item(ui, ui.tr(T::status_scale_hint));
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 end(low.x + extent.x, low.y + extent.y);
    list->AddRectFilled({low.x, low.y + ui.px(4)}, {end.x, end.y - ui.px(4)},
                        hovered ? ui.colours.field_hover : ui.colours.field, ui.px(5));
    const ImVec2 words = text_size(ui, FontUse::small, text);
    list->AddText(ui.font(FontUse::small), ui.font(FontUse::small)->FontSize,
                  {low.x + (extent.x - words.x) / 2, low.y + (height - words.y) / 2},
                  hovered ? ui.colours.text : ui.colours.text_muted, text.c_str());
}

}  // namespace

void open_scale_entry(AppState& state) {
    if (state.request.layout == MapLayout::tiles) {
        return;
    }
    const std::string number = with_commas(shown_scale(state.view));
    state.scale_entry.open = true;
    state.scale_entry.focus_wanted = true;
    state.scale_entry.text.fill('\0');
    number.copy(state.scale_entry.text.data(), state.scale_entry.text.size() - 1);
}

void status_bar(const Ui& ui) {
    const AppState& state = ui.state;
    const float height = ImGui::GetWindowHeight();
    const float width = ImGui::GetWindowWidth();
    const ImVec2 origin = ImGui::GetWindowPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddLine(origin, {origin.x + width, origin.y}, ui.colours.hairline);
    if (state.step != LoadStep::done) {
        return;
    }
    const Lang lang = ui.lang();
    const auto separator = [&](float x) {
        list->AddLine({origin.x + x, origin.y + ui.px(8)},
                      {origin.x + x, origin.y + height - ui.px(8)}, ui.colours.hairline);
    };
    float right = width - ui.px(size::pad_px);
    findings_light(ui, right, height);
    const auto put_right = [&](const std::string& text, ImU32 colour) {
        const ImVec2 extent = text_size(ui, FontUse::small, text);
        separator(right - ui.px(12));
        right -= extent.x + ui.px(24);
        ImGui::SetCursorPos({right, (height - extent.y) / 2});
        text_in(ui, FontUse::small, colour, text);
    };
    const World& world = ui.world();
    const bool roomy = width > ui.px(1150);
    if (roomy) {
        put_right(fill(T::status_boundaries, lang, world.catalogue.edition), ui.colours.text_muted);
    }
    put_right(counts_in_words(state), ui.colours.text);
    if (state.request.layout == MapLayout::country) {
        scale_field(ui, right, height);  // a grid has no scale
    }
    const bool tiles = state.request.layout == MapLayout::tiles;
    const std::string position = tiles          ? std::string(ui.tr(T::status_tiles))
                                 : state.cursor ? fmt::format("{:.4f}°E  {:.4f}°N  JGD2011",
                                                              state.cursor->lon, state.cursor->lat)
                                                : std::string("—°E  —°N  JGD2011");
    // As wide as the widest position, so that the next field stands still.
    const ImVec2 extent = text_size(ui, FontUse::small, "000.0000°E  00.0000°N  JGD2011");
    float x = ui.px(size::pad_px);
    ImGui::SetCursorPos({x, (height - extent.y) / 2});
    text_in(ui, FontUse::small, ui.colours.text_muted, position);
    x += extent.x + ui.px(12);
    separator(x);
    x += ui.px(12);
    ImGui::SetCursorPos({x, (height - extent.y) / 2});
    text_in_line(ui, FontUse::small, ui.colours.text, place_under_cursor(ui),
                 std::max(ui.px(20), right - x - ui.px(24)));
}

void findings_window(const Ui& ui) {
    AppState& state = ui.state;
    if (!state.show_findings || state.step != LoadStep::done) {
        return;
    }
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const ImVec2 extent(std::min(ui.px(680), screen.x - ui.px(40)),
                        std::min(ui.px(76) + ui.px(96) * static_cast<float>(std::clamp<std::size_t>(
                                                             ui.world().findings.size(), 1, 4)),
                                 screen.y - ui.px(120)));
    ImGui::SetNextWindowPos(
        {screen.x - extent.x - ui.px(16), screen.y - extent.y - ui.px(size::status_bar_px + 8)});
    ImGui::SetNextWindowSize(extent);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(size::rounding_px));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours.card);
    ImGui::Begin(
        "##findings", nullptr,
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::SetCursorPos({ui.px(16), ui.px(14)});
    text_in(ui, FontUse::body_bold, ui.colours.text, ui.tr(T::findings_title));
    ImGui::SetCursorPos({extent.x - ui.px(44), ui.px(9)});
    if (icon_button(ui, "close-findings", Icon::close, ui.tr(T::close))) {
        state.show_findings = false;
    }
    ImGui::SetCursorPos({0, ui.px(48)});
    begin_scroll(ui, "##list", extent.y - ui.px(56));
    bool any = false;
    for (const Finding& finding : ui.world().findings) {
        any = true;
        const ImU32 colour = finding.severity == Severity::error     ? ui.colours.bad
                             : finding.severity == Severity::warning ? ui.colours.warn
                                                                     : ui.colours.text_muted;
        text_in(ui, FontUse::small_bold, colour, severity_name(finding.severity, ui.lang()));
        text_in(ui, FontUse::small, ui.colours.text, finding.text.in(ui.lang()), 0);
        text_in_line(ui, FontUse::label, ui.colours.text_muted,
                     finding.code + (finding.where.empty() ? "" : "  ·  " + finding.where),
                     available_px());
        hairline(ui, 2);
    }
    if (!any) {
        text_in(ui, FontUse::body, ui.colours.text_muted, ui.tr(T::findings_none));
    }
    end_scroll();
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

}  // namespace miraimap::gui
