// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "app/gui/evidence_panel.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/selection_card.hpp"
#include "app/gui/widgets.hpp"
#include "geo/place/prefecture.hpp"

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

/// Two figures side by side.
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

void technology_bars(const Ui& ui) {
    std::array<int, technology_count> counts{};
    int most = 1;
    for (const Passed& passed : ui.state.snapshot.passed) {
        if (!passed.counted) {
            continue;
        }
        for (const Technology technology :
             ui.world().selections[static_cast<std::size_t>(passed.selection)].technologies) {
            int& count = counts[static_cast<std::size_t>(technology)];
            most = std::max(most, ++count);
        }
    }
    float names = 0;
    for (int i = 0; i < technology_count; ++i) {
        names = std::max(
            names,
            text_size(ui, FontUse::small, name_of(static_cast<Technology>(i)).in(ui.lang())).x);
    }
    const float number = text_size(ui, FontUse::small, "000").x;
    for (int i = 0; i < technology_count; ++i) {
        const int count = counts[static_cast<std::size_t>(i)];
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = available_px();
        const float row = ui.px(22);
        ImDrawList* list = ImGui::GetWindowDrawList();
        const ImFont* font = ui.font(FontUse::small);
        const float y = at.y + (row - font->FontSize) / 2;
        list->AddText(font, font->FontSize, {at.x, y},
                      count > 0 ? ui.colours.text : ui.colours.text_muted,
                      name_of(static_cast<Technology>(i)).in(ui.lang()).c_str());
        const float bar_x = at.x + names + ui.px(12);
        const float bar = width - names - ui.px(12) - number - ui.px(10);
        const float share = static_cast<float>(count) / static_cast<float>(most);
        list->AddRectFilled({bar_x, at.y + ui.px(6)}, {bar_x + bar, at.y + row - ui.px(6)},
                            ui.colours.field, ui.px(4));
        if (count > 0) {
            list->AddRectFilled({bar_x, at.y + ui.px(6)},
                                {bar_x + std::max(bar * share, ui.px(8)), at.y + row - ui.px(6)},
                                ui.colours.accent, ui.px(4));
        }
        const std::string text = with_commas(count);
        list->AddText(font, font->FontSize,
                      {at.x + width - text_size(ui, FontUse::small, text).x, y},
                      ui.colours.text_muted, text.c_str());
        ImGui::Dummy({width, row});
    }
}

void overview(const Ui& ui) {
    const CoverageRow& total = ui.state.snapshot.table.total;
    const Facets& facets = ui.state.facets;
    const Lang lang = ui.lang();
    text_in(ui, FontUse::body_bold, ui.colours.text, ui.tr(T::overview));
    space(ui, 2);
    begin_card(ui);
    figure_row(ui, with_commas(facets.passed),
               std::string(ui.tr(T::overview_selections)) + (lang == Lang::ja ? "（" : " (") +
                   fill(T::overview_of, lang, with_commas(facets.all)) +
                   (lang == Lang::ja ? "）" : ")"),
               with_commas(total.direct + total.part), ui.tr(T::overview_covered));
    hairline(ui, 6);
    figure_row(ui, percent(total.share_municipalities()), ui.tr(T::overview_share),
               percent(total.share_area()), ui.tr(T::overview_area));
    hairline(ui, 6);
    text_in(ui, FontUse::small, ui.colours.text_muted,
            fill(ui.state.request.count_northern_territories ? T::overview_denominator_all
                                                             : T::overview_denominator,
                 lang, fill(T::overview_of_places, lang, with_commas(total.municipalities))),
            0);
    end_card(ui);
    space(ui, 6);
    begin_card(ui);
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::overview_technologies));
    space(ui, 2);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, ui.px(2)));
    technology_bars(ui);
    ImGui::PopStyleVar();
    end_card(ui);
    space(ui, 6);
    text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::overview_hint), 0);
    space(ui, 6);
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::programmes_title));
    programme_links(ui, "overview",
                    {Programme::mirai, Programme::society5, Programme::mic, Programme::meti,
                     Programme::mlit_maas, Programme::mlit_smartcity});
}

void place_header(const Ui& ui, const Municipality& m, const MunicipalityCoverage& coverage) {
    const Lang lang = ui.lang();
    const float right = ImGui::GetCursorPosX() + available_px();
    const float top = ImGui::GetCursorPosY();
    text_in(ui, FontUse::title, ui.colours.text, short_name(m, lang), available_px() - ui.px(36));
    ui.probe("place-name");
    const ImVec2 after = ImGui::GetCursorPos();
    ImGui::SetCursorPos({right - ui.px(32), top});
    if (icon_button(ui, "clear-choice", Icon::close, ui.tr(T::place_close))) {
        choose(ui.state, -1);
    }
    ImGui::SetCursorPos({after.x, after.y - ui.px(4)});
    const std::string& other = lang == Lang::ja ? m.name_kana : m.name_ja;
    std::string line = prefectures()[static_cast<std::size_t>(m.prefecture - 1)].name.in(lang);
    line += other.empty() ? "" : "  ·  " + other;
    text_in(ui, FontUse::small, ui.colours.text_muted, line, 0);
    space(ui, -4);
    text_in(ui, FontUse::small, ui.colours.text_muted,
            fill(T::place_code, lang, m.code) + "  ·  " +
                fill(T::place_area, lang, fmt::format("{:.1f}", m.area_km2)),
            0);
    space(ui, 2);
    const auto [fill_colour, text_colour] = grade_colours(ui, coverage.grade);
    const std::string grade = m.counted || coverage.grade != Grade::none
                                  ? name_of(coverage.grade).in(lang)
                                  : grade_classes(ui.state.theme).back().name.in(lang);
    pill(ui, grade, fill_colour, text_colour);
    const std::string count = selections_in_words(coverage.selections, lang);
    flow(ui, pill_width_px(ui, count), false);
    pill(ui, count, ui.colours.field, ui.colours.text);
    const float link = text_size(ui, FontUse::small, ui.tr(T::place_zoom)).x + ui.px(12);
    flow(ui, link, false);
    if (link_button(ui, "zoom-place", ui.tr(T::place_zoom))) {
        zoom_to_municipality(ui.state, ui.state.chosen.primary);
    }
}

}  // namespace

void detail_panel(const Ui& ui) {
    begin_scroll(ui, "##detail");
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(8)));
    space(ui, 4);
    const int chosen = ui.state.chosen.primary;
    if (chosen < 0) {
        overview(ui);
    } else {
        const auto index = static_cast<std::size_t>(chosen);
        const Municipality& m = ui.world().catalogue.municipalities[index];
        const MunicipalityCoverage& coverage = ui.state.snapshot.coverage[index];
        if (ui.state.chosen.places.size() > 1) {
            text_in(ui, FontUse::small_bold, ui.colours.accent_text,
                    fill(T::place_many, ui.lang(), with_commas(std::ssize(ui.state.chosen.places))),
                    0);
            space(ui, -4);
        }
        place_header(ui, m, coverage);
        limits_section(ui, m);
        hairline(ui, 4);
        for (const Hold& hold : coverage.holds) {
            selection_card(ui, ui.state.snapshot.passed[static_cast<std::size_t>(hold.passed)],
                           chosen, hold.grade);
            space(ui, 4);
        }
        if (coverage.holds.empty()) {
            text_in(ui, FontUse::body, ui.colours.text_muted,
                    ui.tr(m.counted ? T::place_none : T::place_uncounted), 0);
            const int others = ui.state.unfiltered[index].selections;
            if (others > 0) {
                text_in(ui, FontUse::small, ui.colours.text,
                        fill(T::place_others, ui.lang(), others), 0);
                if (link_button(ui, "clear-for-place", ui.tr(T::clear_all))) {
                    set_filter(ui.state, {});
                }
            }
        }
    }
    space(ui, 12);
    ImGui::PopStyleVar();
    end_scroll();
}

}  // namespace miraimap::gui
