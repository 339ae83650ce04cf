// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "app/core/place_words.hpp"
#include "app/gui/analysis_widgets.hpp"
#include "app/gui/answer_cards.hpp"
#include "app/gui/evidence_panel.hpp"
#include "app/gui/figure_rows.hpp"
#include "app/gui/legend_row.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/selection_card.hpp"
#include "app/gui/widgets.hpp"
#include "geo/place/prefecture.hpp"
#include "shapes/style.hpp"

namespace miraimap::gui {
namespace {

constexpr std::size_t most_prefectures = 8;

std::vector<int> prefecture_numbers(const ChoiceSummary& summary) {
    std::vector<std::pair<int, int>> sizes;
    for (const CoverageRow& row : summary.prefectures) {
        sizes.emplace_back(-row.municipalities, find_prefecture(row.key).value_or(0));
    }
    std::sort(sizes.begin(), sizes.end());
    std::vector<int> numbers;
    for (const auto& [size, number] : sizes) {
        if (number > 0) {
            numbers.push_back(number);
        }
    }
    return numbers;
}

void header(const Ui& ui, const ChoiceSummary& summary) {
    AppState& state = ui.state;
    const Lang lang = ui.lang();
    const float right = ImGui::GetCursorPosX() + available_px();
    const float top = ImGui::GetCursorPosY();
    const std::string count = fill(T::choice_places, lang, with_commas(summary.places));
    const std::string where = prefectures_in_words(prefecture_numbers(summary)).in(lang);
    const bool chosen = !state.chosen.empty();
    text_in(ui, FontUse::title, ui.colours.text, summary.prefecture > 0 ? where : count,
            available_px() - ui.px(36));
    ui.probe("choice-title");
    const ImVec2 after = ImGui::GetCursorPos();
    if (chosen) {
        ImGui::SetCursorPos({right - ui.px(32), top});
        if (icon_button(ui, "clear-choice", Icon::close, ui.tr(T::place_close))) {
            choose(state, -1);
        }
    }
    ImGui::SetCursorPos({after.x, after.y - ui.px(4)});
    const std::string what = ui.tr(chosen ? T::choice_chosen : T::choice_in_focus);
    text_in(ui, FontUse::small, ui.colours.text_muted,
            (summary.prefecture > 0 ? count : where) + "  ·  " + what, 0);
    if (chosen && link_button(ui, "zoom-choice", ui.tr(T::place_zoom))) {
        zoom_to_chosen(state);
    }
}

/// One bar of all grades by their shares.
void grade_bar(const Ui& ui, const std::array<int, 4>& counts, int all) {
    const auto& styles = grade_classes(ui.state.theme);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = available_px();
    const float bottom = at.y + ui.px(10);
    float x = at.x;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const float part =
            width * static_cast<float>(counts[i]) / static_cast<float>(std::max(1, all));
        list->AddRectFilled({x, at.y}, {x + part, bottom}, to_u32(styles[i].fill));
        x += part;
    }
    list->AddRect(at, {at.x + width, bottom}, ui.colours.hairline);
    ImGui::Dummy({width, ui.px(14)});
}

/// Swatch, name, number and share of one grade.
void grade_row(const Ui& ui, const ClassStyle& style, int count, int all) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = available_px();
    const float height = ui.px(22);
    const ImFont* font = ui.font(FontUse::small);
    const float y = at.y + (height - font->FontSize) / 2;
    ImDrawList* list = ImGui::GetWindowDrawList();
    legend_swatch(ui, style, {at.x, at.y + ui.px(3)}, ui.px(16));
    const float share_px = text_size(ui, FontUse::small, "100.0 %").x + ui.px(10);
    const float number_px =
        text_size(ui, FontUse::small_bold, with_commas(std::max(10, all))).x + ui.px(8);
    const auto put = [&](FontUse use, const std::string& text, float end, ImU32 ink) {
        list->AddText(ui.font(use), font->FontSize, {at.x + end - text_size(ui, use, text).x, y},
                      ink, text.c_str());
    };
    const std::string& name = style.name.in(ui.lang());
    const std::string shown =
        shorten(ui, FontUse::small, name, width - share_px - number_px - ui.px(34));
    list->AddText(font, font->FontSize, {at.x + ui.px(34), y}, ui.colours.text, shown.c_str());
    put(FontUse::small_bold, with_commas(count), width - share_px, ui.colours.text);
    put(FontUse::small, percent(all == 0 ? 0 : static_cast<double>(count) / all), width,
        ui.colours.text_muted);
    ImGui::Dummy({width, height});
    if (shown != name) {
        tooltip_for_item(ui, name);
    }
}

/// The four grades with number and share, under a bar of their shares.
void grades(const Ui& ui, const CoverageRow& row) {
    const std::array<int, 4> counts{row.direct, row.part, row.prefecture_only, row.uncovered};
    grade_bar(ui, counts, row.municipalities);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        grade_row(ui, grade_classes(ui.state.theme)[i], counts[i], row.municipalities);
    }
}

void figures(const Ui& ui, const ChoiceSummary& summary) {
    const Lang lang = ui.lang();
    const CoverageRow& row = summary.total;
    begin_card(ui);
    figure_row(ui, with_commas(row.direct + row.part), ui.tr(T::overview_covered),
               with_commas(row.selections),
               summary.of_prefectures() > 0
                   ? fill(T::choice_selections_of, lang, with_commas(summary.of_prefectures()))
                   : std::string(ui.tr(T::choice_selections)));
    hairline(ui, 6);
    figure_row(ui, percent(row.share_municipalities()),
               fill(T::choice_share, lang, percent(summary.country.share_municipalities())),
               percent(row.share_area()),
               fill(T::choice_share_area, lang, percent(summary.country.share_area())));
    hairline(ui, 6);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    grades(ui, row);
    ImGui::PopStyleVar();
    ui.probe("choice-grades");
    if (summary.left_out > 0) {
        text_in(ui, FontUse::small, ui.colours.text_muted,
                fill(T::choice_left_out, lang, with_commas(summary.left_out)), 0);
    }
    end_card(ui);
}

void bars_card(const Ui& ui, T title, const std::vector<CoverageRow>& rows) {
    if (rows.empty()) {
        return;
    }
    space(ui, 6);
    begin_card(ui);
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(title));
    space(ui, 2);
    std::vector<FigureBar> bars;
    for (const CoverageRow& row : rows) {
        bars.push_back({row.name.in(ui.lang()), row.selections, ""});
    }
    figure_bars(ui, bars);
    end_card(ui);
}

/// Shares of the prefectures, the ones with the most places first.
void prefectures_card(const Ui& ui, const ChoiceSummary& summary) {
    if (summary.prefectures.size() < 2) {
        return;
    }
    space(ui, 6);
    begin_card(ui);
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::choice_prefectures));
    space(ui, 2);
    std::vector<const CoverageRow*> rows;
    for (const CoverageRow& row : summary.prefectures) {
        rows.push_back(&row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const CoverageRow* a, const CoverageRow* b) {
        return a->municipalities > b->municipalities;
    });
    const bool all = ui.state.evidence.is_open("choice-prefectures");
    std::vector<FigureBar> bars;
    for (const CoverageRow* row : rows) {
        if (!all && bars.size() == most_prefectures) {
            break;
        }
        const int covered = row->direct + row->part;
        bars.push_back({row->name.in(ui.lang()), covered,
                        fmt::format("{} / {}", covered, row->municipalities)});
    }
    figure_bars(ui, bars);
    if (rows.size() > most_prefectures) {
        fold(ui, "choice-prefectures",
             fill(T::choice_more_prefectures, ui.lang(), rows.size() - most_prefectures));
    }
    end_card(ui);
}

/// The selections as lines that open; under each its card and a way to its places.
void held_list(const Ui& ui, const ChoiceSummary& summary, bool naming) {
    const Lang lang = ui.lang();
    const int first = naming ? 0 : summary.naming;
    const int last = naming ? summary.naming : static_cast<int>(summary.held.size());
    if (first == last) {
        return;
    }
    space(ui, 6);
    text_in(
        ui, FontUse::small_bold, ui.colours.text,
        fill(naming ? T::choice_naming : T::choice_of_prefecture, lang, with_commas(last - first)),
        0);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(2)));
    for (int i = first; i < last; ++i) {
        const HeldSelection& held = summary.held[static_cast<std::size_t>(i)];
        const Passed& passed = ui.state.snapshot.passed[static_cast<std::size_t>(held.passed)];
        const Selection& s = ui.world().selections[static_cast<std::size_t>(passed.selection)];
        const std::string area =
            area_in_words(ui.world(), static_cast<std::size_t>(passed.selection), lang);
        const std::string year =
            lang == Lang::ja ? year_key(s.fiscal_year) : std::to_string(s.fiscal_year);
        const std::string line =
            year + "  " + area + (s.title.empty() ? "" : ui.tr(T::colon) + s.title);
        if (!fold(ui, "held:" + s.id, line)) {
            continue;
        }
        ImGui::PushID("held");
        selection_card(ui, passed, -1, held.grade);
        ImGui::PopID();
        if (link_button(ui, "choose-project:" + s.id, ui.tr(T::choice_show_project))) {
            show_project(ui.state, passed.selection);
            break;  // the choice and its summary are others now
        }
    }
    ImGui::PopStyleVar();
}

}  // namespace

void choice_card(const Ui& ui, const CountedPlaces& counted) {
    // A copy: a link below may choose other places.
    const ChoiceSummary summary = counted.summary;
    const Text words = counted.words;
    header(ui, summary);
    figures(ui, summary);
    space(ui, 6);
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::choice_words));
    put_words(ui, "choice", words, false);
    bars_card(ui, T::choice_years, summary.years);
    bars_card(ui, T::overview_technologies, summary.technologies);
    prefectures_card(ui, summary);
    held_list(ui, summary, true);
    held_list(ui, summary, false);
}

}  // namespace miraimap::gui
