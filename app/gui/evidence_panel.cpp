// SPDX-License-Identifier: MIT
#include "app/gui/evidence_panel.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/core/evidence.hpp"
#include "app/gui/key_ring.hpp"
#include "app/gui/widgets.hpp"

namespace miraimap::gui {
namespace {

constexpr int lines_before = 3;
constexpr int lines_after = 5;

void line_if(const Ui& ui, T name, const std::string& value) {
    if (!value.empty()) {
        labelled_line(ui, name, value);
    }
}

void contradiction_note(const Ui& ui, const Contradiction& c) {
    const Lang lang = ui.lang();
    text_in(ui, FontUse::small_bold, ui.colours.warn,
            kind_in_words(c).in(lang) + ui.tr(T::colon) + c.subject.in(lang), 0);
    ui.probe("contradiction:" + c.id);
    for (const auto& [reading, page, line] :
         {std::tuple(c.reading_a, c.page_a, c.line_a), {c.reading_b, c.page_b, c.line_b}}) {
        text_in(ui, FontUse::small, ui.colours.text,
                fill(T::evidence_reading, lang, reading, page, line), 0);
    }
    text_in(ui, FontUse::small, ui.colours.text_muted, c.explanation.in(lang), 0);
}

/// The lines of the source, the row's own one marked by a bar, a colour and bold letters.
void excerpt_box(const Ui& ui, const Excerpt& excerpt) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float number = text_size(ui, FontUse::label, "0000").x + ui.px(10);
    const float width = available_px();
    for (std::size_t i = 0; i < excerpt.lines.size(); ++i) {
        const int line = excerpt.first_line + static_cast<int>(i);
        const bool marked = line == excerpt.marked_line;
        const FontUse use = marked ? FontUse::small_bold : FontUse::small;
        const std::string& text = excerpt.lines[i];
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImVec2 local = ImGui::GetCursorPos();
        const float wrap = width - number - ui.px(14);
        const float height = std::max(ui.px(20), text_size(ui, use, text, wrap).y + ui.px(3));
        list->AddRectFilled(at, {at.x + width, at.y + height},
                            marked ? ui.colours.accent_soft : ui.colours.field);
        if (marked) {
            list->AddRectFilled(at, {at.x + ui.px(3), at.y + height}, ui.colours.accent);
        }
        ImGui::SetCursorPos({local.x + ui.px(8), local.y + ui.px(1)});
        text_in(ui, FontUse::label, ui.colours.text_muted, std::to_string(line));
        ImGui::SetCursorPos({local.x + number + ui.px(4), local.y + ui.px(1)});
        text_in(ui, use, marked ? ui.colours.accent_text : ui.colours.text,
                text.empty() ? " " : text, wrap);
        if (marked) {
            ui.probe("source-marked");
        }
        ImGui::SetCursorPos({local.x, local.y + height});
    }
}

void programme_card(const Ui& ui, Programme programme) {
    const Evidence& evidence = *ui.state.loaded->evidence;
    const ProgrammeFacts& facts = evidence.programme(programme);
    const Lang lang = ui.lang();
    const ImVec2 low = ImGui::GetCursorScreenPos();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(6), ui.px(5)));
    text_in(ui, FontUse::small_bold, ui.colours.text, name_of(programme).in(lang), 0);
    ui.probe("programme-card:" + key_of(programme));
    if (!facts.summary.in(lang).empty()) {
        text_in(ui, FontUse::small, ui.colours.text, facts.summary.in(lang), 0);
    }
    const auto say = [&](const std::string& printed) { return evidence.say(printed, lang); };
    line_if(ui, T::programme_ministry,
            facts.ministry.empty()
                ? std::string()
                : say(facts.ministry) + (lang == Lang::ja ? " " : ", ") + say(facts.bureau));
    line_if(ui, T::programme_budget, say(facts.budget));
    line_if(ui, T::programme_supported, say(facts.supported));
    line_if(ui, T::programme_past, say(facts.past_selections));
    line_if(ui, T::programme_contact, say(facts.contact));
    for (const Text& requirement : facts.requirements) {
        labelled_line(ui, T::programme_requirement, requirement.in(lang));
    }
    if (programme == Programme::society5) {
        const GrantLimit& limit = evidence.limits_for(BodyKind::city).back();
        labelled_line(ui, T::limit_cap, say(limit.cap));
        labelled_line(ui, T::limit_duration, say(limit.duration));
        labelled_line(ui, T::limit_count, say(limit.limit));
    } else {
        labelled_line(ui, T::limit_cap, ui.tr(T::limit_not_printed));
    }
    labelled_line(ui, T::card_source,
                  fill(T::evidence_place, lang, facts.source.page, facts.source.line));
    for (const Contradiction& c : evidence.touching(programme)) {
        contradiction_note(ui, c);
    }
    ImGui::PopStyleVar();
    // Cards do not nest: a bar at the left says what belongs together.
    ImGui::GetWindowDrawList()->AddRectFilled(
        {low.x - ui.px(8), low.y}, {low.x - ui.px(5), ImGui::GetCursorScreenPos().y - ui.px(4)},
        ui.colours.accent, ui.px(1.5F));
    space(ui, 4);
}

}  // namespace

bool fold(const Ui& ui, const std::string& id, const std::string& label) {
    EvidenceState& state = ui.state.evidence;
    const bool open = state.is_open(id);
    const float height = ui.px(28);
    const std::string shown = shorten(ui, FontUse::small, label, available_px() - ui.px(28));
    const ImVec2 words = text_size(ui, FontUse::small, shown);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 extent(words.x + ui.px(26), height);
    if (key_pressed(ui, ImGui::InvisibleButton(id.c_str(), extent))) {
        state.toggle(id);
    }
    ui.probe("fold:" + id);
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list->AddRectFilled(at, {at.x + extent.x, at.y + extent.y}, ui.colours.accent_soft,
                            ui.px(6));
    }
    draw_icon(*list, open ? Icon::chevron_down : Icon::chevron_right,
              {at.x + ui.px(9), at.y + height / 2}, ui.px(10), ui.colours.accent_text);
    const ImFont* font = ui.font(FontUse::small);
    list->AddText(font, font->FontSize, {at.x + ui.px(20), at.y + (height - words.y) / 2},
                  ui.colours.accent_text, shown.c_str());
    if (shown != label) {
        tooltip_for_item(ui, label);
    }
    return open;
}

void labelled_line(const Ui& ui, T name, const std::string& value, const char* probe) {
    const float column = ui.px(ui.lang() == Lang::ja ? 92 : 100);
    const ImVec2 at = ImGui::GetCursorPos();
    text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(name), column - ui.px(8));
    const float below = ImGui::GetCursorPosY();
    ImGui::SetCursorPos({at.x + column, at.y});
    text_in(ui, FontUse::small, ui.colours.text, value, 0);
    if (probe != nullptr) {
        ui.probe(probe);
    }
    ImGui::SetCursorPos({at.x, std::max(below, ImGui::GetCursorPosY())});
}

void programme_links(const Ui& ui, const std::string& id,
                     const std::vector<Programme>& programmes) {
    for (const Programme programme : programmes) {
        const std::string fold_id = "programme:" + id + ":" + key_of(programme);
        if (fold(ui, fold_id, name_of(programme).in(ui.lang()))) {
            programme_card(ui, programme);
        }
    }
}

void source_section(const Ui& ui, const Selection& selection) {
    const Evidence& evidence = *ui.state.loaded->evidence;
    const Lang lang = ui.lang();
    labelled_line(ui, T::evidence_row, printed_row(selection), "printed-row");
    labelled_line(
        ui, T::card_source,
        fill(T::card_source_line, lang, selection.source_page, selection.source_line, selection.id),
        "source-line");
    if (evidence.has_source_text() &&
        fold(ui, "source:" + selection.id, ui.tr(T::evidence_open_source))) {
        const auto excerpt =
            evidence.excerpt(selection.source_line, selection.area_text, lines_before, lines_after);
        if (excerpt) {
            excerpt_box(ui, *excerpt);
        }
        if (!excerpt || !excerpt->agrees) {
            text_in(ui, FontUse::small, ui.colours.warn, ui.tr(T::evidence_differs), 0);
        }
    }
    for (const Contradiction& c : evidence.touching(selection)) {
        contradiction_note(ui, c);
    }
}

void limits_section(const Ui& ui, const Municipality& municipality) {
    const Evidence& evidence = *ui.state.loaded->evidence;
    const std::vector<GrantLimit> limits = evidence.limits_for(municipality.kind);
    const Lang lang = ui.lang();
    if (limits.empty() || !fold(ui, "limits", ui.tr(T::limits_title))) {
        return;
    }
    const auto say = [&](const std::string& printed) { return evidence.say(printed, lang); };
    for (const GrantLimit& limit : limits) {
        begin_card(ui);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(6), ui.px(5)));
        text_in(ui, FontUse::small_bold, ui.colours.text,
                fill(T::limit_grant, lang, say(limit.grant_type)), 0);
        ui.probe("limit:" + limit.grant_type);
        labelled_line(ui, T::limit_cap, say(limit.cap) + " " + say(limit.cap_core_city));
        labelled_line(ui, T::limit_duration, say(limit.duration));
        labelled_line(ui, T::limit_count, say(limit.limit) + " " + say(limit.limit_core_city));
        if (!limit.requirements.in(lang).empty()) {
            labelled_line(ui, T::programme_requirement, limit.requirements.in(lang));
            // Only Society 5.0 grants have requirements; the text says that there are four.
            int number = 0;
            for (const Text& requirement : evidence.programme(Programme::society5).requirements) {
                text_in(ui, FontUse::small, ui.colours.text,
                        fmt::format("{}. {}", ++number, requirement.in(lang)), 0);
                ui.probe(fmt::format("requirement:{}", number));
            }
        }
        labelled_line(ui, T::card_source,
                      fill(T::evidence_place, lang, limit.source.page, limit.source.line));
        ImGui::PopStyleVar();
        end_card(ui);
        space(ui, 2);
    }
    text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::limits_note), 0);
    std::vector<Programme> others;
    for (int i = 0; i < programme_count; ++i) {
        if (static_cast<Programme>(i) != Programme::society5) {
            others.push_back(static_cast<Programme>(i));
        }
    }
    programme_links(ui, "limits", others);
}

}  // namespace miraimap::gui
