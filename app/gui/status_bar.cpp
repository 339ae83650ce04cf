// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/gui/answers.hpp"
#include "app/gui/bar_fit.hpp"
#include "app/gui/key_ring.hpp"
#include "app/gui/map_moves.hpp"
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

constexpr float gap_px = 24;
constexpr float pad_px = 16;
constexpr float dot_px = 14;   ///< the light with what is beside it
constexpr float more_px = 22;  ///< the button for what has no room

/// The parts from left to right.
enum Part : std::size_t { position, place, scale, counts, edition, light, part_count };
// Forms of most parts: whole, short.
constexpr std::size_t whole = 0;

int errors_of(const Ui& ui) { return count_of(ui.world().findings, Severity::error); }
int warnings_of(const Ui& ui) { return count_of(ui.world().findings, Severity::warning); }

std::string light_words(const Ui& ui) {
    const int notes = count_of(ui.world().findings, Severity::note);
    return errors_of(ui) > 0     ? fill(T::status_errors, ui.lang(), errors_of(ui))
           : warnings_of(ui) > 0 ? fill(T::status_findings, ui.lang(), warnings_of(ui))
           : notes > 0           ? fill(T::status_notes, ui.lang(), notes)
                                 : std::string(ui.tr(T::status_good));
}

std::string position_words(const Ui& ui) {
    const AppState& state = ui.state;
    if (state.request.layout == MapLayout::tiles) {
        return ui.tr(T::status_tiles);
    }
    return state.cursor
               ? fmt::format("{:.4f}°E  {:.4f}°N  JGD2011", state.cursor->lon, state.cursor->lat)
               : std::string("—°E  —°N  JGD2011");
}

std::string counts_words(const Ui& ui) { return counts_in_words(ui.state); }

std::string edition_words(const Ui& ui) {
    const World& world = ui.world();
    return fill(T::status_boundaries, ui.lang(), world.catalogue.edition);
}

std::string scale_words(const Ui& ui) {
    return fill(T::status_scale, ui.lang(), with_commas(shown_scale(ui.state.view)));
}

/// What a part says in a form.
std::string words_of(const Ui& ui, Part part, std::size_t form) {
    const AppState& state = ui.state;
    const bool is_whole = form == whole;
    switch (part) {
        case position:
            if (is_whole || state.request.layout == MapLayout::tiles) {
                return position_words(ui);
            }
            return state.cursor
                       ? fmt::format("{:.2f}°E {:.2f}°N", state.cursor->lon, state.cursor->lat)
                       : std::string("—°E —°N");
        case place:
            return place_under_cursor(ui);
        case scale:
            return is_whole ? scale_words(ui) : "1:" + with_commas(shown_scale(state.view));
        case counts:
            return is_whole ? counts_words(ui)
                            : fill(T::status_counts_short, ui.lang(), state.facets.passed,
                                   state.facets.all);
        case edition:
            return edition_words(ui);
        case light:
        case part_count:
            break;
    }
    return is_whole ? light_words(ui) : std::string();
}

std::vector<BarPart> parts_of(const Ui& ui) {
    const AppState& state = ui.state;
    const auto wide = [&](const std::string& text) {
        return text_size(ui, FontUse::small, text).x;
    };
    const bool ground = state.request.layout == MapLayout::country;
    // As wide as the widest words, so that the next part stands still.
    const BarPart positions = ground ? BarPart{{wide("000.0000°E  00.0000°N  JGD2011"), 20},
                                               {wide("000.00°E 00.00°N"), 32},
                                               {0, 0}}
                                     : BarPart{{wide(position_words(ui)), 20}, {0, 0}};
    constexpr int typed = 1000;  // a field in use is not taken away
    const BarPart scales =
        ground ? BarPart{{wide(fill(T::status_scale, ui.lang(), "00,000,000")) + ui.px(12), 25},
                         {wide("1:00,000,000") + ui.px(12), state.scale_entry.open ? typed : 60},
                         {0, 0}}
               : BarPart{{0, 0}};
    return {positions,
            {{ui.px(150), 45}, {ui.px(76), 90}, {0, 0}},
            scales,
            {{wide(counts_words(ui)), 28}, {wide(words_of(ui, counts, 1)), 65}, {0, 0}},
            {{wide(edition_words(ui)), 10}, {0, 0}},
            {{wide(light_words(ui)) + ui.px(18), 27}, {ui.px(dot_px), 0}}};
}

void findings_light(const Ui& ui, float x, float width, std::size_t form, float height) {
    const ImU32 colour = errors_of(ui) > 0     ? ui.colours.bad
                         : warnings_of(ui) > 0 ? ui.colours.warn
                                               : ui.colours.good;
    ImGui::SetCursorPos({x, 0});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (key_pressed(ui, ImGui::InvisibleButton("##light", {width, height}))) {
        ui.state.show_findings = !ui.state.show_findings;
    }
    ui.probe("button:findings");
    const bool hovered = ImGui::IsItemHovered();
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled({at.x + ui.px(5), at.y + height / 2}, ui.px(4.5F), colour);
    if (form != whole) {
        tooltip_above_item(ui, light_words(ui));
        return;
    }
    const std::string text = light_words(ui);
    const ImVec2 words = text_size(ui, FontUse::small, text);
    list->AddText(ui.font(FontUse::small), ui.font(FontUse::small)->FontSize,
                  {at.x + ui.px(18), at.y + (height - words.y) / 2},
                  hovered ? ui.colours.text : ui.colours.text_muted, text.c_str());
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

/// "1:500,000": a button that turns into a field.
void scale_field(const Ui& ui, float x, float width, std::size_t form, float height) {
    AppState& state = ui.state;
    const ImVec2 at(x, 0);
    const ImVec2 extent(width, height);
    if (state.scale_entry.open) {
        scale_input(ui, at, extent);
        return;
    }
    ImGui::SetCursorPos(at);
    const ImVec2 low = ImGui::GetCursorScreenPos();
    if (key_pressed(ui, ImGui::InvisibleButton("##scale-button", extent))) {
        open_scale_entry(state);
    }
    ui.probe("scale-field");
    const bool hovered = ImGui::IsItemHovered();
    tooltip_above_item(ui, ui.tr(T::status_scale_hint));
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 end(low.x + extent.x, low.y + extent.y);
    const float inset = ui.px(height < ui.px(size::status_bar_px) ? 2 : 4);
    list->AddRectFilled({low.x, low.y + inset}, {end.x, end.y - inset},
                        hovered ? ui.colours.field_hover : ui.colours.field, ui.px(5));
    const std::string text = words_of(ui, scale, form);
    const ImVec2 words = text_size(ui, FontUse::small, text);
    list->AddText(ui.font(FontUse::small), ui.font(FontUse::small)->FontSize,
                  {low.x + (extent.x - words.x) / 2, low.y + (height - words.y) / 2},
                  hovered ? ui.colours.text : ui.colours.text_muted, text.c_str());
}

/// Everything the line says, in full, for what has no room in it.
void rest_popup(const Ui& ui, float x, float height) {
    ImGui::SetCursorPos({x, (height - ui.px(more_px)) / 2});
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (icon_button(ui, "status-more", Icon::more, ui.tr(T::status_more), true, more_px)) {
        ImGui::OpenPopup("##status-more");
    }
    ImGui::SetNextWindowPos({at.x + ui.px(more_px), at.y - ui.px(4)}, ImGuiCond_Always, {1, 1});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(14), ui.px(10)));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ui.px(size::rounding_px));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.colours.card);
    if (ImGui::BeginPopup("##status-more", ImGuiWindowFlags_NoMove)) {
        for (const std::string& words :
             {position_words(ui), place_under_cursor(ui), counts_words(ui), edition_words(ui)}) {
            text_in(ui, FontUse::small, ui.colours.text, words);
        }
        ui.probe("status-rest");
        if (ui.state.request.layout == MapLayout::country &&
            link_button(ui, "type-scale", scale_words(ui))) {
            open_scale_entry(ui.state);
            ImGui::CloseCurrentPopup();
        }
        if (link_button(ui, "show-findings", light_words(ui))) {
            ui.state.show_findings = true;
            ImGui::CloseCurrentPopup();
        }
        esc_closes_popup();
        ImGui::EndPopup();
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

/// Words of one part; shortened they say the whole in a tooltip.
void words_part(const Ui& ui, Part part, std::size_t form, float x, float width, float height) {
    const std::string text = words_of(ui, part, form);
    const bool quiet = part == position || part == edition;
    ImGui::SetCursorPos({x, (height - text_size(ui, FontUse::small, text).y) / 2});
    text_in_line(ui, FontUse::small, quiet ? ui.colours.text_muted : ui.colours.text, text, width);
    static constexpr const char* names[] = {"position", "place", "", "counts", "edition"};
    ui.probe(std::string("status:") + names[part]);
    if (form != whole && part != place) {
        tooltip_above_item(ui, words_of(ui, part, whole));
    }
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
    const float height = ImGui::GetWindowHeight();
    const float width = ImGui::GetWindowWidth();
    const ImVec2 origin = ImGui::GetWindowPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddLine(origin, {origin.x + width, origin.y}, ui.colours.hairline);
    if (ui.state.step != LoadStep::done) {
        return;
    }
    const float pad = ui.px(width < ui.px(520) ? pad_px / 2 : pad_px);
    const float gap = ui.px(width < ui.px(520) ? gap_px / 2 : gap_px);
    const std::vector<BarPart> parts = parts_of(ui);
    const BarFit fit = fit_bar_with_rest(parts, width - 2 * pad, gap, ui.px(more_px));
    float x = pad;
    for (std::size_t i = 0; i < part_count; ++i) {
        const std::size_t form = fit.forms[i];
        float room = parts[i][form].width;
        if (room <= 0) {
            continue;
        }
        const auto part = static_cast<Part>(i);
        // The place takes what is left over, so that the others stand at the right.
        room += part == place ? std::max(0.0F, fit.spare) : 0;
        if (part == scale) {
            scale_field(ui, x, room, form, height);
        } else if (part == light) {
            findings_light(ui, x, room, form, height);
        } else {
            words_part(ui, part, form, x, room, height);
        }
        x += room + gap;
        if (part != place && part != light) {
            list->AddLine({origin.x + x - gap / 2, origin.y + height * 0.27F},
                          {origin.x + x - gap / 2, origin.y + height * 0.73F}, ui.colours.hairline);
        }
    }
    if (fit.hides) {
        rest_popup(ui, width - pad - ui.px(more_px), height);
    }
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
                                 screen.y - ui.px(screen.y < ui.px(400) ? 48 : 120)));
    ImGui::SetNextWindowPos(
        {screen.x - extent.x - ui.px(16),
         screen.y - extent.y - ui.px(bar_heights(ui.state.window_height_px).status + 8)});
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
                severity_name(finding.severity, ui.lang()) + "  ·  " +
                    finding_name(finding.code).in(ui.lang()));
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
