// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/core/place_words.hpp"
#include "app/gui/analysis_actions.hpp"
#include "app/gui/answer_cards.hpp"
#include "app/gui/bottom_tabs.hpp"
#include "app/gui/evidence_panel.hpp"
#include "app/gui/map_moves.hpp"
#include "app/gui/panels.hpp"
#include "app/gui/selection_card.hpp"
#include "app/gui/widgets.hpp"
#include "geo/place/prefecture.hpp"

namespace miraimap::gui {
namespace {

constexpr std::size_t most_neighbours = 12;
constexpr std::size_t most_examples = 3;

const Municipality& municipality(const Ui& ui, int place) {
    return ui.world().catalogue.municipalities[static_cast<std::size_t>(place)];
}

void heading(const Ui& ui, T title) {
    space(ui, 2);
    text_in(ui, FontUse::small_bold, ui.colours.text, ui.tr(title), 0);
}

void prefecture_state(const Ui& ui, int number) {
    const Lang lang = ui.lang();
    const ChoiceSummary& summary = prefecture_figures(ui.state, number).summary;
    const CoverageRow& row = summary.total;
    text_in(ui, FontUse::small, ui.colours.text,
            fill(T::around_prefecture, lang, with_commas(row.direct + row.part),
                 with_commas(row.municipalities), percent(row.share_municipalities()),
                 with_commas(summary.of_prefectures())),
            0);
    ui.probe("around-prefecture");
    const std::string& name = prefectures()[static_cast<std::size_t>(number - 1)].name.in(lang);
    if (link_button(ui, "choose-prefecture", fill(T::around_open_prefecture, lang, name))) {
        choose_prefecture(ui.state, number);
    }
}

void nearest_selected(const Ui& ui, const Nearness& near) {
    const Lang lang = ui.lang();
    heading(ui, T::around_nearest);
    if (near.boundary.place < 0) {
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::around_nothing), 0);
        return;
    }
    std::string way = near.boundary.distance_km == 0
                          ? std::string(ui.tr(T::around_touching))
                          : fill(T::km, lang, fmt::format("{:.1f}", near.boundary.distance_km));
    if (near.borders > 0 && near.border_place == near.boundary.place) {
        way += " · " + fill(T::around_borders, lang, near.borders);
    }
    place_link(ui, "near:", near.boundary.place, true);
    ImGui::SameLine(0, ui.px(6));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.px(5));
    text_in(ui, FontUse::small, ui.colours.text, way);
    ui.probe("around-nearest");
    if (near.borders > 0 && near.border_place != near.boundary.place) {
        text_in(ui, FontUse::small, ui.colours.text_muted,
                fill(T::around_fewest_borders, lang,
                     short_name(municipality(ui, near.border_place), lang), near.borders),
                0);
    }
}

void gap_of(const Ui& ui, const AnalysisAnswer& answer, int place) {
    const int index = region_of(answer, place);
    if (index < 0) {
        return;
    }
    const Lang lang = ui.lang();
    const GapRegion& region = answer.regions[static_cast<std::size_t>(index)];
    heading(ui, T::around_gap);
    std::string line = fill(T::around_rank, lang, index + 1) + "  " +
                       name_of(ui.world().catalogue, region).in(lang);
    line += "  ·  " + (region.depth ? fill(T::around_depth, lang, *region.depth)
                                    : std::string(ui.tr(T::a_no_way)));
    text_in(ui, FontUse::small, ui.colours.text, line, 0);
    ui.probe("around-gap");
    if (link_button(ui, "open-gap", ui.tr(T::around_open_gap))) {
        open_tab(ui.state, "gaps");
        choose_region(ui.state, index);
    }
}

/// Places of rows as links in a flowing line.
void place_links(const Ui& ui, const std::string& id, const std::vector<std::vector<int>>& rows,
                 std::size_t most) {
    bool first = true;
    std::vector<int> shown;  // several rows may be of one place
    for (const std::vector<int>& row : rows) {
        if (row.empty() || shown.size() == most ||
            std::find(shown.begin(), shown.end(), row.front()) != shown.end()) {
            continue;
        }
        const int place = row.front();
        const float width =
            text_size(ui, FontUse::small, short_name(municipality(ui, place), ui.lang())).x +
            ui.px(30);
        flow(ui, width, first, 2);
        place_link(ui, id, place, false);
        first = false;
        shown.push_back(place);
    }
}

}  // namespace

void place_link(const Ui& ui, const std::string& id, int place, bool with_prefecture) {
    const Municipality& m = municipality(ui, place);
    const Grade grade = ui.state.snapshot.coverage[static_cast<std::size_t>(place)].grade;
    const std::string name = with_prefecture ? full_name(m, ui.lang()) : short_name(m, ui.lang());
    ImGui::PushID(place);
    ImGui::BeginGroup();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 low(at.x, at.y + ui.px(9));
    const ImVec2 high(at.x + ui.px(10), at.y + ui.px(19));
    list->AddRectFilled(low, high, grade_colours(ui, grade).first, ui.px(2));
    list->AddRect(low, high, ui.colours.text_faint, ui.px(2));
    ImGui::Dummy({ui.px(10), ui.px(28)});
    ImGui::SameLine(0, ui.px(1));
    if (link_button(ui, id + m.code, name)) {
        choose(ui.state, place);
        zoom_to_municipality(ui.state, place);
    }
    if (ImGui::IsItemHovered()) {
        hover(ui.state, {place});
        tooltip_for_item(ui, name_of(grade).in(ui.lang()));
    }
    ImGui::EndGroup();
    ImGui::PopID();
}

void place_reason(const Ui& ui, int place, bool tooltip) {
    constexpr float tooltip_px = 300;
    const std::vector<ClassStyle> classes = classes_of(ui.state, place);
    bool first = true;
    for (const ClassStyle& style : classes) {
        const std::string& name = style.name.in(ui.lang());
        const ImU32 fill_colour = to_u32(style.fill);
        const ImU32 black = IM_COL32(22, 30, 34, 255);
        const ImU32 white = IM_COL32(255, 255, 255, 255);
        if (tooltip && !first) {
            ImGui::SameLine(0, ui.px(4));
        }
        flow(ui, pill_width_px(ui, name), first || tooltip, 4);
        pill(ui, name, fill_colour,
             contrast(fill_colour, white) >= contrast(fill_colour, black) ? white : black);
        first = false;
    }
    const std::string words = reason_of(ui.state, place).in(ui.lang());
    if (!words.empty()) {
        text_in(ui, FontUse::small, ui.colours.text, words, tooltip ? ui.px(tooltip_px) : 0);
    }
    ui.probe("place-reason");
}

void possible_projects(const Ui& ui, int place) {
    const ReasonFacts& facts = facts_of_now(ui.state);
    const auto [first, last] = possible_at(facts, place);
    for (std::size_t i = first; i < last; ++i) {
        const Possibility possible = facts.possible[i];
        const Passed& passed = ui.state.snapshot.passed[static_cast<std::size_t>(possible.passed)];
        text_in(ui, FontUse::small_bold, ui.colours.warn, ui.tr(T::possible_title), 0);
        ui.probe("possible-project");
        ImGui::PushID("possible");
        selection_card(ui, passed, -1, Grade::none);
        ImGui::PopID();
        space(ui, 4);
    }
}

void project_card(const Ui& ui, int selection) {
    const World& world = ui.world();
    const Selection& s = world.selections[static_cast<std::size_t>(selection)];
    const auto& all = ui.state.snapshot.passed;
    const auto passed = std::find_if(all.begin(), all.end(),
                                     [&](const Passed& p) { return p.selection == selection; });
    text_in(ui, FontUse::small_bold, ui.colours.accent_text, ui.tr(T::project_title));
    ui.probe("project-card");
    ImGui::PushID("project");
    selection_card(ui, passed == all.end() ? Passed{selection, s.programmes, true} : *passed, -1,
                   Grade::none);
    ImGui::PopID();
    if (passed == all.end()) {
        text_in(ui, FontUse::small, ui.colours.warn, ui.tr(T::project_filtered), 0);
    }
    const std::vector<int> candidates = places_it_may_mean(world, selection);
    if (!candidates.empty()) {
        text_in(ui, FontUse::small_bold, ui.colours.warn, ui.tr(T::project_candidates), 0);
        std::vector<std::vector<int>> rows;
        for (const int place : candidates) {
            rows.push_back({place});
        }
        place_links(ui, "candidate:", rows, rows.size());
    }
}

void surroundings(const Ui& ui, int place) {
    AppState& state = ui.state;
    space(ui, 4);
    begin_card(ui);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(6), ui.px(3)));
    if (const int number = municipality(ui, place).prefecture; number > 0) {
        text_in(ui, FontUse::small_bold, ui.colours.text,
                prefectures()[static_cast<std::size_t>(number - 1)].name.in(ui.lang()));
        prefecture_state(ui, number);
    }
    state.analysis.shown = true;
    const AnalysisAnswer* answer = state.analysis.answer.get();
    const bool current = answer != nullptr && answer->world == state.loaded->world &&
                         answer->version == state.snapshot_version && !answer->nearness.empty();
    const bool own = current && answer->question.place == place;
    if (current) {
        nearest_selected(ui, answer->nearness[static_cast<std::size_t>(place)]);
        gap_of(ui, *answer, place);
    }
    if (own && !answer->neighbours.places.empty()) {
        heading(ui, T::around_neighbours);
        place_links(ui, "beside:", answer->neighbours.places, most_neighbours);
        ui.probe("around-neighbours");
    }
    if (own && !answer->peers.places.empty()) {
        heading(ui, T::around_peers);
        place_links(ui, "like:", answer->peers.places, most_examples);
    }
    if (!own) {
        text_in(ui, FontUse::small, ui.colours.text_muted, ui.tr(T::a_computing));
    }
    if (link_button(ui, "open-peers", ui.tr(T::around_open_peers))) {
        open_tab(state, "peers");
    }
    ImGui::PopStyleVar();
    end_card(ui);
}

}  // namespace miraimap::gui
