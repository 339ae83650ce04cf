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
    if (!ui.state.cursor) {
        return "—";
    }
    if (ui.state.hovered < 0) {
        return "—";
    }
    return full_name(
        ui.world().catalogue.municipalities[static_cast<std::size_t>(ui.state.hovered)], ui.lang());
}

/// Rounds to two significant digits, so that the number does not flicker.
long long round_scale(double n) {
    const double unit = std::pow(10.0, std::max(0.0, std::floor(std::log10(std::max(n, 1.0))) - 2));
    return std::llround(n / unit) * static_cast<long long>(unit);
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
    const std::string text = errors > 0     ? fill(T::status_errors, ui.lang(), errors)
                             : warnings > 0 ? fill(T::status_findings, ui.lang(), warnings)
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

}  // namespace

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
        put_right(fill(T::status_boundaries, lang,
                       world.embedded_boundaries ? world.catalogue.edition : world.boundary_file),
                  ui.colours.text_muted);
    }
    const int chosen =
        state.chosen < 0
            ? 0
            : state.snapshot.coverage[static_cast<std::size_t>(state.chosen)].selections;
    put_right(fill(T::status_counts, lang, chosen, state.facets.passed, state.facets.all),
              ui.colours.text);
    put_right(fill(T::status_scale, lang, with_commas(round_scale(scale_denominator(state.view)))),
              ui.colours.text_muted);
    const std::string position = state.cursor ? fmt::format("{:.4f}°E  {:.4f}°N  JGD2011",
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
        text_in(ui, FontUse::small_bold, colour,
                severity_name(finding.severity, ui.lang()) + "  " + finding.code);
        if (!finding.where.empty()) {
            ImGui::SameLine();
            text_in_line(ui, FontUse::small, ui.colours.text_muted, finding.where, available_px());
        }
        text_in(ui, FontUse::small, ui.colours.text, finding.text.in(ui.lang()), 0);
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
