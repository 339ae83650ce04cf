// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/answer_cards.hpp"
#include "app/gui/evidence_panel.hpp"
#include "app/gui/figure_rows.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/place_table.hpp"
#include "app/gui/selection_card.hpp"
#include "app/gui/widgets.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap::gui {
namespace {

void technology_bars(const Ui& ui) {
    std::array<int, technology_count> counts{};
    for (const Passed& passed : ui.state.snapshot.passed) {
        if (!passed.counted) {
            continue;
        }
        for (const Technology technology :
             ui.world().selections[static_cast<std::size_t>(passed.selection)].technologies) {
            ++counts[static_cast<std::size_t>(technology)];
        }
    }
    std::vector<FigureBar> bars;
    for (int i = 0; i < technology_count; ++i) {
        bars.push_back({name_of(static_cast<Technology>(i)).in(ui.lang()),
                        counts[static_cast<std::size_t>(i)], ""});
    }
    figure_bars(ui, bars);
}

void overview(const Ui& ui) {
    const CoverageRow& total = ui.state.snapshot.table.total;
    const Facets& facets = ui.state.facets;
    const Lang lang = ui.lang();
    const auto& supposed = ui.state.snapshot.what_if;
    const auto only_supposed = std::count_if(supposed.begin(), supposed.end(), [&](int place) {
        return is_only_supposed(ui.state, place);
    });
    text_in(ui, FontUse::body_bold, ui.colours.text, ui.tr(T::overview));
    space(ui, 2);
    begin_card(ui);
    figure_row(ui, with_commas(facets.passed),
               std::string(ui.tr(T::overview_selections)) + (lang == Lang::ja ? "（" : " (") +
                   fill(T::overview_of, lang, with_commas(facets.all)) +
                   (lang == Lang::ja ? "）" : ")"),
               with_commas(total.direct + total.part),
               only_supposed == 0 ? std::string(ui.tr(T::overview_covered))
                                  : fill(T::overview_covered_supposed, lang, only_supposed));
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
    technology_bars(ui);
    end_card(ui);
    space(ui, 6);
    text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::overview_hint), 0);
    space(ui, 6);
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(T::programmes_title));
    programme_links(ui, "overview",
                    {Programme::mirai, Programme::society5, Programme::mic, Programme::meti,
                     Programme::mlit_maas, Programme::mlit_smartcity});
}

void place_header(const Ui& ui, int place, const Municipality& m,
                  const MunicipalityCoverage& coverage) {
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
    place_reason(ui, place);
    const bool by_grade =
        ui.state.modes.shown != nullptr && ui.state.modes.shown->colour == MapColour::grade;
    if (!by_grade && m.counted) {
        const auto [fill_colour, text_colour] = grade_colours(ui, coverage.grade);
        pill(ui, name_of(coverage.grade).in(lang), fill_colour, text_colour);
    }
    const std::string count = selections_in_words(coverage.selections, lang);
    flow(ui, pill_width_px(ui, count), by_grade || !m.counted);
    pill(ui, count, ui.colours.field, ui.colours.text);
    const float link = text_size(ui, FontUse::small, ui.tr(T::place_zoom)).x + ui.px(12);
    flow(ui, link, false);
    if (link_button(ui, "zoom-place", ui.tr(T::place_zoom))) {
        zoom_to_municipality(ui.state, place);
    }
}

/// Says that there is nothing here, and what the filter hides.
void without_selections(const Ui& ui, const Municipality& m, int place) {
    text_in(ui, FontUse::body, ui.colours.text_muted,
            ui.tr(m.counted ? T::place_none : T::place_uncounted), 0);
    const int others = ui.state.unfiltered[static_cast<std::size_t>(place)].selections;
    if (others > 0) {
        text_in(ui, FontUse::small, ui.colours.text, fill(T::place_others, ui.lang(), others), 0);
        if (link_button(ui, "clear-for-place", ui.tr(T::clear_all))) {
            set_filter(ui.state, {});
        }
    }
}

void place_card(const Ui& ui, int place) {
    const auto index = static_cast<std::size_t>(place);
    const Municipality& m = ui.world().catalogue.municipalities[index];
    const MunicipalityCoverage& coverage = ui.state.snapshot.coverage[index];
    const bool covered = coverage.grade >= Grade::part;  // a link below may count anew
    place_header(ui, place, m, coverage);
    limits_section(ui, m);
    hairline(ui, 4);
    possible_projects(ui, place);
    for (const Hold& hold : coverage.holds) {
        selection_card(ui, ui.state.snapshot.passed[static_cast<std::size_t>(hold.passed)], place,
                       hold.grade);
        space(ui, 4);
    }
    const auto [first, last] = possible_at(facts_of_now(ui.state), place);
    if (coverage.holds.empty() && first == last) {
        without_selections(ui, m, place);
    }
    if (!covered && m.counted) {
        surroundings(ui, place);
    }
}

/// The prefecture that is shown alone; 0: none, or several.
int prefecture_in_focus(const AppState& state) {
    const std::vector<int>& focus = state.request.filter.prefectures;
    return focus.size() == 1 ? focus.front() : 0;
}

}  // namespace

void detail_panel(const Ui& ui) {
    AppState& state = ui.state;
    begin_scroll(ui, "##detail");
    const std::array<int, 4> shown{shown_project(state), state.chosen.primary,
                                   static_cast<int>(state.chosen.places.size()),
                                   prefecture_in_focus(state)};
    if (std::exchange(state.details_shown, shown) != shown) {
        ImGui::SetScrollY(0);  // something else begins with its name
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(8)));
    space(ui, 4);
    if (const int project = shown_project(state); project >= 0) {
        project_card(ui, project);
        hairline(ui, 4);
    }
    if (state.chosen.places.size() > 1) {
        choice_card(ui, chosen_figures(state));
    } else if (state.chosen.primary >= 0) {
        place_card(ui, state.chosen.primary);
    } else if (const int number = prefecture_in_focus(state); number > 0) {
        choice_card(ui, prefecture_figures(state, number));
    } else {
        overview(ui);
    }
    space(ui, 12);
    ImGui::PopStyleVar();
    end_scroll();
}

}  // namespace miraimap::gui
